"""Content lines of calendar files: how RFC 5545 spells and folds them.

The tests read every file back with the library icalendar.  It does not write them: an event takes it
0.6 ms, which is half a minute for a thousand unions, and a backslash before an N it takes for a new line.
"""

import re

OCTETS = 75
"""The longest that a line may be, its end not counted (3.1)."""

END = "\r\n"
_FOLD = b"\r\n "
_KIND, _CONTINUES = 0b1100_0000, 0b1000_0000
_SPECIAL = re.compile(r"[\\;,\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SPELLED = {"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"}


def spelled(text: str) -> str:
    """The text as a value of a line (3.3.11), less the control characters, which none may hold."""
    return _SPECIAL.sub(lambda found: _SPELLED.get(found[0], ""), text)


def content_line(name: str, value: str) -> str:
    """The line, folded where it is too long, with its end; no character is taken apart."""
    line = f"{name}:{value}".encode()
    pieces = []
    room = OCTETS
    while len(line) > room:
        end = room
        while _is_inside_a_character(line[end]):
            end -= 1
        pieces.append(line[:end])
        line = line[end:]
        room = OCTETS - 1
    return _FOLD.join((*pieces, line)).decode() + END


def _is_inside_a_character(octet: int) -> bool:
    """Whether the octet continues a character of UTF-8."""
    return octet & _KIND == _CONTINUES

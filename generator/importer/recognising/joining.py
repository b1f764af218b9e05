"""Lines of layout to paragraphs: what was wrapped or hyphenated is joined, points stay one each."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.importer.readers.lines import PLAIN, Line, Look, Place

_ENDS = (".", ":", "!", "?", ".)", "»", "”")
_SURELY_ENDS = (".", "!", "?", ":")
_GOES_ON = (",", "-", "–", "/", "(")
_SUSPENDED = re.compile(r"(?:og|eller|samt|/)\b")
_ONLY_SIGNS = re.compile(r"\W+")
_SHORTENED = re.compile(
    r"\b(?:jf|jfr|bl\.a|f\.eks|t\.d|nr|kap|ca|evt|inkl|pkt|m\.m|mfl|osv|dvs)\.$", re.IGNORECASE
)
_SLASHED = re.compile(r"\w/$")
_BROKEN_YEARS = re.compile(r"\d[-–/]$")
_LINKING = re.compile(
    r"\b(?:og|eller|i|på|av|for|til|med|om|å|som|at|en|et|ei|den|det|de|der|ved|fra|frå|samt|jf\.?)$"
)
_MONTHS = {"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober"}
"""Months are put together with other words by hyphens: `1. mai-tog`."""

_FEW = 4
"""Words of a label or heading that can be nothing else."""

_SAME_SIZE = 0.6
"""Points that sizes of the same letters may differ by."""

_MOST_ROOM = 14.0
"""A line with this much room left was ended by its writer, whatever the next word is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, point or heading: its text, where it came from, how it looks.

    `loose` where it follows a point, without a marker of its own and with no gap between.
    `pieces` are what it may be instead: parted where a sentence ends with a line.
    """

    text: str
    places: tuple[Place, ...]
    marker: str = ""
    look: Look = PLAIN
    gap: bool = False
    note: bool = False
    loose: bool = False
    pieces: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.places[0]


Begins = Callable[[str], bool]
"""Whether a text begins something of its own, whatever stands before it."""


def joined(lines: Iterable[Line], begins: Begins) -> Iterator[Block]:
    """The paragraphs that the lines make up."""
    together: list[Line] = []
    in_point = False
    for line in lines:
        if together and not _goes_on(together[-1], line, begins, pointed=bool(together[0].marker)):
            yield _block(together, loose=in_point and not together[0].gap)
            in_point = bool(together[0].marker) or (in_point and not together[0].gap)
            together = []
        together.append(line)
    if together:
        yield _block(together, loose=in_point and not together[0].gap)


def _goes_on(above: Line, line: Line, begins: Begins, *, pointed: bool) -> bool:
    """Whether the line belongs to the same paragraph as the one above it."""
    if _ONLY_SIGNS.fullmatch(line.text) and not line.marker:
        return True
    if not above.text and above.marker and not line.marker:
        return True
    if above.whole or line.whole or line.marker or above.note != line.note or not _look_alike(above, line):
        return False
    own = begins(above.text)
    if not _is_broken_off(above, line, own=own) and (begins(line.text) or (own and _is_said(above.text))):
        return False
    return _reads_on(above, line, pointed=pointed)


def _is_broken_off(above: Line, line: Line, *, own: bool) -> bool:
    """Whether the line above stops in the middle of a sentence that this one goes on with."""
    if line.gap or (above.text.endswith(_ENDS) and not _SHORTENED.search(above.text)):
        return False
    small = line.text[:1].islower() and ":" not in line.text[:20]
    if small or _breaks_years(above.text, line.text):
        return True
    return not own and above.room <= len(line.text.split(" ", 1)[0]) + 1 and ":" not in line.text


def _breaks_years(text: str, more: str) -> bool:
    """Whether the line ends between two years or days: `2024–`, `2025`."""
    return _BROKEN_YEARS.search(text) is not None and more[:1].isdigit()


def _reads_on(above: Line, line: Line, *, pointed: bool) -> bool:
    small = line.text[:1].islower()
    ended = above.text.endswith(_ENDS) and not _SHORTENED.search(above.text)
    fits = above.room > len(line.text.split(" ", 1)[0]) + 1
    if above.text.endswith(_GOES_ON) or _LINKING.search(above.text):
        return True
    if small and (not ended or not above.text.endswith(_SURELY_ENDS)):
        return not line.gap or not ended
    if above.look.strong and not line.gap and not ended and not fits:
        return True
    if line.gap and not (small or (pointed and not ended and not fits)):
        return False
    if ended and (fits and above.room > _MOST_ROOM / 2):
        return False
    return not fits and above.room < _MOST_ROOM


def _is_said(text: str) -> bool:
    """Whether the line is a label or heading by itself."""
    return text.endswith((":", ".")) or len(text.split()) <= _FEW or text[-4:].isdigit()


def _look_alike(above: Line, line: Line) -> bool:
    one, other = above.look, line.look
    return one.strong == other.strong and one.level == other.level and abs(one.size - other.size) < _SAME_SIZE


def _block(lines: list[Line], *, loose: bool) -> Block:
    text = lines[0].text
    pieces = [text]
    for above, line in pairwise(lines):
        text = _put_together(text, line.text)
        if above.text.endswith(".") and line.text[:1].isupper():
            pieces.append(line.text)
        else:
            pieces[-1] = _put_together(pieces[-1], line.text)
    first = lines[0]
    return Block(
        text=text.replace("\u00ad", ""),
        pieces=tuple(piece.replace("\u00ad", "") for piece in pieces),
        places=tuple(line.place for line in lines),
        marker=first.marker,
        look=first.look,
        gap=first.gap,
        note=first.note,
        loose=loose and not first.marker,
    )


def _put_together(text: str, more: str) -> str:
    """The text with what follows it; a hyphen that broke a word is taken out, one that links stays."""
    if not text or (_ONLY_SIGNS.fullmatch(more) and more[0] in ".,:;!?)"):
        return text + more
    if text.endswith("\u00ad"):
        return text[:-1] + more
    if _breaks_years(text, more) or _SLASHED.search(text):
        return text + more
    if not text.endswith("-") or text.endswith((" -", "--")) or _SUSPENDED.match(more):
        return f"{text} {more}"
    head = text[:-1].rsplit(" ", 1)[-1]
    if (
        not more[:1].islower()
        or head.isupper()
        or head.casefold() in _MONTHS
        or len(head) == 1
        or any(each.isdigit() for each in head)
    ):
        return text + more
    return text[:-1] + more

"""Plain text, as copied from a Word file or a PDF: one line of layout a line."""

import re

from generator.diagnostics import message
from generator.importer.characters import marker_and_text, plain
from generator.importer.lines import Document, Dropped, Line, Place, Reason, UnreadableError
from generator.importer.page_furniture import is_page_number, says_page

LINE_LIMIT = 20_000
_USUAL = 0.9
"""Of all lines that are no one's last, this share is shorter than what is taken for the full width."""

_NARROWEST = 60
"""Letters that a line of any document has room for."""

_FEWEST = 12
"""Lines that tell whether empty ones between them say anything."""

_HEADING = re.compile(r"(?P<signs>#{1,6})\s+")


def read(content: bytes, name: str) -> Document:
    """The text's lines; raises UnreadableError where it is no text."""
    rows = _decoded(content).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(rows) > LINE_LIMIT:
        raise UnreadableError(
            message("{file} has more than {limit} lines.", file=name, limit=LINE_LIMIT),
            message("Import the plan alone, without attachments."),
        )
    lines, dropped = _sorted(rows, name)
    return Document(tuple(lines), tuple(dropped))


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig",):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", errors="replace")


def _sorted(rows: list[str], name: str) -> tuple[list[Line], list[Dropped]]:
    """The lines and what was dropped of them; pages are counted by their numbers and form feeds."""
    width, spaced = _width(rows), _is_spaced(rows)
    lines: list[Line] = []
    dropped: list[Dropped] = []
    paged = any("\f" in row or says_page(plain(row)) for row in rows)
    page, empty = 1, 0
    for number, row in enumerate(rows, 1):
        page += row.count("\f")
        text = plain(row.replace("\f", " "))
        place = Place(name, page if paged else None, number)
        if not text:
            empty += 1
        elif says_page(text) or (is_page_number(text) and empty and not _next_goes_on(rows, number)):
            dropped.append(Dropped(text, place, Reason.PAGE_NUMBER))
            page += not row.startswith("\f")
        else:
            lines.append(_line(text, place, gap=empty > spaced, room=width - len(text)))
            empty = 0
    return lines, dropped


def _next_goes_on(rows: list[str], number: int) -> bool:
    """Whether the line after this one has text: a number among text is no page's."""
    return number < len(rows) and bool(rows[number].strip())


def _line(text: str, place: Place, *, gap: bool, room: float) -> Line:
    heading = _HEADING.match(text)
    marker, rest = marker_and_text(text[heading.end() :] if heading else text)
    return Line(text=rest, place=place, marker=marker, whole=False, room=room, gap=gap)


def _width(rows: list[str]) -> int:
    lengths = sorted(len(row.strip()) for row in rows if row.strip())
    return max(_NARROWEST, lengths[int(len(lengths) * _USUAL)]) if lengths else _NARROWEST


def _is_spaced(rows: list[str]) -> bool:
    """Whether an empty line stands after nearly every line, and so says nothing."""
    filled = [number for number, row in enumerate(rows[:-1]) if row.strip()]
    after = sum(1 for number in filled if not rows[number + 1].strip())
    within = sum(1 for number in filled if not _ends(rows[number]) and not rows[number + 1].strip())
    unended = sum(1 for number in filled if not _ends(rows[number]))
    return len(filled) >= _FEWEST and after > len(filled) / 2 and within > unended / 2


def _ends(row: str) -> bool:
    return row.strip().endswith((".", ":", "!", "?"))

"""What came from where, for a terminal: the document to the left, the draft to the right."""

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from generator.diagnostics import Message, message
from generator.importer.imported import Row

_NARROWEST = 60
_PLACE = 9
_GAP = "  "

Say = Callable[[Message], str]


def side_by_side(rows: Sequence[Row], width: int, say: Say) -> str:
    """The rows as lines of the width: place and text, then the key or why there is none."""
    whole = max(width, _NARROWEST)
    left = (whole - _PLACE - 2 * len(_GAP)) * 3 // 5
    right = whole - _PLACE - 2 * len(_GAP) - left
    heads = [say(message("page:line")), say(message("in the document")), say(message("in the draft"))]
    lines = [_line(heads, left), "─" * whole]
    for row in rows:
        lines += _cells(row, left, right, say)
    return "\n".join(lines) + "\n"


def _cells(row: Row, left: int, right: int, say: Say) -> Iterator[str]:
    said = f"({say(row.why)})" if row.why else ""
    target = " ".join(each for each in (row.key, said) if each)
    columns = ([row.place], wrap(row.text, left), wrap(target, right))
    for place, text, key in zip_longest(*columns, fillvalue=""):
        yield _line([place, text, key], left)


def _line(cells: Sequence[str], left: int) -> str:
    place, text, key = cells
    return f"{place:<{_PLACE}}{_GAP}{text:<{left}}{_GAP}{key}".rstrip()

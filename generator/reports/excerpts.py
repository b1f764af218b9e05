"""Source lines: read with care, and shown so that a caret can stand below a column."""

import os
from collections.abc import Sequence
from pathlib import Path
from unicodedata import category, east_asian_width

from generator.reports.report import Lines, visible
from generator.sources import SIZE_LIMIT

_TAB = " " * 4
_BEFORE = 60
_LENGTH = 100
"""Characters of a line that are shown, and how many of them at most before the column."""


def lines_below(root: Path) -> Lines:
    """Reads the lines of the sources of the project at `root`, as they are counted in positions.

    A file has no lines where it cannot be read, lies outside the plans folder or is too large.
    """

    def lines(name: str) -> Sequence[str]:
        try:
            return _lines(Path(os.path.realpath(root / name)), Path(os.path.realpath(root)) / "plans")
        except (OSError, ValueError):
            return ()

    return lines


def _lines(path: Path, plans: Path) -> Sequence[str]:
    if not path.is_relative_to(plans) or not path.is_file():
        return ()
    with path.open("rb") as file:
        raw = file.read(SIZE_LIMIT + 1)
    if len(raw) > SIZE_LIMIT:
        return ()
    text = raw.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def excerpt(line: str, column: int) -> tuple[str, str]:
    """The line as it is shown, cut where it is long, and the blanks up to the column."""
    place = min(column - 1, len(line))
    start = max(0, place - _BEFORE)
    end = start + _LENGTH
    left, right = "…" * (start > 0), "…" * (end < len(line))
    before = left + _shown(line[start:place])
    return before + _shown(line[place:end]) + right, " " * sum(map(_width, before))


def _shown(text: str) -> str:
    return _TAB.join(visible(part) for part in text.split("\t"))


def _width(character: str) -> int:
    """The columns that a terminal gives to the character."""
    if category(character) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1

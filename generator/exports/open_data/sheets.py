"""The tables as CSV, in the form of RFC 4180.

A cell that begins as a formula does has an apostrophe before it, since spreadsheets run what a stranger wrote
in a plan; `docs/adr/0022-open-data.md` says why, and what to do about it.
"""

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Iterator

from generator.exports.open_data.columns import Kind, Table
from generator.exports.open_data.rows import Cell, Row

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula in one spreadsheet or another."""

MARK = "'"
"""What is put before it, and also before it where there is one: to take one off gives the text back."""


def as_csv(table: Table, rows: Iterable[Row]) -> str:
    """The table with its header."""
    return header(table) + lines(rows)


def header(table: Table) -> str:
    """The line that names the columns."""
    return lines([tuple(column.name for column in table.columns)])


def lines(rows: Iterable[Row]) -> str:
    """The rows, each with its end."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerows(map(written, row) for row in rows)
    return file.getvalue()


def written(cell: Cell) -> str:
    """The cell as it stands in the file."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case datetime.date():
            return cell.isoformat()
        case str() if _is_marked(cell):
            return f"{MARK}{cell}"
    return str(cell)


def _is_marked(text: str) -> bool:
    return text.lstrip(MARK).startswith(FORMULA)


def rows_of(table: Table, content: str) -> Iterator[Row]:
    """The rows of the table that was written so; a text that is empty is as none."""
    lines = csv.reader(io.StringIO(content, newline=""), strict=True)
    next(lines)
    read = [_READ[column.kind] for column in table.columns]
    for line in lines:
        yield tuple(as_cell(each) if each else None for as_cell, each in zip(read, line, strict=True))


def _text(written: str) -> str:
    bare = written.removeprefix(MARK)
    return bare if _is_marked(bare) else written


_READ: dict[Kind, Callable[[str], Cell]] = {
    Kind.TEXT: _text,
    Kind.WHOLE_NUMBER: int,
    Kind.YES_OR_NO: "true".__eq__,
    Kind.DAY: datetime.date.fromisoformat,
}

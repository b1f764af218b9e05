"""The tables as CSV, in the form of RFC 4180.

A cell that begins as a formula does has an apostrophe before it, since spreadsheets run what a stranger wrote
in a plan; `docs/adr/0022-open-data.md` says why, and what to do about it.
"""

import csv
import datetime
import io
from collections.abc import Iterable

from generator.exports.open_data.columns import Table
from generator.exports.open_data.rows import Cell, Row

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What begins a formula in one spreadsheet or another."""

MARK = "'"
"""What is put before it."""


def as_csv(table: Table, rows: Iterable[Row]) -> str:
    """The table with its header."""
    return header(table) + lines(rows)


def header(table: Table) -> str:
    """The line that names the columns."""
    return lines([tuple(column.name for column in table.columns)])


def lines(rows: Iterable[Row]) -> str:
    """The rows, each with its end."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerows(map(_written, row) for row in rows)
    return file.getvalue()


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case datetime.date():
            return cell.isoformat()
        case str() if cell.startswith(FORMULA):
            return f"{MARK}{cell}"
    return str(cell)

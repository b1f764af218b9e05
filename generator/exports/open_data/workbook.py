"""The tables as one workbook, a sheet a table; the same tables give the same bytes."""

import datetime
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from generator.exports.open_data.columns import Kind, Table
from generator.exports.open_data.rows import Cell, Row

LONGEST = 32_767
"""Characters that a cell has room for."""

_TEXT_STAYS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class _Formats:
    """How days look, and text."""

    day: Format
    plain: Format


def as_workbook(tables: Mapping[Table, Iterable[Row]], title: str, today: datetime.date) -> bytes:
    """The workbook, which says of itself that it was made on the day."""
    file = io.BytesIO()
    with Workbook(file, _TEXT_STAYS_TEXT) as book:
        midnight = datetime.datetime.combine(today, datetime.time())
        book.set_properties({"title": title, "created": midnight})
        head = book.add_format({"bold": True})
        formats = _Formats(book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format())
        for table, rows in tables.items():
            sheet = book.add_worksheet(table.name)
            _head(sheet, table, head)
            for number, row in enumerate(rows, start=1):
                _row(sheet, number, row, formats)
    return file.getvalue()


def _head(sheet: Worksheet, table: Table, bold: Format) -> None:
    sheet.freeze_panes(1, 0)
    for number, column in enumerate(table.columns):
        wide = column.kind is Kind.TEXT and not column.needed
        sheet.set_column(number, number, 40 if wide else 16)
    sheet.write_row(0, 0, [column.name for column in table.columns], bold)


def _row(sheet: Worksheet, number: int, row: Row, formats: _Formats) -> None:
    for place, cell in enumerate(row):
        _cell(sheet, (number, place), cell, formats)


def _cell(sheet: Worksheet, at: tuple[int, int], cell: Cell, formats: _Formats) -> None:
    match cell:
        case None:
            return
        case bool():
            sheet.write_boolean(*at, cell)
        case datetime.date():
            sheet.write_datetime(*at, datetime.datetime.combine(cell, datetime.time()), formats.day)
        case int():
            sheet.write_number(*at, cell)
        case str():
            _text(sheet, at, cell if len(cell) <= LONGEST else f"{cell[: LONGEST - 1]}…", formats.plain)


def _text(sheet: Worksheet, at: tuple[int, int], words: str, plain: Format) -> None:
    """The words as they are, also those that the writer would take for markup of its own, and not escape."""
    if words.startswith("<r>") and words.endswith("</r>"):
        sheet.write_rich_string(*at, words[:1], plain, words[1:])
    else:
        sheet.write_string(*at, words)

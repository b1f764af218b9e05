"""A page of a PDF: its words in lines, its ruled tables as cells of lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from pdfplumber.page import Page
from pdfplumber.table import Table as RuledTable

from generator.diagnostics import message
from generator.importer.readers.lines import UnreadableError
from generator.importer.readers.pdf_words import Row, Word, in_reading_order, rows_of

LETTER_LIMIT = 20_000
"""Letters on one page."""

_BOX_SLACK = 1.0
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its lines, some of which stand for tables, and the tables."""

    number: int
    rows: list[Row]
    tables: tuple[list[list[list[Row] | None]], ...]


def sheet_of(page: Page, name: str) -> Sheet:
    """What stands on the page; raises UnreadableError where it holds too much."""
    if len(page.chars) > LETTER_LIMIT:
        raise UnreadableError(
            message("Page {page} of {file} holds too much.", page=page.page_number, file=name)
        )
    words = [
        Word(
            text=each["text"],
            x0=each["x0"],
            x1=each["x1"],
            top=each["top"],
            bottom=each["bottom"],
            font=str(each["fontname"]).casefold(),
            size=each["size"],
        )
        for each in page.dedupe_chars().extract_words(
            extra_attrs=["fontname", "size"], keep_blank_chars=False, x_tolerance_ratio=0.15
        )
    ]
    tables = [table for table in _tables(page) if _is_table(table)]
    free = [word for word in words if not any(_within(word, table.bbox) for table in tables)]
    boxes = [
        Word(
            text="", x0=table.bbox[0], top=table.bbox[1], x1=table.bbox[2], bottom=table.bbox[3], table=number
        )
        for number, table in enumerate(tables)
    ]
    found = tuple(_cells(table, words) for table in tables)
    return Sheet(page.page_number, in_reading_order([*free, *boxes]), found)


def _tables(page: Page) -> list[RuledTable]:
    """The ruled tables; one that goes on on the next page is closed where its lines end."""
    upright = [edge for edge in page.edges if edge["orientation"] == "v"]
    ends = sorted({round(edge[side], 1) for edge in upright for side in ("top", "bottom")})
    return page.find_tables({"explicit_horizontal_lines": ends})


def _is_table(table: RuledTable) -> bool:
    """Whether the ruled lines make more than one cell: a single one is a frame."""
    return len(table.cells) > 1


def _cells(table: RuledTable, words: Sequence[Word]) -> list[list[list[Row] | None]]:
    return [
        [None if box is None else rows_of(word for word in words if _within(word, box)) for box in row.cells]
        for row in table.rows
    ]


def _within(word: Word, box: _Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] - _BOX_SLACK <= x <= box[2] + _BOX_SLACK and box[1] - _BOX_SLACK <= y <= box[3] + _BOX_SLACK

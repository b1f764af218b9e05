"""PDF files: lines with their page, size and boldness, tables as rows of cells, margins left out."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.table import Table as RuledTable
from pdfplumber.utils.exceptions import PdfminerException

from generator.diagnostics import message
from generator.importer.characters import marker_and_text, plain
from generator.importer.lines import (
    Cell,
    Document,
    Dropped,
    Line,
    Look,
    Part,
    Place,
    Table,
    UnreadableError,
)
from generator.importer.page_furniture import is_page_number, masked, reason, repeated
from generator.importer.pdf_words import Row, Word, in_reading_order, rows_of

PAGE_LIMIT = 150
LETTER_LIMIT = 20_000
"""Letters on one page."""

_EDGE = 3
"""Lines at the top and at the bottom of a page that may be its header or footer."""

_BROKEN = (
    PDFException,
    PSException,
    PdfminerException,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RecursionError,
    AssertionError,
    NotImplementedError,
)
"""What pdfminer raises for files that are no sound PDFs."""

_BOX_SLACK = 1.0
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page: its lines, some of which stand for tables, and the tables."""

    number: int
    rows: list[Row]
    tables: tuple[list[list[list[Row] | None]], ...]


def read(content: bytes, name: str) -> Document:
    """The document's lines and tables; raises UnreadableError where it cannot be read."""
    try:
        with pdfplumber.open(io.BytesIO(content)) as file:
            _guard_pages(len(file.pages), name)
            sheets = [_sheet(page, name) for page in file.pages]
    except UnreadableError:
        raise
    except _BROKEN as error:
        raise _refusal(error, name) from error
    if not any(sheet.rows or sheet.tables for sheet in sheets):
        raise UnreadableError(
            message("{file} holds pictures of pages and no text (it is scanned).", file=name),
            message("Import the file that it was printed from, or have a program read the text (OCR) first."),
        )
    return _document(sheets, name)


def _guard_pages(count: int, name: str) -> None:
    if count > PAGE_LIMIT:
        raise UnreadableError(
            message(
                "{file} has {count} pages; at most {limit} are read.",
                file=name,
                count=count,
                limit=PAGE_LIMIT,
            ),
            message("Import the plan alone, without attachments."),
        )


def _refusal(error: Exception, name: str) -> UnreadableError:
    causes = (error, error.__cause__, error.__context__, *error.args)
    if any(isinstance(each, PDFPasswordIncorrect | PDFEncryptionError) for each in causes):
        return UnreadableError(
            message("{file} is locked with a password.", file=name),
            message("Save it without a password and import that file."),
        )
    return UnreadableError(
        message("{file} cannot be read as a PDF.", file=name),
        message("Open it and save it again as PDF, or import the Word file."),
    )


def _sheet(page: Page, name: str) -> _Sheet:
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
    return _Sheet(page.page_number, in_reading_order([*free, *boxes]), found)


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


def _document(sheets: list[_Sheet], name: str) -> Document:
    edges = _edges(sheets)
    usual = _usual_size(sheets)
    parts: list[Part] = []
    dropped: list[Dropped] = []
    for sheet in sheets:
        kept: list[tuple[int, Row]] = []
        for number, row in enumerate(sheet.rows, 1):
            if id(row) in edges:
                place = Place(name, sheet.number, number)
                dropped.append(
                    Dropped(plain(row.text), place, reason(plain(row.text), at_top=edges[id(row)]))
                )
            else:
                kept.append((number, row))
        parts += _in_order(sheet, _Setting(name, usual), kept)
    headers = tuple(dict.fromkeys(each.text for each in dropped))
    return Document(tuple(parts), tuple(dropped), headers)


def _edges(sheets: list[_Sheet]) -> dict[int, bool]:
    """The lines that are headers (True) or footers (False), by identity."""
    found: dict[int, bool] = {}
    for at_top in (True, False):
        sides = [_outermost(sheet, at_top=at_top) for sheet in sheets]
        again = repeated([[plain(row.text) for row in side] for side in sides])
        for side in sides:
            for number, row in enumerate(side):
                text = plain(row.text)
                outermost = number == 0 and is_page_number(text)
                if outermost or (masked(text) in again and len(sheets) > 1):
                    found[id(row)] = at_top
    return found


def _outermost(sheet: _Sheet, *, at_top: bool) -> list[Row]:
    """The lines nearest to the edge, the nearest first, without those that stand beyond a table."""
    rows = sorted(
        (row for row in sheet.rows if row.table is None), key=lambda row: row.top, reverse=not at_top
    )
    return rows[:_EDGE]


def _usual_size(sheets: list[_Sheet]) -> float:
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for row in _all_rows(sheet):
            sizes[row.size] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _all_rows(sheet: _Sheet) -> Iterator[Row]:
    yield from (row for row in sheet.rows if row.table is None)
    for table in sheet.tables:
        for row in table:
            for cell in row:
                yield from cell or ()


@dataclass(frozen=True, slots=True)
class _Setting:
    """What lines are measured by: the file, the size of most letters, the right edge of a cell."""

    name: str
    usual: float
    edge: float = 0.0


def _in_order(sheet: _Sheet, setting: _Setting, kept: Iterable[tuple[int, Row]]) -> list[Part]:
    """Lines, and tables where they stand among the lines."""
    parts: list[Part] = []
    above: Row | None = None
    for number, row in kept:
        if row.table is not None:
            parts.append(_table(sheet.tables[row.table], sheet.number, setting))
        else:
            parts.append(_line(row, above, Place(setting.name, sheet.number, number), setting))
        above = row
    return parts


def _line(row: Row, above: Row | None, place: Place, setting: _Setting) -> Line:
    marker, rest = marker_and_text(plain(row.text))
    return Line(
        text=rest,
        place=place,
        marker=marker,
        look=_look(row, setting),
        whole=False,
        room=((setting.edge or row.edge) - row.x1) / max(row.letter, 1.0),
        gap=above is not None and not 0 <= row.top - above.bottom < 0.75 * row.size,
    )


def _look(row: Row, setting: _Setting) -> Look:
    words = [word for word in row.words if any(letter.isalnum() for letter in word.text)]
    return Look(
        level=0,
        strong=bool(words) and (all(word.strong for word in words) or row.size > setting.usual * 1.12),
        slanted=bool(words) and all(word.slanted for word in words),
        size=row.size,
    )


def _table(rows: list[list[list[Row] | None]], page: int, setting: _Setting) -> Table:
    return Table(tuple(tuple(_row_cells(row, page, setting)) for row in rows))


def _row_cells(row: list[list[Row] | None], page: int, setting: _Setting) -> Iterator[Cell]:
    """The row's cells; what is missing to the right of a cell is merged with it."""
    at = 0
    while at < len(row):
        cell, width = row[at], 1
        while cell and at + width < len(row) and row[at + width] is None:
            width += 1
        edge = max((line.x1 for line in cell or ()), default=0.0)
        inner = _Setting(setting.name, setting.usual, edge)
        lines = [
            _line(line, (cell or [])[n - 1] if n else None, Place(setting.name, page, 0), inner)
            for n, line in enumerate(cell or ())
        ]
        yield Cell(tuple(lines), width, continued=cell is None)
        at += width

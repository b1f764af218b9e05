"""Tables of a strategy whose columns are levels: one column after the other, as lines."""

from collections.abc import Iterator
from dataclasses import replace

from generator.importer.drafting.levels import level_of
from generator.importer.readers.lines import Cell, Document, Line, Part, Table
from generator.importer.recognising.headings import kind_by_words
from generator.importer.recognising.vocabulary import Kind

_GOALS = {Kind.GOALS, Kind.MAIN_GOALS, Kind.LOCAL_GOALS}
_FEWEST = 2
"""Cells that make a header."""


def columns_apart(document: Document) -> Document:
    """The document with the columns of such tables one below the other."""
    return replace(document, parts=tuple(_parts(document.parts)))


def _parts(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Table) and any(_is_header(row) for row in part.rows):
            yield from _lines(part)
        else:
            yield part


def _lines(table: Table) -> Iterator[Line]:
    columns: dict[int, list[Line]] = {}
    for row in table.rows:
        cells = dict(_placed(row))
        if _is_header(row):
            yield from _all(columns)
            columns = {start: _of(cell) for start, cell in cells.items()}
        elif columns and len(row) > 1 and all(start in columns for start in cells):
            for start, cell in cells.items():
                columns[start] += _of(cell)
        else:
            yield from _all(columns)
            columns = {}
            yield from (line for cell in cells.values() for line in _of(cell))
    yield from _all(columns)


def _all(columns: dict[int, list[Line]]) -> Iterator[Line]:
    for lines in columns.values():
        yield from lines


def _of(cell: Cell) -> list[Line]:
    """The cell's lines, the first of which goes on from no other cell."""
    return [replace(line, gap=line.gap or number == 0) for number, line in enumerate(cell.lines)]


def _placed(row: tuple[Cell, ...]) -> Iterator[tuple[int, Cell]]:
    """The cells that say something, by the column that each starts in."""
    start = 0
    for cell in row:
        if cell.lines and not cell.continued:
            yield start, cell
        start += cell.span


def _is_header(row: tuple[Cell, ...]) -> bool:
    texts = [" ".join(line.text for line in cell.lines) for _, cell in _placed(row)]
    levels = [text for text in texts if level_of(text)]
    goals = [text for text in texts if kind_by_words(text) in _GOALS and text not in levels]
    return len(texts) >= _FEWEST and bool(levels) and len(levels) + len(goals) == len(texts)

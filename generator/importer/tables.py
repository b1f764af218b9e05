"""Tables to events: columns by their headings, rows across, labels down the side, courses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.importer.events import Event, Shape
from generator.importer.headings import LIKELY, normal
from generator.importer.joining import Block, joined
from generator.importer.lines import Cell, Table
from generator.importer.sorting import Sorter, begins, numbered_item
from generator.importer.vocabulary import COLUMNS, LABEL, MEASURE, Kind

_FEWEST_KNOWN = 0.5
"""Of a header's filled cells, at least this share has words that are known."""

_FEWEST = 2
"""Columns that make a header, labels that make a list of them."""

_LONGEST_HEADER = 6

_ORDER = (
    Kind.AREA,
    Kind.MAIN_GOALS,
    Kind.LOCAL_GOALS,
    Kind.REASON,
    Kind.MEASURES,
    Kind.COURSE,
    Kind.AUDIENCE,
    Kind.TIME,
    Kind.RESPONSIBLE,
    Kind.DEADLINE,
    Kind.RESULT,
    Kind.OTHER,
)
"""In which order the cells of a row are told."""

_Columns = dict[int, Kind]
"""What each column holds, by where it starts."""


@dataclass(frozen=True, slots=True)
class _Filled:
    """A cell with where it starts and what it says."""

    start: int
    span: int
    blocks: tuple[Block, ...]
    continued: bool

    @property
    def text(self) -> str:
        return " ".join(block.text for block in self.blocks)


class TableReader:
    """Reads tables one after the other: one that goes on on the next page has no header of its own."""

    def __init__(self, sorter: Sorter) -> None:
        self._sorter = sorter
        self._last: tuple[int, _Columns] | None = None

    def forget(self) -> None:
        """Something else than a table came: the next table has a header of its own or none."""
        self._last = None

    def events(self, table: Table) -> Iterator[Event]:
        """What the table says."""
        rows = [tuple(_filled(row)) for row in table.rows]
        width = max((cell.start + cell.span for row in rows for cell in row), default=0)
        columns = self._last[1] if self._last and self._last[0] == width else {}
        goes_on = bool(columns)
        if not columns and _is_labelled(rows):
            yield from self._down(rows)
            return
        for place, row in enumerate(rows):
            said = [cell for cell in row if cell.text]
            header = _header(said)
            if header:
                goes_on = place == 0 and self._last == (width, header)
                columns = header
                yield from _labels(said, Shape.NEW_TABLE)
            elif len(said) == 1 and (len(row) == 1 or said[0].span >= width) and width > 1:
                yield from self._across(said[0])
                goes_on = False
            elif columns:
                yield from self._row(row, columns, goes_on=goes_on)
                goes_on = False
            else:
                yield from self._loosely(row)
        self._last = (width, columns) if columns else None

    def _across(self, cell: _Filled) -> Iterator[Event]:
        """A row of one cell: a heading, mostly."""
        for block in cell.blocks:
            strong = replace(block, look=replace(block.look, strong=True))
            heading = self._sorter.heading(strong) if len(cell.blocks) == 1 else None
            yield from (replace(heading, headed=True),) if heading else self._sorter.events(block)

    def _loosely(self, row: tuple[_Filled, ...]) -> Iterator[Event]:
        """A row of a table that is there for the layout: each cell by itself."""
        for cell in row:
            for block in cell.blocks:
                yield from self._sorter.events(block)

    def _down(self, rows: list[tuple[_Filled, ...]]) -> Iterator[Event]:
        """Labels in the first column, what they say in the second."""
        for row in rows:
            label, *rest = row
            values = [block for cell in rest for block in cell.blocks]
            named = next(iter(label.blocks), None)
            if named is None:
                yield from self._loosely(row)
                continue
            events = list(self._sorter.events(replace(named, text=f"{label.text.rstrip(':')}:")))
            yield from (replace(each, label=label.text, text="") if each.label else each for each in events)
            for block in values:
                yield Event(kind=Shape.PARAGRAPH, block=block, text=block.text, tabled=True)

    def _row(self, row: tuple[_Filled, ...], columns: _Columns, *, goes_on: bool) -> Iterator[Event]:
        cells: dict[Kind, list[Block]] = {}
        for cell in row:
            kind = _column_of(cell, columns)
            cells.setdefault(kind, []).extend(cell.blocks)
        numbers = cells.pop(Kind.NUMBER, [])
        for block in numbers:
            yield Event(kind=Shape.NEW_TABLE, block=block, label=block.text or block.marker, tabled=True)
        number = " ".join(block.text or block.marker for block in numbers)
        kinds = set(columns.values())
        if number and Kind.MEASURES in kinds and not cells.get(Kind.MEASURES) and any(cells.values()):
            yield Event(kind=Kind.MEASURE, block=numbers[0], number=number, tabled=True)
        cut = goes_on and Kind.NUMBER in kinds and not number
        for kind in _ORDER:
            for event in self._cell(_meant(kind, kinds), cells.get(kind, []), number, goes_on=goes_on):
                yield replace(event, kind=Shape.MORE) if cut and event.kind is Kind.MEASURE else event

    def _cell(
        self, kind: Kind | Shape, blocks: list[Block], number: str, *, goes_on: bool
    ) -> Iterator[Event]:
        if kind is Kind.AREA:
            for block in blocks:
                area = self._sorter.area_of(block.text, LIKELY)
                yield Event(kind=kind, block=block, text=block.text, known=area, headed=True, tabled=True)
            return
        for place, block in enumerate(blocks):
            more = goes_on and place == 0 and block.text[:1].islower() and kind in {Kind.MEASURE, Shape.GOAL}
            follows = place > 0 and kind is Kind.MEASURE and not block.marker
            said = numbered_item(block, block.text) if kind is Kind.MEASURE and not more else None
            if said and said.kind is Kind.MEASURE:
                yield replace(said, number=number or said.number, tabled=True)
            else:
                shape = Shape.MORE if more or follows else kind
                yield Event(kind=shape, block=block, text=block.text, number=number, tabled=True)


def _meant(kind: Kind, kinds: set[Kind]) -> Kind | Shape:
    """What a cell of the column holds, in a table with columns of these kinds."""
    courses = bool(kinds & {Kind.COURSE, Kind.AUDIENCE}) and Kind.MEASURES not in kinds
    if kind is Kind.DEADLINE and courses:
        return Kind.TIME
    if kind is Kind.AUDIENCE and not courses:
        return Kind.OTHER
    if kind is Kind.LOCAL_GOALS:
        owned = kinds & {Kind.RESPONSIBLE, Kind.DEADLINE} and Kind.MEASURES not in kinds
        return Kind.MEASURE if owned else Shape.GOAL
    meant: dict[Kind, Kind | Shape] = {Kind.MAIN_GOALS: Shape.MAIN_GOAL, Kind.MEASURES: Kind.MEASURE}
    return meant.get(kind, kind)


def _filled(row: tuple[Cell, ...]) -> Iterator[_Filled]:
    start = 0
    for cell in row:
        blocks = () if cell.continued else tuple(joined(cell.lines, begins))
        yield _Filled(start, cell.span, blocks, cell.continued)
        start += cell.span


def _header(cells: list[_Filled]) -> _Columns:
    """The columns that the row is the header of; empty where it is none."""
    kinds = {cell.start: kind for cell in cells if (kind := _column(cell.text))}
    if len(set(kinds.values())) < _FEWEST or len(kinds) < len(cells) * _FEWEST_KNOWN:
        return {}
    return kinds | {cell.start: Kind.OTHER for cell in cells if cell.start not in kinds}


def _column(text: str) -> Kind | None:
    said = normal(text).removesuffix("*").strip()
    if len(said.split()) > _LONGEST_HEADER:
        return None
    return next((kind for kind, pattern in COLUMNS if pattern.fullmatch(said)), None)


def _column_of(cell: _Filled, columns: _Columns) -> Kind:
    """What the cell holds: the column that starts where it does, or the nearest to the left."""
    before = [start for start in columns if start <= cell.start]
    return columns[max(before)] if before else Kind.OTHER


def _labels(cells: list[_Filled], kind: Shape) -> Iterator[Event]:
    for cell in cells:
        for block in cell.blocks:
            yield Event(kind=kind, block=block, label=block.text, tabled=True)


def _is_labelled(rows: list[tuple[_Filled, ...]]) -> bool:
    """Whether the first of two columns holds labels."""
    firsts = [row[0].text.rstrip(":") + ":" for row in rows if len(row) == _FEWEST and row[0].text]
    known = [text for text in firsts if LABEL.match(text) or MEASURE.match(text)]
    return (
        len(firsts) >= _FEWEST
        and all(len(row) <= _FEWEST for row in rows)
        and len(known) >= max(_FEWEST, len(firsts) * 0.6)
    )

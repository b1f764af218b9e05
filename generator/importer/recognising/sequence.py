"""A document to events: lines joined, tables read, lists of titles told from headings."""

from collections.abc import Iterator

from generator.importer.readers.lines import Document, Line, Table
from generator.importer.recognising.events import Event
from generator.importer.recognising.headings import SURE, AreaFinder, is_marked
from generator.importer.recognising.joining import Begins, joined
from generator.importer.recognising.lists import without_lists
from generator.importer.recognising.sorting import Sorter, begins
from generator.importer.recognising.tables import TableReader
from generator.importer.recognising.vocabulary import Kind

_FEWEST_HEADINGS = 2


def events_of(document: Document, area_of: AreaFinder, heads: Begins) -> list[Event]:
    """What the document says, in its order; `heads` tells what else no line above goes on in."""
    return without_lists(list(_events(document, area_of, heads)))


def _events(document: Document, area_of: AreaFinder, heads: Begins) -> Iterator[Event]:
    sorter = Sorter(area_of)
    tables = TableReader(sorter)
    for part in _grouped(document):
        if isinstance(part, list):
            tables.forget()
            for block in joined(part, lambda text: begins(text) or heads(text) or bool(area_of(text, SURE))):
                yield from sorter.events(block)
        else:
            yield from tables.events(part)


def _grouped(document: Document) -> Iterator[list[Line] | Table]:
    """Lines that stand together, and each table by itself."""
    together: list[Line] = []
    for part in document.parts:
        if isinstance(part, Line):
            together.append(part)
            continue
        if together:
            yield together
            together = []
        yield part
    if together:
        yield together


def is_styled(events: list[Event]) -> bool:
    """Whether headings show by their looks: those of areas do."""
    headings = [event for event in events if event.kind is Kind.AREA and not event.tabled]
    marked = [event for event in headings if is_marked(event.block)]
    return len(marked) >= _FEWEST_HEADINGS or (bool(headings) and len(marked) * 2 > len(headings))

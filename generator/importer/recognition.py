"""A document to a draft: lines joined, tables read, each piece put where it belongs."""

from collections.abc import Iterator

from generator.importer.draft import Draft
from generator.importer.events import Event
from generator.importer.headings import SURE, AreaFinder, is_marked
from generator.importer.joining import joined
from generator.importer.lines import Document, Line, Table
from generator.importer.lists import without_lists
from generator.importer.recogniser import Recogniser
from generator.importer.sorting import Sorter, begins
from generator.importer.tables import TableReader
from generator.importer.values import Knows
from generator.importer.vocabulary import Kind

_FEWEST_HEADINGS = 2


def recognised(document: Document, area_of: AreaFinder, knows: Knows) -> Draft:
    """What the document says, as a draft."""
    events = without_lists(list(_events(document, area_of)))
    return Recogniser(events, knows, styled=_is_styled(events)).run()


def _events(document: Document, area_of: AreaFinder) -> Iterator[Event]:
    sorter = Sorter(area_of)
    tables = TableReader(sorter)
    for part in _grouped(document):
        if isinstance(part, list):
            blocks = list(joined(part, lambda text: begins(text) or bool(area_of(text, SURE))))
            tables.forget()
            for block in blocks:
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


def _is_styled(events: list[Event]) -> bool:
    """Whether headings show by their looks: those of areas do."""
    headings = [event for event in events if event.kind is Kind.AREA and not event.tabled]
    marked = [event for event in headings if is_marked(event.block)]
    return len(marked) >= _FEWEST_HEADINGS or (bool(headings) and len(marked) * 2 > len(headings))

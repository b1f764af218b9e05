"""Which events are headings, which are what stands under them."""

from collections.abc import Callable, Iterator, Sequence

from generator.importer.recognising.events import Event, Shape
from generator.importer.recognising.headings import is_lower
from generator.importer.recognising.vocabulary import Kind

SECTIONS = {Kind.MAIN_GOALS, Kind.LOCAL_GOALS, Kind.GOALS, Kind.MEASURES, Kind.COURSES}
"""Headings of the parts of an area."""

CONTENT = {
    *SECTIONS,
    Kind.MEASURE,
    Kind.RESPONSIBLE,
    Kind.DEADLINE,
    Kind.COURSE,
    Kind.RESULT,
    Shape.GOAL,
    Shape.MAIN_GOAL,
}
"""What shows that a heading is an area's."""

STRUCTURE = {Kind.AREA, Kind.OWN_AREA, Kind.CHAPTER, Kind.SITUATION, Kind.INTRODUCTION, Shape.HEADING}
"""Headings of areas and chapters."""


_MEASURE_SIGNS = {Kind.MEASURE, Kind.RESPONSIBLE, Kind.DEADLINE}
_SHORTEST_GOAL = 4
"""Words of a heading that says what is to be reached, and not what it is about."""


def section(events: Sequence[Event]) -> Iterator[Event]:
    """The events that come before the next heading."""
    for event in events:
        if event.kind in STRUCTURE or event.kind in SECTIONS:
            return
        yield event


def heads_measures(heading: Event, coming: Sequence[Event], owned: Callable[[Event], bool]) -> bool:
    """Whether the heading is a goal: measures stand right under it, or a lower heading of measures."""
    if len(heading.text.split()) < _SHORTEST_GOAL:
        return False
    for event in coming:
        if event.kind is Kind.MEASURES:
            return event.headed and is_lower(event.block.look, heading.block.look)
        if event.kind in STRUCTURE or event.kind in SECTIONS:
            return False
        if event.kind in _MEASURE_SIGNS or owned(event):
            return True
    return False

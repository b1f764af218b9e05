"""Lists of titles that are no headings: of contents, and of the areas that a plan is about to treat."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.importer.events import Event, Shape
from generator.importer.headings import normal
from generator.importer.vocabulary import Kind

_PAGE = re.compile(r"[\s.…_]*\d{1,3}$")
_NUMBER = re.compile(r"^\d+(?:\.\d+)*\.?\s+")
_FEWEST = 2
_LONGEST = 14
"""Words of a title in a list of contents."""


def without_lists(events: Sequence[Event]) -> list[Event]:
    """The events, titles in such lists no longer taken for headings."""
    return _areas_listed(_contents(events))


def _key(text: str) -> str:
    return normal(_NUMBER.sub("", _PAGE.sub("", text)))


def _contents(events: Sequence[Event]) -> list[Event]:
    times = Counter(_key(event.block.text) for event in events)
    found: list[Event] = []
    within = False
    for event in events:
        if event.kind is Kind.CONTENTS:
            within = True
        elif within:
            titled = event.kind is Shape.CONTENTS or times[_key(event.block.text)] > 1 or _ends_in_page(event)
            times[_key(event.block.text)] -= 1
            within = titled and not event.headed
        found.append(_listed(event) if within else event)
    return found


def _listed(event: Event) -> Event:
    return replace(event, kind=Shape.CONTENTS, text=event.block.text, label="")


def _ends_in_page(event: Event) -> bool:
    text = event.block.text
    return len(text.split()) <= _LONGEST and re.search(r"\s\d{1,2}$", text) is not None


def _areas_listed(events: Sequence[Event]) -> list[Event]:
    """Several areas' titles in a row are a list where the same titles stand elsewhere too."""
    times = Counter(event.known for event in events if event.kind is Kind.AREA)
    found = list(events)
    for start, end in _runs(events):
        run = events[start:end]
        elsewhere = [
            event for event in run if times[event.known] > sum(each.known == event.known for each in run)
        ]
        if len(elsewhere) * 2 < len(run) or all(event.headed for event in run):
            continue
        for at in range(start, end):
            event = events[at]
            kind = Shape.POINT if event.block.marker else Shape.PARAGRAPH
            found[at] = replace(event, kind=kind, text=event.block.text, label="", number="")
    return found


def _runs(events: Sequence[Event]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for at, event in enumerate([*events, None]):
        titled = event is not None and event.kind is Kind.AREA and not event.tabled
        if start is not None and not (titled and event and _alike(events[start], event)):
            runs += [(start, at)] if at - start >= _FEWEST else []
            start = None
        if titled and start is None:
            start = at
    return runs


def _alike(one: Event, other: Event) -> bool:
    """Whether both or neither stand as points."""
    return bool(one.block.marker) == bool(other.block.marker) and one.headed == other.headed

"""Events to the draft of a strategy: areas with main goals, and measures by who carries them out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.importer import doubts
from generator.importer.drafting.draft import Area, Draft, Item, Said
from generator.importer.drafting.front_matter import STRATEGY_WORDS, FrontMatter
from generator.importer.drafting.levels import is_federation, level_of
from generator.importer.drafting.sections import SECTIONS, STRUCTURE
from generator.importer.drafting.traces import Traces
from generator.importer.readers.lines import Look, Reason
from generator.importer.recognising.events import Event, Shape, apart
from generator.importer.recognising.headings import is_lower, is_marked, is_short, normal
from generator.importer.recognising.vocabulary import Kind
from generator.model import Level

_LONGEST_TITLE = 12
_GOALS = {Kind.GOALS, Kind.MAIN_GOALS, Kind.LOCAL_GOALS, Shape.GOAL, Shape.MAIN_GOAL}
_DROPPED = {
    Shape.GUIDANCE: Reason.GUIDANCE,
    Shape.CONTENTS: Reason.CONTENTS,
    Kind.CONTENTS: Reason.CONTENTS,
    Shape.NEW_TABLE: Reason.LABEL,
}
_ALIKE = 0.6
"""Of the words of two titles, at least this share is in both where they are the same area's."""


class StrategyDrafter:
    """Takes events in order; `run` gives what has come of them."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._draft = Draft()
        self._traces = Traces(self._draft)
        self._front = FrontMatter(self._draft, self._traces, STRATEGY_WORDS)
        self._styled = _is_styled(events)
        self._mode = Kind.TITLE
        self._level: Level | None = None
        self._area: Area | None = None
        self._look: Look | None = None
        self._last: Said | None = None
        self._points: list[Said] = []
        self._pointed = False
        self._seen_point = False
        self._at = 0

    def run(self) -> Draft:
        """Takes all events."""
        takers = (self._drops, self._enters, self._titles, self._begins_area, self._adds, self._heads)
        for at, event in enumerate(self._events):
            self._at = at
            if not any(taker(event) for taker in takers):
                self._text(event)
        self._without_list_of_areas()
        return self._draft

    def _drops(self, event: Event) -> bool:
        """Whether the event is nothing that a strategy says; then it is seen to."""
        if event.kind is Shape.NOTE:
            self._traces.doubt(event, doubts.FOOTNOTE)
        elif event.kind in _DROPPED:
            self._traces.drop(event, _DROPPED[event.kind])
        return event.kind is Shape.NOTE or event.kind in _DROPPED

    def _enters(self, event: Event) -> bool:
        """Whether the event heads a part of an area, or the introduction; then that is open."""
        if self._area is not None and self._heads_level(event):
            self._level = level_of(event.block.text)
            self._open(Kind.MEASURES, event)
        elif self._area is not None and event.kind in SECTIONS - {Kind.COURSES}:
            self._level = None
            self._open(Kind.GOALS if event.kind in _GOALS else Kind.MEASURES, event)
        elif event.kind is Kind.INTRODUCTION:
            self._open(Kind.AREA if self._area else Kind.INTRODUCTION, event)
        else:
            return False
        return True

    def _open(self, mode: Kind, event: Event) -> None:
        self._traces.drop(event, Reason.HEADING)
        self._mode, self._last, self._seen_point = mode, None, False
        self._pointed = any(each.kind is Shape.POINT for each in self._section())

    def _section(self) -> Iterator[Event]:
        """What comes before the next heading of known words."""
        for event in self._events[self._at + 1 :]:
            if event.kind in SECTIONS | STRUCTURE or self._heads_level(event):
                return
            yield event

    def _heads_level(self, event: Event) -> bool:
        """Whether the event says who carries out the measures that come."""
        bulleted = event.block.marker and not event.block.marker[:1].isdigit()
        if bulleted or event.block.text.endswith(".") or not isinstance(level_of(event.block.text), Level):
            return False
        return self._mode is Kind.MEASURES or not is_federation(event.block.text)

    def _titles(self, event: Event) -> bool:
        """Whether the event is the title of the whole, or tells of its adoption; then it is taken."""
        if event.kind is not Shape.PARAGRAPH and event.kind not in STRUCTURE | SECTIONS:
            return False
        if self._mode is Kind.TITLE and self._front.title(event):
            return True
        return self._mode is not Kind.INTRODUCTION and self._front.adoption(event)

    def _begins_area(self, event: Event) -> bool:
        """Whether the event is an area's title; then that is open."""
        known = event.kind is Kind.AREA and bool(event.known)
        if not known and not (self._could_head(event) and self._goals_come(event)):
            return False
        again = [each for each in self._draft.areas if normal(each.title.text) == normal(event.text)]
        if again:
            self._traces.drop(event, Reason.HEADING)
            self._area = again[0]
        else:
            self._area = Area(self._traces.keep(event), event.known, event.number)
            self._draft.areas.append(self._area)
        self._look = self._look or event.block.look
        self._mode, self._level, self._last = Kind.AREA, None, None
        return True

    def _could_head(self, event: Event) -> bool:
        if event.kind in STRUCTURE:
            return not (event.headed and self._is_below_areas(event))
        plain = event.kind is Shape.PARAGRAPH and not event.tabled and not self._styled
        return plain and is_short(event.block)

    def _is_below_areas(self, event: Event) -> bool:
        return self._look is not None and is_lower(event.block.look, self._look)

    def _goals_come(self, event: Event) -> bool:
        """Whether the next heading is one of goals or measures, and no other area's."""
        for each in self._events[self._at + 1 :]:
            if each.kind in SECTIONS or self._heads_level(each):
                return event.headed or self._may_end(each)
            if self._could_head(each) and not is_lower(each.block.look, event.block.look):
                return False
        return False

    def _may_end(self, heading: Event) -> bool:
        """Whether what is open can end before the heading with a title that looks like any paragraph."""
        if self._mode is Kind.MEASURES:
            return heading.kind in SECTIONS
        return self._mode is not Kind.GOALS or heading.kind in _GOALS

    def _adds(self, event: Event) -> bool:
        """Whether the event says itself that it is a goal or a measure, or whose; then it is taken."""
        if self._area is None:
            return False
        if event.kind is Kind.MEASURE and event.text:
            self._add(event, self._area.measures)
        elif event.kind in _GOALS and event.text:
            self._add(event, self._area.main_goals)
        elif event.kind is Kind.RESPONSIBLE and level_of(event.text) and self._area.measures:
            self._area.measures[-1].level = level_of(event.text)
            self._traces.drop(event, Reason.READ)
        else:
            return False
        return True

    def _add(self, event: Event, to: list[Item]) -> None:
        said = self._traces.keep(event)
        to.append(Item(said, level=self._level))
        self._last = said

    def _heads(self, event: Event) -> bool:
        """Whether the event is a heading that nothing is known of; then what follows it is no goal."""
        if event.kind not in STRUCTURE | SECTIONS:
            return False
        if self._area is None:
            self._mode, self._last = Kind.INTRODUCTION, None
            self._introduce(self._draft.introduction, replace(event, kind=Shape.PARAGRAPH))
        elif self._mode is Kind.AREA and event.headed and self._is_below_areas(event):
            self._introduce(self._area.introduction, event)
        else:
            self._traces.doubt(event, doubts.ANOTHER_TITLE)
            self._mode, self._last = Kind.CHAPTER, None
        return True

    def _text(self, event: Event) -> None:
        whole = replace(event, text=f"{event.label}{event.text}", label="")
        if self._mode is Kind.TITLE and len(whole.text.split()) <= _LONGEST_TITLE and not _ends(whole):
            self._traces.doubt(whole, doubts.BEFORE_ALL)
        elif self._mode in {Kind.TITLE, Kind.INTRODUCTION}:
            self._introduce(self._draft.introduction, whole)
            self._front.told(whole)
        elif self._area is None or self._mode is Kind.CHAPTER:
            self._traces.doubt(whole, doubts.NO_ITEM)
        elif self._mode is Kind.AREA:
            self._introduce(self._area.introduction, whole)
        else:
            self._item(whole, self._area)

    def _introduce(self, to: list[Said], event: Event) -> None:
        if event.block.loose and self._last is not None and to[-1:] == [self._last]:
            self._traces.add(self._last, event)
            return
        said = self._traces.keep(event)
        to.append(said)
        self._last = said if event.block.marker else None
        if event.block.marker and to is self._draft.introduction:
            self._points.append(said)

    def _item(self, event: Event, area: Area) -> None:
        marked = event.kind is Shape.POINT or bool(event.block.marker)
        if marked or not self._pointed:
            self._seen_point = self._seen_point or marked
            self._add_all(event, area, marked=marked)
        elif self._seen_point and event.block.loose and self._last is not None:
            self._traces.add(self._last, event)
        elif not self._seen_point:
            self._introduce(area.introduction, event)
        else:
            self._traces.doubt(event, doubts.AFTER_A_LIST)

    def _add_all(self, event: Event, area: Area, *, marked: bool) -> None:
        if self._mode is Kind.MEASURES:
            self._add(event, area.measures)
            return
        for each in (event,) if marked else apart(event):
            self._add(each, area.main_goals)

    def _without_list_of_areas(self) -> None:
        """Takes the points out of the introduction that only name the areas to come."""
        titles = [area.title.text for area in self._draft.areas]
        named = [each for each in self._points if any(_is_alike(each.text, title) for title in titles)]
        for said in named if len(named) * 2 > len(self._points) else ():
            self._draft.introduction.remove(said)
            for trace in said.traces:
                trace.reason = Reason.CONTENTS


def _ends(event: Event) -> bool:
    return event.text.endswith((".", ":"))


def _is_alike(one: str, other: str) -> bool:
    mine, others = set(normal(one).split()), set(normal(other).split())
    return len(mine & others) >= _ALIKE * len(mine | others)


def _is_styled(events: Sequence[Event]) -> bool:
    """Whether headings show by their looks: those of goals and measures do."""
    headings = [event for event in events if event.kind in SECTIONS or level_of(event.block.text)]
    return 2 * sum(is_marked(event.block) for event in headings) > len(headings)

"""Events to a draft: what each piece is, by what stood before it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.importer import doubts
from generator.importer.chapters import Chapters
from generator.importer.draft import Area, Draft
from generator.importer.events import Event, Shape
from generator.importer.front_matter import FrontMatter
from generator.importer.headings import is_lower, normal
from generator.importer.items import Items
from generator.importer.lines import Look, Reason
from generator.importer.passages import Passages
from generator.importer.traces import Traces
from generator.importer.values import Knows
from generator.importer.vocabulary import GUIDANCE_ON_GOALS, Kind

_LONGEST_TITLE = 12
_SECTIONS = {Kind.MAIN_GOALS, Kind.LOCAL_GOALS, Kind.GOALS, Kind.MEASURES, Kind.COURSES}
_CONTENT = {
    *_SECTIONS,
    Kind.MEASURE,
    Kind.RESPONSIBLE,
    Kind.DEADLINE,
    Kind.COURSE,
    Kind.RESULT,
    Shape.GOAL,
    Shape.MAIN_GOAL,
}
_STRUCTURE = {Kind.AREA, Kind.OWN_AREA, Kind.CHAPTER, Kind.SITUATION, Kind.INTRODUCTION, Shape.HEADING}


class Recogniser:
    """Takes events in order; `run` gives what has come of them."""

    def __init__(self, events: Sequence[Event], knows: Knows, *, styled: bool) -> None:
        self._events = events
        self._draft = Draft()
        self._traces = Traces(self._draft)
        self._front = FrontMatter(self._draft, self._traces)
        self._chapters = Chapters(self._draft, self._traces)
        self._items = Items(self._draft, self._traces, knows)
        self._texts = Passages(self._items, self._traces, styled=styled)
        self._mode = Kind.TITLE
        self._begun = False
        self._look: Look | None = None
        self._at = 0

    def run(self) -> Draft:
        """Takes all events."""
        for at, event in enumerate(self._events):
            self._at = at
            if event.kind in _STRUCTURE | _SECTIONS:
                self._texts.close()
            self._take(event)
        self._texts.close()
        self._chapters.close()
        return self._draft

    def _take(self, event: Event) -> None:
        takers: dict[Kind | Shape, Callable[[Event], None]] = {
            Shape.GUIDANCE: self._guidance,
            Shape.CONTENTS: lambda each: self._dropped(each, Reason.CONTENTS),
            Kind.CONTENTS: lambda each: self._dropped(each, Reason.CONTENTS),
            Shape.NOTE: lambda each: self._traces.doubt(each, doubts.FOOTNOTE),
            Shape.NEW_TABLE: lambda each: self._dropped(each, Reason.LABEL),
            Shape.HEADING: self._unknown_heading,
            Shape.PARAGRAPH: self._text,
            Shape.POINT: self._text,
            Kind.AREA: self._area_heading,
            Kind.INTRODUCTION: self._introduction_heading,
            Kind.SITUATION: self._situation_heading,
            Kind.CHAPTER: self._chapter_heading,
            Kind.OWN_AREA: self._begin_local,
            **dict.fromkeys(_SECTIONS, self._section_heading),
        }
        takers.get(event.kind, self._piece)(event)

    def _dropped(self, event: Event, reason: Reason) -> None:
        self._traces.drop(event, reason)

    def _guidance(self, event: Event) -> None:
        self._dropped(event, Reason.GUIDANCE)
        if (
            self._begun
            and GUIDANCE_ON_GOALS.search(event.text)
            and self._mode in {Kind.AREA, Kind.MAIN_GOALS}
        ):
            self._enter(Kind.LOCAL_GOALS)

    def _text(self, event: Event) -> None:
        if self._texts.fills(event) or self._is_adoption(event):
            return
        if self._mode is Kind.TITLE:
            self._before_all(event)
        elif self._mode is Kind.INTRODUCTION:
            self._chapters.introduction(event)
            self._front.told(event)
        elif self._mode is Kind.SITUATION and self._texts.heads_situation(event):
            self._chapters.begin_point_of_situation(event)
        elif self._mode in {Kind.SITUATION, Kind.CHAPTER}:
            self._chapters.text(event)
        elif self._texts.is_heading(event):
            self._unknown_heading(event)
        else:
            self._texts.take(event)

    def _is_adoption(self, event: Event) -> bool:
        return (
            event.kind is Shape.PARAGRAPH
            and self._mode is not Kind.INTRODUCTION
            and self._front.adoption(event)
        )

    def _before_all(self, event: Event) -> None:
        """A line before the first heading."""
        if self._front.title(event):
            return
        if len(event.text.split()) > _LONGEST_TITLE or event.text.endswith("."):
            self._chapters.introduction(event)
            self._front.told(event)
        else:
            self._traces.doubt(event, doubts.BEFORE_ALL)

    def _piece(self, event: Event) -> None:
        """A labelled piece: an item, or something about one."""
        if event.kind in {Shape.GOAL, Shape.MAIN_GOAL, Kind.MEASURE, Kind.COURSE} and not self._begun:
            self._begin_local(replace(event, text="", label=""))
        if self._begun:
            self._texts.piece(event)
        elif event.kind is Kind.RESULT and not event.text:
            self._chapter_heading(replace(event, text=event.label, label=""))
        else:
            kind = Shape.POINT if event.block.marker else Shape.PARAGRAPH
            self._text(replace(event, kind=kind, text=f"{event.label}{event.text}", label=""))

    def _area_heading(self, event: Event) -> None:
        if event.tabled and not event.known and not event.text:
            return
        self._begun = True
        if event.known and not event.tabled:
            self._look = self._look or event.block.look
        area = self._area_of(event)
        if area is None:
            said = self._traces.keep(event)
            area = Area(said, event.known, event.number)
            self._draft.areas.append(area)
        else:
            self._dropped(event, Reason.HEADING)
        self._items.begin(area)
        self._enter(Kind.AREA)

    def _area_of(self, event: Event) -> Area | None:
        """The area that the heading names once more."""
        for area in self._draft.areas:
            if (event.known and area.id == event.known) or (
                not event.known and normal(area.title.text) == normal(event.text)
            ):
                return area
        return None

    def _begin_local(self, event: Event) -> None:
        self._area_heading(replace(event, kind=Kind.AREA, known=""))

    def _introduction_heading(self, event: Event) -> None:
        self._dropped(event, Reason.HEADING)
        if self._begun:
            self._enter(Kind.AREA)
        else:
            self._mode = Kind.INTRODUCTION

    def _situation_heading(self, event: Event) -> None:
        if self._begun:
            self._unknown_heading(event)
        elif self._mode is Kind.SITUATION:
            self._chapters.begin_point_of_situation(event)
        else:
            self._chapters.begin_situation(event)
            self._mode = Kind.SITUATION

    def _chapter_heading(self, event: Event) -> None:
        self._chapters.begin(event)
        self._mode = Kind.CHAPTER

    def _section_heading(self, event: Event) -> None:
        """A heading of goals, measures or courses in an area."""
        if not self._begun or (
            self._mode is Kind.CHAPTER
            and self._look
            and self._look.level
            and event.block.look.level == self._look.level
        ):
            self._begin_local(event)
        else:
            self._dropped(event, Reason.HEADING)
        self._enter(event.kind if isinstance(event.kind, Kind) else Kind.GOALS)

    def _enter(self, mode: Kind) -> None:
        self._mode = mode
        self._texts.enter(mode, list(self._section()))

    def _section(self) -> Iterator[Event]:
        """The events that come before the next heading."""
        for event in self._events[self._at + 1 :]:
            if event.kind in _STRUCTURE or event.kind in _SECTIONS:
                return
            yield event

    def _unknown_heading(self, event: Event) -> None:
        if self._mode is Kind.TITLE and self._front.title(event):
            return
        if self._is_adoption(replace(event, kind=Shape.PARAGRAPH)):
            return
        if self._is_within_area(event):
            self._traces.doubt(event, doubts.ANOTHER_TITLE)
        elif self._begins_area(event):
            self._begin_local(event)
        elif self._mode is Kind.SITUATION:
            self._chapters.begin_point_of_situation(event)
        elif self._mode is Kind.CHAPTER and self._chapters.is_below(event):
            self._chapters.begin_part(event)
        else:
            self._chapter_heading(event)

    def _is_within_area(self, event: Event) -> bool:
        if not self._begun or self._look is None or self._mode in {Kind.CHAPTER, Kind.SITUATION}:
            return False
        return event.headed and is_lower(event.block.look, self._look)

    def _begins_area(self, event: Event) -> bool:
        """Whether goals or measures stand under the heading, before the next one of its kind."""
        for each in self._events[self._at + 1 :]:
            if each.kind in {
                Kind.AREA,
                Kind.OWN_AREA,
                Kind.CHAPTER,
                Shape.HEADING,
                Kind.SITUATION,
            } and not self._is_lower(each, event):
                return False
            if each.kind in _CONTENT:
                return True
            if each.kind is Shape.POINT and self._begun:
                return True
            if self._begun and not event.headed and self._texts.is_heading(each):
                return False
        return False

    @staticmethod
    def _is_lower(each: Event, event: Event) -> bool:
        return event.headed and is_lower(each.block.look, event.block.look)

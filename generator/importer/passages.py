"""Paragraphs, points and labelled pieces within an area: which item or text they become."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.importer import doubts
from generator.importer.courses import course_of, ends_course
from generator.importer.draft import CourseItem, Item, Said
from generator.importer.events import Event, Shape
from generator.importer.headings import is_short
from generator.importer.items import Items
from generator.importer.lines import Reason
from generator.importer.traces import Traces
from generator.importer.vocabulary import Kind

_COLUMN_WORDS = ("målgruppe", "tidspunkt", "type kurs", "frist", "ansvar")
_LONGEST_TITLE = 8
_SHORT = 22
_FEWEST_IN_LIST = 3
_FILLED = {Kind.RESPONSIBLE, Kind.DEADLINE, Kind.REASON, Kind.RESULT, Kind.OTHER}


class Passages:
    """Takes what stands in an area, by the part of it that is open."""

    def __init__(self, items: Items, traces: Traces, *, styled: bool) -> None:
        self._items = items
        self._traces = traces
        self._styled = styled
        self._mode = Kind.AREA
        self._pointed = False
        self._seen_point = False
        self._waiting: Kind | None = None
        self._row: list[Event] = []
        self._short = False

    def enter(self, mode: Kind, section: Sequence[Event]) -> None:
        """A new part of the area, with the events up to the next heading."""
        self._mode = mode
        self._pointed = any(event.kind is Shape.POINT for event in section)
        self._seen_point = False
        self._short = not self._items.area.id and _is_list(section)
        self._waiting = None
        self._items.item = None

    def fills(self, event: Event) -> bool:
        """Whether the text is what a label before it asked for; then it is taken."""
        kind, self._waiting = self._waiting, None
        if kind is None:
            return False
        self.piece(replace(event, kind=kind))
        if event.kind is Shape.POINT and kind is not Kind.DEADLINE:
            self._waiting = kind
        return True

    def heads_situation(self, event: Event) -> bool:
        """Whether the text heads a part of the situation."""
        text = event.text
        short = is_short(event.block) or (text.endswith(":") and len(text.split()) <= _LONGEST_TITLE)
        return short and (text.endswith(":") or "utfordring" in text.casefold() or event.headed)

    def is_heading(self, event: Event) -> bool:
        """Whether a text without a look of its own is a heading, by where it stands."""
        if self._styled or event.kind is not Shape.PARAGRAPH or not is_short(event.block) or event.tabled:
            return False
        if self._mode is Kind.COURSES:
            return False
        if self._mode is Kind.MEASURE:
            return self._items.item is not None and self._items.item.is_owned
        if self._mode in {Kind.MAIN_GOALS, Kind.LOCAL_GOALS, Kind.GOALS, Kind.MEASURES}:
            return event.block.gap and (self._seen_point or self._ended())
        return self._mode is Kind.RESULT or (self._seen_point and event.block.gap)

    def _ended(self) -> bool:
        """Whether the items so far are sentences with a full stop."""
        items = self._list()
        return bool(items) and not self._pointed and all(item.said.text.endswith(".") for item in items)

    def _list(self) -> list[Item]:
        area = self._items.area
        lists = {Kind.MAIN_GOALS: area.main_goals, Kind.LOCAL_GOALS: area.goals, Kind.MEASURES: area.measures}
        if self._mode is Kind.AREA and not area.id:
            return area.goals
        return lists.get(self._mode, area.open_goals)

    def take(self, event: Event) -> None:
        """A paragraph or a point."""
        if self._mode is Kind.COURSES:
            self._course_line(event)
        elif self._mode is Kind.RESULT:
            self._items.result(event, of_item=False)
        elif self._mode is Kind.MEASURE:
            self._after_measure(event)
        elif event.kind is Shape.POINT:
            self._seen_point = True
            self._items.add(event, self._list())
        else:
            self._paragraph(event)

    def _paragraph(self, event: Event) -> None:
        if self._seen_point and event.block.loose and self._items.continue_item(event):
            return
        if self._mode is Kind.AREA and not self._seen_point and not self._short:
            self._items.area.introduction.append(self._traces.keep(event))
        elif (self._mode is Kind.AREA and not self._short) or (self._pointed and self._seen_point):
            self._traces.doubt(event, doubts.AFTER_A_LIST)
        elif self._pointed:
            self._items.area.introduction.append(self._traces.keep(event))
        else:
            self._items.add(event, self._list())

    def _after_measure(self, event: Event) -> None:
        item = self._items.item
        if item is None or (item.is_owned and event.kind is Shape.POINT):
            self._items.add(event, self._items.area.measures)
        elif item.is_owned:
            self._traces.doubt(event, doubts.AFTER_A_MEASURE)
        else:
            self._items.continue_item(event)

    def piece(self, event: Event) -> None:
        """A labelled piece, or one of a table."""
        items = self._items
        if self._mode is Kind.COURSES and event.kind in _FILLED and not event.tabled:
            self._labelled_course_line(event)
            return
        self._waiting = (
            event.kind if isinstance(event.kind, Kind) and event.kind in _FILLED and not event.text else None
        )
        takers: dict[Kind | Shape, Callable[[Event], None]] = {
            Kind.MEASURE: self._measure,
            Shape.GOAL: self._goal,
            Shape.MAIN_GOAL: self._goal,
            Shape.MORE: self._more,
            Kind.RESPONSIBLE: items.responsible,
            Kind.DEADLINE: items.deadline,
            Kind.REASON: items.reason,
            Kind.RESULT: self._result,
            Kind.COURSE: items.add_course,
            Kind.AUDIENCE: items.audience,
            Kind.TIME: items.time,
        }
        takers.get(event.kind, items.other)(event)

    def _measure(self, event: Event) -> None:
        self._mode = Kind.MEASURE
        self._items.add(event, self._items.area.measures)

    def _more(self, event: Event) -> None:
        if not self._items.continue_item(event):
            self._traces.doubt(event, doubts.AFTER_A_LIST)

    def _goal(self, event: Event) -> None:
        area = self._items.area
        main = event.kind is Shape.MAIN_GOAL or self._mode is Kind.MAIN_GOALS
        self._items.add(event, area.main_goals if main else area.goals)
        if not event.tabled and event.text:
            self._mode = Kind.MEASURES if not main else Kind.MAIN_GOALS
            self._seen_point = False

    def _result(self, event: Event) -> None:
        of_item = (
            self._mode is Kind.MEASURE or event.tabled or (bool(event.label) and self._mode is Kind.MEASURES)
        )
        self._items.result(event, of_item=of_item)
        if not event.text and not of_item:
            self._mode, self._waiting = Kind.RESULT, None

    def _course_line(self, event: Event) -> None:
        said = event.text.casefold()
        if sum(word in said for word in _COLUMN_WORDS) > 1:
            self._traces.drop(event, Reason.LABEL)
            return
        if event.kind is Shape.POINT:
            self.close()
        self._row.append(event)
        if event.kind is Shape.POINT or ends_course(event.text):
            self.close()

    def _labelled_course_line(self, event: Event) -> None:
        if event.text:
            self._course_line(
                replace(event, kind=Shape.PARAGRAPH, text=f"{event.label}{event.text}", label="")
            )
        else:
            self._traces.drop(event, Reason.LABEL)

    def close(self) -> None:
        """Makes a course of the lines that wait."""
        if not self._row:
            return
        row, self._row = self._row, []
        told = course_of([event.text for event in row])
        said = Said(told.name, [trace for event in row for trace in self._traces.keep(event).traces])
        course = CourseItem(
            said,
            Said(told.audience, said.traces) if told.audience else None,
            Said(told.time, said.traces) if told.time else None,
        )
        if not told.sure:
            course.doubts.append(doubts.PARTS_UNSURE)
        self._items.area.courses.append(course)


def _is_list(section: Sequence[Event]) -> bool:
    """Whether the section is nothing but short paragraphs: goals, one a line."""
    lines = [event for event in section if event.kind not in {Kind.RESULT, Shape.GUIDANCE}]
    short = [event for event in lines if event.kind is Shape.PARAGRAPH and len(event.text.split()) <= _SHORT]
    return len(lines) >= _FEWEST_IN_LIST and len(short) == len(lines)

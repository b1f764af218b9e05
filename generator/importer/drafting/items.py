"""Goals, measures, courses and results of the area that is being read."""

import re

from generator.importer import doubts
from generator.importer.drafting.draft import Area, CourseItem, Draft, Item, Said
from generator.importer.drafting.endings import ending
from generator.importer.drafting.traces import Traces
from generator.importer.drafting.values import Knows, is_time, roles, status
from generator.importer.readers.lines import Reason
from generator.importer.recognising.events import Event
from generator.importer.recognising.vocabulary import Kind

_NO_WORDS = re.compile(r"\W*")


class Items:
    """Where the next piece goes; `area` and `item` are the ones being read."""

    def __init__(self, draft: Draft, traces: Traces, knows: Knows) -> None:
        self._draft = draft
        self._traces = traces
        self._knows = knows
        self.area = Area(Said())
        self.item: Item | None = None
        self.course: CourseItem | None = None

    def begin(self, area: Area) -> None:
        """The area that what comes belongs to."""
        self.area, self.item, self.course = area, None, None

    def add(self, event: Event, to: list[Item]) -> Item:
        """A new item at the end of the list."""
        ended = ending(event.text, self._knows) if to is self.area.measures else None
        item = Item(self._traces.keep(event, ended[0] if ended else None), number=event.number)
        to.append(item)
        self.item, self.course = item, None
        if ended:
            self.responsible(Event(kind=Kind.RESPONSIBLE, block=event.block, text=ended[1]))
        return item

    def is_told_whose(self, event: Event) -> bool:
        """Whether the text ends with who and when, as only measures do."""
        return ending(event.text, self._knows) is not None

    def continue_item(self, event: Event) -> bool:
        """Appends the event's words to the item that is open; whether there is one."""
        if self.item is None:
            return False
        self._traces.add(self.item.said, event)
        return True

    def responsible(self, event: Event) -> None:
        """Whose the item is."""
        item = self._owner(event)
        if item is None:
            return
        kept = ""
        for words in roles(event.text, self._knows):
            said = self._traces.keep(_piece(event, words))
            kept = f"{kept} {words}"
            if item.deadline is None and is_time(words) and not self._knows(words):
                item.deadline = said
            else:
                item.responsible.append(said)
        for other in self._sharing(event):
            other.responsible, other.deadline = item.responsible, other.deadline or item.deadline
        linking = _left_over(event.text, kept)
        if linking or not item.responsible:
            self._traces.piece(event.block.place, linking or event.label, Reason.LABEL)

    def deadline(self, event: Event) -> None:
        """When the item is due."""
        item = self._owner(event)
        if item is None:
            return
        words = event.text.strip(" |)").strip()
        if item.deadline is None:
            if words:
                item.deadline = self._traces.keep(event, words)
            else:
                self._traces.drop(event, Reason.LABEL)
        else:
            self._traces.add(item.deadline, event)
        for other in self._sharing(event):
            other.deadline = item.deadline

    def _sharing(self, event: Event) -> list[Item]:
        """The measures of the row before the last, which say the same of themselves."""
        return self.area.measures[-event.shared : -1] if event.shared > 1 else []

    def _owner(self, event: Event) -> Item | None:
        """The item that the label is about; a goal that somebody is responsible for is a measure."""
        if self.item is None:
            self._traces.doubt(event, doubts.NO_ITEM)
            return None
        for goals in (self.area.goals, self.area.open_goals, self.area.main_goals):
            if any(self.item is each for each in goals[-1:]):
                self.area.measures.append(goals.pop())
                self._without_reason(self.item)
        return self.item

    def _without_reason(self, item: Item) -> None:
        """Measures have no key for a reason."""
        for trace in item.reason.traces if item.reason else ():
            trace.doubt = doubts.NO_KEY
        item.reason = None

    def reason(self, event: Event) -> None:
        """Why the goal is one."""
        if self.item is None or any(self.item is each for each in self.area.measures):
            self._no_key(event)
        else:
            self.item.reason = self._traces.keep_with(self.item.reason, event)

    def result(self, event: Event, *, of_item: bool) -> None:
        """What came of the item, or of the area."""
        entry = status(event.text)
        if entry is None:
            if _NO_WORDS.fullmatch(event.text):
                self._traces.drop(event, Reason.LABEL)
            else:
                self._traces.doubt(event, doubts.REPORT_UNREAD)
            return
        trace = self._traces.drop(event, Reason.READ)
        if of_item and self.item is not None:
            self.item.results.append((entry, trace))
        else:
            self.area.results.append((entry, trace))

    def other(self, event: Event) -> None:
        """A label that the model has no key for."""
        if _NO_WORDS.fullmatch(event.text):
            self._traces.drop(event, Reason.LABEL)
        else:
            self._no_key(event)

    def _no_key(self, event: Event) -> None:
        self._traces.doubt(event, doubts.NO_KEY)

    def add_course(self, event: Event) -> None:
        """A course of the area."""
        self.course = CourseItem(self._traces.keep(event))
        self.area.courses.append(self.course)
        self.item = None

    def audience(self, event: Event) -> None:
        """Whom the course is for."""
        if self.course is None:
            self._traces.doubt(event, doubts.NO_ITEM)
        else:
            self.course.audience = self._traces.keep_with(self.course.audience, event)

    def time(self, event: Event) -> None:
        """When the course is."""
        if self.course is None:
            self._traces.doubt(event, doubts.NO_ITEM)
        else:
            self.course.time = self._traces.keep_with(self.course.time, event)


def _piece(event: Event, words: str) -> Event:
    first = event.text.startswith(words)
    return Event(kind=event.kind, block=event.block, text=words, label=event.label if first else "")


def _left_over(whole: str, kept: str) -> str:
    """The words of the whole that are not among the kept: those that link roles."""
    rest = kept.casefold().split()
    left: list[str] = []
    for word in re.split(r"[\s/+&;,]+", whole):
        key = word.casefold()
        if key in rest:
            rest.remove(key)
        elif word.strip(" .,;)") and key.strip(".,;)") not in rest:
            left.append(word)
    return " ".join(left)

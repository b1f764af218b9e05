"""What changed in plans, as pages tell it: change by change, and counted in a line."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from generator import addresses
from generator.addresses import Address
from generator.diagnostics import Message, message
from generator.history.changes import (
    AreaName,
    Change,
    Detail,
    Field,
    Kind,
    Omitted,
    Part,
    PlanHistory,
    Refollowed,
    Revision,
    Reworded,
)
from generator.history.items import Item, items
from generator.model import Course, Plan, Reference, Resolution, StatusEntry
from generator.texts import Text
from generator.views.common import Scene, area_title, goal_label, measure_label
from generator.views.due_rows import shortened
from generator.word_steps import Step

_SHORT = 90
"""Signs of an item's text that are shown where the text itself did not change."""

DAYS = 100
"""Days of a plan of which is told."""

_LABELS = {
    Part.PLAN: message("The plan"),
    Part.RESOLUTION: message("Resolution"),
    Part.AREA: message("The area itself"),
    Part.MAIN_GOAL: message("Main goal in the plan"),
    Part.GOAL: message("Goal"),
    Part.MEASURE: message("Measure without a number"),
    Part.COURSE: message("Course"),
}


@dataclass(frozen=True, slots=True)
class StepView:
    """Words before and after; only `before` where they stayed."""

    before: str
    after: str
    kept: bool


@dataclass(frozen=True, slots=True)
class DetailView:
    """What changed of something; `field` is None where that goes without saying.

    Without steps it is only said that it changed; `omitted` says that the words may not be told.
    """

    field: Field | None
    steps: tuple[StepView, ...] = ()
    omitted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One change; `about` is the item's text, shortened, which the details may show already."""

    kind: Kind
    label: Message
    area: str
    to: Address | None
    about: str
    shown: bool
    details: tuple[DetailView, ...]
    report: StatusEntry | None
    resolution: Resolution | None


class Told:
    """The changes of one plan, made ready to be shown."""

    def __init__(self, scene: Scene, plan: Plan) -> None:
        self._scene = scene
        self._plan = plan
        self._items = items(plan)
        self._areas = {area.id: area for area in plan.areas}

    def change(self, change: Change) -> ChangeView:
        """The change with its words and where to find what it is about."""
        item = self._items.get(change.key)
        details = tuple(self.detail(change.kind, each) for each in change.details)
        shown = change.report is None and any(
            each.field in (None, Field.TEXT, Field.NAME) for each in details
        )
        gone = _words(details) if change.kind is Kind.REMOVED else ""
        return ChangeView(
            kind=change.kind,
            label=label(change),
            area=self._title(change.area),
            to=self._address(change, item),
            about=shortened(_text(item) if item else gone, _SHORT),
            shown=shown,
            details=details,
            report=change.report,
            resolution=change.resolution,
        )

    def detail(self, kind: Kind, detail: Detail) -> DetailView:
        """The detail of a change of that kind."""
        field = detail.field if kind is Kind.CHANGED else None
        match detail:
            case Reworded():
                return DetailView(field, tuple(self._step(step, kind) for step in detail.steps))
            case Refollowed():
                gone = (StepView(words, "", kept=False) for words in self._names(detail.gone))
                come = (StepView("", words, kept=False) for words in self._names(detail.come))
                return DetailView(field, (*gone, *come))
        return DetailView(field, omitted=isinstance(detail, Omitted))

    def _step(self, step: Step, kind: Kind) -> StepView:
        """The step; what came or went as a whole is words like any others."""
        before, after = (Text(" ".join(words), self._plan.language) for words in (step.before, step.after))
        if kind is not Kind.CHANGED:
            return StepView(before or after, "", kept=True)
        return StepView(before, "" if step.kept else after, kept=step.kept)

    def _names(self, references: Iterable[Reference]) -> Iterable[str]:
        """What the strategy calls what is followed; nothing where it no longer knows it."""
        thread = self._scene.thread
        for reference in references:
            if reference in thread.items:
                yield thread.items[reference].text
            elif reference in thread.areas:
                yield thread.areas[reference].title

    def _title(self, name: AreaName | None) -> str:
        if name is None:
            return ""
        if name.id in self._areas:
            return area_title(self._scene, self._plan, self._areas[name.id])
        area = self._scene.thread.areas.get(Reference(self._plan.strategy, name.id, None))
        return name.title or (area.title if area else "")

    def _address(self, change: Change, item: Item | None) -> Address | None:
        """Where it stands in the plan as it is now."""
        if item is not None:
            return addresses.plan_item(self._plan, item.area, item.thing)
        area = self._areas.get(change.key.id) if change.key.part is Part.AREA else None
        if area is not None:
            return addresses.plan_area(self._plan, area)
        return addresses.plan(self._plan) if change.key.part is Part.PLAN else None


def label(change: Change) -> Message:
    """What to call what changed."""
    match change.key.part:
        case Part.MEASURE:
            return measure_label(change.number)
        case Part.GOAL if change.number:
            return goal_label(change.number)
        case Part.AREA if change.kind in (Kind.ADDED, Kind.REMOVED):
            return message("Area")
    return _LABELS[change.key.part]


def _text(item: Item) -> str:
    words = item.thing.name if isinstance(item.thing, Course) else item.thing.text
    return words or ""


def _words(details: tuple[DetailView, ...]) -> str:
    """What the details tell of something that is no longer there."""
    told = [step.before for detail in details for step in detail.steps if step.kept]
    return told[0] if len(told) == 1 else " ".join(told)


def visible(scene: Scene, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes without reports of days to come."""
    return tuple(
        change
        for change in changes
        if change.report is None or (change.report.date or datetime.date.min) <= scene.today
    )


def history_of(scene: Scene, plan: Plan) -> PlanHistory | None:
    """The plan's history; None where there is none."""
    return None if scene.history is None else scene.history.get(plan.position.file)


class _Count(StrEnum):
    """What changes are counted as."""

    MEASURES_ADDED = "measures added"
    MEASURES_CHANGED = "measures changed"
    MEASURES_REMOVED = "measures removed"
    GOALS_ADDED = "goals added"
    GOALS_CHANGED = "goals changed"
    GOALS_REMOVED = "goals removed"
    DEADLINES = "deadlines"
    REPORTED = "reported"
    RESOLUTIONS = "resolutions"
    OTHERS = "others"


_COUNTED = {
    (Part.MEASURE, Kind.ADDED): _Count.MEASURES_ADDED,
    (Part.MEASURE, Kind.CHANGED): _Count.MEASURES_CHANGED,
    (Part.MEASURE, Kind.REMOVED): _Count.MEASURES_REMOVED,
    (Part.GOAL, Kind.ADDED): _Count.GOALS_ADDED,
    (Part.GOAL, Kind.CHANGED): _Count.GOALS_CHANGED,
    (Part.GOAL, Kind.REMOVED): _Count.GOALS_REMOVED,
    (Part.RESOLUTION, Kind.ADDED): _Count.RESOLUTIONS,
}
_WORDS = {
    _Count.MEASURES_ADDED: message("measures added: {n}"),
    _Count.MEASURES_CHANGED: message("measures changed: {n}"),
    _Count.MEASURES_REMOVED: message("measures removed: {n}"),
    _Count.GOALS_ADDED: message("goals added: {n}"),
    _Count.GOALS_CHANGED: message("goals changed: {n}"),
    _Count.GOALS_REMOVED: message("goals removed: {n}"),
    _Count.DEADLINES: message("new deadlines: {n}"),
    _Count.REPORTED: message("reported: {n}"),
    _Count.RESOLUTIONS: message("new resolutions: {n}"),
    _Count.OTHERS: message("other changes: {n}"),
}
_PUT_IN = message("the plan was put in")


def tally(changes: Iterable[Change]) -> tuple[Message, ...]:
    """The changes counted, in few words each."""
    counts = Counter(count for change in changes for count in _counts(change))
    return tuple(
        replace(words, values=(("n", str(counts[count])),))
        for count, words in _WORDS.items()
        if counts[count]
    )


def _counts(change: Change) -> Iterator[_Count]:
    """What the change counts as: a new deadline by itself, apart from what else changed."""
    if change.kind is Kind.REPORTED:
        yield _Count.REPORTED
        return
    deadlines = change.kind is Kind.CHANGED and any(each.field is Field.DEADLINE for each in change.details)
    if deadlines:
        yield _Count.DEADLINES
    if not deadlines or len(change.details) > 1:
        yield _COUNTED.get((change.key.part, change.kind), _Count.OTHERS)


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which a plan changed: its changes, and those counted."""

    day: datetime.date
    changes: tuple[Change, ...]
    tally: tuple[Message, ...]


def days(scene: Scene, plan: Plan, *, committed: bool = False) -> tuple[Day, ...]:
    """The last DAYS days on which the plan changed, the newest first; none where there is no history.

    What is not committed changed on the day from which the site is seen, unless only what is
    committed is asked for.
    """
    found = history_of(scene, plan)
    by_day: dict[datetime.date, list[Revision]] = {}
    for revision in found.revisions if found else ():
        if committed and revision.day is None:
            continue
        by_day.setdefault(revision.day or scene.today, []).append(revision)
    seen = (_day(scene, day, of_day) for day, of_day in sorted(by_day.items(), reverse=True))
    return tuple(islice((day for day in seen if day.tally), DAYS))


def _day(scene: Scene, day: datetime.date, revisions: list[Revision]) -> Day:
    changes = visible(scene, (change for revision in revisions for change in revision.changes))
    put_in = (_PUT_IN,) if any(revision.first for revision in revisions) else ()
    return Day(day, changes, (*put_in, *tally(changes)))

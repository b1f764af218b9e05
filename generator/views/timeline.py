"""A plan's deadlines as a picture: time from left to right, a mark a measure, stacked where they meet.

A measure stands in the column of its last day, as in the calendar; the column of today is marked whole,
for within a column nothing is before or after anything.  What is due outside the plan's period stands in
a column at the edge, however far away it is.  All lengths are units of the picture.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator import addresses, standing
from generator.diagnostics import Message, message
from generator.due import Due, Shelf
from generator.model import Plan, Status
from generator.periods import Period
from generator.views.common import Scene, item_label
from generator.views.due_rows import SHORT, shortened

WIDTH = 360
MARK = 12
ABOVE = 18
BELOW = 32
TALL = 12
"""Marks on top of each other, above which columns are made to span more."""

YEAR = 12
NAMED = {1: 3, 3: 6}
"""By the months of a column, those between its named ticks; there is no room for more words."""

STEPS = (1, 3, YEAR)
"""The months that a column may span."""


class MarkKind(StrEnum):
    """How it stands with a deadline; each has a shape of its own."""

    TO_COME = "to come"
    PASSED = "passed"
    ENDED = "ended"
    DONE = "done"


WORDS: dict[MarkKind, Message] = {
    MarkKind.TO_COME: message("The deadline is to come"),
    MarkKind.PASSED: message("The deadline has passed"),
    MarkKind.ENDED: message("Ended otherwise"),
    MarkKind.DONE: message("Done or achieved"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMark:
    """A measure by its middle, with what its page calls it and the plan's words for when."""

    x: int
    y: int
    kind: MarkKind
    anchor: str
    label: Message
    words: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Where a column begins: its first day, of which the month, and the year, are `named` or not."""

    x: int
    first: datetime.date
    named: bool
    year: bool


@dataclass(frozen=True, slots=True)
class Next:
    """The deadline that comes next."""

    day: datetime.date
    label: Message
    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The picture, with the places of the edge columns that there are and of today's, each `column` wide.

    `kinds` holds the words and the number of each kind that is there; `throughout` counts what has no day.
    """

    width: int
    height: int
    base: int
    column: int
    ticks: tuple[Tick, ...]
    before: int | None
    after: int | None
    marks: tuple[TimeMark, ...]
    today: int | None
    kinds: tuple[tuple[MarkKind, Message, int], ...]
    throughout: int
    next: Next | None


@dataclass(frozen=True, slots=True)
class _Axis:
    """The columns: the period's own, of `step` months, and one at an edge where something is due there."""

    period: Period
    step: int
    before: bool
    after: bool

    @property
    def inside(self) -> int:
        """How many columns the period has."""
        return (self.period.last - self.period.first + 1) * YEAR // self.step

    @property
    def width(self) -> int:
        """How wide each column is."""
        return WIDTH // (self.inside + self.before + self.after)

    def place(self, day: datetime.date) -> int:
        """The column of the day, counted from the left."""
        if day < self.period.interval.start:
            return 0
        if day > self.period.interval.end:
            return self.before + self.inside
        return self.before + ((day.year - self.period.first) * YEAR + day.month - 1) // self.step

    def first(self, place: int) -> datetime.date:
        """The first day of a column of the period; its end, one beyond the last."""
        years, months = divmod((place - self.before) * self.step, YEAR)
        return datetime.date(self.period.first + years, months + 1, 1)


def timeline(scene: Scene, plan: Plan) -> Timeline | None:
    """The picture of the plan's deadlines; None where nothing is due on a day."""
    every = [due for due in scene.agenda.by_union[plan.union] if due.plan is plan]
    dues = [due for due in every if due.shelf is Shelf.DATED]
    if not dues:
        return None
    axis = _fitting(plan.period, dues)
    columns = _columns(axis, dues)
    base = ABOVE + _rows(axis, columns) * MARK
    kinds = {id(due): _kind(scene, due) for due in dues}
    return Timeline(
        width=axis.width * (axis.before + axis.inside + axis.after),
        height=base + BELOW,
        base=base,
        ticks=tuple(_ticks(axis)),
        before=0 if axis.before else None,
        after=(axis.before + axis.inside) * axis.width if axis.after else None,
        marks=tuple(_marks(axis, base, columns, kinds)),
        column=axis.width,
        today=_today(axis, scene.today),
        kinds=_counted(kinds.values()),
        throughout=sum(due.shelf is Shelf.THROUGHOUT for due in every),
        next=_next(scene, dues, kinds),
    )


def _fitting(period: Period, dues: Sequence[Due]) -> _Axis:
    """The finest columns that are wide enough for a mark and not too tall, or else the coarsest."""
    span = period.interval
    edges = dues[0].day < span.start, dues[-1].day > span.end
    wide = [axis for step in STEPS for axis in [_Axis(period, step, *edges)] if axis.width >= MARK]
    return next((axis for axis in wide if _rows(axis, _columns(axis, dues)) <= TALL), wide[-1])


def _columns(axis: _Axis, dues: Iterable[Due]) -> Mapping[int, list[Due]]:
    columns: dict[int, list[Due]] = defaultdict(list)
    for due in dues:
        columns[axis.place(due.day)].append(due)
    return columns


def _side_by_side(axis: _Axis) -> int:
    return max(1, axis.width // MARK)


def _rows(axis: _Axis, columns: Mapping[int, list[Due]]) -> int:
    return max(-(-len(found) // _side_by_side(axis)) for found in columns.values())


def _today(axis: _Axis, today: datetime.date) -> int | None:
    inside = axis.period.interval.start <= today <= axis.period.interval.end
    return axis.place(today) * axis.width if inside else None


def _marks(
    axis: _Axis, base: int, columns: Mapping[int, list[Due]], kinds: Mapping[int, MarkKind]
) -> Iterable[TimeMark]:
    for place, found in columns.items():
        for at, due in enumerate(found):
            row, along = divmod(at, _side_by_side(axis))
            yield TimeMark(
                x=place * axis.width + along * MARK + MARK // 2,
                y=base - row * MARK - MARK // 2,
                kind=kinds[id(due)],
                anchor=addresses.item_anchor(due.area, due.measure),
                label=item_label(due.measure, ()),
                words=due.deadline.words if due.deadline else "",
            )


def _ticks(axis: _Axis) -> Iterable[Tick]:
    for place in range(axis.before, axis.before + axis.inside):
        first = axis.first(place)
        crowded = axis.before and place == axis.before
        named = axis.step in NAMED and first.month % NAMED[axis.step] == 1 and not crowded
        yield Tick(place * axis.width, first, named, first.month == 1)


def _kind(scene: Scene, due: Due) -> MarkKind:
    reports = (standing.latest(each, scene.today) for each in (due.measure.status, due.area.results))
    final = next((report for report in reports if report and standing.is_final(report)), None)
    if final:
        return MarkKind.DONE if final.status in (Status.DONE, Status.ACHIEVED) else MarkKind.ENDED
    return MarkKind.PASSED if due.overdue else MarkKind.TO_COME


def _counted(kinds: Iterable[MarkKind]) -> tuple[tuple[MarkKind, Message, int], ...]:
    counts = Counter(kinds)
    return tuple((kind, WORDS[kind], counts[kind]) for kind in MarkKind if counts[kind])


def _next(scene: Scene, dues: Iterable[Due], kinds: Mapping[int, MarkKind]) -> Next | None:
    ahead = (due for due in dues if due.day >= scene.today and kinds[id(due)] is MarkKind.TO_COME)
    due = next(ahead, None)
    if due is None:
        return None
    text = shortened(due.measure.text, SHORT)
    return Next(due.day, item_label(due.measure, ()), text, addresses.item_anchor(due.area, due.measure))

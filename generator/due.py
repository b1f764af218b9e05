"""Floor 8: what is due when, computed once for all pages and calendar files.

A measure is due on the last day of the time that its deadline's words span.  What recurs or goes on
throughout that time has no such day, and stands on a shelf of its own; so does what is not understood.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator import standing
from generator.deadlines import Deadline, Precision
from generator.model import Body, Measure, Plan, PlanArea, Union
from generator.periods import Interval


class Shelf(StrEnum):
    """Where a measure stands in a calendar."""

    DATED = "dated"
    THROUGHOUT = "throughout"
    NOT_UNDERSTOOD = "not understood"
    NO_DEADLINE = "no deadline"


_THROUGHOUT = {Precision.RECURRING, Precision.CONTINUOUS, Precision.WHOLE_PERIOD}


def shelf(deadline: Deadline | None) -> Shelf:
    """Where a measure with the deadline stands."""
    if deadline is None:
        return Shelf.NO_DEADLINE
    if deadline.interval is None:
        return Shelf.NOT_UNDERSTOOD
    return Shelf.THROUGHOUT if deadline.precision in _THROUGHOUT else Shelf.DATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A measure with the deadline that counts for it, and the days that its words span."""

    union: Union
    plan: Plan
    area: PlanArea
    measure: Measure
    deadline: Deadline | None
    interval: Interval | None
    shelf: Shelf
    overdue: bool

    @property
    def day(self) -> datetime.date:
        """The day that it is due, or that it ends; the last of all days where there is none."""
        return self.interval.end if self.interval else datetime.date.max

    @property
    def years(self) -> frozenset[int]:
        """The years in whose calendars it stands: that of its day, or all that it goes on in."""
        covered = range(self.plan.period.first, self.plan.period.last + 1)
        if self.interval is None:
            return frozenset(covered)
        last = frozenset({self.interval.end.year})
        if self.shelf is Shelf.DATED:
            return last
        return (
            frozenset(range(self.interval.start.year, self.interval.end.year + 1)).intersection(covered)
            or last
        )


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything that is due, by day and then in the order of the plans.

    `by_union` holds the measures of each union's plans by the union's id; `by_year` those of each
    year that has deadlines, by the county's id.
    """

    by_union: Mapping[str, tuple[Due, ...]]
    by_year: Mapping[int, Mapping[str, tuple[Due, ...]]]


def agenda(body: Body, today: datetime.date) -> Agenda:
    """What is due in all plans, seen from the day."""
    in_order = sorted(_all(body, today), key=lambda due: due.day)
    by_union: dict[str, list[Due]] = {union.id: [] for union in body.everyone}
    by_year: dict[int, dict[str, list[Due]]] = defaultdict(lambda: defaultdict(list))
    for due in in_order:
        by_union[due.union.id].append(due)
        for year in due.years:
            by_year[year][due.union.county].append(due)
    return Agenda(
        {union: tuple(found) for union, found in by_union.items()},
        {year: _frozen(found) for year, found in sorted(by_year.items()) if _has_deadlines(found)},
    )


def _all(body: Body, today: datetime.date) -> Iterable[Due]:
    for union in body.everyone:
        for plan in union.plans:
            for area in plan.areas:
                for measure in area.measures:
                    deadline = standing.deadline_of(area, measure)
                    yield Due(
                        union=union,
                        plan=plan,
                        area=area,
                        measure=measure,
                        deadline=deadline,
                        interval=deadline.interval if deadline else None,
                        shelf=shelf(deadline),
                        overdue=standing.measure_overdue(area, measure, today),
                    )


def _has_deadlines(by_county: Mapping[str, Iterable[Due]]) -> bool:
    return any(due.deadline is not None for found in by_county.values() for due in found)


def _frozen(by_county: Mapping[str, list[Due]]) -> dict[str, tuple[Due, ...]]:
    return {county: tuple(found) for county, found in by_county.items()}

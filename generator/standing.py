"""Floor 7: how things stand on a given day: reports, deadlines, periods."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from generator.deadlines import Deadline
from generator.model import Measure, Plan, PlanArea, Status, StatusEntry
from generator.periods import Period


class Phase(StrEnum):
    """Where a day lies in a plan's period."""

    TO_COME = "to come"
    IN_FORCE = "in force"
    OVER = "over"


def phase(period: Period, today: datetime.date) -> Phase:
    """Whether the period is to come, in force or over."""
    if today < period.interval.start:
        return Phase.TO_COME
    return Phase.OVER if today > period.interval.end else Phase.IN_FORCE


def latest(entries: tuple[StatusEntry, ...], today: datetime.date) -> StatusEntry | None:
    """The newest entry dated on or before today, the last written of equals; None is *not reported*.

    An undated entry counts as older than every dated one.
    """
    known = [entry for entry in entries if is_known(entry, today)]
    return max(reversed(known), key=lambda entry: entry.date or datetime.date.min, default=None)


def is_known(entry: StatusEntry, today: datetime.date) -> bool:
    """Whether it is reported on or before today."""
    return entry.date is None or entry.date <= today


def is_final(report: StatusEntry | None) -> bool:
    """Whether the report says how it ended."""
    return report is not None and report.status not in (Status.NOT_STARTED, Status.UNDER_WAY)


def overdue(deadline: Deadline | None, reports: Iterable[StatusEntry | None], today: datetime.date) -> bool:
    """Whether a deadline's whole interval is past and none of the reports says how it ended."""
    ended = any(is_final(report) for report in reports)
    return deadline is not None and deadline.passed(today) and not ended


def to_come_first(day: datetime.date | None, today: datetime.date) -> tuple[bool, int]:
    """What to sort by: days to come, the nearest first; then no day; then days past, the latest first."""
    last = day or datetime.date.max
    passed = last < today
    return passed, -last.toordinal() if passed else last.toordinal()


def deadline_of(area: PlanArea, measure: Measure) -> Deadline | None:
    """The deadline that counts for the measure: its own, or else its area's."""
    return measure.deadline or area.deadline


def measure_overdue(area: PlanArea, measure: Measure, today: datetime.date) -> bool:
    """Whether its deadline has passed and neither it nor its whole area is reported to have ended."""
    reports = (latest(measure.status, today), latest(area.results, today))
    return overdue(deadline_of(area, measure), reports, today)


@dataclass(frozen=True, slots=True)
class Summary:
    """How many of `total` have been reported, and with which status, in the vocabulary's order."""

    total: int
    by_status: tuple[tuple[Status, int], ...]

    @property
    def reported(self) -> int:
        """How many have any report."""
        return sum(count for _, count in self.by_status)

    @property
    def segments(self) -> tuple[tuple[Status, int, int], ...]:
        """Each status with where its part of a strip of `total` begins, and how long it is."""
        ends = accumulate((count for _, count in self.by_status), initial=0)
        return tuple(
            (status, start, count) for (status, count), start in zip(self.by_status, ends, strict=False)
        )

    @property
    def unreported(self) -> int:
        """How many have none; that is never *not achieved*."""
        return self.total - self.reported


def summary(reports: list[StatusEntry | None]) -> Summary:
    """The summary of the newest report of each of several things."""
    counts = Counter(report.status for report in reports if report is not None)
    return Summary(len(reports), _in_order(counts))


def total(summaries: Iterable[Summary]) -> Summary:
    """Several summaries as one."""
    every = list(summaries)
    counts = sum((Counter(dict(each.by_status)) for each in every), Counter[Status]())
    return Summary(sum(each.total for each in every), _in_order(counts))


def _in_order(counts: Counter[Status]) -> tuple[tuple[Status, int], ...]:
    """What is counted, in the vocabulary's order."""
    return tuple((status, counts[status]) for status in Status if counts[status])


def measures(plan: Plan, today: datetime.date) -> Summary:
    """How the plan's measures stand."""
    return summary([latest(each.status, today) for area in plan.areas for each in area.measures])


def goals(plan: Plan, today: datetime.date) -> Summary:
    """How the plan's local goals stand."""
    return summary([latest(each.status, today) for area in plan.areas for each in area.goals])


def areas(plan: Plan, today: datetime.date) -> Summary:
    """How the plan's areas stand; a report by area is not spread over its measures."""
    return summary([latest(area.results, today) for area in plan.areas])


def current(plans: tuple[Plan, ...], today: datetime.date) -> Plan | None:
    """The plan in force, or else the newest that is over, or else the first to come."""
    by_phase = {wanted: [plan for plan in plans if phase(plan.period, today) is wanted] for wanted in Phase}
    chosen = by_phase[Phase.IN_FORCE][-1:] or by_phase[Phase.OVER][-1:] or by_phase[Phase.TO_COME][:1]
    return chosen[0] if chosen else None

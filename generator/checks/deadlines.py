"""Rules on deadlines."""

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject, grave, warning
from generator.deadlines import Deadline, Precision
from generator.diagnostics import Message, message
from generator.model import Plan
from generator.periods import Interval


def _deadlines(subject: Subject) -> Iterator[Deadline]:
    for plan in subject.plans:
        yield from _of(plan)


def _of(plan: Plan) -> Iterator[Deadline]:
    for area in plan.areas:
        written = (area.deadline, *(measure.deadline for measure in area.measures))
        yield from (each for each in written if each is not None)


@grave
def deadline_impossible(subject: Subject) -> Iterator[Finding]:
    """A deadline has the form of a date that no calendar has, such as 31.02.2025.

    Nobody can tell when such a deadline is. Correct it; where the adopted plan really says so, make
    an exception and give the reason.
    """
    for deadline in _deadlines(subject):
        if deadline.impossible:
            yield Finding(
                deadline.position,
                message("The calendar has no “{found}”.", found=deadline.words),
                message("Write a day that exists, for example 28.02.2025."),
            )


@warning
def deadline_not_understood(subject: Subject) -> Iterator[Finding]:
    """A deadline is in words that cannot be placed in time.

    It is shown as it stands, but it is in no calendar and never counts as overdue.
    """
    for deadline in _deadlines(subject):
        if deadline.precision is Precision.UNKNOWN and not deadline.impossible:
            yield Finding(
                deadline.position,
                message("The deadline “{found}” is not understood.", found=deadline.words),
                message("Write for example 1. mai 2025, mars 2025, første halvår 2025 or kontinuerlig."),
            )


@warning
def deadline_missing(subject: Subject) -> Iterator[Finding]:
    """A measure has no deadline, and neither has its area.

    It is in no calendar and never counts as overdue. Write when it is to be done; what always goes on
    can have the deadline “kontinuerlig”.
    """
    for area in (area for plan in subject.whole_plans for area in plan.areas if area.deadline is None):
        for measure in area.measures:
            if measure.deadline is None:
                yield Finding(
                    measure.position,
                    message("The measure {measure} has no deadline.", measure=measure.name),
                    message("Write “frist:”, for example første halvår 2025 or kontinuerlig."),
                )


@warning
def deadline_outside_period(subject: Subject) -> Iterator[Finding]:
    """A deadline lies before the plan's period begins or after it has ended.

    Often the year is wrong, because the text was taken from an earlier plan. A deadline in January
    after the period is named too: the annual meeting hears of the plan then, but the next plan counts
    already. Where it is meant so, make an exception and give the reason.
    """
    for plan in subject.plans:
        days, period = plan.period.interval, plan.period.title
        hint = message("Write a time from {first} to {last}.", first=days.start, last=days.end)
        for deadline in _of(plan):
            text = _outside(deadline, days, period)
            if text is not None:
                yield Finding(deadline.position, text, hint)


def _outside(deadline: Deadline, days: Interval, period: str) -> Message | None:
    """What to say of a deadline that lies wholly outside the days of the period."""
    if deadline.interval is None:
        return None
    if deadline.interval.end < days.start:
        return message("“{found}” is before the period {period}.", found=deadline.words, period=period)
    if deadline.interval.start > days.end:
        return message("“{found}” is after the period {period}.", found=deadline.words, period=period)
    return None

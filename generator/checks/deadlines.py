"""Rules on deadlines."""

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject, grave, warning
from generator.deadlines import Deadline, Precision
from generator.diagnostics import message


def _deadlines(subject: Subject) -> Iterator[Deadline]:
    for area in (area for plan in subject.plans for area in plan.areas):
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

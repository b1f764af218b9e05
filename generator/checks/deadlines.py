"""Rules on deadlines."""

from collections.abc import Iterator

from generator.deadlines import Deadline, Precision
from generator.diagnostics import Diagnostic, Severity, message
from generator.model import Body


def _deadlines(body: Body) -> Iterator[Deadline]:
    for area in (area for plan in body.plans for area in plan.areas):
        written = (area.deadline, *(measure.deadline for measure in area.measures))
        yield from (each for each in written if each is not None)


def deadline_impossible(body: Body) -> Iterator[Diagnostic]:
    """A deadline has the form of a date that no calendar has, such as 31.02.2025."""
    for deadline in _deadlines(body):
        if deadline.impossible:
            yield Diagnostic(
                position=deadline.position,
                rule="deadline-impossible",
                message=message("The calendar has no “{found}”.", found=deadline.words),
                hint=message("Write a day that exists, for example 28.02.2025."),
            )


def deadline_not_understood(body: Body) -> Iterator[Diagnostic]:
    """A deadline is in words that cannot be placed in time; it is shown as it stands."""
    for deadline in _deadlines(body):
        if deadline.precision is Precision.UNKNOWN and not deadline.impossible:
            yield Diagnostic(
                position=deadline.position,
                rule="deadline-not-understood",
                severity=Severity.WARNING,
                message=message("The deadline “{found}” is not understood.", found=deadline.words),
                hint=message("Write for example 1. mai 2025, mars 2025, første halvår 2025 or kontinuerlig."),
            )

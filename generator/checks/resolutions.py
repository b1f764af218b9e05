"""Rules on which bodies adopted plans, and when."""

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject, warning
from generator.diagnostics import message
from generator.model import Plan, ResolutionKind, Strategy

_ADOPTIONS = {ResolutionKind.ADOPTED, ResolutionKind.APPROVED}


@warning
def adoption_missing(subject: Subject) -> Iterator[Finding]:
    """A plan does not say that anybody adopted or approved it.

    Readers cannot tell whether it counts or is a draft. Write under “vedtak” which body adopted the
    plan, and when.
    """
    for plan in subject.whole_plans:
        if not any(each.kind in _ADOPTIONS for each in plan.resolutions):
            yield Finding(
                plan.position,
                message("The plan does not say who adopted it."),
                message("Write under “vedtak” the body, the date and the type “vedtatt” or “godkjent”."),
            )


@warning
def adoption_order(subject: Subject) -> Iterator[Finding]:
    """What was resolved on a plan is not in the order of the dates, or it was adopted after its period.

    Most likely a date is wrong. Otherwise write the oldest first. A plan can be considered after its
    period, but it is too late to adopt it.
    """
    parts: list[Strategy | Plan] = [*subject.body.strategies, *subject.plans]
    for part in parts:
        yield from _out_of_order(part)
        yield from _too_late(part)


def _out_of_order(part: Strategy | Plan) -> Iterator[Finding]:
    latest = None
    for each in part.resolutions:
        if each.date is not None and latest is not None and each.date < latest:
            yield Finding(
                each.position,
                message("{found} stands after {other}, which is later.", found=each.date, other=latest),
                message("Correct the date, or write the oldest first."),
            )
        latest = max(filter(None, (each.date, latest)), default=None)


def _too_late(part: Strategy | Plan) -> Iterator[Finding]:
    end = part.period.interval.end
    for each in part.resolutions:
        if each.kind in _ADOPTIONS and each.date is not None and each.date > end:
            yield Finding(
                each.position,
                message(
                    "“{kind}” on {found}, but the period ended on {end}.",
                    kind=each.kind,
                    found=each.date,
                    end=end,
                ),
                message("Correct the date; what came after the period is “behandlet”."),
            )

"""Rules on which bodies adopted plans, and when."""

import re
from collections.abc import Iterator

from generator.checks.rule import Finding, Subject, warning
from generator.diagnostics import message
from generator.model import Plan, Resolution, Strategy
from generator.roles import spelling_key

_LETTERS = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"(?<=\w{4})(?:et|en|a|e)$")


@warning
def adoption_missing(subject: Subject) -> Iterator[Finding]:
    """A plan does not say that anybody adopted or approved it.

    Readers cannot tell whether it counts or is a draft. Write under “vedtak” which body adopted the
    plan, and when.
    """
    for plan in subject.whole_plans:
        if not any(each.kind.adopts for each in plan.resolutions):
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
        if each.kind.adopts and each.date is not None and each.date > end:
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


@warning
def body_spelt_several_ways(subject: Subject) -> Iterator[Finding]:
    """A union's plans write one body in several ways where they tell what was resolved.

    Readers may take “årsmøte”, “Årsmøtet” and “års-møtet” for several bodies, and whoever looks for
    what the annual meeting resolved finds only half. Write the body in the same way in all plans of
    the union. Capitals and small letters do not count.
    """
    for union in subject.body.unions:
        first: dict[str, Resolution] = {}
        for each in (resolution for plan in union.plans for resolution in plan.resolutions):
            other = first.setdefault(_body(each.body, subject), each)
            if spelling_key(other.body) != spelling_key(each.body):
                yield Finding(
                    each.position,
                    message(
                        "“{found}” is the body also written “{other}”.", found=each.body, other=other.body
                    ),
                    message("Write “{other}” here too, or change the others.", other=other.body),
                )


def _body(words: str, subject: Subject) -> str:
    """What makes two names one body: the role that both mean, or their letters less the article."""
    role = subject.thread.role(words)
    return role.id if role else _ARTICLE.sub("", "".join(_LETTERS.findall(words.casefold())))

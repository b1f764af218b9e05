"""Rules on measures: who carries them out, and how often."""

import re
from collections.abc import Iterator

from generator.checks.rule import Finding, Subject, warning
from generator.deadline_words import RECURRING
from generator.deadlines import Deadline, Precision
from generator.diagnostics import message
from generator.model import Plan, Responsible
from generator.periods import Period
from generator.roles import spelling_key


@warning
def responsible_missing(subject: Subject) -> Iterator[Finding]:
    """A measure names nobody who is responsible.

    A duty that is nobody's is easily forgotten, and it stands on no role's page. Write under
    “ansvar” the role that carries the measure out; never a person.
    """
    for area in (area for plan in subject.whole_plans for area in plan.areas):
        for measure in area.measures:
            if not measure.responsible:
                yield Finding(
                    measure.position,
                    message("The measure {measure} has nobody responsible.", measure=measure.name),
                    message("Write “ansvar:” with a role, for example ansvar: [styret]."),
                )


@warning
def role_spelt_several_ways(subject: Subject) -> Iterator[Finding]:
    """A plan writes one role in several ways.

    Readers may take it for several roles, and whoever searches for the one finds only half. Write
    the role in the same way all through the plan. Capitals and small letters do not count.
    """
    for plan in subject.plans:
        first: dict[str, Responsible] = {}
        told: set[str] = set()
        for responsible in _responsible(plan):
            role = subject.thread.role(responsible.words)
            if role is None or role.id in told:
                continue
            other = first.setdefault(role.id, responsible)
            if spelling_key(other.words) != spelling_key(responsible.words):
                told.add(role.id)
                yield _spelt_otherwise(responsible, other)


def _responsible(plan: Plan) -> Iterator[Responsible]:
    for measure in (measure for area in plan.areas for measure in area.measures):
        yield from measure.responsible


def _spelt_otherwise(responsible: Responsible, other: Responsible) -> Finding:
    return Finding(
        responsible.position,
        message(
            "“{found}” is the role that line {line} writes as “{other}”.",
            found=responsible.words,
            line=other.position.line,
            other=other.words,
        ),
        message("Write “{other}” here too, or change the others.", other=other.words),
    )


_ONE_TIME = {Precision.DAY, Precision.WEEK, Precision.MONTH}
_ONCE = re.compile(
    r"(?:hver|hvert|kvar|kvart|hvart|(?:en|én|ein|éin|1) (?:gang|gong)|år(?:lig|leg)e?|årsvis)"
)
_EVERY_YEAR = r"år(?:et)?|år(?:lig|leg)|(?:vår|sommer|sommar|høst|haust|vinter)(?:en)?|jul"
_MORE_OFTEN = (
    r"dag|(?:uke|veke)[an]?|(?:måned|månad)(?:en)?|månedlig|månadleg|kvartal(?:et)?|tertial(?:et)?"
    r"|(?:halvår|semester)(?:et)?|termin(?:en)?|\w{0,30}møte"
)
_OF_TIME = re.compile(
    r"(?: (?:i|om|per|pr\.?|hver|hvert|kvar|kvart|annen|annet|anna|andre|tredje|[2-6]\.)){0,2}"
    rf" (?:(?P<often>{_MORE_OFTEN})|(?:{_EVERY_YEAR}))\b"
)
_PER = re.compile(r"\b(?:per|pr\.?) (?:semester|halvår|kvartal|tertial|måned|månad)\b")


@warning
def recurring_duty_with_one_date(subject: Subject) -> Iterator[Finding]:
    """A measure says that it is done again and again, but its deadline is a single time.

    Once that time is past, the measure counts as overdue or done for good, and nobody is reminded of
    the next time. Write in the deadline how often it is. The last day of the period counts as the
    whole period, and what is done once a year may well have one date in a plan for one year.
    """
    for plan in subject.plans:
        for measure in (measure for area in plan.areas for measure in area.measures):
            deadline = measure.deadline
            if deadline is None or not _is_one_time(deadline, plan.period):
                continue
            words = _recurring(measure.text, plan.period)
            if words is not None:
                yield Finding(
                    deadline.position,
                    message(
                        "The measure says “{words}”, but the deadline “{found}” comes only once.",
                        words=words,
                        found=deadline.words,
                    ),
                    message("Write how often, for example “hvert semester, første gang 1. mars”."),
                )


def _is_one_time(deadline: Deadline, period: Period) -> bool:
    if deadline.interval is None or deadline.precision not in _ONE_TIME:
        return False
    days = (deadline.interval.end - deadline.interval.start).days + 1
    return days <= 31 and deadline.interval.start != period.interval.end  # noqa: PLR2004 - a month


def _recurring(text: str, period: Period) -> str | None:
    """The words that say that something is done more often than once in the period."""
    folded = text.casefold()
    for match in RECURRING.finditer(folded):
        adverb = match[0].endswith(("ig", "ige", "leg", "lege", "vis"))
        unit = None if adverb else _OF_TIME.match(match.string, match.end())
        if not adverb and unit is None:
            continue
        yearly = _ONCE.fullmatch(match[0]) and not (unit and unit["often"])
        if not yearly or period.first < period.last:
            return match[0] + (unit[0] if unit else "")
    per = _PER.search(folded)
    return per and per[0]

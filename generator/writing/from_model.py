"""A plan as the nodes of its source: all that is read from one, and nothing else."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from generator import forms
from generator.deadlines import Deadline
from generator.diagnostics import Span
from generator.model import (
    NOWHERE,
    Course,
    Deviation,
    Doubt,
    EarlierItem,
    Goal,
    Gone,
    Measure,
    NotPrioritised,
    Plan,
    PlanArea,
    Proposal,
    Reference,
    Resolution,
    Section,
    StatusEntry,
)
from generator.nodes import Mapping, Node, Scalar, Sequence
from generator.periods import Period

Value = Node | str | None
_NO_SPAN = Span(NOWHERE, NOWHERE)


def record(**values: Value) -> Mapping:
    """A mapping of those keys that have a value."""
    entries = ((key, _node(value)) for key, value in values.items())
    kept = tuple((Scalar(key, NOWHERE), node) for key, node in entries if node is not None)
    return Mapping(kept, NOWHERE, _NO_SPAN)


def listed(items: Iterable[Node | str]) -> Sequence | None:
    """A list; None where it is empty."""
    nodes = tuple(Scalar(each, NOWHERE) if isinstance(each, str) else each for each in items)
    return Sequence(nodes, NOWHERE) if nodes else None


def _node(value: Value) -> Node | None:
    return Scalar(str(value), NOWHERE) if isinstance(value, str) else value


def of_plan(plan: Plan) -> Mapping:
    """The whole source of the plan."""
    areas = _Areas(plan.strategy)
    return record(
        periode=plan.period.id,
        strategi=plan.strategy.id,
        ordlyd=plan.wording,
        kilde=plan.source,
        vedtak=listed(map(resolution, plan.resolutions)),
        innledning=paragraphs(plan.introduction),
        situasjon=listed(map(_section, plan.situation)),
        kapitler=listed(map(_section, plan.chapters)),
        områder=listed(map(areas.area, plan.areas)),
        resultat=listed(map(status, plan.results)),
        tidligere=listed(plan.former),
        nedlagt=listed(map(gone, plan.gone)),
        usikkert=listed(map(doubt, plan.doubts)),
    )


def doubt(one: Doubt) -> Mapping:
    """What has no place."""
    return record(tekst=one.text, side=_count(one.page), linje=_count(one.line), grunn=one.reason)


def _count(number: int | None) -> str | None:
    return None if number is None else str(number)


def status(entry: StatusEntry) -> Mapping:
    """One report of how something stands."""
    return record(status=entry.status, dato=_day(entry.date), grunn=entry.reason)


def paragraphs(texts: tuple[str, ...]) -> str | None:
    """Paragraphs with blank lines between; None where there are none."""
    return "\n\n".join(texts) or None


def resolution(one: Resolution) -> Mapping:
    """What a body resolved, and when."""
    return record(organ=one.body, dato=_day(one.date), type=one.kind)


def measure(one: Measure, edition: Period) -> Mapping:
    """A measure of a plan whose references mean the edition."""
    return _Areas(edition).measure(one)


def goal(one: Goal, edition: Period) -> Mapping:
    """A goal of such a plan."""
    return _Areas(edition).goal(one)


def _section(one: Section) -> Mapping:
    return record(
        nr=one.number,
        tittel=one.title,
        tekst=paragraphs(one.paragraphs),
        punkter=listed(one.points),
        deler=listed(map(_section, one.parts)),
    )


def _course(one: Course) -> Mapping:
    return record(
        id=_needed(one.id, one.name),
        navn=one.name,
        målgruppe=one.audience,
        tidspunkt=one.time,
        tidligere=listed(one.former),
        usikkert=one.doubt,
    )


def share(score: float | None) -> str | None:
    """How sure something is, from 0 to 1."""
    return None if score is None else f"{score:g}"


def gone(one: Gone) -> Mapping:
    """What says that an address is no more."""
    return record(adresse=one.address, navn=one.name, grunn=one.reason)


def _needed(id_: str, source: str | None) -> str | None:
    """The id where it is not the one that is made of the source."""
    return None if id_ == forms.slug(source or "") else id_


def _day(date: datetime.date | None) -> str | None:
    return date.isoformat() if date else None


def _words(deadline: Deadline | None) -> str | None:
    return deadline.words if deadline else None


def _earlier(item: EarlierItem | None) -> str | None:
    return str(item) if item else None


@dataclass(frozen=True, slots=True)
class _Areas:
    """Writes the areas of a plan whose references mean an edition of the strategy."""

    edition: Period

    def area(self, area: PlanArea) -> Mapping:
        local = area.title is not None
        return record(
            nr=area.number,
            område=None if local else area.id,
            id=area.id if local else None,
            tittel=area.title,
            frist=_words(area.deadline),
            innledning=paragraphs(area.introduction),
            avvik=listed(map(self._deviation, area.deviations)),
            mål=listed(map(self.goal, area.goals)),
            tiltak=listed(map(self.measure, area.measures)),
            kurs=listed(map(_course, area.courses)),
            resultat=listed(map(status, area.results)),
            ikke_prioritert=listed(map(self._not_prioritised, area.not_prioritised)),
            tidligere=listed(area.former),
            usikkert=area.doubt,
        )

    def _deviation(self, one: Deviation) -> Mapping:
        return record(
            type=one.kind,
            hovedmål=one.goal.item if one.goal else None,
            id=one.id,
            tekst=one.text,
            følger=self._follows(one.follows),
            forslag=self._proposed(one.proposals),
            merknad=one.note,
            tidligere=listed(one.former),
            usikkert=one.doubt,
        )

    def goal(self, goal: Goal) -> Mapping:
        return record(
            id=goal.id,
            tekst=goal.text,
            begrunnelse=goal.reason,
            følger=self._follows(goal.follows),
            forslag=self._proposed(goal.proposals),
            viderefører=_earlier(goal.continues),
            status=listed(map(status, goal.status)),
            tidligere=listed(goal.former),
            usikkert=goal.doubt,
        )

    def measure(self, measure: Measure) -> Mapping:
        return record(
            id=_needed(measure.id, measure.number),
            nr=measure.number,
            tekst=measure.text,
            ansvar=listed(each.words for each in measure.responsible),
            frist=_words(measure.deadline),
            etter=listed(each.words for each in measure.after),
            følger=self._follows(measure.follows),
            forslag=self._proposed(measure.proposals),
            viderefører=_earlier(measure.continues),
            status=listed(map(status, measure.status)),
            tidligere=listed(measure.former),
            usikkert=measure.doubt,
        )

    def _not_prioritised(self, one: NotPrioritised) -> Mapping:
        return record(følger=self._cited(one.reference), begrunnelse=one.reason)

    def _follows(self, references: tuple[Reference, ...]) -> Sequence | None:
        return listed(map(self._cited, references))

    def _proposed(self, proposals: tuple[Proposal, ...]) -> Sequence | None:
        return listed(
            record(følger=self._cited(each.reference), treff=share(each.score)) for each in proposals
        )

    def _cited(self, reference: Reference) -> str:
        whole = str(reference)
        return whole.removeprefix(f"{self.edition.id}/") if reference.period == self.edition else whole

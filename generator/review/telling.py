"""What a change does, in the words of one language: values to the texts of a summary."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import thread
from generator.diagnostics import Diagnostic, Message, errors, message
from generator.history.changes import Change, Detail, Field, Kind, Omitted, Part, Refollowed, Reworded
from generator.history.items import items
from generator.labels import LABELS
from generator.language import Language
from generator.model import Body, Course, Plan, Reference, Union
from generator.review.differences import Fate, PlanDifference, UnionDifference
from generator.review.in_common import Common
from generator.review.novelty import News
from generator.review.summary import Line, Piece, Section, Summary, within_bounds
from generator.views.changes import label, tally
from generator.views.due_rows import shortened

_ABOUT = 80
"""Signs of an item's text, where it is only named."""

_NAMED = 3
"""Unions, or reports, that a headline names one by one."""

_UNION = {
    Fate.ADDED: message("new union"),
    Fate.REMOVED: message("the union is taken out"),
}
_PLAN = {
    Fate.ADDED: message("new plan for {period}"),
    Fate.REMOVED: message("the plan for {period} is taken out"),
    Fate.UNREADABLE: message("the plan for {period} cannot be read: see the errors"),
    Fate.READABLE: message("the plan for {period} can be read again"),
}
_FACTS = (
    ("name", message("Name")),
    ("number", message("Number")),
    ("county", message("County")),
    ("language", message("Language")),
)


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is known of a change."""

    common: tuple[Common, ...]
    unions: tuple[UnionDifference, ...]
    news: News
    vanishing: tuple[str, ...]
    struck: int
    labels: tuple[str, ...]


def told(findings: Findings, foundation: Body | None, language: Language) -> Summary:
    """The summary of what was found, as long as there is room for."""
    teller = _Teller(foundation, language)
    wrong = errors(findings.news.found)
    return within_bounds(
        Summary(
            headline=teller.headline(findings),
            sections=(*map(teller.common, findings.common), *map(teller.union, findings.unions)),
            faults=tuple(map(teller.fault, wrong)),
            warnings=tuple(teller.fault(each) for each in findings.news.found if each not in wrong),
            mended=findings.news.mended,
            vanishing=findings.vanishing,
            struck=findings.struck,
            labels=findings.labels,
        )
    )


class _Teller:
    def __init__(self, foundation: Body | None, language: Language) -> None:
        self._language = language
        self._thread = thread.spin(_without_unions(foundation)) if foundation else None
        self._counties = {each.id: each.name for each in foundation.federation.counties} if foundation else {}

    def headline(self, findings: Findings) -> str:
        """What the change is about; nothing where the one section that there is says so."""
        names = [self._name(each) for each in findings.unions]
        if len(names) > _NAMED:
            few = ", ".join(names[:_NAMED])
            return self._say(message("{n} unions: {names} and others", n=len(names), names=few))
        if len(names) > 1:
            return ", ".join(names)
        nothing = not names and not findings.common
        return self._say(message("Nothing that the site shows of the plans")) if nothing else ""

    def fault(self, found: Diagnostic) -> str:
        """Where it is, what is wrong, and what to write instead."""
        words = [self._say(each) for each in (found.message, found.hint) if each]
        return f"{found.position.file}:{found.position.line}: {' '.join(words)}"

    def common(self, one: Common) -> Section:
        """What is told of a source that all share."""
        lines = [
            Line(f"{self._say(each.what)}: {self._kind(each.kind)}", self._pieces(each.detail))
            for each in one.told
        ]
        return Section(self._say(one.title), "", tuple(lines))

    def union(self, one: UnionDifference) -> Section:
        """What is told of a union."""
        parts = [*self._fate(one)]
        lines = [*self._facts(one.before, one.now)]
        if one.fate in {Fate.CHANGED, Fate.RENAMED}:
            for each in one.plans:
                parts += self._plan(each, several=len(one.plans) > 1)
                lines += self._lines(each)
        if not parts and not lines:
            parts.append(self._say(message("nothing that the site shows")))
        return Section(self._name(one), ", ".join(parts), tuple(lines))

    def _name(self, one: UnionDifference) -> str:
        known = one.now or one.before
        if known is None:
            return one.folder
        county = self._counties.get(known.county)
        return f"{known.name} ({county})" if county else known.name

    def _fate(self, one: UnionDifference) -> Iterator[str]:
        if one.now is None and one.fate is not Fate.REMOVED:
            yield self._say(message("fagforening.yml cannot be read: see the errors"))
        elif one.fate is Fate.RENAMED:
            yield self._say(message("the folder {old} is now {new}", old=one.former or "", new=one.folder))
        elif one.fate in _UNION:
            yield self._say(_UNION[one.fate])
            periods = ", ".join(each.period for each in one.plans)
            if periods:
                yield self._say(message("plans: {periods}", periods=periods))

    def _facts(self, before: Union | None, now: Union | None) -> Iterator[Line]:
        if before is None or now is None:
            return
        for field, name in _FACTS:
            old, new = (str(getattr(each, field) or "") for each in (before, now))
            if old != new:
                yield Line(self._say(name), (Piece(old, new),))
        if before.owners != now.owners:
            yield Line(self._say(message("Who is asked about changes")), (_words(before.owners, now.owners),))

    def _plan(self, one: PlanDifference, *, several: bool) -> Iterator[str]:
        """The plan's changes, counted; reports by name where they are few."""
        if one.fate in _PLAN:
            yield self._say(message(_PLAN[one.fate].text, period=one.period))
            return
        if one.former:
            yield self._say(message("the plan for {old} is now for {new}", old=one.former, new=one.period))
        counted = [*self._counted(one)]
        if several and counted:
            counted[0] = f"{one.period}: {counted[0]}"
        yield from counted

    def _counted(self, one: PlanDifference) -> Iterator[str]:
        reports = [each for each in one.changes if each.report]
        few = len(reports) <= _NAMED
        counted = [each for each in one.changes if not (few and each.report)]
        yield from map(self._say, tally(counted))
        for each in reports if few else ():
            if each.report:
                status = self._say(LABELS[each.report.status]).lower()
                yield self._say(message("status of {item}: {status}", item=self._item(each), status=status))

    def _item(self, change: Change) -> str:
        """What to call it in a headline: by its number alone where that says enough."""
        if change.key.part is Part.MEASURE and change.number:
            return change.number
        words = self._say(label(change))
        return f"{words[:1].lower()}{words[1:]}"

    def _lines(self, one: PlanDifference) -> Iterator[Line]:
        named = items(one.plan) if one.plan else {}
        for change in one.changes:
            item = named.get(change.key)
            thing = item.thing if item else None
            about = (thing.name if isinstance(thing, Course) else thing.text) if thing else None
            yield from self._change(one.plan, change, about or "")

    def _change(self, plan: Plan | None, change: Change, about: str) -> Iterator[Line]:
        """What became of the item, and below it each thing that changed of it."""
        name, area = self._say(label(change)), self._area(plan, change)
        head = f"{name} ({area}): {self._became(change)}" if area else f"{name}: {self._became(change)}"
        whole = change.kind is not Kind.CHANGED
        shown = any(each.field in {Field.TEXT, Field.NAME} for each in change.details)
        if whole or len(change.details) == 1:
            detail = next(iter(change.details), None)
            field = "" if whole or detail is None else f", {self._say(LABELS[detail.field]).lower()}"
            yield Line(f"{head}{field}", self._pieces(detail))
            return
        yield Line(head if shown or not about else f"{head}: {shortened(about, _ABOUT)}")
        for each in change.details:
            yield Line(f"{name}, {self._say(LABELS[each.field]).lower()}", self._pieces(each))

    def _became(self, change: Change) -> str:
        if change.report:
            status = self._say(LABELS[change.report.status]).lower()
            day = f", {self._language.date(change.report.date)}" if change.report.date else ""
            return f"{self._kind(change.kind)} {status}{day}"
        if change.resolution:
            resolved = self._say(LABELS[change.resolution.kind])
            day = f" {self._language.date(change.resolution.date)}" if change.resolution.date else ""
            return f"{resolved}{day}, {change.resolution.body}"
        return self._kind(change.kind)

    def _area(self, plan: Plan | None, change: Change) -> str:
        """The title of the area that it stands in; its id where nobody knows a title."""
        if change.area is None:
            return ""
        known = self._thread.areas if self._thread and plan else {}
        of = known.get(Reference(plan.strategy, change.area.id, None)) if plan else None
        return change.area.title or (of.title if of else change.area.id)

    def _pieces(self, detail: Detail | None) -> tuple[Piece, ...]:
        match detail:
            case Reworded():
                return tuple(
                    Piece(kept=" ".join(step.before)) if step.kept else _words(step.before, step.after, " ")
                    for step in detail.steps
                )
            case Refollowed():
                return (_words(self._followed(detail.gone), self._followed(detail.come)),)
            case Omitted():
                return (Piece(kept=self._say(message("[text left out]"))),)
        return ()

    def _followed(self, references: Iterable[Reference]) -> tuple[str, ...]:
        return tuple("/".join(filter(None, (each.area, each.item))) for each in references)

    def _kind(self, kind: Kind) -> str:
        return self._say(LABELS[kind]).lower()

    def _say(self, text: Message) -> str:
        return self._language.text(text)


def _words(before: Iterable[str], after: Iterable[str], between: str = ", ") -> Piece:
    return Piece(between.join(before), between.join(after))


def _without_unions(body: Body) -> Body:
    return Body(federation=body.federation, strategies=body.strategies, unions=())

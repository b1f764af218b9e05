"""What somebody asks to have changed of a plan, and which edit that is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator import forms
from generator.checks.adopted import has_adopted_wording
from generator.deadlines import LENGTH_LIMIT, Deadline, understand
from generator.diagnostics import Collector, Message, Position, did_you_mean, message
from generator.model import (
    Body,
    Goal,
    Measure,
    Plan,
    PlanArea,
    Reference,
    Responsible,
    Union,
)
from generator.nodes import readable
from generator.reading_rules import UNKNOWN_WORD
from generator.roles import Roles, spelling_key
from generator.texts import folded
from generator.writing.edited import Added, Rewritten
from generator.writing.numbering import new_name
from generator.writing.reported import Target

_BETWEEN_ROLES = re.compile(r"(\s*[,;\n]\s*|\s+og\s+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a measure is to say, in an editor's words; None, or an empty list, where nothing is asked."""

    text: str | None = None
    deadline: str | None = None
    responsible: tuple[str, ...] = ()
    follows: tuple[str, ...] = field(default=())


class Orders:
    """Finds which edit is meant; each fault is noted, and where there is one there is no edit."""

    def __init__(self, body: Body, faults: Collector) -> None:
        self._body = body
        self._faults = faults
        self._roles = Roles(body.federation)

    def rewritten(self, plan: Plan, target: Target, asked: Asked) -> Rewritten | None:
        """The goal or measure as it is asked to be."""
        item = target.of(plan)
        if not isinstance(item, Goal | Measure):
            self._fault(message("Only goals and measures can be changed so."))
            return None
        if isinstance(item, Goal) and (asked.deadline or asked.responsible):
            self._fault(
                message("“{found}” is a goal: it has no deadline, and nobody responsible.", found=item.id),
                message("Name a measure."),
            )
            return None
        changed = self._with_text(plan, item, asked)
        if isinstance(changed, Measure):
            changed = self._with_values(plan, changed, asked)
        if changed == item and not self._faults.found:
            self._fault(
                message(
                    "“{found}” says so already.", found=item.name if isinstance(item, Measure) else item.id
                )
            )
        return None if self._faults.found else Rewritten(plan, target, changed)

    def added(self, union: Union, plan: Plan, area: str, asked: Asked) -> Added | None:
        """The new measure, in the area of that id, title or number."""
        place = self._area(plan, area)
        text = _clean(asked.text)
        if not text:
            self._fault(message("A new measure needs a text."), message("Write what is to be done."))
        follows = self._follows(plan, asked.follows)
        new = self._with_values(plan, Measure(id="", text=text, follows=follows), asked)
        if place is None or self._faults.found:
            return None
        of = plan.areas[place]
        name, number = new_name(union, plan, of)
        return Added(plan, place, replace(new, id=name, number=number), self._title(plan, of))

    def _with_text(self, plan: Plan, item: Goal | Measure, asked: Asked) -> Goal | Measure:
        text = _clean(asked.text)
        if asked.text is not None and not text:
            self._fault(message("The text is empty."), message("Write what is to be done."))
        if not text or text == item.text:
            return item
        if has_adopted_wording(plan):
            self._fault(
                message("The wording of this plan is adopted, and cannot be changed so."),
                message("Let the body that adopted it adopt the change, and enter that under “vedtak:”."),
            )
        return replace(item, text=text)

    def _with_values(self, plan: Plan, measure: Measure, asked: Asked) -> Measure:
        deadline = self._deadline(plan, asked.deadline) or measure.deadline
        responsible = self._responsible(plan, asked.responsible) or measure.responsible
        return replace(measure, deadline=deadline, responsible=responsible)

    def _deadline(self, plan: Plan, words: str | None) -> Deadline | None:
        if words is None:
            return None
        said = _clean(words)
        if not said or len(said) > LENGTH_LIMIT:
            self._fault(
                message("The deadline is empty, or longer than {limit} characters.", limit=LENGTH_LIMIT),
                message("Write for example 1. mai 2025, mars 2025, første halvår 2025 or kontinuerlig."),
            )
            return None
        return understand(said, plan.period)

    def _responsible(self, plan: Plan, words: Iterable[str]) -> tuple[Responsible, ...]:
        found: dict[str, Responsible] = {}
        for each in words:
            for said in self._divided(folded(readable(each))):
                role = self._roles.find(said)
                if role is None:
                    names = [role.name for role in self._body.federation.roles]
                    hint = did_you_mean(said, names, at_most=len(names))
                    self._fault(message("There is no role “{found}”.", found=said), hint)
                else:
                    found.setdefault(role.id, Responsible(self._as_spelt(plan, role.id) or role.id))
        return tuple(found.values())

    def _divided(self, words: str) -> Iterable[str]:
        """The roles that the words name, each as long as there is a role of that name."""
        parts = _BETWEEN_ROLES.split(words)
        at = 0
        while at < len(parts):
            ends = range(len(parts), at, -2)
            end = next((end for end in ends if self._roles.find("".join(parts[at:end]))), at + 1)
            said = "".join(parts[at:end]).strip()
            if said:
                yield said
            at = end + 1

    def _as_spelt(self, plan: Plan, role: str) -> str | None:
        """How the plan writes the role, where it names it."""
        for measure in (each for area in plan.areas for each in area.measures):
            for each in measure.responsible:
                found = self._roles.find(each.words)
                if found is not None and found.id == role:
                    return each.words
        return None

    def _follows(self, plan: Plan, words: Iterable[str]) -> tuple[Reference, ...]:
        found: list[Reference] = []
        for each in words:
            cited = forms.REFERENCE.read(each)
            if cited is None:
                self._fault(message(forms.REFERENCE.fault.text, found=each), forms.REFERENCE.instead)
            else:
                found.append(Reference(cited[0] or plan.strategy, cited[1], cited[2]))
        return tuple(found)

    def _area(self, plan: Plan, words: str) -> int | None:
        wanted = spelling_key(readable(words))
        for place, area in enumerate(plan.areas):
            known = {area.id, spelling_key(self._title(plan, area)), spelling_key(area.number or area.id)}
            if wanted in known:
                return place
        names = [self._title(plan, each) for each in plan.areas] + [each.id for each in plan.areas]
        text = message("The plan has no area “{found}”.", found=words)
        self._fault(text, did_you_mean(wanted, names, at_most=len(names)))
        return None

    def _title(self, plan: Plan, area: PlanArea) -> str:
        """The area's title, its own or the strategy's."""
        editions = (each for each in self._body.strategies if each.period == plan.strategy)
        titles = (of.title for edition in editions for of in edition.areas if of.id == area.id)
        return area.title or next(titles, area.id)

    def _fault(self, text: Message, hint: Message | None = None) -> None:
        self._faults.report(Position(""), UNKNOWN_WORD, text, hint)


def _clean(words: str | None) -> str:
    """The words in one line, without what cannot be seen."""
    return folded(readable(words or ""))

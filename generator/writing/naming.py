"""What people call unions, plans and what stands in them, and which they mean."""

from collections.abc import Iterable

from generator import forms
from generator.diagnostics import Collector, Message, did_you_mean, message
from generator.model import Body, Plan, Union
from generator.reading_rules import UNKNOWN_WORD
from generator.writing.reported import Target, named, names
from generator.writing.sheets import Field


class Names:
    """Finds what words mean; where they mean nothing, or more than one thing, that is a fault."""

    def __init__(self, body: Body, faults: Collector) -> None:
        self._body = body
        self._faults = faults

    def union(self, field: Field) -> Union | None:
        """The union, by its folder or its name."""
        by_name = {each.name.casefold(): each for each in self._body.unions} | {
            each.id: each for each in self._body.unions
        }
        union = by_name.get(field.text.casefold())
        if union is None:
            known = [words for each in self._body.unions for words in (each.id, each.name)]
            self._unknown(field, message("There is no union “{found}”.", found=field.text), known)
        return union

    def plan(self, union: Union, field: Field) -> Plan | None:
        """The union's plan of that period."""
        wanted = forms.PERIOD.read(field.text)
        plan = next((each for each in union.plans if each.period == wanted), None)
        if plan is None:
            text = message("{union} has no plan for “{found}”.", union=union.name, found=field.text)
            self._unknown(field, text, [each.period.id for each in union.plans])
        return plan

    def target(self, plan: Plan, field: Field) -> Target | None:
        """What in the plan has that number or id."""
        found = named(plan, field.text)
        if len(found) > 1:
            text = message("Several measures have the number “{found}”.", found=field.text)
            items = (each.of(plan) for each in found)
            ids = ", ".join(each.id for each in items if not isinstance(each, Plan))
            self._faults.report(
                field.position, UNKNOWN_WORD, text, message("Write the id instead: {ids}.", ids=ids)
            )
            return None
        if not found:
            text = message("The plan has no goal or measure “{found}”.", found=field.text)
            self._unknown(field, text, names(plan))
        return found[0] if found else None

    def _unknown(self, field: Field, text: Message, known: Iterable[str]) -> None:
        self._faults.report(field.position, UNKNOWN_WORD, text, did_you_mean(field.text, known))

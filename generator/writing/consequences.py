"""What the rules find in a plan that was changed, and did not find before."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import replace
from pathlib import Path

from generator import parse
from generator.checks import OF_HISTORY, OF_ONE, RULES, check, check_texts, is_private
from generator.diagnostics import Collector, Diagnostic, in_order
from generator.history.archive import Archive
from generator.model import Body, Plan
from generator.silences import silence
from generator.sources import understood
from generator.writing.reported import Source

_CHECKS = [each for each in OF_ONE if each.rule.name not in OF_HISTORY]


class Consequences:
    """Compares what is found in a plan before and after, as one of the body's; history plays no part."""

    def __init__(self, root: Path, body: Body) -> None:
        self._archive = Archive(root, is_private)
        self._body = body

    def of(self, before: Source, after: Source) -> tuple[Diagnostic, ...]:
        """What is found after and was not before."""
        known = Counter(map(_alike, self._found(before)))
        new: list[Diagnostic] = []
        for each in self._found(after):
            known[_alike(each)] -= 1
            if known[_alike(each)] < 0:
                new.append(each)
        return tuple(new)

    def _found(self, source: Source) -> tuple[Diagnostic, ...]:
        document = understood(source.raw, source.name)
        faults = Collector([*document.diagnostics])
        if document.root is not None:
            faults.found.extend(check_texts(document.root))
            plan = parse.plan(document.root, source.union, faults, source.language)
            if plan is not None:
                faults.found.extend(check(self._with(plan), self._archive, _CHECKS))
        left = silence(faults.found, faults.silences, RULES, OF_HISTORY.__contains__)
        return in_order(each for each in left if each.position.file == source.name)

    def _with(self, plan: Plan) -> Body:
        """The body of the plan's union alone, the plan in its place."""
        union = next(each for each in self._body.unions if each.id == plan.union)
        others = (each for each in union.plans if each.period != plan.period)
        plans = tuple(sorted((*others, plan), key=lambda each: each.period))
        return replace(self._body, unions=(replace(union, plans=plans),), guests=())


def _alike(found: Diagnostic) -> Hashable:
    """What two findings have in common that differ only in where they stand."""
    values = tuple(each for each in found.message.values if each[0] != "line")
    return found.rule.name, found.message.text, values

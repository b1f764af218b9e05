"""What a check is: a function that finds faults, and the rule that its docstring states."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from generator.catalogue import stated
from generator.checks.texts import Texts
from generator.diagnostics import Diagnostic, Message, Position, Rule, Severity
from generator.history.archive import Archive, Histories
from generator.model import Body, Plan
from generator.thread import Thread, spin

NOT_PROSE = frozenset(
    {
        "adresse",
        "ansvar",
        "dato",
        "eiere",
        "etter",
        "frist",
        "fylke",
        "følger",
        "hovedmål",
        "id",
        "linje",
        "nr",
        "område",
        "ordlyd",
        "periode",
        "regel",
        "side",
        "status",
        "strategi",
        "tidligere",
        "treff",
        "type",
        "viderefører",
    }
)
"""Keys whose values are ids, numbers, days, words of a vocabulary or web addresses: no texts to check."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a rule is broken, what is wrong, and what to write instead."""

    position: Position
    message: Message
    hint: Message | None = None


class Subject:
    """What checks look at: the whole body of plans, the red thread through it, and its history."""

    def __init__(self, body: Body, archive: Archive) -> None:
        self.body = body
        self._archive = archive

    @property
    def plans(self) -> tuple[Plan, ...]:
        """Every plan."""
        return self.body.plans

    @property
    def whole_plans(self) -> tuple[Plan, ...]:
        """Those read without an error: only of them can be said that something is missing."""
        return tuple(plan for plan in self.plans if plan.whole)

    @cached_property
    def thread(self) -> Thread:
        """The red thread, spun when it is first asked for."""
        return spin(self.body)

    def histories(self, plans: Iterable[Plan]) -> Histories:
        """The histories of the plans by their files, read when they are asked for; none without git."""
        return self._archive.histories(self.body.federation, plans) or {}


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with the function that finds what breaks it in the body of plans."""

    rule: Rule
    find: Callable[[Subject], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class TextCheck:
    """A rule with the function that finds what breaks it in the texts of one source."""

    rule: Rule
    find: Callable[[Texts], Iterator[Finding]]


def warning(find: Callable[[Subject], Iterator[Finding]]) -> Check:
    """A check whose findings are published all the same, and can be silenced."""
    return Check(_rule(find, Severity.WARNING, silenceable=True), find)


def private_warning(find: Callable[[Subject], Iterator[Finding]]) -> Check:
    """A warning whose findings are never shown with the line they stand in."""
    return Check(replace(warning(find).rule, private=True), find)


def error(find: Callable[[Subject], Iterator[Finding]]) -> Check:
    """A check whose findings stop the plan, for nobody could tell what it means."""
    return Check(_rule(find, Severity.ERROR, silenceable=False), find)


def grave(find: Callable[[Subject], Iterator[Finding]]) -> Check:
    """A check whose findings stop the plan unless they are silenced with a reason."""
    return Check(_rule(find, Severity.ERROR, silenceable=True), find)


def text_warning(find: Callable[[Texts], Iterator[Finding]]) -> TextCheck:
    """A check of texts whose findings are published all the same, and can be silenced."""
    return TextCheck(_rule(find, Severity.WARNING, silenceable=True), find)


def grave_text(find: Callable[[Texts], Iterator[Finding]]) -> TextCheck:
    """A check of texts whose findings stop the plan unless they are silenced with a reason."""
    return TextCheck(_rule(find, Severity.ERROR, silenceable=True), find)


def private_text(find: Callable[[Texts], Iterator[Finding]]) -> TextCheck:
    """A grave check of texts whose findings are never shown with the text they stand in."""
    return TextCheck(replace(grave_text(find).rule, private=True), find)


def private_text_warning(find: Callable[[Texts], Iterator[Finding]]) -> TextCheck:
    """A warning about texts whose findings are never shown with the text they stand in."""
    return TextCheck(replace(text_warning(find).rule, private=True), find)


def _rule(find: Callable[..., object], severity: Severity, *, silenceable: bool) -> Rule:
    """The rule that the function's name names and its docstring states."""
    return Rule(
        name=find.__name__.replace("_", "-"),
        text=Message(stated(find.__doc__)),
        severity=severity,
        silenceable=silenceable,
    )


def diagnostic(rule: Rule, finding: Finding) -> Diagnostic:
    """The finding as a diagnostic of the rule."""
    return Diagnostic(position=finding.position, rule=rule, message=finding.message, hint=finding.hint)

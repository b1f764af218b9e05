"""The rules on plans, each with a page of its own, so that a message can be looked up."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.diagnostics import Message, Rule, Severity, message
from generator.language import Language

_CONSEQUENCES = {
    Severity.ERROR: message("An error: what it stands in is not published until it is corrected."),
    Severity.WARNING: message("A warning: the plan is published all the same."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule; `exception` says whether it can have one, and goes before an example if it can."""

    here: Address
    name: str
    text: Message
    consequence: Message
    exception: Message
    silenceable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesView:
    here: Address
    errors: tuple[RuleView, ...]
    warnings: tuple[RuleView, ...]


def rules_view(rules: Iterable[Rule]) -> RulesView:
    """The rules by how grave they are, in the order of their names."""
    ordered = sorted(rules, key=lambda rule: rule.name)
    return RulesView(
        here=Address(addresses.RULES),
        errors=tuple(rule_view(rule) for rule in ordered if rule.severity is Severity.ERROR),
        warnings=tuple(rule_view(rule) for rule in ordered if rule.severity is Severity.WARNING),
    )


def rule_view(rule: Rule) -> RuleView:
    return RuleView(
        here=addresses.rule(rule.name),
        name=rule.name,
        text=rule.text,
        consequence=_CONSEQUENCES[rule.severity],
        exception=_exception(rule),
        silenceable=rule.silenceable,
    )


def _exception(rule: Rule) -> Message:
    if rule.silenceable:
        return message(
            "The rule can have exceptions. Write this in the entry that it speaks of, or in the whole "
            "plan, with the reason:"
        )
    return message("The rule can have no exceptions.")


def paragraphs(text: Message, language: Language) -> list[str]:
    """The text of a rule, translated, a paragraph each."""
    return language.text(text).split("\n\n")

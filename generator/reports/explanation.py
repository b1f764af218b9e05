"""A rule explained in plain text, in the words of its page on the site."""

from generator.diagnostics import Rule
from generator.language import Language
from generator.views.rules import paragraphs, rule_view


def explanation(rule: Rule, language: Language) -> str:
    """The rule's name, how grave it is, its text, and whether and how it can have an exception."""
    view = rule_view(rule)
    example = (f"    unntak:\n      - regel: {rule.name}\n        grunn: …",) if view.silenceable else ()
    told = (
        rule.name,
        language.text(view.consequence),
        *paragraphs(view.text, language),
        language.text(view.exception),
        *example,
    )
    return "\n\n".join(told) + "\n"

"""Floor 9: rules on what plans say.

A rule is a function marked as a check; its name names the rule and its docstring states it: what
is wrong, why that matters and what to do.  A module holds one family of them.
"""

from collections.abc import Iterator

from generator.checks import (
    areas,
    deadlines,
    following,
    identity,
    leftovers,
    likeness,
    measures,
    numbering,
    personal_data,
    prerequisites,
    references,
    resolutions,
    results,
    wording,
)
from generator.checks.rule import NOT_PROSE, Check, Subject, TextCheck, diagnostic
from generator.diagnostics import Diagnostic, Rule
from generator.model import Body
from generator.nodes import Node, scalars
from generator.reading_rules import READING_RULES
from generator.silences import SILENCE_RULES

_FAMILIES = (
    areas,
    deadlines,
    following,
    identity,
    leftovers,
    likeness,
    measures,
    numbering,
    personal_data,
    prerequisites,
    references,
    resolutions,
    results,
    wording,
)

CHECKS = tuple(each for family in _FAMILIES for each in vars(family).values() if isinstance(each, Check))
TEXT_CHECKS = tuple(
    each for family in _FAMILIES for each in vars(family).values() if isinstance(each, TextCheck)
)

_ALL = (
    *READING_RULES,
    *SILENCE_RULES,
    *(each.rule for each in CHECKS),
    *(each.rule for each in TEXT_CHECKS),
)

RULES: dict[str, Rule] = {rule.name: rule for rule in sorted(_ALL, key=lambda rule: rule.name)}
"""Every rule by its name, in the order of the names."""


def check(body: Body) -> Iterator[Diagnostic]:
    """What every rule finds in the body of plans."""
    subject = Subject(body)
    for each in CHECKS:
        for finding in each.find(subject):
            yield diagnostic(each.rule, finding)


def check_texts(root: Node) -> Iterator[Diagnostic]:
    """What every rule on texts finds in one source."""
    for key, scalar in scalars(root, NOT_PROSE):
        for each in TEXT_CHECKS:
            for finding in each.find(key, scalar):
                yield diagnostic(each.rule, finding)

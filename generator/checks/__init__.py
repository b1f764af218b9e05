"""Floor 9: rules on what plans say.

A rule is a function marked as a check; its name names the rule and its docstring states it: what
is wrong, why that matters and what to do.  A module holds one family of them.
"""

from collections.abc import Iterable, Iterator

from generator.checks import (
    adopted,
    areas,
    deadlines,
    drafts,
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
    vanished,
    wording,
)
from generator.checks.rule import NOT_PROSE, Check, Subject, TextCheck, diagnostic
from generator.checks.texts import Text, Texts
from generator.diagnostics import Diagnostic, Rule
from generator.history.archive import Archive
from generator.model import NOWHERE, Body
from generator.nodes import Node, scalars
from generator.reading_rules import READING_RULES
from generator.silences import SILENCE_RULES

_FAMILIES = (
    adopted,
    areas,
    deadlines,
    drafts,
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
    vanished,
    wording,
)

CHECKS = tuple(each for family in _FAMILIES for each in vars(family).values() if isinstance(each, Check))
TEXT_CHECKS = tuple(
    each for family in _FAMILIES for each in vars(family).values() if isinstance(each, TextCheck)
)

OF_ALL = (following.nobody_follows, vanished.former_id_taken, vanished.union_lost)
"""The rules that look from one union to another; all others find the same in each union by itself."""

OF_ONE = tuple(each for each in CHECKS if each not in OF_ALL)

_ALL = (
    *READING_RULES,
    *SILENCE_RULES,
    *(each.rule for each in CHECKS),
    *(each.rule for each in TEXT_CHECKS),
)

RULES: dict[str, Rule] = {rule.name: rule for rule in sorted(_ALL, key=lambda rule: rule.name)}
"""Every rule by its name, in the order of the names."""


OF_HISTORY = frozenset({adopted.adopted_wording_changed.rule.name})
"""The rules that can find nothing where there is no history."""


def check(body: Body, archive: Archive, checks: Iterable[Check] = CHECKS) -> Iterator[Diagnostic]:
    """What every rule, or each of some, finds in the body of plans, which has its history in the archive."""
    subject = Subject(body, archive)
    for each in checks:
        for finding in each.find(subject):
            yield diagnostic(each.rule, finding)


def is_private(words: str) -> bool:
    """Whether a private rule finds something in the words, which then may not be told again."""
    texts = Texts([Text("tekst", words, NOWHERE)])
    return any(True for each in TEXT_CHECKS if each.rule.private for _ in each.find(texts))


def check_texts(root: Node) -> Iterator[Diagnostic]:
    """What every rule on texts finds in one source."""
    texts = Texts(Text(key, each.text, each.position) for key, each in scalars(root, NOT_PROSE))
    for each in TEXT_CHECKS:
        for finding in each.find(texts):
            yield diagnostic(each.rule, finding)

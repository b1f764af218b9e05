"""Floor 8: rules on the whole body of plans.

A rule is a generator function whose docstring states it: what it finds, and why it matters.
"""

from collections.abc import Callable, Iterator

from generator.checks.deadlines import deadline_impossible, deadline_not_understood
from generator.checks.identity import duplicate_id, period_not_file_name, shared_spelling
from generator.checks.references import (
    unknown_area,
    unknown_county,
    unknown_item,
    unknown_role,
    unknown_strategy,
)
from generator.diagnostics import Diagnostic
from generator.model import Body

RULES: tuple[Callable[[Body], Iterator[Diagnostic]], ...] = (
    deadline_impossible,
    deadline_not_understood,
    duplicate_id,
    period_not_file_name,
    shared_spelling,
    unknown_area,
    unknown_county,
    unknown_item,
    unknown_role,
    unknown_strategy,
)


def check(body: Body) -> tuple[Diagnostic, ...]:
    """What every rule finds."""
    return tuple(found for rule in RULES for found in rule(body))

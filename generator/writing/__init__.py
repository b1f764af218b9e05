"""Floor 13: sources written: a plan as canonical YAML, a file in canonical form."""

from generator.model import Plan
from generator.writing.form import canonical
from generator.writing.from_model import of_plan
from generator.writing.layout import laid_out
from generator.writing.outline import outline

__all__ = ["canonical", "source_of"]


def source_of(plan: Plan) -> str:
    """The source of the plan, which is read as just that plan."""
    return laid_out(of_plan(plan), outline("plan"))

"""Floor 13: sources written: plans and strategies as canonical YAML, a file in canonical form."""

from generator.model import Plan, Strategy
from generator.writing.form import canonical
from generator.writing.from_model import of_plan
from generator.writing.layout import laid_out
from generator.writing.outline import outline
from generator.writing.strategy_from_model import of_strategy

__all__ = ["canonical", "source_of"]


def source_of(whole: Plan | Strategy) -> str:
    """The source of the plan or the edition of the strategy, which is read as just that."""
    if isinstance(whole, Plan):
        return laid_out(of_plan(whole), outline("plan"))
    return laid_out(of_strategy(whole), outline("strategi"))

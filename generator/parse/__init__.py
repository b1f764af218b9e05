"""Floor 6: nodes to model, one module a kind of source.

Every function returns as much of the model as could be read, and notes its faults in the
collector; what the source cites (areas, roles, counties) is looked up later, by the checks.
"""

from collections.abc import Callable
from functools import partial

from generator.fields import Fields
from generator.parse.federation import federation, read_federation
from generator.parse.plan import plan, read_plan
from generator.parse.strategy import read_strategy, strategy
from generator.parse.union import read_union, union

__all__ = ["READERS", "federation", "plan", "strategy", "union"]

READERS: dict[str, Callable[[Fields], object]] = {
    "forbund": read_federation,
    "strategi": read_strategy,
    "fagforening": partial(read_union, ""),
    "plan": partial(read_plan, ""),
}
"""What reads the fields of a whole file, by the kind of source; a union's folder plays no part in it."""

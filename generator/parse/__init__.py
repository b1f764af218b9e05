"""Floor 6: nodes to model, one module a kind of source.

Every function returns as much of the model as could be read, and notes its faults in the
collector; what the source cites (areas, roles, counties) is looked up later, by the checks.
"""

from generator.parse.federation import federation
from generator.parse.plan import plan
from generator.parse.strategy import strategy
from generator.parse.union import union

__all__ = ["federation", "plan", "strategy", "union"]

"""Floor 8: what in the strategy a text is like: its area, its main goal, what it may follow.

Words are compared and nothing else: no network, no model.  What comes of it is for an editor to judge.
"""

from generator.matching.areas import AreaMatch
from generator.matching.main_goals import Likeness, MainGoalMatch
from generator.matching.matcher import Matcher

__all__ = ["AreaMatch", "Likeness", "MainGoalMatch", "Matcher"]

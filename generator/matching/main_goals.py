"""Floor 8: which main goal of the strategy a text is: in the same words, or in others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from generator.matching.wordings import Index, Wordings
from generator.model import ItemKind, Reference, StrategyItem, Wording
from generator.words import words

_LEAST = 0.33
"""A text that is less like any main goal is one of the union's own."""

_OPENING = re.compile(r"(?:hovedmål\w*|hovudmål\w*|mål)?(?: ?\d+)? ?(?:fagforbundet )?(?:skal |har |vil )?")
"""What stands before the same words now and then: a number, the federation as what they are said of."""


Items = Sequence[tuple[Reference, StrategyItem]]


class Likeness(Enum):
    """Whether a text is a main goal word for word; not known where the edition only restates it."""

    SAME_WORDS = auto()
    OTHER_WORDS = auto()
    NOT_KNOWN = auto()


@dataclass(frozen=True, slots=True)
class MainGoalMatch:
    """The main goal that a text is, how, and how sure that is, from 0 to 1."""

    goal: Reference
    likeness: Likeness
    score: float


class MainGoals:
    """Knows the main goals of one edition of the strategy."""

    def __init__(self, items: Items, wording: Wording, wordings: Wordings) -> None:
        goals = [(reference, item) for reference, item in items if item.kind is ItemKind.MAIN_GOAL]
        self._measures = {_plain(item.text) for _, item in items if item.kind is not ItemKind.MAIN_GOAL}
        self._otherwise = Likeness.OTHER_WORDS if wording is Wording.ADOPTED else Likeness.NOT_KNOWN
        self._wordings = wordings
        self._references = [reference for reference, _ in goals]
        self._plain = [_plain(item.text) for _, item in goals]
        self._index = Index([wordings.weigh(item.text) for _, item in goals])

    def main_goal_of(self, text: str, area: str) -> MainGoalMatch | None:
        """The main goal of the area that the text is; None where it is like none of them, or a measure."""
        there = [number for number, each in enumerate(self._references) if each.area == area]
        plain = _plain(text)
        same = next((number for number in there if self._plain[number] == plain), None)
        if same is not None:
            return MainGoalMatch(self._references[same], Likeness.SAME_WORDS, 1.0)
        if plain in self._measures:
            return None
        likenesses = self._index.likenesses(self._wordings.weigh(text))
        return self._likest(there, likenesses)

    def _likest(self, there: Sequence[int], likenesses: dict[int, float]) -> MainGoalMatch | None:
        best = max(there, key=lambda number: likenesses.get(number, 0.0), default=None)
        if best is None or likenesses.get(best, 0.0) < _LEAST:
            return None
        return MainGoalMatch(self._references[best], self._otherwise, round(likenesses[best], 2))


def _plain(text: str) -> str:
    """The words alone, without what stands before them now and then."""
    plain = " ".join(words(text))
    return _OPENING.sub("", plain, count=1)

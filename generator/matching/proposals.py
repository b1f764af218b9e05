"""Floor 8: what in the strategy a goal or measure may follow, by its words and by what like ones follow."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import exp, fsum

from generator.matching.wordings import Index, Weights, Wordings
from generator.model import Level, Proposal, Reference, StrategyItem

LEAST = 0.28
"""Proposals are at least so sure: less than that, and only one in twelve is right."""

_SEVERAL = 0.6
"""The power that makes a share of the odds a score: more than one item can be right, so that each is
likelier than its share.  Of proposals that score 0.3, three in ten are then right, and so on."""

_WORDS, _OTHERS, _SAME_AREA, _OF_OTHERS, _NOTHING = 9.4, 7.2, 2.3, -3.2, 5.6
"""What speaks for an item: its likeness to the words of the strategy, its likeness to what others have
that follows the same, that it lies in the same area, that it is for others than the unions to carry out;
and what speaks for none.  These compete as in a logistic regression with one outcome of many;
`python -m bench.proposals` measures what comes of it."""

_EXAMPLES = 40
"""What so many goals and measures that follow an item say is enough to know it by."""

Followed = Iterable[tuple[str, Sequence[Reference]]]
"""Texts of goals and measures, with what they follow."""


class Proposer:
    """Knows one edition of the strategy, and what plans have that follows it."""

    def __init__(
        self, items: Sequence[tuple[Reference, StrategyItem]], followed: Followed, wordings: Wordings
    ) -> None:
        self._wordings = wordings
        self._references = [reference for reference, _ in items]
        self._of_others = [item.level not in (None, Level.UNION) for _, item in items]
        self._items = Index([wordings.weigh(item.text) for _, item in items])
        numbers = {reference: number for number, reference in enumerate(self._references)}
        self._follow, weights = _examples(followed, numbers, wordings)
        self._examples = Index(weights)

    def proposals(self, text: str, area: str | None, most: int, least: float) -> tuple[Proposal, ...]:
        """What a text in the area most likely follows, the surest first; none where none is `least` sure."""
        weights = self._wordings.weigh(text)
        words, others = self._items.likenesses(weights), self._likeness_to_others(weights)
        odds = {
            number: exp(
                self._for(number, area) + _WORDS * words.get(number, 0) + _OTHERS * others.get(number, 0)
            )
            for number in words.keys() | others.keys()
        }
        all_odds = exp(_NOTHING) + fsum(odds.values())
        best = sorted((-((each / all_odds) ** _SEVERAL), number) for number, each in odds.items())[:most]
        return tuple(
            Proposal(self._references[number], round(-score, 2)) for score, number in best if -score >= least
        )

    def _for(self, number: int, area: str | None) -> float:
        """What speaks for the item before any words are compared."""
        same = self._references[number].area == area
        return _SAME_AREA * same + _OF_OTHERS * self._of_others[number]

    def _likeness_to_others(self, weights: Weights) -> dict[int, float]:
        """For each item, how like the text is to the likest of what follows it."""
        likest: defaultdict[int, float] = defaultdict(float)
        for example, likeness in self._examples.likenesses(weights).items():
            for number in self._follow[example]:
                likest[number] = max(likest[number], likeness)
        return likest


def _examples(
    followed: Followed, numbers: dict[Reference, int], wordings: Wordings
) -> tuple[list[list[int]], list[Weights]]:
    """The items that each example follows, and its words; an item that has enough of them gets no more."""
    follow: list[list[int]] = []
    weights: list[Weights] = []
    seen: set[str] = set()
    known: defaultdict[int, int] = defaultdict(int)
    for text, references in followed:
        wanted = [numbers[each] for each in references if each in numbers]
        if text not in seen and any(known[number] < _EXAMPLES for number in wanted):
            seen.add(text)
            follow.append(wanted)
            weights.append(wordings.weigh(text))
            for number in wanted:
                known[number] += 1
    return follow, weights

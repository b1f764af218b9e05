"""Floor 8: all that is known of strategies and plans, prepared once for comparing texts with it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from generator.matching.areas import AreaMatch, Titles
from generator.matching.main_goals import MainGoalMatch, MainGoals
from generator.matching.proposals import LEAST, Proposer
from generator.matching.wordings import Wordings
from generator.model import Body, Proposal, Reference, Strategy, StrategyItem
from generator.periods import Period

_TEXTS = 5_000
"""Goals and measures of plans that tell how rare words are; more make it slower and no better."""

_Items = list[tuple[Reference, StrategyItem]]


class Matcher:
    """Compares texts with the strategies of a body, and with what its plans say follows them."""

    def __init__(self, body: Body) -> None:
        self._titles = Titles(area for strategy in body.strategies for area in strategy.areas)
        self._body = body
        self._editions = {each.period: each for each in body.strategies}
        self._prepared: dict[Period, tuple[MainGoals, Proposer]] = {}

    def area_of(self, title: str) -> AreaMatch | None:
        """The area, of any edition, that a heading with the title means; None where it means none."""
        return self._titles.area_of(title)

    def main_goal_of(self, text: str, area: str, edition: Period) -> MainGoalMatch | None:
        """The main goal of the edition's area that the text is; None where it is like none."""
        prepared = self._of(edition)
        return prepared[0].main_goal_of(text, area) if prepared else None

    def proposals(
        self, text: str, area: str | None, edition: Period, *, most: int = 3, least: float = LEAST
    ) -> tuple[Proposal, ...]:
        """What a goal or measure in the area (None: the union's own) most likely follows, the surest first.

        None where nothing is `least` sure, or where there is no such edition.
        """
        prepared = self._of(edition)
        return prepared[1].proposals(text, area, most, least) if prepared else ()

    def _of(self, edition: Period) -> tuple[MainGoals, Proposer] | None:
        strategy = self._editions.get(edition)
        if strategy is None:
            return None
        if edition not in self._prepared:
            items = _items(strategy)
            wordings = Wordings(self._texts(strategy))
            followed = _followed(self._body, _renamed(self._editions.values(), items))
            self._prepared[edition] = (
                MainGoals(items, strategy.wording, wordings),
                Proposer(items, followed, wordings),
            )
        return self._prepared[edition]

    def _texts(self, strategy: Strategy) -> Iterator[str]:
        for area in strategy.areas:
            yield from area.introduction
            yield from (item.text for item in area.items)
        yield from islice((text for text, _ in _said(self._body)), _TEXTS)


def _items(strategy: Strategy) -> _Items:
    return [
        (Reference(strategy.period, area.id, item.id), item) for area in strategy.areas for item in area.items
    ]


def _said(body: Body) -> Iterator[tuple[str, tuple[Reference, ...]]]:
    """What each goal, measure and added main goal of the plans says and follows."""
    for plan in body.plans:
        for area in plan.areas:
            yield from ((item.text, item.follows) for item in area.goals_and_measures)
            yield from ((each.text, each.follows) for each in area.deviations if each.text and each.id)


def _renamed(editions: Iterable[Strategy], items: _Items) -> dict[Reference, Reference]:
    """The items of the edition by what they are called in it, and by what they continue of earlier ones."""
    continued = {
        Reference(each.period, area.id, item.id): item.continues
        for each in editions
        for area in each.areas
        for item in area.items
    }
    names: dict[Reference, Reference] = {}
    for reference, _ in items:
        earlier: Reference | None = reference
        while earlier is not None and earlier not in names:
            names[earlier] = reference
            earlier = continued.get(earlier)
    return names


def _followed(body: Body, names: dict[Reference, Reference]) -> Iterator[tuple[str, Sequence[Reference]]]:
    """Goals and measures that follow something, with what that is called in the edition."""
    for text, follows in _said(body):
        wanted = [names[each] for each in follows if each in names]
        if wanted:
            yield text, wanted

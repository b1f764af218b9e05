"""The editions of the strategy: which one a plan can build on, and what became of an item in it."""

from collections.abc import Iterable

from generator.model import Reference, Strategy
from generator.periods import Period


def covering(strategies: Iterable[Strategy], period: Period) -> Strategy | None:
    """The newest edition that covers the years of the period; None where there is none."""
    found = [
        each for each in strategies if each.period.first <= period.first <= period.last <= each.period.last
    ]
    return max(found, key=lambda each: each.period, default=None)


class Editions:
    """Follows items and areas from edition to edition."""

    def __init__(self, strategies: Iterable[Strategy]) -> None:
        self._strategies = sorted(strategies, key=lambda each: each.period)

    @property
    def periods(self) -> list[Period]:
        """The period of each edition, the oldest first."""
        return [each.period for each in self._strategies]

    def title(self, area: Reference) -> str:
        """The title of an area; its id where it is not known."""
        areas = (each for one in self._strategies if one.period == area.period for each in one.areas)
        return next((each.title for each in areas if each.id == area.area), area.area)

    def in_edition(self, reference: Reference, edition: Period) -> tuple[Reference, ...]:
        """What the item or area has become in the edition; itself where it is of that one or a later one."""
        if reference.period >= edition:
            return (reference,)
        now = {reference}
        for strategy in self._strategies:
            if reference.period < strategy.period <= edition:
                now |= {new for new, old in _lineage(strategy) if old in now}
        return tuple(sorted((each for each in now if each.period == edition), key=str))


def _lineage(strategy: Strategy) -> Iterable[tuple[Reference, Reference | None]]:
    """Each area and item of the edition, and what it continues."""
    for area in strategy.areas:
        yield Reference(strategy.period, area.id, None), area.continues
        for item in area.items:
            yield Reference(strategy.period, area.id, item.id), item.continues

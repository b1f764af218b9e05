"""Floor 7: coverage: how each union stands to each item of an edition of the strategy, and counts of it.

Computed once for all pages, in time linear in what the plans say.  A union counts for an edition if
a plan of its builds on it, and by what says most in any of those plans: a measure that follows an
item, a goal, a deviation, a choice against it with a reason, a main goal that stands there as it is;
otherwise it says nothing.  What a plan follows in another area than its own counts where it points.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.model import (
    Body,
    Deviation,
    DeviationKind,
    Goal,
    ItemKind,
    Level,
    LocalItem,
    Measure,
    Plan,
    PlanArea,
    Reference,
    Strategy,
    StrategyItem,
    Union,
)
from generator.periods import Period


class Stance(StrEnum):
    """How a union stands to an item of the strategy, what says most first."""

    MEASURE = "by a measure"
    GOAL = "by a goal"
    DEVIATION = "by a main goal of its own wording"
    DECLINED = "not prioritised"
    CARRIED = "carried along"
    SILENT = "says nothing"

    @property
    def follows(self) -> bool:
        """Whether the union follows the item up, in any way."""
        return self in (Stance.MEASURE, Stance.GOAL, Stance.DEVIATION)


_RANK = {stance: rank for rank, stance in enumerate(Stance)}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of `total` unions stand how to one item."""

    total: int
    by_stance: Mapping[Stance, int]

    @property
    def following(self) -> int:
        """How many follow the item up."""
        return sum(count for stance, count in self.by_stance.items() if stance.follows)


def total(tallies: Iterable[Tally]) -> Tally:
    """Several tallies as one."""
    every = list(tallies)
    counts = sum((Counter(each.by_stance) for each in every), Counter[Stance]())
    return Tally(sum(each.total for each in every), counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How the unions that build on an edition stand to its items, both in their own order.

    `stances` holds what each union says, by its id; `by_county` counts that; `following` counts the
    unions of a county that follow anything of an area; `in_county` counts all of them.
    """

    period: Period
    items: Mapping[Reference, StrategyItem]
    unions: tuple[Union, ...]
    stances: Mapping[str, Mapping[Reference, Stance]]
    by_county: Mapping[str, Mapping[Reference, Mapping[Stance, int]]]
    following: Mapping[str, Mapping[str, int]]
    in_county: Mapping[str, int]

    def stance(self, union: Union, reference: Reference) -> Stance:
        """How the union stands to the item."""
        return self.stances[union.id].get(reference, Stance.SILENT)

    def tally(self, reference: Reference, county: str) -> Tally:
        """How the unions of a county stand to the item."""
        unions = self.in_county.get(county, 0)
        said = self.by_county.get(county, {}).get(reference, {})
        return Tally(unions, {**said, Stance.SILENT: unions - sum(said.values())})

    def whole_tally(self, reference: Reference) -> Tally:
        """How all unions stand to the item: the sum of the counties."""
        return total(self.tally(reference, county) for county in self.in_county)

    @property
    def asked(self) -> tuple[Reference, ...]:
        """The items that unions are asked to follow up: main goals, and measures at their level."""
        return tuple(reference for reference, item in self.items.items() if is_asked(item))

    def is_shown(self, reference: Reference) -> bool:
        """Whether unions are asked to follow the item up, or one of them says anything of it all the same."""
        spoken_of = any(reference in said for said in self.by_county.values())
        return spoken_of or is_asked(self.items[reference])


def is_asked(item: StrategyItem) -> bool:
    """Whether unions are asked to follow the item up: a main goal, or a measure at their level."""
    return item.kind is ItemKind.MAIN_GOAL or item.level is Level.UNION


def cover(body: Body) -> dict[Period, Coverage]:
    """The coverage of each edition of the strategy."""
    return {strategy.period: _cover(strategy, body) for strategy in body.strategies}


def _cover(strategy: Strategy, body: Body) -> Coverage:
    items = {
        Reference(strategy.period, area.id, item.id): item for area in strategy.areas for item in area.items
    }
    unions: list[Union] = []
    stances: dict[str, Mapping[Reference, Stance]] = {}
    by_county: dict[str, dict[Reference, Counter[Stance]]] = {}
    following: dict[str, Counter[str]] = {}
    for union in body.everyone:
        plans = [plan for plan in union.plans if plan.strategy == strategy.period]
        if not plans:
            continue
        unions.append(union)
        stances[union.id] = stances_of(plans, items)
        county = by_county.setdefault(union.county, {})
        areas = {reference.area for reference, stance in stances[union.id].items() if stance.follows}
        following.setdefault(union.county, Counter()).update(areas)
        for reference, stance in stances[union.id].items():
            county.setdefault(reference, Counter())[stance] += 1
    return Coverage(
        period=strategy.period,
        items=items,
        unions=tuple(unions),
        stances=stances,
        by_county=by_county,
        following=following,
        in_county=Counter(union.county for union in unions),
    )


def stances_of(plans: Iterable[Plan], items: Mapping[Reference, StrategyItem]) -> dict[Reference, Stance]:
    """What says most in the plans, for each item of which they say anything."""
    most: dict[Reference, Stance] = {}
    for reference, stance in (said for plan in plans for said in _said(plan, items)):
        if reference in items and _RANK[stance] < _RANK[most.get(reference, Stance.SILENT)]:
            most[reference] = stance
    return most


def _said(plan: Plan, items: Mapping[Reference, StrategyItem]) -> Iterator[tuple[Reference, Stance]]:
    """All that the plan says of items, several times of one where it does."""
    areas = {area.id for area in plan.areas if not area.local}
    omitted = {
        each.goal for area in plan.areas for each in area.deviations if each.kind is DeviationKind.OMITTED
    }
    for reference, item in items.items():
        if item.kind is ItemKind.MAIN_GOAL and reference.area in areas and reference not in omitted:
            yield reference, Stance.CARRIED
    for area in plan.areas:
        yield from _said_in(area)


def _said_in(area: PlanArea) -> Iterator[tuple[Reference, Stance]]:
    for item in area.items:
        yield from ((reference, stance_of(item)) for reference in followed_by(item))
    for deviation in area.deviations:
        if deviation.goal is not None and deviation.kind is DeviationKind.OMITTED:
            yield deviation.goal, Stance.DECLINED
    for each in area.not_prioritised:
        yield each.reference, Stance.DECLINED


def followed_by(item: LocalItem) -> tuple[Reference, ...]:
    """What the item follows; a main goal that is worded otherwise follows the strategy's."""
    if isinstance(item, Deviation) and item.kind is DeviationKind.WORDING and item.goal:
        return (item.goal, *item.follows)
    return item.follows


def stance_of(item: LocalItem) -> Stance:
    """The stance to what the item follows."""
    match item:
        case Measure():
            return Stance.MEASURE
        case Goal():
            return Stance.GOAL
        case _:
            return Stance.DEVIATION

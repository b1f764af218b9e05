"""Floor 8: the red thread: what follows what, and whose it is, computed once for all pages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.coverage import followed_by
from generator.model import (
    Body,
    LocalItem,
    Measure,
    Plan,
    PlanArea,
    Reference,
    Role,
    Strategy,
    StrategyArea,
    StrategyItem,
    Union,
)
from generator.periods import Period
from generator.roles import Roles

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Place:
    """A local item with the plan and the union that it belongs to."""

    union: Union
    plan: Plan
    area: PlanArea
    item: LocalItem


@dataclass(frozen=True, slots=True)
class Entry:
    """An area of a union's plan."""

    union: Union
    plan: Plan
    area: PlanArea


@dataclass(frozen=True, slots=True)
class Declined:
    """A union's choice not to follow a strategy item up, and why."""

    entry: Entry
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Look-ups through the body of plans, each in the order of the unions' ids and the plans' text."""

    strategies: Mapping[Period, Strategy]
    areas: Mapping[Reference, StrategyArea]
    items: Mapping[Reference, StrategyItem]
    followers: Mapping[Reference, tuple[Place, ...]]
    declined: Mapping[Reference, tuple[Declined, ...]]
    entries: Mapping[Reference, tuple[Entry, ...]]
    successors: Mapping[Reference, tuple[Reference, ...]]
    duties: Mapping[str, tuple[Place, ...]]
    roles: Roles

    def role(self, words: str) -> Role | None:
        """The role that a plan's words mean."""
        return self.roles.find(words)


class Strands:
    """What runs through the plans of the body, each found out when it is asked for."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self.roles = Roles(body.federation)

    @cached_property
    def _entries(self) -> list[Entry]:
        unions = self._body.everyone
        return [Entry(union, plan, area) for union in unions for plan in union.plans for area in plan.areas]

    @cached_property
    def _places(self) -> list[Place]:
        return [
            Place(entry.union, entry.plan, entry.area, item)
            for entry in self._entries
            for item in entry.area.items
        ]

    @cached_property
    def followers(self) -> Mapping[Reference, tuple[Place, ...]]:
        """What follows each part of the strategy."""
        return _grouped((to, place) for place in self._places for to in followed_by(place.item))

    @cached_property
    def declined(self) -> Mapping[Reference, tuple[Declined, ...]]:
        """Who has chosen not to follow each item up."""
        return _grouped(_declined(self._entries))

    @cached_property
    def entries(self) -> Mapping[Reference, tuple[Entry, ...]]:
        """The areas of plans that are each area of the strategy."""
        return _grouped(_of_strategy(self._entries))

    @cached_property
    def duties(self) -> Mapping[str, tuple[Place, ...]]:
        """The measures of each role, by its id."""
        return _grouped(_duties(self._places, self.roles))


def spin(body: Body) -> Thread:
    """The red thread through the body; references that lead nowhere are left out."""
    areas = {
        Reference(strategy.period, area.id, None): area
        for strategy in body.strategies
        for area in strategy.areas
    }
    items = {
        Reference(whole.period, whole.area, item.id): item
        for whole, area in areas.items()
        for item in area.items
    }
    parts: dict[Reference, StrategyArea | StrategyItem] = {**areas, **items}
    of_plans = Strands(body)
    return Thread(
        strategies={strategy.period: strategy for strategy in body.strategies},
        areas=areas,
        items=items,
        followers=of_plans.followers,
        declined=of_plans.declined,
        entries=of_plans.entries,
        successors=_grouped((part.continues, to) for to, part in parts.items() if part.continues),
        duties=of_plans.duties,
        roles=of_plans.roles,
    )


def _grouped(pairs: Iterable[tuple[_Key, _Value]]) -> dict[_Key, tuple[_Value, ...]]:
    groups: dict[_Key, list[_Value]] = defaultdict(list)
    for key, value in pairs:
        if not groups[key] or groups[key][-1] is not value:
            groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _of_strategy(entries: list[Entry]) -> Iterable[tuple[Reference, Entry]]:
    for entry in entries:
        if not entry.area.local:
            yield Reference(entry.plan.strategy, entry.area.id, None), entry


def _declined(entries: list[Entry]) -> Iterable[tuple[Reference, Declined]]:
    for entry in entries:
        for each in entry.area.not_prioritised:
            yield each.reference, Declined(entry, each.reason)


def _duties(places: list[Place], roles: Roles) -> Iterable[tuple[str, Place]]:
    for place in places:
        if isinstance(place.item, Measure):
            yield from ((role.id, place) for role in roles.of(place.item.responsible))

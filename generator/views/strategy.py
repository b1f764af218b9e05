"""The strategy: its editions, areas, main goals and strategic measures, and who follows them up."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from generator import addresses, standing
from generator.addresses import Address
from generator.diagnostics import Message
from generator.model import (
    AreaSign,
    ItemKind,
    Level,
    Measure,
    Reference,
    Resolution,
    Strategy,
    StrategyArea,
    StrategyItem,
    Union,
    Wording,
)
from generator.standing import Summary
from generator.thread import Entry, Place
from generator.views.by_county import ByCounty, area_by_county, item_by_county
from generator.views.common import (
    Group,
    Link,
    Report,
    Scene,
    area_title,
    by_county,
    item_label,
    item_report,
    left_out,
    union_link,
)
from generator.views.due_rows import SHORT, shortened
from generator.views.suggestions import Suggestion, suggestion, suggestion_at


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """A main goal or strategic measure in a list, with how many unions follow it up."""

    text: str
    to: Address
    unions: int


@dataclass(frozen=True, slots=True)
class LevelRows:
    """The strategic measures of one level."""

    level: Level
    rows: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """An area in a list, with its counts."""

    link: Link
    sign: AreaSign | None
    goals: int
    measures: int
    unions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyView:
    here: Address
    title: str
    period: str
    source: str
    restated: bool
    resolutions: tuple[Resolution, ...]
    introduction: tuple[str, ...]
    areas: tuple[AreaRow, ...]
    others: tuple[Link, ...]
    suggestion: Suggestion | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaView:
    """A strategy area: its goals and measures, and the unions whose plans take it up."""

    here: Address
    title: str
    sign: AreaSign | None
    strategy: Link
    introduction: tuple[str, ...]
    goals: tuple[ItemRow, ...]
    levels: tuple[LevelRows, ...]
    by_county: ByCounty | None
    unions: tuple[Group[Link], ...]
    earlier: Link | None
    later: tuple[Link, ...]
    suggestion: Suggestion | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowerRow:
    """A local item that follows a strategy item up."""

    union: Link
    period: str
    same_edition: bool
    area: str
    label: Message
    text: str
    to: Address
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclinedRow:
    """A union that chose not to follow a strategy item up, and why."""

    union: Link
    plan: Link
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    here: Address
    text: str
    kind: ItemKind
    level: Level | None
    area: Link
    strategy: Link
    period: str
    unions: int
    by_county: ByCounty | None
    measures: Summary
    followers: tuple[Group[FollowerRow], ...]
    declined: tuple[Group[DeclinedRow], ...]
    earlier: Link | None
    later: tuple[Link, ...]
    suggestion: Suggestion | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowersInCounty:
    """All of one county's follow-ups of an item, each on a line."""

    here: Address
    item: Link
    county: Link
    rows: tuple[FollowerRow, ...]


def strategy_view(scene: Scene, strategy: Strategy) -> StrategyView:
    return StrategyView(
        here=addresses.strategy(strategy.period),
        title=strategy.title,
        period=strategy.period.title,
        source=strategy.source,
        restated=strategy.wording is Wording.RESTATED,
        resolutions=strategy.resolutions,
        introduction=strategy.introduction,
        areas=area_rows(scene, strategy),
        others=editions(scene, without=strategy),
        suggestion=suggestion(scene, strategy.position),
    )


def editions(scene: Scene, without: Strategy | None = None) -> tuple[Link, ...]:
    """The editions of the strategy, the newest first."""
    return tuple(
        Link(each.title, addresses.strategy(each.period))
        for each in reversed(scene.body.strategies)
        if each is not without
    )


def area_rows(scene: Scene, strategy: Strategy) -> tuple[AreaRow, ...]:
    """The strategy's areas in its order."""
    return tuple(_area_row(scene, strategy, area) for area in strategy.areas)


def _area_row(scene: Scene, strategy: Strategy, area: StrategyArea) -> AreaRow:
    whole = Reference(strategy.period, area.id, None)
    goals = sum(item.kind is ItemKind.MAIN_GOAL for item in area.items)
    return AreaRow(
        link=Link(area.title, addresses.strategy_part(whole)),
        sign=area.sign,
        goals=goals,
        measures=len(area.items) - goals,
        unions=len({entry.union.id for entry in scene.thread.entries.get(whole, ())}),
    )


def area_view(scene: Scene, strategy: Strategy, area: StrategyArea) -> AreaView:
    whole = Reference(strategy.period, area.id, None)
    rows = partial(_item_rows, scene, whole)
    entries = scene.thread.entries.get(whole, ())
    return AreaView(
        here=addresses.strategy_part(whole),
        title=area.title,
        sign=area.sign,
        strategy=Link(strategy.title, addresses.strategy(strategy.period)),
        introduction=area.introduction,
        goals=rows(item for item in area.items if item.kind is ItemKind.MAIN_GOAL),
        levels=tuple(
            LevelRows(level, rows(item for item in area.items if item.level is level))
            for level in Level
            if any(item.level is level for item in area.items)
        ),
        by_county=area_by_county(scene, whole),
        unions=by_county(
            scene,
            (
                (each.union, Link(_with_period(each), addresses.plan_area(each.plan, each.area)))
                for each in entries
            ),
            addresses.county,
        ),
        earlier=_earlier(scene, area),
        later=_later(scene, whole),
        suggestion=suggestion_at(scene, area.position),
    )


def _with_period(entry: Entry) -> str:
    return f"{entry.union.name} {entry.plan.period.title}"


def _item_rows(scene: Scene, area: Reference, items: Iterable[StrategyItem]) -> tuple[ItemRow, ...]:
    references = ((item, Reference(area.period, area.area, item.id)) for item in items)
    return tuple(
        ItemRow(
            text=item.text,
            to=addresses.strategy_part(reference),
            unions=_following(scene, reference),
        )
        for item, reference in references
    )


def _own_edition(scene: Scene, reference: Reference) -> tuple[Place, ...]:
    """The followers whose plans build on the edition; others may be older than it."""
    places = scene.thread.followers.get(reference, ())
    return tuple(place for place in places if place.plan.strategy == reference.period)


def _following(scene: Scene, reference: Reference) -> int:
    """How many unions follow the item up."""
    return scene.coverage[reference.period].whole_tally(reference).following


def _earlier(scene: Scene, part: StrategyArea | StrategyItem) -> Link | None:
    return None if part.continues is None else _part_link(scene, part.continues)


def _later(scene: Scene, reference: Reference) -> tuple[Link, ...]:
    return tuple(_part_link(scene, each) for each in scene.thread.successors.get(reference, ()))


def _part_link(scene: Scene, reference: Reference) -> Link:
    """The edition's title, leading to the same area or item there."""
    return Link(scene.thread.strategies[reference.period].title, addresses.strategy_part(reference))


def item_view(scene: Scene, reference: Reference, item: StrategyItem) -> ItemView:
    strategy = scene.thread.strategies[reference.period]
    whole = Reference(reference.period, reference.area, None)
    places = scene.thread.followers.get(reference, ())
    return ItemView(
        here=addresses.strategy_part(reference),
        text=item.text,
        kind=item.kind,
        level=item.level,
        area=Link(scene.thread.areas[whole].title, addresses.strategy_part(whole)),
        strategy=Link(strategy.title, addresses.strategy(strategy.period)),
        period=strategy.period.title,
        unions=_following(scene, reference),
        by_county=item_by_county(scene, reference),
        measures=standing.summary(
            [
                standing.latest(place.item.status, scene.today)
                for place in _own_edition(scene, reference)
                if isinstance(place.item, Measure)
            ]
        ),
        followers=by_county(
            scene, _follower_rows(scene, reference, places), partial(addresses.followers_in, reference)
        ),
        declined=by_county(scene, _declined_rows(scene, reference), addresses.county),
        earlier=_earlier(scene, item),
        later=_later(scene, reference),
        suggestion=suggestion_at(scene, item.position),
    )


def _declined_rows(scene: Scene, reference: Reference) -> Iterable[tuple[Union, DeclinedRow]]:
    for each in scene.thread.declined.get(reference, ()):
        plan = each.entry.plan
        yield (
            each.entry.union,
            DeclinedRow(
                union=union_link(each.entry.union),
                plan=Link(plan.period.title, addresses.plan_area(plan, each.entry.area)),
                reason=each.reason,
            ),
        )


def followers_in_counties(scene: Scene, reference: Reference, item: ItemView) -> Iterable[FollowersInCounty]:
    """A view for each county whose follow-ups the item's page does not hold in full."""
    places = scene.thread.followers.get(reference, ())
    for here, county, inside in left_out(item.followers, places):
        yield FollowersInCounty(
            here=here,
            item=Link(item.text, item.here),
            county=county,
            rows=tuple(
                replace(row, text=shortened(row.text, SHORT))
                for _, row in _follower_rows(scene, reference, inside)
            ),
        )


def _follower_rows(
    scene: Scene, reference: Reference, places: Iterable[Place]
) -> Iterable[tuple[Union, FollowerRow]]:
    for place in places:
        yield place.union, _follower_row(scene, reference, place)


def _follower_row(scene: Scene, reference: Reference, place: Place) -> FollowerRow:
    item, area = place.item, place.area
    return FollowerRow(
        union=union_link(place.union),
        period=place.plan.period.title,
        same_edition=place.plan.strategy == reference.period,
        area=area_title(scene, place.plan, area),
        label=item_label(item, area.goals),
        text=item.text or "",
        to=addresses.plan_item(place.plan, area, item),
        report=item_report(scene, area, item),
    )

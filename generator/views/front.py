"""The front page."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from generator import addresses, standing
from generator.addresses import Address
from generator.due import Due, Shelf
from generator.model import County, Goal, Measure, Plan, PlanArea, StatusEntry, Union
from generator.model import Link as WebLink
from generator.thread import Place
from generator.views.change_lists import ChangeRow, newest_rows
from generator.views.common import (
    Duty,
    Link,
    Scene,
    area_title,
    county_link,
    duty,
    union_link,
)
from generator.views.places import unions_by_county
from generator.views.strategy import AreaRow, area_rows

SHORT_LIST = 8
"""Deadlines, and reports, on the front page."""

FEW = 2
"""Of which so many are of one union at the most."""

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class CountyRow:
    link: Link
    unions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A dated or undated report of an area or a measure."""

    union: Link
    period: str
    words: str
    to: Address
    entry: StatusEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """`upcoming` holds the next deadlines, `past` the last ones where none is to come."""

    here: Address
    federation: str
    links: tuple[WebLink, ...]
    card: str
    today: datetime.date
    counties: tuple[CountyRow, ...]
    unions: int
    strategy: Link | None
    areas: tuple[AreaRow, ...]
    upcoming: tuple[Duty, ...]
    past: tuple[Duty, ...]
    reports: tuple[ReportRow, ...]
    changes: tuple[ChangeRow, ...]


def front_view(scene: Scene) -> FrontView:
    inside = unions_by_county(scene)
    newest = scene.body.strategies[-1] if scene.body.strategies else None
    upcoming, past = _around_today(scene)
    return FrontView(
        here=Address(addresses.FRONT),
        federation=scene.body.federation.name,
        links=scene.body.federation.links,
        card=scene.card(Address(addresses.SITE_CARD)),
        today=scene.today,
        counties=tuple(_county_row(county, inside) for county in scene.body.federation.counties),
        unions=len(scene.body.everyone),
        strategy=Link(newest.title, addresses.strategy(newest.period)) if newest else None,
        areas=area_rows(scene, newest) if newest else (),
        upcoming=upcoming,
        past=() if upcoming else past,
        reports=_newest_reports(scene),
        changes=_newest_changes(scene),
    )


def _county_row(county: County, inside: dict[str, list[Union]]) -> CountyRow:
    return CountyRow(county_link(county), len(inside.get(county.id, ())))


def _around_today(scene: Scene) -> tuple[tuple[Duty, ...], tuple[Duty, ...]]:
    """The next deadlines, the nearest first, and the last ones, the newest first."""
    every = (due for found in scene.agenda.by_union.values() for due in found if due.shelf is Shelf.DATED)
    in_order = sorted(every, key=lambda due: standing.to_come_first(due.day, scene.today))
    ahead = (due for due in in_order if due.day >= scene.today)
    behind = (due for due in in_order if due.day < scene.today)
    return _short(scene, ahead), _short(scene, behind)


def _short(scene: Scene, dues: Iterable[Due]) -> tuple[Duty, ...]:
    chosen = _few_a_union(dues, lambda due: due.union.id)
    return tuple(
        duty(scene, Place(due.union, due.plan, due.area, due.measure), due.measure) for due in chosen
    )


def _few_a_union(rows: Iterable[_Row], union: Callable[[_Row], str]) -> list[_Row]:
    """The first rows, at most FEW of one union and SHORT_LIST in all."""
    seen: Counter[str] = Counter()
    chosen: list[_Row] = []
    for row in rows:
        seen[union(row)] += 1
        if seen[union(row)] <= FEW:
            chosen.append(row)
        if len(chosen) == SHORT_LIST:
            break
    return chosen


def _newest_changes(scene: Scene) -> tuple[ChangeRow, ...]:
    found = _few_a_union(newest_rows(scene, scene.body.unions), lambda pair: pair[0].id)
    return tuple(row for _, row in found)


def _newest_reports(scene: Scene) -> tuple[ReportRow, ...]:
    found = [
        each for union in scene.body.unions for plan in union.plans for each in _reports(scene, union, plan)
    ]
    newest = sorted(found, key=lambda each: each.entry.date or datetime.date.min, reverse=True)
    return tuple(_row(scene, each) for each in _few_a_union(newest, lambda each: each.union.id))


@dataclass(frozen=True, slots=True)
class _Reported:
    """The newest report of an item, or of the whole area where that is None."""

    union: Union
    plan: Plan
    area: PlanArea
    item: Goal | Measure | None
    entry: StatusEntry


def _reports(scene: Scene, union: Union, plan: Plan) -> Iterable[_Reported]:
    for area in plan.areas:
        of_items = ((item, item.status) for item in area.goals_and_measures)
        for item, entries in ((None, area.results), *of_items):
            entry = standing.latest(entries, scene.today)
            if entry is not None:
                yield _Reported(union, plan, area, item, entry)


def _row(scene: Scene, of: _Reported) -> ReportRow:
    to = addresses.plan_item(of.plan, of.area, of.item) if of.item else addresses.plan_area(of.plan, of.area)
    return ReportRow(
        union=union_link(of.union),
        period=of.plan.period.title,
        words=of.item.text if of.item else area_title(scene, of.plan, of.area),
        to=to,
        entry=of.entry,
    )

"""Whose plans changed, and when: of the federation by county, and of each county by day."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator import addresses
from generator.addresses import Address
from generator.alphabet import alphabetical
from generator.diagnostics import Message
from generator.model import County, Plan, Union
from generator.views.changes import days
from generator.views.common import PREVIEW, Link, Scene, county_link, union_link
from generator.views.places import unions_by_county

SHOWN = 200
"""Rows of a county's page; what is older stands on the unions' own pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """What changed in a plan on a day, counted; `to` is where it is told."""

    union: Link
    period: str
    day: datetime.date
    tally: tuple[Message, ...]
    to: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyGroup:
    """The newest rows of a county, of `total`; `to` is the county's page of changes."""

    county: str
    rows: tuple[ChangeRow, ...]
    total: int
    to: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    here: Address
    feed: Address
    groups: tuple[CountyGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayGroup:
    """The rows of a day."""

    day: datetime.date
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyChangesView:
    """The newest changes in a county; `unions` leads to all that is told of each."""

    here: Address
    feed: Address
    county: Link
    days: tuple[DayGroup, ...]
    total: int
    shown: int
    unions: tuple[Link, ...]


def changes_view(scene: Scene) -> ChangesView | None:
    """The newest changes of each county; None where there is no history."""
    groups = tuple(
        CountyGroup(
            county=county.name,
            rows=tuple(row for _, row in rows[:PREVIEW]),
            total=len(rows),
            to=addresses.changes_in(county.id),
        )
        for county, rows in _by_county(scene)
    )
    if not groups:
        return None
    return ChangesView(here=Address(addresses.CHANGES), feed=Address(addresses.CHANGES_FEED), groups=groups)


def county_changes_views(scene: Scene) -> Iterable[CountyChangesView]:
    """A view for each county of whose plans something is known."""
    return (_of_county(county, rows) for county, rows in _by_county(scene))


def _by_county(scene: Scene) -> Iterable[tuple[County, list[tuple[Union, ChangeRow]]]]:
    """Each county that has any rows."""
    inside = unions_by_county(scene)
    for county in scene.body.federation.counties:
        rows = newest_rows(scene, inside.get(county.id, ()))
        if rows:
            yield county, rows


def _of_county(county: County, rows: list[tuple[Union, ChangeRow]]) -> CountyChangesView:
    shown = [row for _, row in rows[:SHOWN]]
    unions = {union.id: Link(union.name, addresses.union_changes(union.id)) for union, _ in rows}
    return CountyChangesView(
        here=addresses.changes_in(county.id),
        feed=addresses.changes_feed_in(county.id),
        county=county_link(county),
        days=tuple(
            DayGroup(day=day, rows=tuple(of_day)) for day, of_day in groupby(shown, key=lambda row: row.day)
        ),
        total=len(rows),
        shown=len(shown),
        unions=tuple(sorted(unions.values(), key=lambda link: alphabetical(link.text))),
    )


def newest_rows(scene: Scene, unions: Iterable[Union]) -> list[tuple[Union, ChangeRow]]:
    """A row for each day on which a plan of the unions changed, the newest first."""
    rows = [
        (union, row)
        for union in unions
        for plan in reversed(union.plans)
        for row in _rows(scene, union, plan)
    ]
    return sorted(rows, key=lambda pair: pair[1].day, reverse=True)


def _rows(scene: Scene, union: Union, plan: Plan) -> Iterable[ChangeRow]:
    for each in days(scene, plan):
        yield ChangeRow(
            union=union_link(union),
            period=plan.period.title,
            day=each.day,
            tally=each.tally,
            to=addresses.plan_changes(plan, each.day),
        )

"""The page on the open data: what there is, where, and what it means."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.exports.open_data.columns import FORMER, ITEMS, TABLES, Column, Table
from generator.exports.open_data.former import former_rows
from generator.exports.open_data.rows import Cell, rows
from generator.exports.open_data.sheets import written
from generator.exports.open_data.values import LICENCES
from generator.texts import Text
from generator.views.changes import days
from generator.views.common import Link, Scene
from generator.views.places import unions_by_county

_ASKED = 3
"""Unions in whose plans examples are looked for."""

_LONGEST = 60
"""Characters of an example."""


@dataclass(frozen=True, slots=True)
class Licensed:
    """A licence by its name, and where it stands."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """An edition of the strategy in each form."""

    title: str
    json: Address
    stratml: Address


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column, with a cell of it, cut short; empty where the first unions have none."""

    of: Column
    example: Text


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its columns."""

    of: Table
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A site whose unions are listed here, and whose data is there."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """`feed` is None where nothing is known of what changed; `feeds` are those of counties."""

    here: Address
    today: datetime.date
    licence: Licensed | None
    unions: int
    plans: int
    first: Table
    tables: tuple[TableView, ...]
    editions: tuple[EditionFiles, ...]
    feed: Address | None
    feeds: tuple[Link, ...]
    sitemap: Address
    elsewhere: tuple[Elsewhere, ...]


def data_view(scene: Scene) -> DataView:
    """What there is."""
    body, feeds = scene.body, tuple(_feeds(scene))
    return DataView(
        here=Address(addresses.DATA),
        today=scene.today,
        licence=Licensed(*LICENCES[body.federation.licence]) if body.federation.licence else None,
        unions=sum(bool(union.plans) for union in body.unions),
        plans=len(body.plans),
        first=ITEMS,
        tables=tuple(_tables(scene)),
        editions=tuple(
            EditionFiles(each.title, *addresses.strategy_data_files(each.period))
            for each in reversed(body.strategies)
        ),
        feed=Address(addresses.CHANGES_FEED) if feeds else None,
        feeds=feeds,
        sitemap=Address(addresses.SITEMAP),
        elsewhere=tuple(Elsewhere(each.name, each.site) for each in body.federation.sources),
    )


def _tables(scene: Scene) -> Iterator[TableView]:
    unions = [union for union in scene.body.unions if union.plans][:_ASKED]
    of_unions = [rows(scene, union) for union in unions]
    for table in TABLES:
        found = former_rows(scene) if table is FORMER else [row for each in of_unions for row in each[table]]
        cells = zip(*found, strict=True) if found else ((),) * len(table.columns)
        columns = zip(table.columns, cells, strict=True)
        yield TableView(table, tuple(ColumnView(column, _example(of)) for column, of in columns))


def _example(cells: Iterable[Cell]) -> Text:
    """The first cell that says anything, as it is written."""
    words = written(next((each for each in cells if each not in (None, "")), None))
    return Text(words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…")


def _feeds(scene: Scene) -> Iterator[Link]:
    """What changed in each county of which anything is known."""
    inside = unions_by_county(scene)
    for county in scene.body.federation.counties:
        plans = (plan for union in inside.get(county.id, ()) for plan in union.plans)
        if any(days(scene, plan, committed=True) for plan in plans):
            yield Link(county.name, addresses.changes_feed_in(county.id))

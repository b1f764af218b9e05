"""The page on the open data: what there is, where, and what it means."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.exports.open_data.columns import TABLES, Table
from generator.exports.open_data.values import LICENCES
from generator.views.changes import days
from generator.views.common import Link, Scene
from generator.views.places import unions_by_county


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """`feed` is None where nothing is known of what changed; `feeds` are those of counties."""

    here: Address
    licence: Licensed | None
    unions: int
    plans: int
    tables: tuple[Table, ...]
    editions: tuple[EditionFiles, ...]
    feed: Address | None
    feeds: tuple[Link, ...]
    sitemap: Address


def data_view(scene: Scene) -> DataView:
    """What there is."""
    body, feeds = scene.body, tuple(_feeds(scene))
    return DataView(
        here=Address(addresses.DATA),
        licence=Licensed(*LICENCES[body.federation.licence]) if body.federation.licence else None,
        unions=sum(bool(union.plans) for union in body.unions),
        plans=len(body.plans),
        tables=TABLES,
        editions=tuple(
            EditionFiles(each.title, *addresses.strategy_data_files(each.period))
            for each in reversed(body.strategies)
        ),
        feed=Address(addresses.CHANGES_FEED) if feeds else None,
        feeds=feeds,
        sitemap=Address(addresses.SITEMAP),
    )


def _feeds(scene: Scene) -> Iterator[Link]:
    """What changed in each county of which anything is known."""
    inside = unions_by_county(scene)
    for county in scene.body.federation.counties:
        plans = (plan for union in inside.get(county.id, ()) for plan in union.plans)
        if any(days(scene, plan, committed=True) for plan in plans):
            yield Link(county.name, addresses.changes_feed_in(county.id))

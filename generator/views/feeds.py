"""The newest changes for feed readers: of the federation, of a county, of a union."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from generator import addresses
from generator.addresses import Address
from generator.diagnostics import Message, message
from generator.model import Plan, Union
from generator.views.changes import ChangeView, Day, Told, days
from generator.views.common import Scene
from generator.views.places import unions_by_county

ENTRIES = 50
"""Entries of a feed."""

LINES = 20
"""Changes that an entry tells one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """What changed in a plan on a day; `id` is made of ids alone and stays the same for ever."""

    id: str
    plan: str
    day: datetime.date
    tally: tuple[Message, ...]
    changes: tuple[ChangeView, ...]
    left_out: int
    to: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """The entries, the newest first, at least one; `about` is the page that tells the same."""

    here: Address
    about: Address
    title: Message
    author: str
    entries: tuple[FeedEntry, ...]


def feeds(scene: Scene) -> Iterable[FeedView]:
    """Every feed of which there is something to tell."""
    about = Address(addresses.CHANGES)
    here = Address(addresses.CHANGES_FEED)
    title = message("Changes in the plans of {federation}", federation=scene.body.federation.name)
    yield from _feed(scene, scene.body.unions, here, about, title)
    inside = unions_by_county(scene)
    for county in scene.body.federation.counties:
        here, about = addresses.changes_feed_in(county.id), addresses.changes_in(county.id)
        title = message("Changes in {county}", county=county.name)
        yield from _feed(scene, inside.get(county.id, ()), here, about, title)
    for union in scene.body.unions:
        here, about = addresses.union_changes_feed(union.id), addresses.union_changes(union.id)
        title = message("Changes in the plans of {union}", union=union.name)
        yield from _feed(scene, (union,), here, about, title)


def _feed(
    scene: Scene, unions: Iterable[Union], here: Address, about: Address, title: Message
) -> Iterable[FeedView]:
    found = (
        (day, union, plan)
        for union in unions
        for plan in reversed(union.plans)
        for day in days(scene, plan, committed=True)
    )
    newest = islice(sorted(found, key=lambda each: each[0].day, reverse=True), ENTRIES)
    entries = tuple(_entry(scene, *each) for each in newest)
    if entries:
        author = scene.body.federation.name
        yield FeedView(here=here, about=about, title=title, author=author, entries=entries)


def _entry(scene: Scene, day: Day, union: Union, plan: Plan) -> FeedEntry:
    told = Told(scene, plan)
    return FeedEntry(
        id=f"{union.id}/{plan.period.id}/{day.day}",
        plan=f"{union.name} {plan.period.title}",
        day=day.day,
        tally=day.tally,
        changes=tuple(told.change(change) for change in day.changes[:LINES]),
        left_out=max(len(day.changes) - LINES, 0),
        to=addresses.plan_changes(plan, day.day),
    )

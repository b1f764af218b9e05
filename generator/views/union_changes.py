"""What changed in a union's plans, and what changed in a plan since it was adopted."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.diagnostics import Message
from generator.history.changes import Key, Kind, PlanHistory
from generator.history.items import items
from generator.model import Plan, Resolution, Union
from generator.views.changes import (
    DAYS,
    ChangeView,
    DetailView,
    Told,
    days,
    history_of,
    tally,
    visible,
)
from generator.views.common import Link, Scene, county_link, county_of, union_link
from generator.views.suggestions import Suggestion, union_suggestion

SHOWN = 200
"""Changes shown one by one on a union's page; of older ones only their numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """The changes of a plan on a day; `left_out` of them are not shown."""

    day: datetime.date
    anchor: str
    tally: tuple[Message, ...]
    changes: tuple[ChangeView, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChangesView:
    """A plan's days, the newest first; `more` says that there may have been earlier ones."""

    link: Link
    anchor: str
    days: tuple[DayView, ...]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionChangesView:
    here: Address
    union: Link
    county: Link
    feed: Address
    plans: tuple[PlanChangesView, ...]
    suggestion: Suggestion | None


def union_changes_views(scene: Scene) -> Iterable[UnionChangesView]:
    """A view for each union of whose plans something is known."""
    for union in scene.body.unions:
        plans = _plans(scene, union)
        if plans:
            yield UnionChangesView(
                here=addresses.union_changes(union.id),
                union=union_link(union),
                county=county_link(county_of(scene, union)),
                feed=addresses.union_changes_feed(union.id),
                plans=plans,
                suggestion=union_suggestion(scene, union),
            )


def _plans(scene: Scene, union: Union) -> tuple[PlanChangesView, ...]:
    """The newest plan first."""
    left = SHOWN
    views: list[PlanChangesView] = []
    for plan in reversed(union.plans):
        found = days(scene, plan)
        told = Told(scene, plan)
        inside: list[DayView] = []
        for each in found:
            shown = each.changes[:left]
            left -= len(shown)
            inside.append(
                DayView(
                    day=each.day,
                    anchor=addresses.plan_changes(plan, each.day).anchor,
                    tally=each.tally,
                    changes=tuple(told.change(change) for change in shown),
                    left_out=len(each.changes) - len(shown),
                )
            )
        if found:
            views.append(
                PlanChangesView(
                    link=Link(plan.period.title, addresses.plan(plan)),
                    anchor=addresses.plan_changes(plan).anchor,
                    days=tuple(inside),
                    more=len(found) == DAYS,
                )
            )
    return tuple(views)


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceView:
    """What changed since the resolution, or since the plan was put in on `day` where that came later."""

    resolution: Resolution | None
    by_meeting: bool
    day: datetime.date
    tally: tuple[Message, ...]
    to: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """That an item came, or changed, since then; `day` is the last on which it did."""

    changed: bool
    day: datetime.date
    details: tuple[DetailView, ...]
    to: Address


def since_view(scene: Scene, plan: Plan) -> SinceView | None:
    """What changed since the plan was adopted; None where there is no history."""
    history = history_of(scene, plan)
    if history is None:
        return None
    since = history.since_meeting
    return SinceView(
        resolution=since.resolution,
        by_meeting=since.resolution is not None and since.resolution.by_annual_meeting,
        day=since.day or scene.today,
        tally=tally(visible(scene, since.changes)),
        to=addresses.plan_changes(plan),
    )


def marks(scene: Scene, plan: Plan) -> Mapping[str, Mark]:
    """The mark of each item that came or changed since the plan was adopted, by the item's anchor."""
    history = history_of(scene, plan)
    if history is None:
        return {}
    told, last, present = Told(scene, plan), _last_days(scene, history), items(plan)
    return {
        addresses.item_anchor(present[change.key].area, present[change.key].thing): Mark(
            changed=change.kind is Kind.CHANGED,
            day=last[change.key],
            details=tuple(told.detail(change.kind, each) for each in change.details),
            to=addresses.plan_changes(plan),
        )
        for change in history.since_meeting.changes
        if change.kind in (Kind.ADDED, Kind.CHANGED) and change.key in last and change.key in present
    }


def _last_days(scene: Scene, history: PlanHistory) -> dict[Key, datetime.date]:
    """The last day on which each thing came or changed."""
    return {
        change.key: revision.day or scene.today
        for revision in reversed(history.revisions)
        for change in revision.changes
        if change.kind in (Kind.ADDED, Kind.CHANGED)
    }

"""The main goals of an area as a plan carries them: as they are, worded otherwise, left out, added."""

from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.model import Deviation, DeviationKind, ItemKind, Plan, PlanArea, Reference
from generator.thread import Thread
from generator.views.common import Scene, Upward, upwards


@dataclass(frozen=True, slots=True, kw_only=True)
class MainGoal:
    """A main goal as the plan carries it: the strategy's, or where it deviates, how.

    `id` is the strategy's, or that of the plan where the plan adds it; `adopted_text` is the strategy's
    where `text` is the plan's.
    """

    id: str
    text: str
    to: Address | None
    anchor: str | None = None
    deviation: DeviationKind | None = None
    note: str | None = None
    adopted_text: str | None = None
    follows: tuple[Upward, ...] = ()


def main_goals(scene: Scene, plan: Plan, area: PlanArea) -> tuple[MainGoal, ...]:
    """The strategy's main goals in its order, then those that the plan adds."""
    deviating = {each.goal: each for each in area.deviations if each.goal is not None}
    carried = [
        _main_goal(scene.thread, reference, deviating.get(reference), area)
        for reference in _goals_of(scene.thread, plan, area)
    ]
    added = [
        MainGoal(
            id=each.id or "",
            text=each.text or "",
            to=None,
            anchor=addresses.item_anchor(area, each),
            deviation=each.kind,
            note=each.note,
            follows=upwards(scene, each.follows, plan, area),
        )
        for each in area.deviations
        if each.kind is DeviationKind.ADDED
    ]
    return (*carried, *added)


def _goals_of(thread: Thread, plan: Plan, area: PlanArea) -> list[Reference]:
    whole = thread.areas[Reference(plan.strategy, area.id, None)]
    return [
        Reference(plan.strategy, area.id, item.id) for item in whole.items if item.kind is ItemKind.MAIN_GOAL
    ]


def _main_goal(thread: Thread, reference: Reference, deviation: Deviation | None, area: PlanArea) -> MainGoal:
    adopted = thread.items[reference].text
    goal, to = reference.item or "", addresses.strategy_part(reference)
    if deviation is None:
        return MainGoal(id=goal, text=adopted, to=to)
    return MainGoal(
        id=goal,
        text=deviation.text or adopted,
        to=to,
        anchor=addresses.item_anchor(area, deviation),
        deviation=deviation.kind,
        note=deviation.note,
        adopted_text=adopted if deviation.text else None,
    )

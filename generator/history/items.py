"""What a plan holds, each thing by a key that it keeps from version to version."""

from dataclasses import dataclass

from generator.history.changes import Field, Key, Part
from generator.model import Course, Deviation, Goal, Measure, Plan, PlanArea, Reference, StatusEntry

Thing = Goal | Measure | Course | Deviation


@dataclass(frozen=True, slots=True)
class Item:
    """A thing in its area."""

    area: PlanArea
    thing: Thing


def items(plan: Plan) -> dict[Key, Item]:
    """All goals, measures, courses and deviations of the plan, in its order."""
    return {key(area, thing): Item(area, thing) for area in plan.areas for thing in things(area)}


def things(area: PlanArea) -> tuple[Thing, ...]:
    """What the area holds."""
    return (*area.deviations, *area.goals, *area.measures, *area.courses)


def key(area: PlanArea, thing: Thing) -> Key:
    """By what the thing is known; a deviation by its area and main goal."""
    match thing:
        case Goal():
            return Key(Part.GOAL, thing.id)
        case Measure():
            return Key(Part.MEASURE, thing.id)
        case Course():
            return Key(Part.COURSE, thing.id)
        case Deviation():
            return Key(Part.MAIN_GOAL, f"{area.id}/{thing.id or (thing.goal and thing.goal.item)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What can change of something.

    Texts are told word by word, words as a whole; of the rest is only said that it changed.
    """

    number: str | None = None
    texts: dict[Field, str | None]
    words: dict[Field, str | None]
    responsible: tuple[str, ...] = ()
    rest: dict[Field, object]
    follows: tuple[Reference, ...] = ()
    reports: tuple[StatusEntry, ...] = ()


def facts(item: Item) -> Facts:
    """What can change of the item."""
    thing = item.thing
    match thing:
        case Goal():
            return _of_goal(item.area, thing)
        case Measure():
            return _of_measure(item.area, thing)
        case Course():
            return Facts(
                texts={Field.NAME: thing.name},
                words={Field.AUDIENCE: thing.audience, Field.TIME: thing.time},
                rest={Field.PLACE: item.area.id},
            )
        case Deviation():
            return Facts(
                texts={Field.TEXT: thing.text, Field.NOTE: thing.note},
                words={},
                rest={Field.DEVIATION: thing.kind},
                follows=thing.follows,
            )


def _of_goal(area: PlanArea, goal: Goal) -> Facts:
    return Facts(
        number=str(area.goals.index(goal) + 1),
        texts={Field.TEXT: goal.text, Field.REASON: goal.reason},
        words={},
        rest={Field.PLACE: area.id, Field.CONTINUES: goal.continues},
        follows=goal.follows,
        reports=goal.status,
    )


def _of_measure(area: PlanArea, measure: Measure) -> Facts:
    return Facts(
        number=measure.number,
        texts={Field.TEXT: measure.text},
        words={
            Field.NUMBER: measure.number,
            Field.DEADLINE: measure.deadline.words if measure.deadline else None,
        },
        responsible=tuple(each.words for each in measure.responsible),
        rest={Field.PLACE: area.id, Field.ORDER: measure.after, Field.CONTINUES: measure.continues},
        follows=measure.follows,
        reports=measure.status,
    )


def area_facts(area: PlanArea) -> Facts:
    """What can change of an area itself."""
    return Facts(
        number=area.number,
        texts={},
        words={
            Field.TITLE: area.title,
            Field.NUMBER: area.number,
            Field.DEADLINE: area.deadline.words if area.deadline else None,
        },
        rest={Field.INTRODUCTION: area.introduction, Field.NOT_PRIORITISED: area.not_prioritised},
        reports=area.results,
    )


def plan_facts(plan: Plan) -> Facts:
    """What can change of the plan as a whole."""
    return Facts(
        texts={},
        words={},
        rest={
            Field.INTRODUCTION: plan.introduction,
            Field.SITUATION: plan.situation,
            Field.CHAPTERS: plan.chapters,
            Field.SOURCE: (plan.source, plan.wording),
            Field.STRATEGY: plan.strategy,
        },
        reports=plan.results,
    )

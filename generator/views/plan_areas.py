"""The areas of a plan, with their goals, measures and courses, as its page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.deadlines import Deadline
from generator.diagnostics import Message
from generator.due import Due
from generator.model import AreaSign, Course, Goal, Measure, Plan, PlanArea, Reference
from generator.views.common import (
    Owner,
    Report,
    Scene,
    Upward,
    area_title,
    course_time,
    item_label,
    item_report,
    owners,
    report,
    upward,
    upwards,
)
from generator.views.lineage import Lineage, Lineages
from generator.views.main_goals import MainGoal, main_goals
from generator.views.narrowing import Keys, goal_keys, measure_keys
from generator.views.suggestions import Suggestion, goal_suggestion, measure_suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    anchor: str
    label: Message
    text: str
    reason: str | None
    follows: tuple[Upward, ...]
    lineage: Lineage
    report: Report
    keys: Keys
    suggestion: Suggestion | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView:
    anchor: str
    label: Message
    number: str | None
    text: str
    owners: tuple[Owner, ...]
    deadline: Deadline | None
    follows: tuple[Upward, ...]
    lineage: Lineage
    report: Report
    keys: Keys
    suggestion: Suggestion | None


@dataclass(frozen=True, slots=True)
class CourseView:
    """A course; `time` holds the plan's words and, where they are understood, the days they span."""

    anchor: str
    course: Course
    time: Deadline | None


@dataclass(frozen=True, slots=True)
class NotPrioritisedView:
    item: Upward
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaView:
    """An area of the plan; `strategy` leads to the strategy's area unless it is the union's own."""

    anchor: str
    title: str
    sign: AreaSign | None
    number: str | None
    strategy: Address | None
    deadline: Deadline | None
    introduction: tuple[str, ...]
    main_goals: tuple[MainGoal, ...]
    deviations: int
    goals: tuple[GoalView, ...]
    measures: tuple[MeasureView, ...]
    courses: tuple[CourseView, ...]
    report: Report
    not_prioritised: tuple[NotPrioritisedView, ...]


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the parts of one plan are seen against; `dues` by the ids of its measures."""

    scene: Scene
    plan: Plan
    lineages: Lineages
    dues: Mapping[str, Due]


def area_views(scene: Scene, plan: Plan, lineages: Lineages) -> tuple[AreaView, ...]:
    """The plan's areas in their order."""
    dues = {due.measure.id: due for due in scene.agenda.by_union[plan.union] if due.plan is plan}
    setting = _Setting(scene, plan, lineages, dues)
    return tuple(_area(setting, area) for area in plan.areas)


def _area(of: _Setting, area: PlanArea) -> AreaView:
    whole = Reference(of.plan.strategy, area.id, None)
    return AreaView(
        anchor=addresses.area_anchor(area),
        title=area_title(of.scene, of.plan, area),
        sign=None if area.local else of.scene.thread.areas[whole].sign,
        number=area.number,
        strategy=None if area.local else addresses.strategy_part(whole),
        deadline=area.deadline,
        introduction=area.introduction,
        main_goals=() if area.local else main_goals(of.scene, of.plan, area),
        deviations=len(area.deviations),
        goals=tuple(_goal(of, area, goal) for goal in area.goals),
        measures=tuple(_measure(of, area, measure) for measure in area.measures),
        courses=tuple(
            CourseView(addresses.item_anchor(area, each), each, course_time(of.plan, each))
            for each in area.courses
        ),
        report=report(of.scene, area.results),
        not_prioritised=tuple(
            NotPrioritisedView(upward(of.scene, each.reference, of.plan, area), each.reason)
            for each in area.not_prioritised
        ),
    )


def _goal(of: _Setting, area: PlanArea, goal: Goal) -> GoalView:
    reported = item_report(of.scene, area, goal)
    return GoalView(
        anchor=addresses.item_anchor(area, goal),
        label=item_label(goal, area.goals),
        text=goal.text,
        reason=goal.reason,
        follows=upwards(of.scene, goal.follows, of.plan, area),
        lineage=of.lineages.of(goal),
        report=reported,
        keys=goal_keys(reported),
        suggestion=goal_suggestion(of.scene, goal, area.goals.index(goal) + 1),
    )


def _measure(of: _Setting, area: PlanArea, measure: Measure) -> MeasureView:
    reported = item_report(of.scene, area, measure)
    return MeasureView(
        anchor=addresses.item_anchor(area, measure),
        label=item_label(measure, ()),
        number=measure.number,
        text=measure.text,
        owners=owners(of.scene, measure.responsible),
        deadline=measure.deadline,
        follows=upwards(of.scene, measure.follows, of.plan, area),
        lineage=of.lineages.of(measure),
        report=reported,
        keys=measure_keys(of.scene, of.dues[measure.id], reported),
        suggestion=measure_suggestion(of.scene, measure),
    )

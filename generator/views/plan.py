"""A union's plan, as its own page and as the union's page show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator import addresses, standing
from generator.addresses import Address
from generator.coverage import stances_of
from generator.deadlines import Deadline
from generator.diagnostics import Message, message
from generator.model import (
    AreaSign,
    Course,
    Goal,
    Measure,
    Plan,
    PlanArea,
    Reference,
    Resolution,
    Section,
    Union,
    Wording,
)
from generator.periods import Period
from generator.standing import Phase, Summary
from generator.views.common import (
    Link,
    Owner,
    Report,
    Scene,
    Upward,
    area_title,
    county_link,
    county_of,
    item_label,
    item_report,
    owners,
    report,
    union_link,
    upward,
    upwards,
)
from generator.views.coverage import Cell, followed
from generator.views.lineage import Lineage, Lineages
from generator.views.main_goals import MainGoal, main_goals
from generator.views.report import ReportLink, report_links
from generator.views.union_changes import Mark, SinceView, marks, since_view


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    anchor: str
    label: Message
    text: str
    reason: str | None
    follows: tuple[Upward, ...]
    lineage: Lineage
    report: Report


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


@dataclass(frozen=True, slots=True)
class CourseView:
    anchor: str
    course: Course


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
class Notice:
    """What readers must know of the period first."""

    heading: Message
    text: Message


def _notice(period: Period, phase: Phase) -> Notice | None:
    match phase:
        case Phase.OVER:
            return Notice(
                message("The period {period} is over", period=period.title),
                message(
                    "This plan is kept as it was. "
                    "What is not reported is just that: nobody has said here how it went."
                ),
            )
        case Phase.TO_COME:
            return Notice(
                message("The period {period} has not begun", period=period.title),
                message("The plan is adopted for a period to come."),
            )
        case Phase.IN_FORCE:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPlan:
    """Another period of the same union."""

    link: Link
    phase: Phase


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the plan that stands in no area, with its anchor."""

    anchor: str
    section: Section


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """A plan as a page; `permanent` is its own address, whole in `url` where the site's is known.

    `paper` is the plan as PDF, `card` the whole address of its picture, where this build has made them.
    """

    union: Union
    county: Link
    here: Address
    permanent: Link
    url: str
    paper: Address | None
    card: str
    union_page: Link
    is_permanent: bool
    period: str
    phase: Phase
    notice: Notice | None
    strategy: Link
    source: str
    restated: bool
    resolutions: tuple[Resolution, ...]
    introduction: tuple[str, ...]
    situation: tuple[Section, ...]
    chapters: tuple[Chapter, ...]
    areas: tuple[AreaView, ...]
    report: Report
    following: Cell
    red_thread: Address
    roles: Address
    calendar: Address
    reports: tuple[ReportLink, ...]
    measures: Summary
    area_results: Summary
    goals: int
    others: tuple[OtherPlan, ...]
    since: SinceView | None
    marks: Mapping[str, Mark]


def plan_view(scene: Scene, union: Union, plan: Plan, here: Address) -> PlanView:
    """The plan, for the page at `here`."""
    permanent = addresses.plan(plan)
    coverage = scene.coverage[plan.strategy]
    lineages = Lineages(union, plan)
    phase = standing.phase(plan.period, scene.today)
    return PlanView(
        union=union,
        county=county_link(county_of(scene, union)),
        here=here,
        permanent=Link(plan.period.title, permanent),
        url=permanent.absolute(scene.site) if scene.site else "",
        paper=scene.made(addresses.plan_paper(plan)),
        card=scene.card(addresses.plan_card(plan)),
        union_page=union_link(union),
        is_permanent=here == permanent,
        period=plan.period.title,
        phase=phase,
        notice=_notice(plan.period, phase),
        strategy=Link(scene.thread.strategies[plan.strategy].title, addresses.strategy(plan.strategy)),
        source=plan.source,
        restated=plan.wording is Wording.RESTATED,
        resolutions=plan.resolutions,
        introduction=plan.introduction,
        situation=plan.situation,
        chapters=tuple(
            Chapter(addresses.plan_chapter(plan, number).anchor, part)
            for number, part in enumerate(plan.chapters, start=1)
        ),
        areas=tuple(_area(scene, plan, area, lineages) for area in plan.areas),
        report=report(scene, plan.results),
        roles=addresses.union_roles(union.id),
        calendar=addresses.union_calendar(union.id),
        reports=report_links(scene, plan),
        following=followed(stances_of([plan], coverage.items), coverage.asked),
        red_thread=addresses.red_thread(plan),
        measures=standing.measures(plan, scene.today),
        area_results=standing.areas(plan, scene.today),
        goals=sum(len(area.goals) for area in plan.areas),
        others=_others(scene, union, plan),
        since=since_view(scene, plan),
        marks=marks(scene, plan),
    )


def _others(scene: Scene, union: Union, plan: Plan) -> tuple[OtherPlan, ...]:
    return tuple(
        OtherPlan(
            link=Link(other.period.title, addresses.plan(other)),
            phase=standing.phase(other.period, scene.today),
        )
        for other in reversed(union.plans)
        if other != plan
    )


def _area(scene: Scene, plan: Plan, area: PlanArea, lineages: Lineages) -> AreaView:
    whole = Reference(plan.strategy, area.id, None)
    return AreaView(
        anchor=addresses.area_anchor(area),
        title=area_title(scene, plan, area),
        sign=None if area.local else scene.thread.areas[whole].sign,
        number=area.number,
        strategy=None if area.local else addresses.strategy_part(whole),
        deadline=area.deadline,
        introduction=area.introduction,
        main_goals=() if area.local else main_goals(scene, plan, area),
        deviations=len(area.deviations),
        goals=tuple(_goal(scene, plan, area, goal, lineages) for goal in area.goals),
        measures=tuple(_measure(scene, plan, area, measure, lineages) for measure in area.measures),
        courses=tuple(CourseView(addresses.item_anchor(area, each), each) for each in area.courses),
        report=report(scene, area.results),
        not_prioritised=tuple(
            NotPrioritisedView(upward(scene, each.reference, plan, area), each.reason)
            for each in area.not_prioritised
        ),
    )


def _goal(scene: Scene, plan: Plan, area: PlanArea, goal: Goal, lineages: Lineages) -> GoalView:
    return GoalView(
        anchor=addresses.item_anchor(area, goal),
        label=item_label(goal, area.goals),
        text=goal.text,
        reason=goal.reason,
        follows=upwards(scene, goal.follows, plan, area),
        lineage=lineages.of(goal),
        report=item_report(scene, area, goal),
    )


def _measure(scene: Scene, plan: Plan, area: PlanArea, measure: Measure, lineages: Lineages) -> MeasureView:
    return MeasureView(
        anchor=addresses.item_anchor(area, measure),
        label=item_label(measure, ()),
        number=measure.number,
        text=measure.text,
        owners=owners(scene, measure.responsible),
        deadline=measure.deadline,
        follows=upwards(scene, measure.follows, plan, area),
        lineage=lineages.of(measure),
        report=item_report(scene, area, measure),
    )

"""A union's plan, as its own page and as the union's page show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator import addresses, lasting, standing
from generator.addresses import Address
from generator.coverage import stances_of
from generator.diagnostics import Message, message
from generator.due import Shelf
from generator.model import Plan, Resolution, Section, Union, Wording
from generator.periods import Period
from generator.standing import Phase, Summary
from generator.views.common import Link, Report, Scene, county_link, county_of, report, union_link
from generator.views.coverage import Cell, followed
from generator.views.lineage import Lineages
from generator.views.moved import GonePlace, gone_places
from generator.views.narrowing import Facet, Narrowed, facets
from generator.views.plan_areas import AreaView, area_views
from generator.views.report import ReportLink, report_links
from generator.views.suggestions import FormLink, Suggestion, forms, suggestion
from generator.views.timeline import Timeline, timeline
from generator.views.union_changes import Mark, SinceView, marks, since_view


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
    `items` counts the goals and measures that `facets` narrow.  `former` are the anchors that what is on
    the page had before, by the one that it has.
    """

    union: Union
    county: Link
    permanent: Link
    url: str
    paper: Address | None
    card: str
    union_page: Link
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
    items: int
    facets: tuple[Facet, ...]
    timeline: Timeline | None
    report: Report
    following: Cell
    red_thread: Address
    data: Address
    roles: Address
    calendar: Address
    calendar_file: Address | None
    reports: tuple[ReportLink, ...]
    measures: Summary
    area_results: Summary
    goals: int
    others: tuple[OtherPlan, ...]
    since: SinceView | None
    marks: Mapping[str, Mark]
    former: Mapping[str, tuple[str, ...]]
    gone: tuple[GonePlace, ...]
    suggestion: Suggestion | None
    forms: tuple[FormLink, ...]


def plan_view(scene: Scene, union: Union, plan: Plan) -> PlanView:
    """The plan, for its own page, and for its union's while it is the newest."""
    permanent = addresses.plan(plan)
    coverage = scene.coverage[plan.strategy]
    areas = area_views(scene, plan, Lineages(union, plan))
    phase = standing.phase(plan.period, scene.today)
    return PlanView(
        union=union,
        county=county_link(county_of(scene, union)),
        permanent=Link(plan.period.title, permanent),
        url=permanent.absolute(scene.site) if scene.site else "",
        paper=scene.made(addresses.plan_paper(plan)),
        card=scene.card(addresses.plan_card(plan)),
        union_page=union_link(union),
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
        areas=areas,
        items=sum(len(area.goals) + len(area.measures) for area in areas),
        facets=facets(scene, map(_narrowed, areas)),
        timeline=timeline(scene, plan),
        report=report(scene, plan.results),
        roles=addresses.union_roles(union.id),
        calendar=addresses.union_calendar(union.id),
        calendar_file=_calendar_file(scene, union),
        reports=report_links(scene, plan),
        following=followed(stances_of([plan], coverage.items), coverage.asked),
        red_thread=addresses.red_thread(plan),
        data=addresses.plan_data(plan),
        measures=standing.measures(plan, scene.today),
        area_results=standing.areas(plan, scene.today),
        goals=sum(len(area.goals) for area in plan.areas),
        others=_others(scene, union, plan),
        since=since_view(scene, plan),
        marks=marks(scene, plan),
        former=lasting.former_anchors(plan),
        gone=gone_places(plan),
        suggestion=suggestion(scene, plan.position),
        forms=forms(scene, plan),
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


def _narrowed(area: AreaView) -> Narrowed:
    keys = (*(goal.keys for goal in area.goals), *(measure.keys for measure in area.measures))
    return Narrowed(area.anchor, area.title, keys)


def _calendar_file(scene: Scene, union: Union) -> Address | None:
    """The file for calendar programs, where anything is due on a day."""
    dated = any(due.shelf is Shelf.DATED for due in scene.agenda.by_union[union.id])
    return addresses.union_calendar_file(union.id) if dated else None

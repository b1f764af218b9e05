"""Floor 9: what the search finds: for each plan and strategy area, its entries with their facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator import addresses, standing
from generator.addresses import Address
from generator.diagnostics import Message, message
from generator.model import (
    Course,
    DeviationKind,
    Goal,
    ItemKind,
    Measure,
    Plan,
    PlanArea,
    Reference,
    Section,
    Status,
    StatusEntry,
    Strategy,
    StrategyArea,
    Union,
)
from generator.views.common import Link, Scene, area_title, county_link, county_of, item_label, item_report


class Kind(StrEnum):
    """What an entry is."""

    UNION = "union"
    AREA = "area"
    SECTION = "section"
    MAIN_GOAL = "main goal"
    GOAL = "goal"
    MEASURE = "measure"
    COURSE = "course"
    STRATEGY = "strategy"
    STRATEGIC_MEASURE = "strategic measure"
    ROLE = "role"
    COUNTY = "county"
    HELP = "help"


KINDS: dict[Kind, Message] = {
    Kind.UNION: message("Plan"),
    Kind.AREA: message("Area"),
    Kind.SECTION: message("Part of the plan"),
    Kind.MAIN_GOAL: message("Main goal"),
    Kind.GOAL: message("Goal"),
    Kind.MEASURE: message("Measure"),
    Kind.COURSE: message("Course"),
    Kind.STRATEGY: message("Strategy"),
    Kind.STRATEGIC_MEASURE: message("Strategic measure"),
    Kind.ROLE: message("Role"),
    Kind.COUNTY: message("County"),
    Kind.HELP: message("Help"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a search can lead to.  An area counts for the entries that come after it."""

    to: Address
    kind: Kind
    label: Message | str
    text: str = ""
    owners: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    deadline: str = ""
    years: tuple[int, ...] = ()
    status: Status | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One unit of the index, with its entries; `of` is the union, or what else its results stand under.

    `current` where it is the newest there is; `language` is that of its texts, empty where it is not told.
    """

    to: Address
    of: str
    title: str
    county: str = ""
    union: str = ""
    period: str = ""
    current: bool = True
    language: str = ""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page of the search, which leads to the counties where no script runs."""

    counties: tuple[Link, ...]
    areas: tuple[Link, ...]


def search_view(scene: Scene) -> SearchView:
    """The page of the search."""
    newest = scene.body.strategies[-1:]
    areas = ((strategy, area) for strategy in newest for area in strategy.areas)
    return SearchView(
        counties=tuple(county_link(county) for county in scene.body.federation.counties),
        areas=tuple(
            Link(area.title, addresses.strategy_part(Reference(strategy.period, area.id, None)))
            for strategy, area in areas
        ),
    )


def search_records(scene: Scene) -> tuple[Record, ...]:
    """All that is found, in the order of the sources."""
    return (
        *(_of_plan(scene, union, plan) for union in scene.body.unions for plan in union.plans),
        *(
            _of_strategy(scene, strategy, area)
            for strategy in scene.body.strategies
            for area in strategy.areas
        ),
        _roles(scene),
        _counties(scene),
    )


def _of_plan(scene: Scene, union: Union, plan: Plan) -> Record:
    current = standing.current(union.plans, scene.today) is plan
    county = county_of(scene, union).name
    head = Entry(
        to=addresses.union(union.id) if current else addresses.plan(plan),
        kind=Kind.UNION,
        label=union.name,
        text=f"{plan.period.title} · {county}",
        aliases=_spellings_of_number(union.number),
    )
    return Record(
        to=addresses.plan(plan),
        of=union.name,
        title=f"{union.name} {plan.period.title}",
        county=county,
        union=union.name,
        period=plan.period.title,
        current=current,
        language=union.language or scene.body.federation.languages[0],
        entries=(
            head,
            *(entry for area in plan.areas for entry in _of_area(scene, plan, area)),
            *_sections(plan),
        ),
    )


def _spellings_of_number(number: str | None) -> tuple[str, ...]:
    return (number, number.lstrip("0"), "avd", "avdeling", "nr") if number else ()


def _of_area(scene: Scene, plan: Plan, area: PlanArea) -> Iterable[Entry]:
    yield Entry(
        to=addresses.plan_area(plan, area),
        kind=Kind.AREA,
        label=area_title(scene, plan, area),
        text=" ".join(area.introduction),
        status=_status(standing.latest(area.results, scene.today)),
    )
    for deviation in area.deviations:
        if deviation.text and deviation.kind is not DeviationKind.OMITTED:
            yield Entry(
                to=addresses.plan_item(plan, area, deviation),
                kind=Kind.MAIN_GOAL,
                label=item_label(deviation, area.goals),
                text=deviation.text,
            )
    for goal in area.goals:
        yield _goal(scene, plan, area, goal)
    for measure in area.measures:
        yield _measure(scene, plan, area, measure)
    for course in area.courses:
        yield _course(plan, area, course)


def _status(entry: StatusEntry | None) -> Status | None:
    return entry.status if entry else None


def _goal(scene: Scene, plan: Plan, area: PlanArea, goal: Goal) -> Entry:
    return Entry(
        to=addresses.plan_item(plan, area, goal),
        kind=Kind.GOAL,
        label=item_label(goal, area.goals),
        text=" ".join(filter(None, (goal.text, goal.reason))),
        status=_status(item_report(scene, area, goal).entry),
    )


def _measure(scene: Scene, plan: Plan, area: PlanArea, measure: Measure) -> Entry:
    deadline = standing.deadline_of(area, measure)
    span = deadline.interval if deadline else None
    return Entry(
        to=addresses.plan_item(plan, area, measure),
        kind=Kind.MEASURE,
        label=item_label(measure, ()),
        text=measure.text,
        owners=tuple(each.words for each in measure.responsible),
        roles=tuple(role.name for role in scene.thread.roles.of(measure.responsible)),
        deadline=deadline.words if deadline else "",
        years=tuple(range(span.start.year, span.end.year + 1)) if span else (),
        status=_status(item_report(scene, area, measure).entry),
    )


def _course(plan: Plan, area: PlanArea, course: Course) -> Entry:
    return Entry(
        to=addresses.plan_item(plan, area, course),
        kind=Kind.COURSE,
        label=course.name,
        text=course.audience or "",
        deadline=course.time or "",
    )


def _sections(plan: Plan) -> Iterable[Entry]:
    page = addresses.plan(plan).page
    if plan.situation:
        yield Entry(
            to=Address(page, "situasjon"),
            kind=Kind.SECTION,
            label=message("Situation and challenges"),
            text=" ".join(words for part in plan.situation for words in _words(part)),
        )
    if plan.introduction:
        yield Entry(
            to=Address(page, "innledning"),
            kind=Kind.SECTION,
            label=message("Introduction"),
            text=" ".join(plan.introduction),
        )

    for number, part in enumerate(plan.chapters, start=1):
        words = [each for each in _words(part) if each != f"{part.title}."]
        yield Entry(
            to=addresses.plan_chapter(plan, number), kind=Kind.SECTION, label=part.title, text=" ".join(words)
        )


def _words(part: Section) -> Iterable[str]:
    yield from (f"{part.title}.", *part.paragraphs, *part.points)
    for inner in part.parts:
        yield from _words(inner)


def _of_strategy(scene: Scene, strategy: Strategy, area: StrategyArea) -> Record:
    whole = Reference(strategy.period, area.id, None)
    head = Entry(
        to=addresses.strategy_part(whole),
        kind=Kind.AREA,
        label=area.title,
        text=" ".join(area.introduction),
    )
    items = (
        Entry(
            to=addresses.strategy_part(Reference(strategy.period, area.id, item.id)),
            kind=Kind.MAIN_GOAL if item.kind is ItemKind.MAIN_GOAL else Kind.STRATEGIC_MEASURE,
            label=KINDS[Kind.MAIN_GOAL if item.kind is ItemKind.MAIN_GOAL else Kind.STRATEGIC_MEASURE],
            text=item.text,
        )
        for item in area.items
    )
    return Record(
        to=addresses.strategy_part(whole),
        of=strategy.title,
        title=strategy.title,
        period=strategy.period.title,
        current=strategy == scene.body.strategies[-1],
        language=scene.body.federation.languages[0],
        entries=(head, *items),
    )


def _roles(scene: Scene) -> Record:
    entries = tuple(
        Entry(to=addresses.role(role.id), kind=Kind.ROLE, label=role.name, text="", aliases=role.spellings)
        for role in scene.body.federation.roles
    )
    return Record(to=Address(addresses.ROLES), of="", title="", entries=entries)


def _counties(scene: Scene) -> Record:
    entries = tuple(
        Entry(to=addresses.county(county.id), kind=Kind.COUNTY, label=county.name)
        for county in scene.body.federation.counties
    )
    return Record(to=Address(addresses.UNIONS), of="", title="", entries=entries)

"""What views share: the scene they look at, links, previews, groups by county, reports."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator import addresses, standing
from generator.addresses import Address
from generator.coverage import Coverage
from generator.deadlines import Deadline, understand
from generator.diagnostics import Message, message
from generator.due import Agenda
from generator.forge import Forge
from generator.history.archive import Histories
from generator.model import (
    Body,
    County,
    Course,
    Deviation,
    Goal,
    LocalItem,
    Measure,
    Plan,
    PlanArea,
    Reference,
    Responsible,
    Role,
    StatusEntry,
    Union,
)
from generator.periods import Period
from generator.texts import Text
from generator.thread import Place, Thread

PREVIEW = 10
"""Entries of one county on a page that all counties share; more have a page of their own."""

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a view may look at: the plans, what is computed once of them, the day, the site's address.

    `site` begins every address that is read outside the site; empty where it is not known.
    `history` is None where git tells nothing of the plans.  `files` are the addresses of what this
    build has made beside the pages.  `forge` is where the sources are kept; None where that is not said.
    """

    body: Body
    thread: Thread
    coverage: Mapping[Period, Coverage]
    agenda: Agenda
    today: datetime.date
    site: str = ""
    history: Histories | None = None
    files: frozenset[Address] = frozenset()
    forge: Forge | None = None

    def made(self, file: Address) -> Address | None:
        """The address, where this build has made what it leads to."""
        return file if file in self.files else None

    def card(self, file: Address) -> str:
        """The whole address of a picture, as other sites ask for it; empty where there is none."""
        return file.absolute(self.site) if self.site and file in self.files else ""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    text: str
    to: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Generic[_Row]):
    """The first rows of one county; `more` leads to all of them where some are left out."""

    county: Link
    rows: tuple[_Row, ...]
    total: int
    more: Address | None


def by_county(
    scene: Scene,
    rows: Iterable[tuple[Union, _Row]],
    more: Callable[[str], Address],
) -> tuple[Group[_Row], ...]:
    """The rows grouped by the unions' counties, in the federation's order, at most PREVIEW each."""
    gathered: dict[str, list[_Row]] = {}
    for union, row in rows:
        gathered.setdefault(union.county, []).append(row)
    return tuple(
        Group(
            county=county_link(county),
            rows=tuple(gathered[county.id][:PREVIEW]),
            total=len(gathered[county.id]),
            more=more(county.id) if len(gathered[county.id]) > PREVIEW else None,
        )
        for county in scene.body.federation.counties
        if county.id in gathered
    )


def left_out(
    groups: Iterable[Group[_Row]], places: Iterable[Place]
) -> Iterable[tuple[Address, Link, list[Place]]]:
    """For each county that has a page of its own: that page, the county, and all its places."""
    for group in groups:
        if group.more is not None:
            inside = [each for each in places if addresses.county(each.union.county) == group.county.to]
            yield group.more, group.county, inside


def county_link(county: County) -> Link:
    """The county's name, leading to its page."""
    return Link(county.name, addresses.county(county.id))


def county_of(scene: Scene, union: Union) -> County:
    """The union's county; a rule has seen to it that there is one."""
    return next(each for each in scene.body.federation.counties if each.id == union.county)


def union_link(union: Union) -> Link:
    """The union's name, leading to its page."""
    return Link(union.name, addresses.union(union.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Upward:
    """A strategy item that a local item follows; `elsewhere` names what differs from its own place."""

    text: str
    to: Address
    elsewhere: str


def upward(scene: Scene, reference: Reference, plan: Plan, area: PlanArea) -> Upward:
    """What the reference means, seen from an area of a plan."""
    whole = scene.thread.areas[Reference(reference.period, reference.area, None)]
    other_edition = reference.period != plan.strategy
    other_area = reference.area != area.id and reference.item is not None
    parts = [whole.title] * other_area + [reference.period.title] * other_edition
    return Upward(
        text=scene.thread.items[reference].text if reference.item else whole.title,
        to=addresses.strategy_part(reference),
        elsewhere=Text(", ".join(parts)),
    )


def upwards(scene: Scene, references: Iterable[Reference], plan: Plan, area: PlanArea) -> tuple[Upward, ...]:
    """What the references mean, in their order."""
    return tuple(upward(scene, each, plan, area) for each in references)


def area_title(scene: Scene, plan: Plan, area: PlanArea) -> str:
    """The area's own title, or that of the strategy's area."""
    return area.title or scene.thread.areas[Reference(plan.strategy, area.id, None)].title


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is reported of something, and whether a deadline has passed without an end to it.

    `by_area` says that the whole area is reported; that is not spread over its items.
    """

    entry: StatusEntry | None
    overdue: bool = False
    by_area: bool = False


def report(scene: Scene, entries: tuple[StatusEntry, ...]) -> Report:
    """The newest report on or before the day."""
    return Report(entry=standing.latest(entries, scene.today))


def item_report(scene: Scene, area: PlanArea, item: LocalItem, until: datetime.date | None = None) -> Report:
    """The item's newest report, of those until a day; a measure without a deadline has its area's."""
    if isinstance(item, Deviation):
        return Report(entry=None)
    entry = standing.latest(item.status, until or scene.today)
    of_area = standing.latest(area.results, until or scene.today)
    deadline = standing.deadline_of(area, item) if isinstance(item, Measure) else None
    return Report(
        entry=entry,
        overdue=standing.overdue(deadline, (entry, of_area), scene.today),
        by_area=entry is None and standing.is_final(of_area),
    )


def course_time(plan: Plan, course: Course) -> Deadline | None:
    """When a course of the plan is held."""
    return understand(course.time, plan.period) if course.time else None


@dataclass(frozen=True, slots=True)
class Owner:
    """A responsible in the plan's own words, with the role where the vocabulary knows it."""

    words: str
    role: Role | None

    @property
    def to(self) -> Address | None:
        """The role's page."""
        return None if self.role is None else addresses.role(self.role.id)


def owners(scene: Scene, responsible: tuple[Responsible, ...]) -> tuple[Owner, ...]:
    """Who is responsible, in the order of the plan."""
    return tuple(Owner(each.words, scene.thread.role(each.words)) for each in responsible)


def item_label(item: LocalItem, goals: tuple[Goal, ...]) -> Message:
    """What the plan's page calls the item: a measure by its number, a goal by its place in the area."""
    match item:
        case Measure():
            return measure_label(item.number)
        case Goal():
            return goal_label(str(goals.index(item) + 1))
        case Deviation():
            return message("Main goal in the plan")


def measure_label(number: str | None) -> Message:
    """What to call a measure of that number."""
    if number is None:
        return message("Measure without a number")
    if number[:1].isdigit():
        return message("Measure {number}", number=number)
    return message("{number}", number=number)


def goal_label(place: str) -> Message:
    """What to call the goal at that place in its area."""
    return message("Goal {number}", number=place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A measure in a list that runs across plans."""

    union: Link
    period: str
    label: Message
    area: str
    text: str
    to: Address
    deadline: Deadline | None
    owners: tuple[Owner, ...]
    report: Report


def duty(scene: Scene, place: Place, measure: Measure) -> Duty:
    """The measure at the place."""
    return Duty(
        union=union_link(place.union),
        period=place.plan.period.title,
        label=item_label(measure, ()),
        area=area_title(scene, place.plan, place.area),
        text=measure.text,
        to=addresses.plan_item(place.plan, place.area, measure),
        deadline=standing.deadline_of(place.area, measure),
        owners=owners(scene, measure.responsible),
        report=item_report(scene, place.area, measure),
    )


def by_deadline(scene: Scene, places: Iterable[Place]) -> list[Place]:
    """Places of measures: deadlines to come, the nearest first; then those past, the newest first."""
    return sorted(places, key=lambda place: _deadline_order(scene, place))


def _deadline_order(scene: Scene, place: Place) -> tuple[bool, int]:
    deadline = standing.deadline_of(place.area, measure_at(place))
    end = deadline.interval.end if deadline and deadline.interval else None
    return standing.to_come_first(end, scene.today)


def measure_at(place: Place) -> Measure:
    """The measure at the place; raises TypeError where there is none."""
    if not isinstance(place.item, Measure):
        raise TypeError(place.item)
    return place.item

"""The courses in the unions' current plans: by county, by audience, and counted by time."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.alphabet import Order, alphabetical
from generator.deadlines import Deadline
from generator.diagnostics import Message, message
from generator.due import Shelf, shelf
from generator.model import County, Course, Plan, PlanArea, Union
from generator.periods import Interval, Period
from generator.roles import spelling_key
from generator.standing import current, to_come_first
from generator.views.common import Group, Link, Scene, by_county, county_link, course_time, union_link

SHORT_LIST = 10
"""Audiences on the page of all courses."""

_JULY = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRow:
    """A course; `time` holds the plan's words and, where they are understood, the days they span."""

    union: Link
    name: str
    audience: str | None
    time: Deadline | None
    to: Address


@dataclass(frozen=True, slots=True)
class Count:
    words: Message | str
    courses: int


@dataclass(frozen=True, slots=True)
class CountyCourses:
    """The first courses of a county, and the page of all."""

    group: Group[CourseRow]
    page: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursesView:
    here: Address
    total: int
    times: tuple[Count, ...]
    audiences: tuple[Count, ...]
    more_audiences: int
    counties: tuple[CountyCourses, ...]


@dataclass(frozen=True, slots=True)
class Audience:
    """The courses for one audience; `words` is None where the plans do not say for whom."""

    words: str | None
    rows: tuple[CourseRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyCoursesView:
    here: Address
    county: Link
    total: int
    audiences: tuple[Audience, ...]


_Found = tuple[Union, CourseRow]


def found_courses(scene: Scene) -> list[_Found]:
    """Every course of the unions' current plans, by time."""
    found = [
        (union, _row(union, plan, area, course))
        for union in scene.body.everyone
        for plan in (current(union.plans, scene.today),)
        if plan is not None
        for area in plan.areas
        for course in area.courses
    ]
    return sorted(found, key=lambda each: _time_order(each[1]))


def _row(union: Union, plan: Plan, area: PlanArea, course: Course) -> CourseRow:
    return CourseRow(
        union=union_link(union),
        name=course.name,
        audience=course.audience,
        time=course_time(plan, course),
        to=addresses.plan_item(plan, area, course),
    )


def _time_order(row: CourseRow) -> tuple[datetime.date, datetime.date]:
    """By the last day and then the first; what has none comes last."""
    interval = row.time.interval if row.time else None
    return (interval.end, interval.start) if interval else (datetime.date.max, datetime.date.max)


def courses_view(scene: Scene, found: list[_Found]) -> CoursesView:
    rows = [row for _, row in found]
    to_come = sorted(found, key=lambda each: to_come_first(_last_day(each[1]), scene.today))
    audiences = sorted(_by_audience(rows), key=lambda each: -len(each.rows))
    named = [Count(each.words, len(each.rows)) for each in audiences if each.words is not None]
    return CoursesView(
        here=Address(addresses.COURSES),
        total=len(rows),
        times=_times(rows),
        audiences=tuple(named[:SHORT_LIST]),
        more_audiences=len(named[SHORT_LIST:]),
        counties=tuple(
            CountyCourses(group, addresses.courses_in(county.id))
            for group in by_county(scene, to_come, addresses.courses_in)
            for county in scene.body.federation.counties
            if addresses.county(county.id) == group.county.to
        ),
    )


def _last_day(row: CourseRow) -> datetime.date | None:
    return row.time.interval.end if row.time and row.time.interval else None


def _times(rows: list[CourseRow]) -> tuple[Count, ...]:
    """How many courses each half-year has, or the longer time that is all the plans say, in order."""
    counts = Counter(_time(row.time) for row in rows)
    return tuple(Count(each.words, counts[each]) for each in sorted(counts, key=lambda each: each.order))


@dataclass(frozen=True, slots=True)
class _Time:
    """A half-year, whole years, or (`interval` None) one of two kinds without an end."""

    interval: Interval | None
    throughout: bool = False

    @property
    def order(self) -> tuple[bool, int, int]:
        """Halves of a year stand before what is some time in it; what has no end comes last."""
        if self.interval is None:
            return True, not self.throughout, 0
        return False, self.interval.end.toordinal(), -self.interval.start.toordinal()

    @property
    def words(self) -> Message:
        """What to call it."""
        if self.interval is None:
            return message("Repeated or going on") if self.throughout else message("Time not settled")
        start, end = self.interval.start, self.interval.end
        if start.month == _JULY:
            return message("Second half of {year}", year=start.year)
        if end.month < _JULY:
            return message("First half of {year}", year=start.year)
        return message("In the course of {years}", years=Period(start.year, end.year).title)


def _time(deadline: Deadline | None) -> _Time:
    match shelf(deadline):
        case Shelf.DATED if deadline and deadline.interval:
            return _Time(_widened(deadline.interval))
        case Shelf.THROUGHOUT:
            return _Time(None, throughout=True)
    return _Time(None)


def _widened(interval: Interval) -> Interval:
    """The half-year that holds the interval, or else the whole years."""
    years = Period(interval.start.year, interval.end.year)
    july = datetime.date(years.last, _JULY, 1)
    if interval.start >= july:
        return Interval(july, years.interval.end)
    if years.first == years.last and interval.end < july:
        return Interval(years.interval.start, july - datetime.timedelta(days=1))
    return years.interval


def county_courses_views(scene: Scene, found: list[_Found]) -> Iterable[CountyCoursesView]:
    """A view for each county that has courses."""
    inside: dict[str, list[CourseRow]] = defaultdict(list)
    for union, row in found:
        inside[union.county].append(row)
    for county in scene.body.federation.counties:
        if county.id in inside:
            yield _county(county, inside[county.id])


def _county(county: County, rows: list[CourseRow]) -> CountyCoursesView:
    return CountyCoursesView(
        here=addresses.courses_in(county.id),
        county=county_link(county),
        total=len(rows),
        audiences=tuple(_by_audience(rows)),
    )


def _by_audience(rows: Iterable[CourseRow]) -> list[Audience]:
    """The rows by audience, in alphabetical order; spellings that differ in case alone are one."""
    groups: dict[str, list[CourseRow]] = defaultdict(list)
    for row in rows:
        groups[spelling_key(row.audience or "")].append(row)
    return [
        Audience(groups[key][0].audience, tuple(groups[key])) for key in sorted(groups, key=_last_if_none)
    ]


def _last_if_none(audience: str) -> tuple[bool, Order]:
    return not audience, alphabetical(audience)

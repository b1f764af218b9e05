"""A union's calendar: every deadline of its plans, by year and month, and what has no day."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.due import Shelf
from generator.model import Union
from generator.views.calendars import around
from generator.views.common import Link, Scene, county_link, county_of, union_link
from generator.views.due_rows import DueRow
from generator.views.suggestions import Suggestion, union_suggestion


@dataclass(frozen=True, slots=True)
class Month:
    first: datetime.date
    rows: tuple[DueRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    year: int
    anchor: str
    deadlines: int
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionCalendarView:
    """`file` is there where the union has dated deadlines; `several` says that it has several plans."""

    here: Address
    union: Link
    county: Link
    roles: Address
    file: Address | None
    several: bool
    years: tuple[Year, ...]
    deadlines: int
    overdue: int
    throughout: tuple[DueRow, ...]
    not_understood: tuple[DueRow, ...]
    no_deadline: int
    suggestion: Suggestion | None


def union_calendar_view(scene: Scene, union: Union, rows: tuple[DueRow, ...]) -> UnionCalendarView:
    """The calendar of the union, of which these are all rows, by day."""
    by_shelf: dict[Shelf, list[DueRow]] = defaultdict(list)
    for row in rows:
        by_shelf[row.due.shelf].append(row)
    dated = by_shelf[Shelf.DATED]
    return UnionCalendarView(
        here=addresses.union_calendar(union.id),
        union=union_link(union),
        county=county_link(county_of(scene, union)),
        roles=addresses.union_roles(union.id),
        file=addresses.union_calendar_file(union.id) if dated else None,
        several=len(union.plans) > 1,
        years=tuple(_years(scene, dated)),
        deadlines=len(dated),
        overdue=sum(row.due.overdue for row in dated),
        throughout=tuple(by_shelf[Shelf.THROUGHOUT]),
        not_understood=tuple(by_shelf[Shelf.NOT_UNDERSTOOD]),
        no_deadline=len(by_shelf[Shelf.NO_DEADLINE]),
        suggestion=union_suggestion(scene, union),
    )


def _years(scene: Scene, rows: Iterable[DueRow]) -> Iterable[Year]:
    by_month: dict[datetime.date, list[DueRow]] = defaultdict(list)
    for row in rows:
        by_month[row.due.day.replace(day=1)].append(row)
    for year in around({first.year for first in by_month}, scene.today):
        months = tuple(Month(first, tuple(found)) for first, found in by_month.items() if first.year == year)
        yield Year(
            year=year,
            anchor=addresses.year_anchor(year),
            deadlines=sum(len(month.rows) for month in months),
            months=months,
        )

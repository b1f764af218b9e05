"""The calendar of all unions: years, the months of a year by county, those of a county by union."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.alphabet import alphabetical
from generator.due import Due, Shelf
from generator.model import County
from generator.views.common import PREVIEW, Link, Scene
from generator.views.due_rows import DueRow, due_rows

MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """A year with its deadlines; `overdue` of them have passed without a report of how it ended."""

    link: Link
    deadlines: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """`now` is this year, where it has deadlines."""

    here: Address
    now: YearRow | None
    others: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """How many deadlines a month has, and where they stand."""

    deadlines: int
    to: Address | None


@dataclass(frozen=True, slots=True)
class Line:
    """A county or a union with its months."""

    link: Link
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The months of a year, by their first days, and what is due in each."""

    months: tuple[datetime.date, ...]
    lines: tuple[Line, ...]
    sums: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Beside:
    """Measures of the year that stand in no month."""

    throughout: int
    not_understood: int
    no_deadline: int

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return self != Beside(0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    here: Address
    year: int
    table: Table
    overdue: int
    beside: Beside
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPreview:
    """The first deadlines of a month, of as many unions as there is room for, and how many more."""

    first: datetime.date
    anchor: str
    total: int
    rows: tuple[DueRow, ...]

    @property
    def more(self) -> int:
        """How many are left out."""
        return self.total - len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyYearView:
    here: Address
    year: Link
    county: Link
    table: Table
    overdue: int
    beside: Beside
    months: tuple[MonthPreview, ...]


def around(years: Iterable[int], today: datetime.date) -> list[int]:
    """The year that is and those to come, the nearest first; then those past, the latest first."""
    return sorted(years, key=lambda year: (year < today.year, abs(year - today.year)))


def calendar_view(scene: Scene) -> CalendarView:
    rows = {year: _year_row(scene, year) for year in around(scene.agenda.by_year, scene.today)}
    now = rows.pop(scene.today.year, None)
    return CalendarView(here=Address(addresses.CALENDAR), now=now, others=tuple(rows.values()))


def _year_row(scene: Scene, year: int) -> YearRow:
    dated = [due for found in scene.agenda.by_year[year].values() for due in _dated(found)]
    return YearRow(link=_year_link(year), deadlines=len(dated), overdue=sum(due.overdue for due in dated))


def _year_link(year: int) -> Link:
    return Link(str(year), addresses.calendar(year))


def _dated(dues: Iterable[Due]) -> list[Due]:
    return [due for due in dues if due.shelf is Shelf.DATED]


def year_views(scene: Scene) -> Iterable[YearView]:
    """A view for each year that has deadlines."""
    years = around(scene.agenda.by_year, scene.today)
    for year in years:
        by_county = scene.agenda.by_year[year]
        yield YearView(
            here=addresses.calendar(year),
            year=year,
            table=_table(year, (_county_line(year, each, by_county) for each in _counties(scene, year))),
            overdue=_year_row(scene, year).overdue,
            beside=_beside(due for found in by_county.values() for due in found),
            others=tuple(_year_link(other) for other in years if other != year),
        )


def _counties(scene: Scene, year: int) -> list[County]:
    """The counties with measures that belong to the year, in the federation's order."""
    return [each for each in scene.body.federation.counties if each.id in scene.agenda.by_year[year]]


def _county_line(year: int, county: County, by_county: Mapping[str, Iterable[Due]]) -> Line:
    here = addresses.calendar_in(year, county.id)
    return _line(Link(county.name, here), by_county[county.id], here)


def _line(link: Link, dues: Iterable[Due], to: Address | None) -> Line:
    """The months of the dues; each leads to its place on the page `to`, where there is one."""
    counts = Counter(due.day.month for due in _dated(dues))
    cells = (Cell(counts[month], _month_on(to, month) if counts[month] else None) for month in MONTHS)
    return Line(link, tuple(cells), counts.total())


def _month_on(page: Address | None, month: int) -> Address | None:
    return page and Address(page.page, addresses.month_anchor(month))


def _table(year: int, lines: Iterable[Line], here: Address | None = None) -> Table:
    found = tuple(lines)
    sums = [sum(line.cells[month - 1].deadlines for line in found) for month in MONTHS]
    return Table(
        months=tuple(datetime.date(year, month, 1) for month in MONTHS),
        lines=found,
        sums=tuple(
            Cell(n, _month_on(here, month) if n else None) for month, n in zip(MONTHS, sums, strict=True)
        ),
        total=sum(sums),
    )


def _beside(dues: Iterable[Due]) -> Beside:
    counts = Counter(due.shelf for due in dues)
    return Beside(counts[Shelf.THROUGHOUT], counts[Shelf.NOT_UNDERSTOOD], counts[Shelf.NO_DEADLINE])


def county_year_views(scene: Scene) -> Iterable[CountyYearView]:
    """A view for each year and county with measures that belong to it."""
    for year in scene.agenda.by_year:
        for county in _counties(scene, year):
            yield _county_year(scene, year, county)


def _county_year(scene: Scene, year: int, county: County) -> CountyYearView:
    here = addresses.calendar_in(year, county.id)
    dues = scene.agenda.by_year[year][county.id]
    by_union: dict[str, list[Due]] = defaultdict(list)
    for due in dues:
        by_union[due.union.id].append(due)
    lines = [_line(_union_calendar(found[0]), found, None) for found in by_union.values()]
    return CountyYearView(
        here=here,
        year=_year_link(year),
        county=Link(county.name, addresses.county(county.id)),
        table=_table(year, sorted(lines, key=lambda line: alphabetical(line.link.text)), here),
        overdue=sum(due.overdue for due in _dated(dues)),
        beside=_beside(dues),
        months=tuple(_previews(scene, year, dues)),
    )


def _union_calendar(due: Due) -> Link:
    return Link(due.union.name, addresses.union_calendar(due.union.id))


def _previews(scene: Scene, year: int, dues: Iterable[Due]) -> Iterable[MonthPreview]:
    by_month: dict[int, list[Due]] = defaultdict(list)
    for due in _dated(dues):
        by_month[due.day.month].append(due)
    for month, found in by_month.items():
        yield MonthPreview(
            first=datetime.date(year, month, 1),
            anchor=addresses.month_anchor(month),
            total=len(found),
            rows=due_rows(scene, _fairly(found)),
        )


def _fairly(dues: list[Due]) -> list[Due]:
    """At most PREVIEW of them, every union's first before any union's second, in their order."""
    seen: Counter[str] = Counter()
    ranked = []
    for due in dues:
        ranked.append((seen[due.union.id], due))
        seen[due.union.id] += 1
    chosen = sorted(ranked, key=lambda pair: pair[0])[:PREVIEW]
    return sorted((due for _, due in chosen), key=lambda due: due.day)

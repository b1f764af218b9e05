"""Coverage: who follows an edition of the strategy up, by county and, in each county, by union."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from textwrap import wrap

from generator import addresses
from generator.addresses import Address
from generator.coverage import Coverage, Stance, Tally, total
from generator.model import County, ItemKind, Plan, Reference, Strategy, StrategyArea, Union
from generator.periods import Period
from generator.views.common import Link, Scene, county_link

SHADES = 4
"""Of a cell in which anybody follows; 0 is for nobody."""

_LINE = 10
"""Letters in a line on a square of the map."""


@dataclass(frozen=True, slots=True)
class Cell:
    """So many of so many unions, and how dark that is shown: from 0 (none) to SHADES (all)."""

    count: int
    total: int

    @property
    def shade(self) -> int:
        """The share in steps, rounded up."""
        return ceil(SHADES * self.count / self.total) if self.total else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A county on the map: column and row from 0, its name in lines; no cell where it has no unions."""

    column: int
    row: int
    lines: tuple[str, ...]
    cell: Cell | None


@dataclass(frozen=True, slots=True)
class TileMap:
    columns: int
    rows: int
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item with its sign in tables, and its cells in the order of the columns, the sum first."""

    sign: str
    text: str
    to: Address
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaTable:
    title: str
    to: Address
    rows: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyRow:
    """A county in a table, leading to its coverage; `counts` belong to the stances of the columns."""

    county: Link
    following: Cell
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """An edition by county.  `gaps` are the items that nobody follows up."""

    here: Address
    strategy: Link
    period: str
    unions: int
    whole: Cell
    counties: tuple[Link, ...]
    areas: tuple[AreaTable, ...]
    gaps: tuple[AreaTable, ...]
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class UnionRow:
    union: Link
    cells: tuple[Stance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaStances:
    """How a county's unions stand to the items of an area; the items' cells hold the county's sums."""

    title: str
    to: Address
    anchor: str
    items: tuple[ItemRow, ...]
    unions: tuple[UnionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyCoverage:
    here: Address
    county: Link
    edition: Link
    period: str
    unions: int
    whole: Cell
    stances: tuple[Stance, ...]
    areas: tuple[AreaStances, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ByCounty:
    """How the unions stand to one item, or to one area, in each county: as a table and as a map.

    `stances` are the columns beside that of those who follow it up.  No map where no county has a
    square on it.
    """

    stances: tuple[Stance, ...]
    rows: tuple[CountyRow, ...]
    sum: CountyRow
    map: TileMap | None


def editions(scene: Scene) -> tuple[Link, ...]:
    """The coverage of every edition that any plan builds on, the newest first."""
    return tuple(
        Link(strategy.title, addresses.coverage(strategy.period))
        for strategy in reversed(scene.body.strategies)
        if scene.coverage[strategy.period].unions
    )


def coverage_views(scene: Scene) -> Iterable[CoverageView]:
    """A view for each edition that any plan builds on."""
    for strategy in scene.body.strategies:
        if scene.coverage[strategy.period].unions:
            yield _coverage_view(scene, strategy)


def _coverage_view(scene: Scene, strategy: Strategy) -> CoverageView:
    coverage = scene.coverage[strategy.period]
    counties = _counties(scene, coverage)
    tables = tuple(_table(coverage, area, counties) for area in strategy.areas)
    here = addresses.coverage(strategy.period)
    return CoverageView(
        here=here,
        strategy=Link(strategy.title, addresses.strategy(strategy.period)),
        period=strategy.period.title,
        unions=len(coverage.unions),
        whole=_cell(total(coverage.whole_tally(each) for each in coverage.asked)),
        counties=tuple(_detail(strategy.period, county) for county in counties),
        areas=tables,
        gaps=tuple(table for table in map(_gap, tables) if table.rows),
        others=tuple(link for link in editions(scene) if link.to != here),
    )


def _counties(scene: Scene, coverage: Coverage) -> list[County]:
    """Those with unions whose plans build on the edition."""
    return [county for county in scene.body.federation.counties if coverage.in_county.get(county.id)]


def _detail(period: Period, county: County) -> Link:
    return Link(county.name, addresses.coverage_in(period, county.id))


def followed(stances: Mapping[Reference, Stance], references: Iterable[Reference]) -> Cell:
    """How many of the items are followed up by whoever takes the stances."""
    taken = [stances.get(reference, Stance.SILENT) for reference in references]
    return Cell(sum(each.follows for each in taken), len(taken))


def _cell(tally: Tally) -> Cell:
    return Cell(tally.following, tally.total)


def _shown(coverage: Coverage, area: StrategyArea) -> list[tuple[str, Reference]]:
    """The area's items that are shown, each with its sign: H1 for the first main goal, T1 for a measure."""
    signs = dict.fromkeys(ItemKind, 0)
    found = []
    for item in area.items:
        signs[item.kind] += 1
        reference = Reference(coverage.period, area.id, item.id)
        if coverage.is_shown(reference):
            found.append((f"{_SIGNS[item.kind]}{signs[item.kind]}", reference))
    return found


_SIGNS = {ItemKind.MAIN_GOAL: "H", ItemKind.STRATEGIC_MEASURE: "T"}


def _table(coverage: Coverage, area: StrategyArea, counties: list[County]) -> AreaTable:
    return AreaTable(
        title=area.title,
        to=addresses.strategy_part(Reference(coverage.period, area.id, None)),
        rows=tuple(
            _item_row(
                coverage,
                sign,
                reference,
                [
                    coverage.whole_tally(reference),
                    *(coverage.tally(reference, county.id) for county in counties),
                ],
            )
            for sign, reference in _shown(coverage, area)
        ),
    )


def _item_row(coverage: Coverage, sign: str, reference: Reference, tallies: Iterable[Tally]) -> ItemRow:
    return ItemRow(
        sign=sign,
        text=coverage.items[reference].text,
        to=addresses.strategy_part(reference),
        cells=tuple(_cell(tally) for tally in tallies),
    )


def _gap(table: AreaTable) -> AreaTable:
    """The table's rows that nobody follows up."""
    return AreaTable(
        title=table.title, to=table.to, rows=tuple(row for row in table.rows if not row.cells[0].count)
    )


def county_coverages(scene: Scene) -> Iterable[CountyCoverage]:
    """A view for each edition and each county with plans that build on it."""
    for strategy in scene.body.strategies:
        coverage = scene.coverage[strategy.period]
        for county in _counties(scene, coverage):
            yield _county_coverage(strategy, coverage, county)


def _county_coverage(strategy: Strategy, coverage: Coverage, county: County) -> CountyCoverage:
    inside = (union for union in coverage.unions if union.county == county.id)
    unions = sorted(inside, key=lambda union: union.name)
    return CountyCoverage(
        here=addresses.coverage_in(strategy.period, county.id),
        county=county_link(county),
        edition=Link(strategy.title, addresses.coverage(strategy.period)),
        period=strategy.period.title,
        unions=len(unions),
        whole=_cell(total(coverage.tally(each, county.id) for each in coverage.asked)),
        stances=tuple(Stance),
        areas=tuple(_area_stances(coverage, area, county, unions) for area in strategy.areas),
    )


def _area_stances(coverage: Coverage, area: StrategyArea, county: County, unions: list[Union]) -> AreaStances:
    shown = _shown(coverage, area)
    return AreaStances(
        title=area.title,
        anchor=area.id,
        to=addresses.strategy_part(Reference(coverage.period, area.id, None)),
        items=tuple(
            _item_row(coverage, sign, reference, [coverage.tally(reference, county.id)])
            for sign, reference in shown
        ),
        unions=tuple(
            UnionRow(
                Link(union.name, addresses.red_thread(_newest(union, coverage.period))),
                tuple(coverage.stance(union, reference) for _, reference in shown),
            )
            for union in unions
        ),
    )


def _newest(union: Union, edition: Period) -> Plan:
    """The union's newest plan that builds on the edition."""
    return next(plan for plan in reversed(union.plans) if plan.strategy == edition)


_BESIDE = {
    ItemKind.MAIN_GOAL: (Stance.CARRIED, Stance.DECLINED, Stance.SILENT),
    ItemKind.STRATEGIC_MEASURE: (Stance.DECLINED, Stance.SILENT),
}


def item_by_county(scene: Scene, reference: Reference) -> ByCounty | None:
    """How the unions stand to the item; None where no plan builds on the edition."""
    coverage = scene.coverage[reference.period]
    stances = _BESIDE[coverage.items[reference].kind]
    tallies = {county: coverage.tally(reference, county) for county in coverage.in_county}
    return _by_county(scene, reference, tallies, stances)


def area_by_county(scene: Scene, area: Reference) -> ByCounty | None:
    """How many unions follow anything of the area up; None where no plan builds on the edition."""
    coverage = scene.coverage[area.period]
    tallies = {
        county: Tally(unions, {Stance.MEASURE: coverage.following[county][area.area]})
        for county, unions in coverage.in_county.items()
    }
    return _by_county(scene, area, tallies, ())


def _by_county(
    scene: Scene, reference: Reference, tallies: dict[str, Tally], stances: tuple[Stance, ...]
) -> ByCounty | None:
    coverage = scene.coverage[reference.period]
    if not coverage.unions:
        return None
    of_all = Link("", addresses.coverage(reference.period))
    return ByCounty(
        stances=stances,
        rows=tuple(
            _county_row(_detail(reference.period, county), tallies[county.id], stances)
            for county in _counties(scene, coverage)
        ),
        sum=_county_row(of_all, total(tallies.values()), stances),
        map=_map(scene.body.federation.counties, tallies),
    )


def _county_row(county: Link, tally: Tally, stances: tuple[Stance, ...]) -> CountyRow:
    return CountyRow(
        county=county,
        following=_cell(tally),
        counts=tuple(tally.by_stance.get(stance, 0) for stance in stances),
    )


def _map(counties: Iterable[County], tallies: dict[str, Tally]) -> TileMap | None:
    """The counties on their squares; None where none has one."""
    placed = [(county, *county.map_square) for county in counties if county.map_square]
    if not placed:
        return None
    west, north = min(column for _, column, _ in placed), min(row for _, _, row in placed)
    squares = tuple(
        Square(
            column=column - west,
            row=row - north,
            lines=tuple(wrap(county.name, _LINE, break_long_words=False)),
            cell=_cell(tallies[county.id]) if county.id in tallies else None,
        )
        for county, column, row in placed
    )
    return TileMap(
        columns=max(each.column for each in squares) + 1,
        rows=max(each.row for each in squares) + 1,
        squares=squares,
    )

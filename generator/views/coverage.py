"""Coverage: who follows an edition of the strategy up, by county and, in each county, by union."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil

from generator import addresses, standing
from generator.addresses import Address
from generator.alphabet import alphabetical
from generator.coverage import Coverage, Stance, Tally, is_asked, total
from generator.model import County, ItemKind, Plan, Reference, Strategy, StrategyArea, Union
from generator.periods import Period
from generator.standing import Summary
from generator.views.common import Link, Scene, county_link

SHADES = 4
"""Of a cell in which anybody follows; 0 is for nobody."""


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
class ItemRow:
    """An item with its sign in tables, and its cells in the order of the columns, the sum first."""

    sign: str
    text: str
    to: Address
    asked: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaTable:
    title: str
    to: Address
    rows: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class ReportedRow:
    """How the measures stand in a county's plans."""

    county: Link
    unions: int
    measures: Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """An edition by county.  `gaps` are the items that nobody follows up."""

    here: Address
    strategy: Link
    period: str
    period_id: str
    unions: int
    whole: Cell
    counties: tuple[Link, ...]
    reported: tuple[ReportedRow, ...]
    sum: Summary
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


@dataclass(frozen=True, slots=True)
class OwnRow:
    """How many goals and measures of a union follow nothing, leading to them."""

    union: Link
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyCoverage:
    """An edition in a county; `own` are the unions with goals or measures that follow nothing."""

    here: Address
    county: Link
    edition: Link
    period: str
    unions: int
    whole: Cell
    stances: tuple[Stance, ...]
    areas: tuple[AreaStances, ...]
    own: tuple[OwnRow, ...]


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
    counties = counties_of(scene, coverage)
    reported = [_reported(scene, strategy.period, county) for county in counties]
    tables = tuple(_table(coverage, area, counties) for area in strategy.areas)
    here = addresses.coverage(strategy.period)
    return CoverageView(
        here=here,
        strategy=Link(strategy.title, addresses.strategy(strategy.period)),
        period=strategy.period.title,
        period_id=strategy.period.id,
        unions=len(coverage.unions),
        whole=cell(total(coverage.whole_tally(each) for each in coverage.asked)),
        counties=tuple(county_detail(strategy.period, county) for county in counties),
        reported=tuple(reported),
        sum=standing.total(row.measures for row in reported),
        areas=tables,
        gaps=tuple(table for table in map(_gap, tables) if table.rows),
        others=tuple(link for link in editions(scene) if link.to != here),
    )


def _inside(coverage: Coverage, county: County) -> list[Union]:
    """The unions of the county whose plans build on the edition."""
    return [union for union in coverage.unions if union.county == county.id]


def _reported(scene: Scene, edition: Period, county: County) -> ReportedRow:
    """How the measures stand in the county's plans that build on the edition."""
    unions = _inside(scene.coverage[edition], county)
    plans = (plan for union in unions for plan in union.plans if plan.strategy == edition)
    return ReportedRow(
        county=county_link(county),
        unions=len(unions),
        measures=standing.total(standing.measures(plan, scene.today) for plan in plans),
    )


def counties_of(scene: Scene, coverage: Coverage) -> list[County]:
    """Those with unions whose plans build on the edition."""
    return [county for county in scene.body.federation.counties if coverage.in_county.get(county.id)]


def county_detail(period: Period, county: County) -> Link:
    return Link(county.name, addresses.coverage_in(period, county.id))


def followed(stances: Mapping[Reference, Stance], references: Iterable[Reference]) -> Cell:
    """How many of the items are followed up by whoever takes the stances."""
    taken = [stances.get(reference, Stance.SILENT) for reference in references]
    return Cell(sum(each.follows for each in taken), len(taken))


def cell(tally: Tally) -> Cell:
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
        asked=is_asked(coverage.items[reference]),
        to=addresses.strategy_part(reference),
        cells=tuple(cell(tally) for tally in tallies),
    )


def _gap(table: AreaTable) -> AreaTable:
    """The table's rows that unions are asked to follow up and nobody does."""
    rows = tuple(row for row in table.rows if row.asked and not row.cells[0].count)
    return AreaTable(title=table.title, to=table.to, rows=rows)


def county_coverages(scene: Scene) -> Iterable[CountyCoverage]:
    """A view for each edition and each county with plans that build on it."""
    for strategy in scene.body.strategies:
        coverage = scene.coverage[strategy.period]
        for county in counties_of(scene, coverage):
            yield _county_coverage(strategy, coverage, county)


def _county_coverage(strategy: Strategy, coverage: Coverage, county: County) -> CountyCoverage:
    unions = sorted(_inside(coverage, county), key=lambda union: alphabetical(union.name))
    return CountyCoverage(
        here=addresses.coverage_in(strategy.period, county.id),
        county=county_link(county),
        edition=Link(strategy.title, addresses.coverage(strategy.period)),
        period=strategy.period.title,
        unions=len(unions),
        whole=cell(total(coverage.tally(each, county.id) for each in coverage.asked)),
        stances=tuple(Stance),
        areas=tuple(_area_stances(coverage, area, county, unions) for area in strategy.areas),
        own=tuple(row for row in (_own(union, strategy.period) for union in unions) if row.count),
    )


def _own(union: Union, edition: Period) -> OwnRow:
    plan = _newest(union, edition)
    free = sum(not item.follows for item in plan.goals_and_measures)
    return OwnRow(Link(union.name, addresses.red_thread(plan)), free)


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

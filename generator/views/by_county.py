"""How the unions stand to one item or area of the strategy in each county: a table, and a map of squares."""

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap

from generator import addresses
from generator.coverage import Stance, Tally, total
from generator.model import County, ItemKind, Reference
from generator.views.common import Link, Scene
from generator.views.coverage import Cell, cell, counties_of, county_detail

_LINE = 10
"""Letters in a line on a square of the map."""


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
class CountyRow:
    """A county in a table, leading to its coverage; `counts` belong to the stances of the columns."""

    county: Link
    following: Cell
    counts: tuple[int, ...]


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
            _county_row(county_detail(reference.period, county), tallies[county.id], stances)
            for county in counties_of(scene, coverage)
        ),
        sum=_county_row(of_all, total(tallies.values()), stances),
        map=_map(scene.body.federation.counties, tallies),
    )


def _county_row(county: Link, tally: Tally, stances: tuple[Stance, ...]) -> CountyRow:
    return CountyRow(
        county=county,
        following=cell(tally),
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
            cell=cell(tallies[county.id]) if county.id in tallies else None,
        )
        for county, column, row in placed
    )
    return TileMap(
        columns=max(each.column for each in squares) + 1,
        rows=max(each.row for each in squares) + 1,
        squares=squares,
    )

"""Who follows the strategy up, for terminals and for programs: the figures of the coverage page."""

import json
from collections.abc import Callable, Mapping

from generator.views.coverage import AreaTable, Cell, CoverageView, ItemRow


def as_text(view: CoverageView) -> str:
    """A line for each item: its sign, the unions that follow it up in all and by county, its text."""
    counties = [county.text for county in view.counties]
    lines = [f"{view.strategy.text}: {_share(view.whole)}"]
    for area in view.areas:
        lines += ["", area.title, *(_line(row, counties) for row in area.rows)]
    return "\n".join(lines) + "\n"


def _line(row: ItemRow, counties: list[str]) -> str:
    whole, *cells = map(_share, row.cells)
    inside = " · ".join(f"{county} {cell}" for county, cell in zip(counties, cells, strict=True))
    return f"  {row.sign:4}{whole:7}{inside}  {row.text}"


def _share(cell: Cell) -> str:
    return f"{cell.count}/{cell.total}"


def as_json(view: CoverageView) -> str:
    """The edition, its areas and items, and for each the unions that follow it up, in all and by county."""
    told = {
        "period": view.period,
        "strategy": view.strategy.text,
        "unions": view.unions,
        "following": _cell(view.whole),
        "areas": [_area(area, [county.text for county in view.counties]) for area in view.areas],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _area(area: AreaTable, counties: list[str]) -> dict[str, object]:
    return {"title": area.title, "items": [_item(row, counties) for row in area.rows]}


def _item(row: ItemRow, counties: list[str]) -> dict[str, object]:
    whole, *cells = row.cells
    inside = {county: _cell(cell) for county, cell in zip(counties, cells, strict=True)}
    return {"sign": row.sign, "text": row.text, "following": _cell(whole), "counties": inside}


def _cell(cell: Cell) -> dict[str, int]:
    return {"count": cell.count, "total": cell.total}


FORMATS: Mapping[str, Callable[[CoverageView], str]] = {"text": as_text, "json": as_json}

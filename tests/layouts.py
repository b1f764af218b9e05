"""Plans laid out as unions do it, to be imported again: Word by styles, by bold letters, in tables; HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

import docx
from docx.shared import Pt

from generator.model import Body, Measure, Plan, PlanArea, Section


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading (`level` 1 or 2), a paragraph, a point, or the rows of a table."""

    text: str = ""
    level: int = 0
    point: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


def pieces(plan: Plan, body: Body, *, tables: bool = False) -> Iterator[Piece]:
    """The plan from its title to its last measure; the main goals are those of the strategy."""
    yield Piece(plan.source)
    yield Piece("Innledning", level=1)
    yield from (Piece(each) for each in plan.introduction)
    if plan.situation:
        yield Piece("Fagforeningens nåsituasjon og utfordringer", level=1)
        for section in plan.situation:
            yield from _section(section, 2)
    for section in plan.chapters:
        yield from _section(section, 1)
    for area in plan.areas:
        yield from _area(area, plan, body, tables=tables)


def _section(section: Section, level: int) -> Iterator[Piece]:
    yield Piece(f"{section.number} {section.title}" if section.number else section.title, level=level)
    yield from (Piece(each) for each in section.paragraphs)
    yield from (Piece(each, point=True) for each in section.points)
    for part in section.parts:
        yield from _section(part, 2)


def _area(area: PlanArea, plan: Plan, body: Body, *, tables: bool) -> Iterator[Piece]:
    strategy = next(each for each in body.strategies if each.period == plan.strategy)
    known = next((each for each in strategy.areas if each.id == area.id), None)
    title = area.title or (known.title if known else "")
    yield Piece(f"{area.number} {title}" if area.number else title, level=1)
    yield from (Piece(each) for each in area.introduction)
    if known:
        yield Piece("Hovedmål", level=2)
        yield from (Piece(item.text, point=True) for item in known.items if item.level is None)
    if area.goals:
        yield Piece("Fagforeningens mål", level=2)
        yield from (Piece(goal.text, point=True) for goal in area.goals)
    if area.measures:
        yield Piece("Tiltak", level=2)
        yield from [_table(area.measures)] if tables else _labelled(area.measures)


def _labelled(measures: tuple[Measure, ...]) -> Iterator[Piece]:
    for measure in measures:
        if not measure.number:
            yield Piece(measure.text, point=True)
            continue
        sign = " " if measure.number[0].isdigit() else ": "
        label = f"Tiltak {measure.number}" if measure.number[0].isdigit() else measure.number
        yield Piece(f"{label}{sign}{measure.text}")
        yield Piece(f"Ansvar: {_owners(measure)}")
        yield Piece(f"Frist: {measure.deadline.words if measure.deadline else ''}")


def _owners(measure: Measure) -> str:
    return "; ".join(each.words for each in measure.responsible)


def _table(measures: tuple[Measure, ...]) -> Piece:
    rows = [
        (
            measure.number or "",
            measure.text,
            _owners(measure),
            measure.deadline.words if measure.deadline else "",
        )
        for measure in measures
    ]
    return Piece(rows=(("Nr", "Tiltak", "Ansvar", "Frist"), *rows))


def word(found: Iterator[Piece], to: Path, *, styled: bool = True) -> Path:
    """A Word file; headings by style, or else by bold letters alone."""
    document = docx.Document()
    for piece in found:
        if piece.rows:
            table = document.add_table(rows=0, cols=len(piece.rows[0]))
            for row in piece.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        elif piece.level and styled:
            document.add_heading(piece.text, piece.level)
        elif piece.level:
            run = document.add_paragraph().add_run(piece.text)
            run.bold = True
            run.font.size = Pt(16 - 2 * piece.level)
        else:
            document.add_paragraph(piece.text, style="List Bullet" if piece.point else None)
    document.save(str(to))
    return to


def html(found: Iterator[Piece], style: str = "") -> str:
    """A page to be printed as PDF, with page numbers and a header."""
    parts = [_element(piece) for piece in found]
    return (
        "<style>@page{size:A4;@bottom-center{content:'Side ' counter(page) ' av ' counter(pages)}"
        "@top-left{content:'Handlingsplan, vedtatt utgave'}} body{font:11pt sans-serif}"
        "td,th{border:1px solid;text-align:left;vertical-align:top;padding:3pt} "
        "table{border-collapse:collapse}"
        f"{style}</style>" + "".join(parts)
    )


def _element(piece: Piece) -> str:
    if piece.rows:
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in piece.rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    name = f"h{piece.level}" if piece.level else "li" if piece.point else "p"
    return f"<{name}>{escape(piece.text)}</{name}>"

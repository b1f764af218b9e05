"""Plans as board secretaries lay them out: what is told with a measure stays with it."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.table import Table

from generator.model import PlanArea
from tests.importing import draft
from tests.layouts import pdf

TITLE = "Heltid, likelønn og kampen for mindre forskjeller"
GOALS = ["Andelen ansatte i hel stilling skal øke", "Alle klubber kjenner retten til økt stilling"]
MEASURES = [
    ("Kartlegge ufrivillig deltid i kommunen", "Hovedtillitsvalgt", "15.3.25"),
    ("Lage en sak til lokalavisa", "Informasjonsansvarlig", "innen påske"),
    ("Ta opp heltid i drøftinger", "Plasstillitsvalgte", "uke 12"),
]


def told(area: PlanArea) -> tuple[list[str], list[tuple[str, str, str]]]:
    """The goals, and the measures with whose they are and by when."""
    measures = [
        (
            each.text,
            ", ".join(one.words for one in each.responsible),
            each.deadline.words if each.deadline else "",
        )
        for each in area.measures
    ]
    return [goal.text for goal in area.goals], measures


def row(table: Table, *texts: str) -> None:
    for cell, text in zip(table.add_row().cells, texts, strict=True):  # type: ignore[no-untyped-call]
        cell.text = text


def headed(level: int = 1) -> Document:
    document = docx.Document()
    document.add_heading("Handlingsplan 2024-2025", 0)
    document.add_heading(TITLE, level)
    return document


def listed(document: Document, heading: str) -> None:
    document.add_heading(heading, 2)
    for goal in GOALS:
        document.add_paragraph(goal, style="List Bullet")


def a_table_a_measure() -> Document:
    document = headed()
    listed(document, "Mål")
    for text, who, when in MEASURES:
        table = document.add_table(0, 2)
        row(table, "Tiltak:", text)
        row(table, "Ansvarlig:", who)
        row(table, "Frist:", when)
        document.add_paragraph("")
    return document


def a_form_a_measure() -> Document:
    document = headed()
    listed(document, "Mål")
    for text, who, when in MEASURES:
        table = document.add_table(0, 4)
        cells = table.add_row().cells
        cells[0].text = "Tiltak"
        cells[1].merge(cells[3]).text = text
        row(table, "Ansvarlig", who, "Frist", when)
        document.add_paragraph("")
    return document


def brackets_at_the_end() -> Document:
    document = headed()
    listed(document, "Måla våre")
    document.add_heading("Tiltaksplan", 2)
    forms = ("({who}, {when})", "(Ansvar: {who}, frist: {when})", "({who} – {when}).")
    for number, (text, who, when) in enumerate(MEASURES):
        told_after = forms[number].format(who=who, when=when)
        document.add_paragraph(f"{number + 1}. {text} {told_after}")
    return document


def goals_as_headings() -> Document:
    document = headed()
    for goal, measures in ((GOALS[0], MEASURES[:1]), (GOALS[1], MEASURES[1:])):
        document.add_heading(goal, 2)
        for text, who, when in measures:
            document.add_paragraph(f"{text} ({who}, {when})", style="List Bullet")
    return document


def levels_swapped() -> Document:
    document = headed(3)
    document.add_heading("Hva vil vi oppnå?", 1)
    for goal in GOALS:
        document.add_paragraph(goal, style="List Bullet")
    document.add_heading("Tiltak", 1)
    table = document.add_table(0, 3)
    row(table, "Når", "Hvem", "Hva")
    for text, who, when in MEASURES:
        row(table, when, who, text)
    return document


def two_languages_examples_and_empty_rows() -> Document:
    document = headed()
    listed(document, "Mål / Goals")
    document.add_heading("Tiltak / Measures", 2)
    table = document.add_table(0, 3)
    row(table, "Tiltak / Measure", "Ansvarlig / Responsible", "Frist / Deadline")
    row(table, "(eks: arrangere medlemsmøte)", "(eks: styret)", "(eks: uke 10)")
    for measure in MEASURES:
        row(table, *measure)
    row(table, "", "", "")
    row(table, "…", "…", "…")
    return document


@pytest.mark.parametrize(
    "layout",
    [
        a_table_a_measure,
        a_form_a_measure,
        brackets_at_the_end,
        goals_as_headings,
        levels_swapped,
        two_languages_examples_and_empty_rows,
    ],
)
def test_in_word(layout: Callable[[], Document], tmp_path: Path) -> None:
    layout().save(str(tmp_path / "plan.docx"))
    found = draft(tmp_path / "plan.docx").plan
    assert [area.id for area in found.areas] == ["heltid"]
    assert told(found.areas[0]) == (GOALS, MEASURES)
    assert not found.doubts


def test_roman_numbers_and_the_deadline_first_in_pdf(tmp_path: Path) -> None:
    goals = "".join(f"<li>{goal}</li>" for goal in GOALS)
    rows = "".join(f"<tr><td>{when}<td>{who}<td>{text}</tr>" for text, who, when in MEASURES)
    page = (
        "<style>@page{size:A4;@top-left{content:'Fagforbundet Lillevik'}"
        "@bottom-right{content:'Side ' counter(page)}} td,th{border:1px solid}</style>"
        f"<h1>Handlingsplan 2024–2025</h1><h2>II. {TITLE}</h2><h3>Lokale mål</h3><ol type='a'>{goals}</ol>"
        f"<h3>Aktiviteter</h3><table><tr><th>Frist<th>Ansvar<th>Aktivitet</tr>{rows}</table>"
    )
    found = draft(pdf(page, tmp_path / "plan.pdf")).plan
    assert told(found.areas[0]) == (GOALS, MEASURES)
    assert not found.doubts


def test_a_heading_that_is_broken_between_two_years_in_pdf(tmp_path: Path) -> None:
    page = (
        "<h1>Handlingsplan 2024–2025</h1><h2>Strategiplanen 2024–<br>2025</h2>"
        "<p>Vi følger alt landsstyret har satt først, og vi rapporterer på det hvert halvår.</p>"
        f"<h2>{TITLE}</h2>"
    )
    found = draft(pdf(page, tmp_path / "plan.pdf")).plan
    assert [section.title for section in found.chapters] == ["Strategiplanen 2024–2025"]

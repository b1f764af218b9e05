"""Word files as they are: content controls, tracked changes, numbering, text boxes, notes, merged cells."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.importer import Imported, Row
from generator.model import Measure
from tests.importing import draft, word_of

Make = Callable[[Document], None]


def xml(document: Document, inner: str) -> None:
    """Puts XML at the end of the body."""
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(inner.replace("<w:", "<w:", 1).replace(">", f" {nsdecls('w')}>", 1)))


def read(tmp_path: Path, make: Make) -> Imported:
    document = docx.Document()
    document.add_heading("Heltid, likelønn og kampen for mindre forskjeller", 1)
    make(document)
    document.save(str(tmp_path / "plan.docx"))
    return draft(tmp_path / "plan.docx")


def measures(found: Imported) -> list[Measure]:
    return [each for area in found.plan.areas for each in area.measures]


def whys(found: Imported) -> list[tuple[str, str]]:
    return [(row.text, row.why.text) for row in found.rows if row.why]


def test_content_controls_are_looked_into(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        xml(
            document,
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>Tiltak 1: Lage en oversikt</w:t></w:r></w:p>"
            "<w:p><w:sdt><w:sdtContent><w:r><w:t>Ansvar: Styret</w:t></w:r></w:sdtContent></w:sdt></w:p>"
            "</w:sdtContent></w:sdt>",
        )

    (measure,) = measures(read(tmp_path, make))
    assert (measure.text, [each.words for each in measure.responsible]) == ("Lage en oversikt", ["Styret"])


def test_tracked_changes_are_taken_as_accepted_and_what_was_deleted_is_reported(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        xml(
            document,
            "<w:p><w:r><w:t xml:space='preserve'>Tiltak 1: Holde </w:t></w:r>"
            "<w:del><w:r><w:delText>to</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>tre</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> kurs</w:t></w:r></w:p>",
        )

    found = read(tmp_path, make)
    assert [each.text for each in measures(found)] == ["Holde tre kurs"]
    assert ("to", "deleted with tracked changes") in whys(found)


def test_links_and_smart_tags_are_text(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        xml(
            document,
            "<w:p><w:r><w:t xml:space='preserve'>Tiltak 1: Bruke </w:t></w:r>"
            "<w:hyperlink><w:r><w:t>tillitsvalgtnettet</w:t></w:r></w:hyperlink>"
            "<w:smartTag><w:r><w:t xml:space='preserve'> i Oslo</w:t></w:r></w:smartTag></w:p>",
        )

    assert [each.text for each in measures(read(tmp_path, make))] == ["Bruke tillitsvalgtnettet i Oslo"]


def test_a_text_box_comes_after_its_paragraph_and_once(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        xml(
            document,
            "<w:p><w:r><w:t>Tiltak 1: Holde kurs</w:t><w:pict><w:txbxContent>"
            "<w:p><w:r><w:t>Frist: mai 2025</w:t>"
            "</w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
        )

    (measure,) = measures(read(tmp_path, make))
    assert measure.deadline is not None
    assert measure.deadline.words == "mai 2025"


def test_numbers_that_word_makes_are_those_of_measures(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        document.add_heading("Tiltak", 2)
        for text in ("Holde kurs", "Verve medlemmer"):
            document.add_paragraph(text, style="List Number")

    assert [each.text for each in measures(read(tmp_path, make))] == ["Holde kurs", "Verve medlemmer"]


def test_soft_hyphens_ligatures_and_hard_spaces_are_plain_letters(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        document.add_paragraph("Tiltak\u00a01: Verve \ufb02ere med\u00adlemmer")

    assert [each.text for each in measures(read(tmp_path, make))] == ["Verve flere medlemmer"]


def test_a_cell_that_is_merged_over_rows_is_said_once(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        rows = (
            ("Mål", "Tiltak", "Ansvarlig", "Tidsfrist"),
            ("Flere heltidsstillinger", "Kartlegge deltid", "HTV", "våren 2025"),
            ("", "Møte arbeidsgiver", "Leder og nestleder", "1. mai 2025"),
        )
        table = document.add_table(rows=3, cols=4)
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        table.cell(1, 0).merge(table.cell(2, 0))

    found = read(tmp_path, make)
    assert [goal.text for area in found.plan.areas for goal in area.goals] == ["Flere heltidsstillinger"]
    assert [
        (each.text, [one.words for one in each.responsible], each.deadline and each.deadline.words)
        for each in measures(found)
    ] == [
        ("Kartlegge deltid", ["HTV"], "våren 2025"),
        ("Møte arbeidsgiver", ["Leder", "nestleder"], "1. mai 2025"),
    ]


def test_a_row_across_names_the_area_of_the_rows_below_it(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        rows = (
            ("Hva", "Hvem", "Når", "Status"),
            ("Heltid, likelønn og kampen for mindre forskjeller", "", "", ""),
            ("Kartlegge deltid", "Styret", "2025", "Gjennomført 12.03.2025"),
            ("DIGITALISERING", "", "", ""),
            ("Holde nettkurs", "Opplæringsansvarlig", "hele 2025", "Delvis gjennomført, mangler deltakere"),
        )
        table = document.add_table(rows=5, cols=4)
        for row, texts in zip(table.rows, rows, strict=True):
            if not texts[1]:
                row.cells[0].merge(row.cells[3])
            for cell, text in zip(row.cells, texts, strict=True):
                if text:
                    cell.text = text

    found = read(tmp_path, make)
    assert [
        (area.id, each.text, [(one.status.value, str(one.date), one.reason) for one in each.status])
        for area in found.plan.areas
        for each in area.measures
    ] == [
        ("heltid", "Kartlegge deltid", [("gjennomført", "2025-03-12", None)]),
        ("digitalisering", "Holde nettkurs", [("delvis", "None", "mangler deltakere")]),
    ]


def test_a_table_of_courses(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        document.add_heading("Kurs og konferanser", 2)
        rows = (
            ("Kurs", "Målgruppe", "Tidspunkt"),
            ("Fase 1", "Nye tillitsvalgte", "høsten 2025"),
            ("", "", ""),
        )
        table = document.add_table(rows=3, cols=3)
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    (course,) = (each for area in read(tmp_path, make).plan.areas for each in area.courses)
    assert (course.name, course.audience, course.time) == ("Fase 1", "Nye tillitsvalgte", "høsten 2025")


def test_headings_in_capitals_numbered_and_in_nynorsk(tmp_path: Path) -> None:
    document = docx.Document()
    for text, level in (("1.3 DIGITALISERING", 1), ("Måla til fagforeininga", 2)):
        document.add_heading(text, level)
    document.add_paragraph("Fleire skal kunne bruke verktøya", style="List Bullet")
    document.add_heading("Tiltak", 2)
    for text in ("Tiltak 1.3.1 Halde kurs", "Ansvarleg: Leiar og nestleiar", "Tidsfrist: hausten 2025"):
        document.add_paragraph(text)
    document.save(str(tmp_path / "plan.docx"))
    (area,) = draft(tmp_path / "plan.docx").plan.areas
    (measure,) = area.measures
    assert (area.id, area.number) == ("digitalisering", "1.3")
    assert [goal.text for goal in area.goals] == ["Fleire skal kunne bruke verktøya"]
    assert (measure.number, measure.text) == ("1.3.1", "Halde kurs")
    assert [each.words for each in measure.responsible] == ["Leiar", "nestleiar"]


def test_guidance_footnotes_headers_and_contents_are_reported(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Utkast til handlingsplan"
        document.add_paragraph("Her skriver dere målene deres.")
        document.add_paragraph("[Sett inn tekst her]")
        document.add_paragraph("Digitalisering ........................ 7")

    assert whys(read(tmp_path, make))[1:] == [
        ("Her skriver dere målene deres.", "the template's guidance"),
        ("[Sett inn tekst her]", "the template's guidance"),
        ("Digitalisering ........................ 7", "list of contents"),
        ("Utkast til handlingsplan", "page header"),
    ]


@pytest.mark.parametrize("text", ["Kostnad: 5000 kroner", "Samarbeidspartner: kommunen"])
def test_what_plans_have_no_key_for_is_in_doubt_with_its_place(tmp_path: Path, text: str) -> None:
    def make(document: Document) -> None:
        document.add_paragraph("Tiltak 1: Holde kurs")
        document.add_paragraph(text)

    (doubt,) = read(tmp_path, make).plan.doubts
    assert (doubt.text, doubt.page, doubt.line) == (text, 1, 3)


def test_rows_of_the_report_follow_the_document(tmp_path: Path) -> None:
    rows = draft(word_of(tmp_path, "Tiltak 1: Holde kurs", "Ansvar: Styret")).rows
    assert rows[1:] == (
        Row("1:2", "Tiltak 1:", "", rows[1].why),
        Row("1:2", "Holde kurs", "områder/heltid/tiltak/heltid-t1/tekst", None),
        Row("1:3", "Ansvar:", "", rows[3].why),
        Row("1:3", "Styret", "områder/heltid/tiltak/heltid-t1/ansvar", None),
    )

"""What is due when: the shelves, the day that counts, the years, and areas with a deadline of their own."""

import datetime
from pathlib import Path

import pytest

from generator.deadlines import understand
from generator.due import Agenda, Due, Shelf, agenda, shelf
from generator.load import load
from generator.periods import Period
from tests.case_folders import assemble

PERIOD = Period(2024, 2025)
TODAY = datetime.date(2025, 6, 1)

HEAD = """
periode: 2024-2025
strategi: 2024-2025
ordlyd: gjengitt
kilde: Handlingsplan
områder:
"""


def agenda_of(root: Path, areas: str) -> Agenda:
    """The agenda of a body whose one plan has these areas."""
    assemble(root)
    (root / "plans/fagforeninger/vik/2024-2025.yml").write_text(HEAD + areas, encoding="utf-8")
    body = load(root).body
    assert body is not None
    return agenda(body, TODAY)


def names(dues: tuple[Due, ...]) -> list[str]:
    return [due.measure.id for due in dues]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1. mai 2025", Shelf.DATED),
        ("uke 35", Shelf.DATED),
        ("våren 2025", Shelf.DATED),
        ("første halvår 2025", Shelf.DATED),
        ("2025", Shelf.DATED),
        ("tidlig 2025", Shelf.DATED),
        ("i løpet av perioden", Shelf.DATED),
        ("innen utgangen av 2024-2025", Shelf.DATED),
        ("Hele 2025", Shelf.THROUGHOUT),
        ("hele perioden", Shelf.THROUGHOUT),
        ("kontinuerlig", Shelf.THROUGHOUT),
        ("2 ganger i året", Shelf.THROUGHOUT),
        ("hvert semester 2025", Shelf.THROUGHOUT),
        ("når det passer", Shelf.NOT_UNDERSTOOD),
        ("31.02.2025", Shelf.NOT_UNDERSTOOD),
    ],
)
def test_the_shelf_of_a_deadline(words: str, expected: Shelf) -> None:
    assert shelf(understand(words, PERIOD)) is expected


def test_no_deadline_has_its_own_shelf() -> None:
    assert shelf(None) is Shelf.NO_DEADLINE


def test_dues_stand_by_day_and_then_as_in_the_plan(tmp_path: Path) -> None:
    found = agenda_of(
        tmp_path,
        """
  - område: heltid
    tiltak:
      - {id: sist, tekst: A., frist: 2025}
      - {id: uten, tekst: B.}
      - {id: forst, tekst: C., frist: 1. mars 2025}
      - {id: lik, tekst: D., frist: årets slutt 2025}
      - {id: uklar, tekst: E., frist: en dag}
""",
    )
    assert names(found.by_union["vik"]) == ["forst", "sist", "lik", "uten", "uklar"]
    assert names(found.by_year[2025]["vestland"]) == ["forst", "sist", "lik", "uten", "uklar"]


def test_a_deadline_of_the_area_counts_where_a_measure_has_none(tmp_path: Path) -> None:
    found = agenda_of(
        tmp_path,
        """
  - område: heltid
    frist: mars 2025
    tiltak:
      - {id: egen, tekst: A., frist: mai 2025}
      - {id: omradets, tekst: B.}
""",
    )
    days = {due.measure.id: (due.day, due.overdue) for due in found.by_union["vik"]}
    assert days == {
        "omradets": (datetime.date(2025, 3, 31), True),
        "egen": (datetime.date(2025, 5, 31), True),
    }


def test_a_result_of_the_area_ends_what_is_overdue(tmp_path: Path) -> None:
    found = agenda_of(
        tmp_path,
        """
  - område: heltid
    resultat: [{status: oppnådd, dato: 2025-05-30}]
    tiltak:
      - {id: ferdig, tekst: A., frist: mars 2025}
""",
    )
    assert [due.overdue for due in found.by_union["vik"]] == [False]


def test_the_years_in_which_a_measure_stands(tmp_path: Path) -> None:
    found = agenda_of(
        tmp_path,
        """
  - område: heltid
    tiltak:
      - {id: dag, tekst: A., frist: 1. mars 2024}
      - {id: periode, tekst: B., frist: i løpet av perioden}
      - {id: hele, tekst: C., frist: hele perioden}
      - {id: ettaar, tekst: D., frist: Hele 2025}
      - {id: for, tekst: E., frist: 01.05.2022}
      - {id: uten, tekst: F.}
""",
    )
    years = {year: sorted(names(dues["vestland"])) for year, dues in found.by_year.items()}
    assert years == {
        2022: ["for"],
        2024: ["dag", "hele", "uten"],
        2025: ["ettaar", "hele", "periode", "uten"],
    }


def test_a_year_without_any_deadline_is_left_out(tmp_path: Path) -> None:
    found = agenda_of(tmp_path, "  - område: heltid\n    tiltak: [{id: uten, tekst: A.}]\n")
    assert dict(found.by_year) == {}
    assert names(found.by_union["vik"]) == ["uten"]


def test_far_years_make_no_more_calendars_than_the_period_has(tmp_path: Path) -> None:
    found = agenda_of(
        tmp_path, "  - område: heltid\n    tiltak: [{id: a, tekst: A., frist: hele 1900-2099}]\n"
    )
    assert list(found.by_year) == [2024, 2025]

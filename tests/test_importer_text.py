"""The forms that goals, measures, reports and adoption have in the text of plans."""

import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.importer import Imported, homeless, unread
from generator.model import Measure
from tests.importing import draft, text_of

HEAD = "Heltid, likelønn og kampen for mindre forskjeller\n\n"


def only_measure(found: Imported) -> Measure:
    (measure,) = (each for area in found.plan.areas for each in area.measures)
    return measure


FORMS = {
    "labels on lines": "Tiltak 1: Lage en plan\nAnsvar: Styret\nFrist: mai 2025\n",
    "deadline first": "Tiltak 1: Lage en plan\nTidsfrist: mai 2025\nAnsvarlig: Styret\n",
    "another label": "Tiltak/aktivitet 1: Lage en plan\nHvem: Styret\nNår: mai 2025\n",
    "no colon": "Tiltak 1 Lage en plan\nAnsvar Styret\nFrist mai 2025\n",
    "in one line": "Tiltak 1: Lage en plan. Ansvar: Styret. Frist: mai 2025\n",
    "in brackets": "Tiltak 1: Lage en plan (Ansvar: Styret, frist: mai 2025)\n",
    "label and words apart": "Tiltak 1:\nLage en plan\nAnsvar:\nStyret\nFrist:\nmai 2025\n",
    "capitals": "TILTAK 1: Lage en plan\nANSVAR: Styret\nFRIST: mai 2025\n",
    "tabs": "Tiltak 1:\tLage en plan\nAnsvar:\tStyret\nFrist:\tmai 2025\n",
    "spaced lines": "Tiltak 1: Lage en \n\nplan\n\nAnsvar: Styret\n\nFrist: mai 2025\n",
    "nynorsk": "Tiltak 1: Lage en plan\nAnsvarleg: Styret\nTidsfrist: mai 2025\n",
}


@pytest.mark.parametrize("form", FORMS)
def test_a_measure_in_each_form(form: str, tmp_path: Path) -> None:
    measure = only_measure(draft(text_of(tmp_path, HEAD + FORMS[form])))
    assert measure.text.strip(" .(") == "Lage en plan"
    assert [each.words.strip(" .") for each in measure.responsible] == ["Styret"]
    assert measure.deadline is not None
    assert measure.deadline.words == "mai 2025"


@pytest.mark.parametrize("marker", ["•", "-", "–", "\uf0b7", "*", "1.", "a)", "o"])
def test_a_goal_with_each_marker_wrapped_hyphenated_and_split(marker: str, tmp_path: Path) -> None:
    text = (
        f"{HEAD}Fagforeningens mål\n\n{marker} Flere skal få hele stil-\n"
        "linger i alle virksomheter, og lov- og\n"
        f"avtaleverket følges\nSide 1 av 2\n\n{marker} Klubbene er aktive\n"
    )
    found = draft(text_of(tmp_path, text))
    assert [goal.text for area in found.plan.areas for goal in area.goals] == [
        "Flere skal få hele stillinger i alle virksomheter, og lov- og avtaleverket følges",
        "Klubbene er aktive",
    ]


def test_goals_without_markers_are_one_a_line(tmp_path: Path) -> None:
    text = f"{HEAD}Våre mål\n\nFlere hele stillinger.\nLikt lønnsnivå.\nBedre pensjon.\n"
    found = draft(text_of(tmp_path, text))
    assert [goal.text for area in found.plan.areas for goal in area.goals] == [
        "Flere hele stillinger.",
        "Likt lønnsnivå.",
        "Bedre pensjon.",
    ]


def test_main_goals_are_references_and_what_differs_is_a_deviation(tmp_path: Path) -> None:
    text = (
        "Digitalisering\n\nHovedmål 2024-2025\n\n• Alle medlemmer får gratis nettbrett og kaffe\n\n"
        "Delmål\n\n• Holde kurs\n"
    )
    (area,) = draft(text_of(tmp_path, text)).plan.areas
    assert [(each.kind.value, each.text) for each in area.deviations][:1] == [
        ("tillegg", "Alle medlemmer får gratis nettbrett og kaffe")
    ]
    assert {each.kind.value for each in area.deviations[1:]} == {"utelatt"}


def test_an_area_without_main_goals_in_the_document_leaves_none_out(tmp_path: Path) -> None:
    text = "Digitalisering\n\nFagforeningens mål\n\n• Holde kurs\n"
    (area,) = draft(text_of(tmp_path, text)).plan.areas
    assert area.deviations == ()


def test_title_adoption_and_results(tmp_path: Path) -> None:
    text = (
        "Handlingsplan 2024-2025\n\nFagforbundet Nordbygda avd 999\n\nGodkjent i styret 07.01.2025\n\n"
        f"Vedtatt på årsmøtet 28. januar 2025\n\n{HEAD}Fagforeningens mål\n\n• Flere hele stillinger\n\n"
        "Delvis oppnådd. Kommunen lyser fortsatt ut deltid.\n"
    )
    found = draft(text_of(tmp_path, text))
    assert found.plan.source == "Handlingsplan 2024-2025, Fagforbundet Nordbygda avd 999 (plan.txt)"
    assert (found.draft.union, found.draft.number) == ("Fagforbundet Nordbygda", "999")
    assert [(each.body, each.kind.value, str(each.date)) for each in found.plan.resolutions] == [
        ("styret", "godkjent", "2025-01-07"),
        ("årsmøtet", "vedtatt", "2025-01-28"),
    ]
    assert [(each.status.value, each.reason) for each in found.plan.areas[0].results] == [
        ("delvis", "Kommunen lyser fortsatt ut deltid")
    ]


LINES = st.one_of(
    st.sampled_from(
        [
            "Innledning",
            "Digitalisering",
            "Hovedmål 2024-2025",
            "Fagforeningens mål:",
            "Tiltak",
            "Tiltak 3.1.1 Lage en plan",
            "Tiltak/aktivitet 2:",
            "Ansvar: Leder og nestleder, HTV/styret",
            "Ansvar:",
            "Frist: i løpet av 2025",
            "frist",
            "Status: Gjennomført 12.03.2025",
            "Delvis oppnådd. Vi mangler folk",
            "Kurs og konferanser",
            "Type kurs Målgruppe Tidspunkt",
            "Trinn 1 Nye tillitsvalgte 2025",
            "Teksten tilpasses egen fagforening",
            "Godkjent av styret 07.01.25",
            "Side 3 av 9",
            "Kostnad: mye",
            "• Et punkt som fort-",
            "setter her",
            "Sosialt",
            "Nåsituasjon og utfordringer",
            "",
            "",
        ]
    ),
    st.text(alphabet=string.ascii_letters + "æøå .,:;-–•()/0123456789\t\u00ad", max_size=60),
)


@settings(
    max_examples=40,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(lines=st.lists(LINES, min_size=1, max_size=40))
def test_nothing_of_any_document_is_lost(lines: list[str], tmp_path: Path) -> None:
    text = "\n".join([*lines, "Slutt."])
    found = draft(text_of(tmp_path, text))
    assert not unread(found.document, found.draft)
    assert homeless(found.draft) == []

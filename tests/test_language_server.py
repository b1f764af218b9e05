"""In VS Code keys are explained and words proposed, in Norwegian: the YAML server that it runs is asked."""

from collections.abc import Iterator

import pytest

from tests.language_server import Server, server

PLAN = "plans/fagforeninger/forse/2024-2025.yml"
START = """\
periode: 2024-2025
strategi: 2024-2025
ordlyd: gjengitt
kilde: Handlingsplanen
"""
AREA = f"""{START}områder:
  - område: heltid
    tiltak:
      - nr: 3.1.1
        tekst: Kartlegge
"""


@pytest.fixture(scope="module")
def asked() -> Iterator[Server]:
    with server() as made:
        yield made


def test_a_key_is_explained_in_norwegian(asked: Server) -> None:
    said = asked.hover(PLAN, f"{AREA}        frist: 1. mai 2025\n", "frist")
    told = "Med planens egne ord: 1. mai 2025, første halvår 2025, i løpet av 2025, kontinuerlig."
    assert said.strip() == f"#### Frist\n\n{told}"


def test_words_of_a_vocabulary_are_proposed(asked: Server) -> None:
    assert asked.proposals(PLAN, START.replace("gjengitt", "|")) == ["vedtatt", "gjengitt"]
    status = asked.proposals(
        PLAN, f"{AREA}        status:\n          - dato: 2025-01-28\n            status: |\n"
    )
    assert {"gjennomført", "delvis", "i gang", "ikke startet"} <= {*status}


def test_the_project_s_roles_areas_and_items_are_proposed(asked: Server) -> None:
    roles = asked.proposals(PLAN, f"{AREA}        ansvar:\n          - |\n")
    assert {"Fagforeningsleder", "Hovedtillitsvalgt", "Styret"} <= {*roles}
    items = asked.proposals(PLAN, f"{AREA}        følger:\n          - |\n")
    assert "heltid/hele-stillinger" in items
    assert "heltid" in asked.proposals(PLAN, f"{START}områder:\n  - område: |\n")
    assert "innlandet" in asked.proposals("plans/fagforeninger/forse/fagforening.yml", "navn: A\nfylke: |\n")


def test_keys_are_proposed(asked: Server) -> None:
    proposed = asked.proposals(PLAN, f"{AREA}        |\n")
    assert {"ansvar", "frist", "følger", "status"} <= {*proposed}


def test_what_is_wrong_is_underlined_and_explained_in_norwegian(asked: Server) -> None:
    assert asked.faults("plans/fagforeninger/forse/2023.yml", START.replace("2024-2025", "neste år", 1)) == [
        "Skriv ett år, eller to med bindestrek: 2025 eller 2024-2025."
    ]
    assert asked.faults("plans/fagforeninger/forse/2022.yml", AREA) == []

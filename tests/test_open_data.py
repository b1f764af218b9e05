"""The open data: what its schemas say, the figures of the pages, and that one change changes little."""

import datetime
import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.pipeline import generate
from tests.project import ROOT, files
from tests.test_golden import GOLDEN

TODAY = datetime.date(2025, 6, 1)
SCHEMAS = {
    document["$id"]: document
    for path in sorted((ROOT / "docs/skjema/data-v1").glob("*.json"))
    for document in [json.loads(path.read_text(encoding="utf-8"))]
}
SITE = "https://example.org/planer/"

Document = dict[str, Any]


def project(root: Path, plans: Path = GOLDEN / "plans", *, renamed: bool = True) -> Path:
    shutil.copytree(plans, root / "plans")
    shutil.copytree(ROOT / "templates", root / "templates")
    if renamed:
        _rename(root / "plans/fagforeninger/nes")
    return root


def _rename(union: Path) -> None:
    """Has the union another name than it had, and a measure another number; one plan is gone."""
    with (union / "fagforening.yml").open("a", encoding="utf-8") as file:
        file.write("tidligere: [gamle-nes]\nnedlagt:\n")
        file.write("  - {adresse: fagforeninger/nes/2022/, navn: Planen for 2022, grunn: Den ble trukket.}\n")
    plan = union / "2024-2025.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("nr: 1.2\n", "nr: 1.2\n        tidligere: [1-99]\n", 1), encoding="utf-8")


def made(root: Path, site: str = "") -> dict[str, bytes]:
    outcome = generate(root, TODAY, lambda _: None, site)
    assert outcome.sound
    return files(root / "docs")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(project(tmp_path_factory.mktemp("open")), SITE)


def documents(built: dict[str, bytes]) -> dict[str, Document]:
    return {
        path: json.loads(content)
        for path, content in built.items()
        if re.fullmatch(r"data/v1/(planer/.*|strategi/.*|indeks)\.json", path)
    }


def strict(schema: object) -> object:
    """The schema, which then refuses every key that it does not describe."""
    match schema:
        case dict():
            closed = {"additionalProperties": False} if "properties" in schema else {}
            return closed | {key: strict(value) for key, value in schema.items()}
        case list():
            return [strict(value) for value in schema]
    return schema


def test_all_data_is_as_its_schema_says(built: dict[str, bytes]) -> None:
    found = documents(built)
    assert {document["skjema"] for document in found.values()} == set(SCHEMAS)
    for path, document in found.items():
        schema = strict(SCHEMAS[document["skjema"]])
        assert isinstance(schema, dict)
        faults = Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(document)
        assert [f"{path}: {fault.json_path}: {fault.message}" for fault in faults] == []


STATUS_WORDS = {
    "gjennomført": "gjennomført",
    "oppnådd": "oppnådd",
    "delvis": "delvis oppnådd",
    "i gang": "i gang",
    "ikke startet": "ikke startet",
    "ikke oppnådd": "ikke oppnådd",
    "utgått": "utgått",
}


def told_of_measures(plan: Document) -> list[str]:
    """What the page says of the measures, counted anew in the data."""
    measures = [measure for area in plan["omrader"] for measure in area["tiltak"]]
    statuses = [measure["status"]["status"] for measure in measures if measure["status"]]
    if not measures:
        return []
    counts = [(words, statuses.count(status)) for status, words in STATUS_WORDS.items()]
    by_status = ", ".join(f"{count} {words}" for words, count in counts if count)
    silent = len(measures) - len(statuses)
    told = f"- **{len(measures)} tiltak** – {len(statuses)} av {len(measures)} rapportert"
    return [f"{told}{f': {by_status}' * bool(statuses)}{f' · {silent} ikke rapportert' * bool(statuses)}"]


def told_of_strategy(plan: Document, strategy: Document) -> list[str]:
    """What the page says of how much of the strategy the plan follows up, counted anew."""
    areas = strategy["omrader"]
    asked = {item["referanse"] for area in areas for item in area["hovedmal"]} | {
        item["referanse"] for area in areas for item in area["tiltak"] if item["niva"] == "fagforening"
    }
    items = [item for area in plan["omrader"] for key in ("hovedmal", "mal", "tiltak") for item in area[key]]
    followed = {to["id"] for item in items for to in item["folger"]}
    reworded = {
        f"{plan['strategi']['id']}/{area['id']}/{item['id']}"
        for area in plan["omrader"]
        for item in area["hovedmal"]
        if item["avvik"] == "ordlyd"
    }
    share = f"{len(asked & (followed | reworded))} av {len(asked)}"
    return [f"- **Strategien** – følger opp {share} hovedmål og tiltak for fagforeninger"]


def test_figures_of_pages_are_those_of_the_data(built: dict[str, bytes]) -> None:
    found = documents(built)
    plans = {path: each for path, each in found.items() if "/planer/" in path}
    assert plans
    for plan in plans.values():
        page = built[f"fagforeninger/{plan['id']}.md"].decode()
        strategy = found[f"data/v1/strategi/{plan['strategi']['id']}.json"]
        for line in (*told_of_measures(plan), *told_of_strategy(plan, strategy)):
            assert line in page
        assert f'"mal":{page.count("#### Mål ")}' in json.dumps(plan, separators=(",", ":"))


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {
        path
        for path in before.keys() | after.keys()
        if path.startswith("data/v1/") and before.get(path) != after.get(path)
    }


def test_a_change_of_a_plan_changes_its_own_data_and_the_index(tmp_path: Path) -> None:
    root = project(tmp_path)
    before = made(root)
    plan = root / "plans/fagforeninger/nes/2024-2025.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("tiltak:\n", "tiltak:\n      - {nr: '99', tekst: Noe nytt}\n", 1), encoding="utf-8"
    )
    assert changed(before, made(root)) == {
        "data/v1/indeks.json",
        "data/v1/planer/nes/2024-2025.json",
        "data/v1/planer/nes/2024-2025.xml",
    }


def test_an_error_in_a_plan_keeps_its_data(tmp_path: Path) -> None:
    root = project(tmp_path)
    before = made(root)
    plan = root / "plans/fagforeninger/nes/2024-2025.yml"
    plan.write_text(plan.read_text(encoding="utf-8") + "hva: dette\n", encoding="utf-8")
    assert not generate(root, TODAY, lambda _: None).sound
    assert changed(before, files(root / "docs")) == {"data/v1/indeks.json"}


def test_the_same_sources_give_the_same_bytes(built: dict[str, bytes], tmp_path: Path) -> None:
    again = made(project(tmp_path), SITE)
    assert changed(built, again) == set()


def test_addresses_are_whole_where_the_site_is_known_and_lead_to_pages(built: dict[str, bytes]) -> None:
    found = re.findall(
        rb'"adresse":"([^"]*)"',
        b"".join(json.dumps(each, separators=(",", ":")).encode() for each in documents(built).values()),
    )
    own = {each.decode().removeprefix(SITE) for each in found if each.startswith(SITE.encode())}
    assert len({each for each in found if not each.startswith(b"https://")}) == 0
    for address in own:
        path, _, anchor = address.partition("#")
        page = built.get(f"{path.removesuffix('/')}.md") or built[f"{path}index.md"]
        assert not anchor or re.search(rf'#{anchor}[ }}]|id="{anchor}"', page.decode()), address


def test_the_index_names_every_file_and_what_it_holds(built: dict[str, bytes]) -> None:
    index = json.loads(built["data/v1/indeks.json"])
    plans = [plan for union in index["fagforeninger"] for plan in union["planer"]]
    told = {f"data/v1/{each['fil']}": each["sha256"] for each in (*index["strategier"], *plans)}
    holds = {
        path: content for path, content in built.items() if path in documents(built) and "indeks" not in path
    }
    assert told == {path: hashlib.sha256(content).hexdigest() for path, content in holds.items()}
    assert {f"data/v1/{each['stratml']}" for each in (*index["strategier"], *plans)} <= built.keys()

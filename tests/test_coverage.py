"""Coverage: what the pages say, against figures counted from the YAML alone; and the rules of counting."""

import datetime
import json
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bench.corpus import make
from generator.coverage import Stance, cover
from generator.load import load
from generator.model import Reference
from generator.periods import Period
from generator.pipeline import generate
from tests.project import ROOT, planverk
from tests.rendering import rendered

EDITION = "2024-2025"
UNIONS = 17
TODAY = datetime.date(2025, 6, 1)

Figures = dict[str, dict[str, set[str]]]
"""The unions that follow an item up, by item and county."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real plans and some synthetic ones, with their pages."""
    at = tmp_path_factory.mktemp("coverage")
    make(at, UNIONS)
    for folder in (ROOT / "plans/fagforeninger").iterdir():
        shutil.copytree(folder, at / "plans/fagforeninger" / folder.name)
    assert generate(at, TODAY, lambda _: None).published
    return at


def _plans(at: Path) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Union, county and plan of every plan that builds on the edition."""
    for file in sorted((at / "plans/fagforeninger").glob("*/*.yml")):
        plan = yaml.safe_load(file.read_text(encoding="utf-8"))
        if plan.get("strategi") == EDITION:
            union = yaml.safe_load((file.parent / "fagforening.yml").read_text(encoding="utf-8"))
            yield file.parent.name, union["fylke"], plan


def _counted(at: Path) -> tuple[Figures, dict[str, set[str]]]:
    follow: Figures = defaultdict(lambda: defaultdict(set))
    inside: dict[str, set[str]] = defaultdict(set)
    for union, county, plan in _plans(at):
        inside[county].add(union)
        for area in plan["områder"]:  # type: ignore[attr-defined]
            for kind in ("mål", "tiltak", "avvik"):
                for item in area.get(kind) or ():
                    cited = item.get("følger") or []
                    for written in [cited] if isinstance(cited, str) else cited:
                        item_of_edition = written.removeprefix(f"{EDITION}/")
                        if re.fullmatch(r"[a-z][a-z0-9-]*/[a-z0-9-]+", item_of_edition):
                            follow[item_of_edition][county].add(union)
                    if item.get("type") == "ordlyd":
                        follow[f"{area['område']}/{item['hovedmål']}"][county].add(union)
    return follow, inside


def _tables(page: Path) -> Iterator[list[str]]:
    """The rows of the page's tables: the address that the row's head leads to, and the cells."""
    row: list[str] = []
    is_cell = False
    for part in rendered(page.read_text(encoding="utf-8").split("---\n", 2)[2]):
        if isinstance(part, str):
            if is_cell:
                row[-1] += part
            continue
        name, attributes = part
        is_cell = name == "td"
        if name == "tr":
            row = []
        elif name == "a" and not row:
            row.append(str(attributes["href"]))
        elif is_cell:
            row.append("")
        elif name == "/tr" and len(row) > 1:
            yield row


def test_every_figure_by_county_is_that_of_the_yaml(project: Path) -> None:
    follow, inside = _counted(project)
    federation = yaml.safe_load((project / "plans/forbund.yml").read_text(encoding="utf-8"))
    counties = [each["id"] for each in federation["fylker"] if each["id"] in inside]
    rows = [row for row in _tables(project / f"docs/dekning/{EDITION}/index.md") if "/strategi/" in row[0]]
    assert len(rows) > 50
    for address, whole, *cells in rows:
        item = re.fullmatch(rf"\.\./\.\./strategi/{EDITION}/(.+)/", address)
        assert item is not None
        by_county = follow[item[1]]
        assert whole == f"{sum(map(len, by_county.values()))} av {sum(map(len, inside.values()))}"
        assert cells == [f"{len(by_county[each])} av {len(inside[each])}" for each in counties], address


def test_what_is_reported_in_a_county_is_that_of_the_yaml(project: Path) -> None:
    measures: dict[str, list[bool]] = defaultdict(list)
    for _union, county, plan in _plans(project):
        for area in plan["områder"]:  # type: ignore[attr-defined]
            for measure in area.get("tiltak") or ():
                days = [each["dato"] for each in measure.get("status") or ()]
                measures[county].append(any(str(day) <= TODAY.isoformat() for day in days))
    rows = [row for row in _tables(project / f"docs/dekning/{EDITION}/index.md") if "/fylker/" in row[0]]
    told = {row[0].split("/")[-2]: row[2:4] for row in rows}
    assert told == {county: [str(len(each)), str(sum(each))] for county, each in measures.items() if each} | {
        county: ["0", "0"] for county in told if not measures[county]
    }
    assert sum(map(sum, measures.values())) > 20


def test_the_page_of_an_item_says_the_same(project: Path) -> None:
    follow, inside = _counted(project)
    for item in list(follow)[:40]:
        page = project / f"docs/strategi/{EDITION}/{item}.md"
        counties = {}
        for address, following, *_ in _tables(page):
            counties[address.strip("/").rsplit("/", 1)[-1]] = following
        assert counties.pop(EDITION) == (
            f"{sum(map(len, follow[item].values()))} av {sum(map(len, inside.values()))}"
        )
        assert counties == {each: f"{len(follow[item][each])} av {len(inside[each])}" for each in inside}
        unions = sum(map(len, follow[item].values()))
        assert re.search(
            rf"^{unions} fagforening(er)? følger dette opp\.$", page.read_text("utf-8"), re.MULTILINE
        )


def test_the_letters_of_a_county_are_what_its_unions_do(project: Path) -> None:
    follow, inside = _counted(project)
    for county, unions in inside.items():
        rows = list(_tables(project / f"docs/dekning/{EDITION}/{county}.md"))
        following: dict[str, int] = defaultdict(int)
        for address, *letters in rows:
            union = address.split("/")[-4]
            following[union] += sum(letter in "TME" for letter in letters)
        assert following == {
            union: sum(union in by_county[county] for by_county in follow.values()) for union in unions
        }


def test_a_union_says_the_same_on_its_own_page(project: Path) -> None:
    follow, _ = _counted(project)
    for union, county, _plan in _plans(project):
        page = (project / f"docs/fagforeninger/{union}/{EDITION}/rod-trad.md").read_text(encoding="utf-8")
        linked = re.findall(
            rf"^- \[.*\]\(\S*/strategi/{EDITION}/(\S+)\.md\) · \*\*(.*)\*\*", page, re.MULTILINE
        )
        follows = {"Tiltak i planen", "Mål i planen", "Eget hovedmål"}
        followed = {item for item, stance in linked if stance in follows}
        assert followed == {item for item, counties in follow.items() if union in counties[county]}


def test_the_command_prints_the_figures_of_the_page(project: Path) -> None:
    rows = [row for row in _tables(project / f"docs/dekning/{EDITION}/index.md") if "/strategi/" in row[0]]
    told = json.loads(planverk(project, "coverage", "--period", EDITION, "--format", "json").stdout)
    items = [item for area in told["areas"] for item in area["items"]]
    cells = [[item["following"], *item["counties"].values()] for item in items]
    assert [[f"{each['count']} av {each['total']}" for each in row] for row in cells] == [
        row[1:] for row in rows
    ]
    text = planverk(project, "coverage").stdout
    assert all(item["text"] in text for item in items)
    assert f"{told['following']['count']}/{told['following']['total']}" in text.splitlines()[0]


def test_the_command_knows_the_editions(project: Path) -> None:
    asked = planverk(project, "coverage", "--period", "2024-2026")
    assert asked.returncode == 2
    assert "«2024-2025»" in asked.stderr


def test_a_gap_is_an_item_that_unions_are_asked_to_follow_up_and_nobody_does(project: Path) -> None:
    follow, _ = _counted(project)
    page = (project / f"docs/dekning/{EDITION}/index.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^- \[.*\]\(\.\./\.\./strategi/2024-2025/(\S+)\.md\)$", page, re.MULTILINE))
    strategy = yaml.safe_load((project / f"plans/strategi/{EDITION}.yml").read_text(encoding="utf-8"))
    asked = {
        f"{area['id']}/{item['id']}"
        for area in strategy["områder"]
        for item in (*area["hovedmål"], *(area.get("tiltak") or {}).get("fagforening", ()))
    }
    assert listed == {item for item in asked if not any(follow[item].values())}


GOALS = """
periode: 2024-2025
strategi: 2024-2025
ordlyd: vedtatt
kilde: Planen
områder:
  - område: heltid
"""


@pytest.mark.parametrize(
    ("area", "stance"),
    [
        ("", Stance.CARRIED),
        ("    avvik: [{type: ordlyd, hovedmål: heltidskultur, tekst: Alle.}]", Stance.DEVIATION),
        ("    avvik: [{type: utelatt, hovedmål: heltidskultur}]", Stance.DECLINED),
        ("    ikke_prioritert: [{følger: heltid/heltidskultur, begrunnelse: Nei.}]", Stance.DECLINED),
        ("    mål: [{id: m, tekst: Alle., følger: heltid/heltidskultur}]", Stance.GOAL),
        ("    tiltak: [{id: t, tekst: Alle., følger: heltid/heltidskultur}]", Stance.MEASURE),
        (
            """
    tiltak: [{id: t, tekst: Alle., følger: heltid/heltidskultur}]
    avvik: [{type: utelatt, hovedmål: heltidskultur}]""",
            Stance.MEASURE,
        ),
    ],
)
def test_what_says_most_counts(tmp_path: Path, area: str, stance: Stance) -> None:
    assert _stance_of_vik(tmp_path, GOALS + area) is stance


def test_what_is_followed_from_another_area_counts_where_it_points(tmp_path: Path) -> None:
    plan = GOALS.replace(
        "område: heltid", "{id: eget, tittel: Eget, tiltak: [{id: t, tekst: A., følger: X}]}"
    )
    assert _stance_of_vik(tmp_path, plan.replace("X", "heltid/heltidskultur")) is Stance.MEASURE


def test_a_plan_without_the_area_says_nothing(tmp_path: Path) -> None:
    plan = GOALS.replace("område: heltid", "{id: eget, tittel: Eget}")
    assert _stance_of_vik(tmp_path, plan) is Stance.SILENT


def _stance_of_vik(at: Path, plan: str) -> Stance:
    """How the union of the base of cases stands to a main goal, with this plan."""
    shutil.copytree(ROOT / "tests/cases/_base", at, dirs_exist_ok=True)
    (at / "plans/fagforeninger/vik/2024-2025.yml").write_text(plan, encoding="utf-8")
    body = load(at).body
    assert body is not None
    edition = Period(2024, 2025)
    coverage = cover(body)[edition]
    (union,) = coverage.unions
    return coverage.stance(union, Reference(edition, "heltid", "heltidskultur"))

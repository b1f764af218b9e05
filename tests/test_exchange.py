"""What one site publishes as open data is what another fetches: the same unions and plans."""

import datetime
import json
import re
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from generator import addresses
from generator.addresses import DATA_INDEX
from generator.copies import renew
from generator.exports.open_data.index import index_file
from generator.exports.open_data.plan_data import plan_file
from generator.guest_data import sources_of
from generator.load import load
from generator.model import Deviation, Plan, PlanArea, Source, Union
from generator.pipeline import generate, look
from generator.views.plan import plan_view
from tests.case_folders import CASES, assemble
from tests.project import ROOT
from tests.test_golden import GOLDEN

SITE = "https://nabo.example/planer/"
LONG_AFTER = datetime.date(2035, 1, 1)
"""A day on which all reports are known."""

IN_FORCE = datetime.date(2025, 2, 1)

OUR_OWN = {"golden": GOLDEN, "our own": ROOT}
ACCEPTED = [each.name for each in sorted((CASES / "accepted").iterdir()) if (each / "plans").is_dir()]


def exchanged(theirs: Path, ours: Path) -> None:
    """Takes what the one project publishes, as its unions, into the other."""
    files = published(theirs)
    shutil.copytree(theirs / "plans", ours / "plans")
    shutil.rmtree(ours / "plans/fagforeninger")
    for path, text in sources_of(f"{SITE}{DATA_INDEX}", lambda address: files[address.removeprefix(SITE)]):
        place = ours / "plans" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def published(root: Path) -> dict[str, bytes]:
    """The index, and what it names, by the path on the site."""
    scene = look(root, LONG_AFTER, SITE).scene
    assert scene
    found = {
        addresses.plan_data(plan).page: plan_file(scene, plan, plan_view(scene, union, plan)).encode()
        for union in scene.body.unions
        for plan in union.plans
    }
    index = index_file(scene, {path: sha256(content).hexdigest() for path, content in found.items()})
    return {**found, DATA_INDEX: index.encode()}


def unions(root: Path) -> list[Union]:
    """The unions that have plans, with all of them that is published: not who approves of changes."""
    body = load(root).body
    assert body
    first = body.federation.languages[0]
    return [
        replace(union, language=union.language or first, owners=(), plans=tuple(map(_published, union.plans)))
        for union in body.unions
        if union.plans
    ]


def _published(plan: Plan) -> Plan:
    return replace(plan, doubts=(), areas=tuple(map(_area, plan.areas)))


def _area(area: PlanArea) -> PlanArea:
    """The area less what is in doubt or proposed, its deviations in no order of its own: pages have none."""
    return replace(
        area,
        doubt=None,
        deviations=tuple(sorted((_sure(each) for each in area.deviations), key=_name)),
        goals=tuple(replace(each, doubt=None, proposals=()) for each in area.goals),
        measures=tuple(replace(each, doubt=None, proposals=()) for each in area.measures),
        courses=tuple(replace(each, doubt=None) for each in area.courses),
    )


def _sure(deviation: Deviation) -> Deviation:
    return replace(deviation, doubt=None, proposals=())


def _name(deviation: Deviation) -> str:
    return deviation.id or str(deviation.goal)


@pytest.mark.parametrize("source", OUR_OWN.values(), ids=OUR_OWN)
def test_what_is_published_is_what_is_fetched(source: Path, tmp_path: Path) -> None:
    shutil.copytree(source / "plans", tmp_path / "theirs/plans")
    exchanged(tmp_path / "theirs", tmp_path / "ours")
    assert unions(tmp_path / "ours") == unions(tmp_path / "theirs") != []


@pytest.mark.parametrize("case", ACCEPTED)
def test_so_it_is_of_all_that_plans_can_hold(case: str, tmp_path: Path) -> None:
    assemble(tmp_path / "theirs", CASES / "accepted" / case)
    exchanged(tmp_path / "theirs", tmp_path / "ours")
    assert unions(tmp_path / "ours") == unions(tmp_path / "theirs")


GUESTS = ("forse", "lillehammer")


@pytest.fixture(scope="module")
def neighbours(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A site of all our unions, and one that has some of them from another site, by `planverk fetch`."""
    whole, host = (tmp_path_factory.mktemp(name) for name in ("whole", "host"))
    for root in (whole, host):
        shutil.copytree(ROOT / "plans", root / "plans")
        shutil.copytree(ROOT / "templates", root / "templates")
    shutil.rmtree(host / "plans/adresser", ignore_errors=True)
    files = published(whole)
    for each in GUESTS:
        shutil.rmtree(host / "plans/fagforeninger" / each)
    source = Source(id="nabo", name="Naboforbundet", site=SITE, data=f"{SITE}{DATA_INDEX}")
    renew(host, source, lambda address: files[address.removeprefix(SITE)], update=True)
    for other in {each.name for each in (host / "plans/fagforeninger").iterdir()}:
        shutil.rmtree(host / "kilder/nabo/plans/fagforeninger" / other)
    with (host / "plans/forbund.yml").open("a", encoding="utf-8") as federation:
        federation.write(f"kilder:\n  - {{id: nabo, navn: Naboforbundet, nettsted: '{SITE}'}}\n")
    for root in (whole, host):
        assert generate(root, IN_FORCE, lambda _: None).sound
    return whole, host


def page(root: Path, path: str) -> str:
    return (root / "docs" / path).read_text(encoding="utf-8")


def test_guests_count_as_if_they_were_ours(neighbours: tuple[Path, Path]) -> None:
    figures = [re.findall(r"\d+ av \d+", page(root, "dekning/2024-2025/index.md")) for root in neighbours]
    assert figures[0] == figures[1] != []
    counties = [
        re.findall(r"<td[^>]*>[^<]*</td>", page(root, "fagforeninger/index.md")) for root in neighbours
    ]
    assert counties[0] == counties[1]


def test_guests_are_listed_and_lead_home(neighbours: tuple[Path, Path]) -> None:
    _, host = neighbours
    listed = json.loads(page(host, "fagforeninger/finn.json"))["fagforeninger"]
    assert {each[0]: each[-1] for each in listed if each[0].startswith("nabo--")} == {
        f"nabo--{each}": f"{SITE}fagforeninger/{each}/" for each in GUESTS
    }
    assert f"]({SITE}fagforeninger/lillehammer/)" in page(host, "fylker/innlandet.md")
    assert f'<a href="{SITE}">Naboforbundet</a>' in page(host, "data/index.md")


def test_nothing_of_guests_is_in_our_data(neighbours: tuple[Path, Path]) -> None:
    _, host = neighbours
    data = [path for path in (host / "docs/data").rglob("*") if path.is_file()]
    own = [
        path for path in data if path.suffix != ".md" and re.search(rb"nabo|lillehammer/2", path.read_bytes())
    ]
    assert own == []

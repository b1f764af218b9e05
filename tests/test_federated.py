"""Unions of other sites are counted and listed here, lead there, and are nowhere published again."""

import datetime
import json
import re
import shutil
from pathlib import Path

import pytest

from generator.examination import examine
from generator.pipeline import Outcome, generate
from tests.case_folders import CASES, assemble
from tests.project import ROOT, files

TODAY = datetime.date(2025, 3, 1)
SITE = "https://nabo.example/planer/fagforeninger/vik/"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """The pages of a site with a union of its own and one of another, whose folders have the same name."""
    root = assemble(tmp_path_factory.mktemp("federated"), CASES / "accepted/unions-of-another-site")
    shutil.copytree(ROOT / "templates", root / "templates")
    outcome = generate(root, TODAY, lambda _: None)
    assert outcome.sound
    return root, outcome


def text(root: Path, page: str) -> str:
    return (root / "docs" / page).read_text(encoding="utf-8")


def test_they_are_listed_and_lead_to_their_site(made: tuple[Path, Outcome]) -> None:
    root, _ = made
    county = text(root, "fylker/innlandet.md")
    assert f"[Fagforbundet Vik i nord]({SITE})" in county
    assert f"({SITE}2024-2025/)" in county
    assert "Naboforbundet" in county
    assert "[Fagforbundet Vik](../fagforeninger/vik/index.md)" in text(root, "fylker/vestland.md")


def test_they_are_counted_in_the_coverage(made: tuple[Path, Outcome]) -> None:
    root, _ = made
    inside = text(root, "dekning/2024-2025/innlandet.md")
    assert f"{SITE}" in inside
    assert f"({SITE}2024-2025/#tiltak-1-1)" in text(root, "strategi/2024-2025/heltid/hele-stillinger.md")


def test_the_field_that_finds_unions_knows_where_they_are(made: tuple[Path, Outcome]) -> None:
    found = json.loads((made[0] / "docs/fagforeninger/finn.json").read_text(encoding="utf-8"))
    assert found["fagforeninger"] == [
        ["nabo--vik", "Fagforbundet Vik i nord", "", 0, SITE],
        ["vik", "Fagforbundet Vik", "010", 1],
    ]


def test_nothing_of_theirs_is_published_here(made: tuple[Path, Outcome]) -> None:
    root, outcome = made
    written = files(root / "docs")
    assert [path for path in written if "nabo--" in path] == []
    assert outcome.searched
    assert {record.union for record in outcome.searched.records if record.union} == {"Fagforbundet Vik"}


def test_no_link_of_ours_leads_into_their_folder(made: tuple[Path, Outcome]) -> None:
    for path, content in files(made[0] / "docs").items():
        links = re.findall(r"\]\(([^)]*)\)|href=\"([^\"]*)\"", content.decode())
        assert [link for pair in links for link in pair if "nabo--" in link] == [], path


def test_whom_they_make_responsible_is_shown_only_where_it_is_a_role_of_ours(
    made: tuple[Path, Outcome],
) -> None:
    told = [path for path, content in files(made[0] / "docs").items() if b"Nordmann" in content]
    assert told == []


def test_a_fault_of_theirs_takes_nothing_of_ours(tmp_path: Path) -> None:
    root = assemble(tmp_path, CASES / "guest-left-out/errors-of-theirs")
    loaded, found = examine(root)
    assert loaded.body
    assert [union.id for union in loaded.body.unions] == ["vik"]
    assert loaded.body.guests == ()
    assert {each.rule.name for each in found} == {"guest-left-out"}


def test_a_copy_that_is_a_link_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    root = assemble(tmp_path / "project", CASES / "accepted/unions-of-another-site")
    (root / "kilder/nabo/plans").rename(tmp_path / "plans")
    (root / "kilder/nabo/plans").symlink_to(tmp_path / "plans", target_is_directory=True)
    loaded, found = examine(root)
    assert loaded.body
    assert loaded.body.guests == ()
    assert [each.rule.name for each in found] == ["guest-missing"]

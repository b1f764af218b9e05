"""A small body of plans with something of everything, and every page that is made of it.

The pages of rules are made of no plan; they are tested by themselves, and so are the calendar files.
"""

import datetime
import shutil
from pathlib import Path

import pytest

from generator.pipeline import generate
from tests.project import ROOT

GOLDEN = Path(__file__).parent / "golden"
TODAY = datetime.date(2025, 6, 1)
NOT_OF_PLANS = shutil.ignore_patterns(".planverk.json", "regler", "v1", "*.ics")


def pages(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.md"))
    }


def test_every_page_is_as_expected(tmp_path: Path, update_expected: bool) -> None:  # noqa: FBT001
    shutil.copytree(GOLDEN / "plans", tmp_path / "plans")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    outcome = generate(tmp_path, TODAY, lambda _: None)
    assert outcome.sound
    if update_expected:
        shutil.rmtree(GOLDEN / "docs", ignore_errors=True)
        shutil.copytree(tmp_path / "docs", GOLDEN / "docs", ignore=NOT_OF_PLANS)
        pytest.fail("golden/docs is written; read the difference and run again without the flag")
    shutil.rmtree(tmp_path / "docs" / "regler")
    made, expected = pages(tmp_path / "docs"), pages(GOLDEN / "docs")
    assert sorted(made) == sorted(expected)
    assert {path: text for path, text in made.items() if text != expected[path]} == {}

"""Steps are told as they begin, with what they took; a profile is written where one is asked for."""

import pstats
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import cli, processes
from generator.diagnostics import message
from generator.steps import Steps
from tests.case_folders import assemble
from tests.project import copy_project


def test_a_step_lasts_until_the_next_one_begins() -> None:
    times = iter([1.0, 1.5, 4.5])
    told: list[str] = []
    steps = Steps(lambda step: told.append(step.text), lambda: next(times))
    steps.begin(message("Reading the plans"))
    steps.begin(message("Checking the plans"))
    assert told == ["Reading the plans", "Checking the plans"]
    assert [(step.text, seconds) for step, seconds in steps.taken()] == [
        ("Reading the plans", 0.5),
        ("Checking the plans", 3.0),
    ]


def test_a_build_tells_its_steps_and_writes_its_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_project(tmp_path / "project")
    shutil.rmtree(project / "plans")
    monkeypatch.chdir(assemble(project))
    monkeypatch.setenv(processes.MOST, "2")
    done = CliRunner().invoke(
        cli.main, ["build", "--timings", "--profile", "profile", "--today", "2025-06-01"]
    )
    assert done.exit_code == 0, done.output
    for step in ("Leser planene", "Kontrollerer planene", "Lager sidene (nb)", "Bygger nettstedet"):
        assert f"  {step}\n" in done.stderr
    assert any("converted" in name for *_, name in pstats.Stats("profile").stats)  # type: ignore[attr-defined]

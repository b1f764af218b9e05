"""`planverk new` and `planverk rollover`: files that were not there, and that can be read."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import console
from generator.cli import main
from tests.case_folders import assemble
from tests.project import ROOT, files, planverk

GOLDEN = ROOT / "tests/golden"
VIK = "plans/fagforeninger/vik"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return assemble(tmp_path)


def expected(name: str, found: str, *, update: bool) -> None:
    place = GOLDEN / name
    if update:
        place.write_text(found, encoding="utf-8")
    assert not update
    assert found == place.read_text(encoding="utf-8")


def text_of(project: Path, path: str) -> str:
    return (project / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["fagforening.yml", "2024-2025.yml"])
def test_a_new_union(project: Path, name: str, *, update_expected: bool) -> None:
    before = files(project)
    done = planverk(
        project, "new", "union", "--name", "Forbundet Øvre Ås", "--county", "Innlandet", "--number", "012"
    )
    home = "plans/fagforeninger/ovre-as"
    assert (done.returncode, done.stdout) == (0, f"{home}/fagforening.yml\n{home}/2024-2025.yml\n"), (
        done.stderr
    )
    after = files(project)
    assert {path: after[path] for path in before} == before
    assert planverk(project, "fmt", "--check", f"{home}/{name}").returncode == 0
    assert f"{home}/fagforening.yml:" not in planverk(project, "check").stderr
    assert " 0 feil" in f" {planverk(project, 'check').stderr.splitlines()[-1]}"
    expected(f"new/{name}", text_of(project, f"{home}/{name}"), update=update_expected)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["union", "--name", "Fagforbundet Vik", "--county", "innlandet"],
            "Fagforbundet Vik finnes alt, i mappa vik.",
        ),
        (
            ["union", "--name", "Vik", "--county", "innlandet"],
            "Mappa vik er tatt. Velg et annet navn med --id.",
        ),
        (["union", "--name", "Nes", "--county", "inlandet"], "Mente du «innlandet»?"),
        (
            ["union", "--name", "Nes", "--id", "../nes", "--county", "innlandet"],
            "«../nes» kan ikke være en id.",
        ),
        (["union", "--name", "😀", "--county", "innlandet"], "Oppgi --id."),
        (["union", "--county", "innlandet"], "Oppgi --name."),
        (
            ["plan", "vik", "--period", "2024-2025"],
            f"{VIK}/2024-2025.yml finnes alt, og er latt være som den er.",
        ),
        (["plan", "vik", "--period", "i år"], "«i år» er ikke en periode."),
        (["plan", "viik"], "Mente du «vik»?"),
    ],
)
def test_what_cannot_be_begun(project: Path, arguments: list[str], said: str) -> None:
    before = files(project)
    done = planverk(project, "new", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert files(project) == before


def test_questions_on_a_terminal(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setattr(console, "is_interactive", lambda: True)
    answers = "Fagforbundet Vik\nForbundet Nes\nvik\n\nOslo by\ninnlandet\n2030\n\n"
    done = CliRunner().invoke(main, ["new", "union", "--today", "2025-06-01"], input=answers)
    assert done.exit_code == 0, done.output
    assert "Fagforbundet Vik finnes alt" in done.stderr
    assert "Mappa vik er tatt." in done.stderr
    assert "Det er ikke noe fylke som heter «Oslo by»." in done.stderr
    assert "Ingen utgave av strategien dekker 2030; planen bygger på 2024–2025." in done.stderr
    plan = text_of(project, "plans/fagforeninger/nes/2030.yml")
    assert "kilde: Handlingsplan 2030, Forbundet Nes\n" in plan


@pytest.fixture
def ending(project: Path) -> Path:
    shutil.copy(GOLDEN / "rollover/plan.yml", project / VIK / "2024-2025.yml")
    return project


def test_the_next_plan_in_a_newer_edition(ending: Path, *, update_expected: bool) -> None:
    shutil.copy(GOLDEN / "rollover/strategy.yml", ending / "plans/strategi/2026-2027.yml")
    before = files(ending)
    done = planverk(ending, "rollover", "--union", "vik", "--to", "2026-2027", "--today", "2025-12-01")
    assert done.returncode == 0, done.stderr
    assert {path: each for path, each in files(ending).items() if path in before} == before
    assert planverk(ending, "fmt", "--check", f"{VIK}/2026-2027.yml").returncode == 0
    assert ": feil: " not in planverk(ending, "check").stderr
    expected("rollover/told.txt", done.stdout, update=update_expected)


def test_what_stands_in_the_next_plan(ending: Path, *, update_expected: bool) -> None:
    shutil.copy(GOLDEN / "rollover/strategy.yml", ending / "plans/strategi/2026-2027.yml")
    planverk(ending, "rollover", "--union", "vik", "--to", "2026-2027", "--today", "2025-12-01")
    expected("rollover/next.yml", text_of(ending, f"{VIK}/2026-2027.yml"), update=update_expected)


def test_the_next_plan_where_the_strategy_has_no_newer_edition(ending: Path) -> None:
    done = planverk(ending, "rollover", "--all", "--to", "2026-2027", "--today", "2025-12-01")
    assert done.returncode == 0
    assert "dekker 2026–2027; planen bygger på 2024–2025. Utgavene er 2023, 2024–2025.\n" in done.stderr
    assert "strategi: 2024-2025\n" in text_of(ending, f"{VIK}/2026-2027.yml")
    again = planverk(ending, "rollover", "--all", "--to", "2026-2027")
    assert (again.returncode, again.stdout) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "2026-2027"], "Oppgi --union og en mappe, eller --all."),
        (["--union", "vik", "--all", "--to", "2026-2027"], "Oppgi --union og en mappe, eller --all."),
        (
            ["--union", "vik", "--to", "2024-2025"],
            "har ingen plan å føre videre til 2024–2025. Planene er 2024–2025.",
        ),
        (
            ["--union", "vik", "--to", "2026-2027", "--from", "2023"],
            "har ingen plan å føre videre til 2026–2027.",
        ),
        (["--union", "vikk", "--to", "2026-2027"], "Mente du «vik»?"),
        (["--union", "vik", "--to", "neste"], "«neste» er ikke en periode."),
    ],
)
def test_what_cannot_be_carried_on(ending: Path, arguments: list[str], said: str) -> None:
    before = files(ending)
    done = planverk(ending, "rollover", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert files(ending) == before


def test_a_plan_that_is_there_is_never_written_over(ending: Path) -> None:
    (ending / VIK / "2026-2027.yml").write_text("periode: 2026-2027\n", encoding="utf-8")
    before = files(ending)
    done = planverk(ending, "rollover", "--union", "vik", "--to", "2026-2027")
    assert (done.returncode, done.stdout) == (2, "")
    assert files(ending) == before


def test_a_plan_with_errors_is_not_carried_on(ending: Path) -> None:
    faulty = text_of(ending, f"{VIK}/2024-2025.yml").replace("id: heltid-2", "id: heltid 2")
    (ending / VIK / "2024-2025.yml").write_text(faulty, encoding="utf-8")
    before = files(ending)
    done = planverk(ending, "rollover", "--union", "vik", "--to", "2026-2027")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{VIK}/2024-2025.yml har feil. Rett dem først: planverk check." in done.stderr
    assert files(ending) == before

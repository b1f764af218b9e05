"""`planverk import`: from a file to a draft in the union's folder."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from tests.importing import text_of
from tests.project import copy_project

PLAN = (
    "Handlingsplan 2026\n\nDigitalisering\n\nFagforeningens mål\n\n• Flere bruker verktøyene\n\n"
    "Tiltak 1: Holde kurs\nAnsvar: Styret\nFrist: 2026\nKostnad: ukjent\n"
)

READ_IT = "Les gjennom det, og kjør så «planverk check»."
HEAD = "periode: 2026\nstrategi: 2024-2025\nordlyd: vedtatt\nkilde: Handlingsplan 2026 (plan.txt)\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(copy_project(tmp_path / "project"))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["import", *arguments])


def test_a_draft_comes_into_the_folder_of_the_union(project: Path) -> None:
    file = text_of(project, PLAN)
    done = run(str(file), "--union", "as", "--period", "2026", "--strategy", "2024-2025")
    assert done.exit_code == 0, done.output
    assert done.stderr.splitlines() == [
        "Områder: 1, mål: 1, tiltak: 1, kurs: 0",
        "Uten plass, under «usikkert»: 1",
        f"Utkastet: {project}/project/plans/fagforeninger/as/2026.yml. {READ_IT}",
    ]
    text = (project / "project/plans/fagforeninger/as/2026.yml").read_text(encoding="utf-8")
    assert text.startswith(HEAD)
    assert "tekst: 'Kostnad: ukjent' linje: 12 grunn: En merkelapp" in " ".join(text.split())


def test_what_the_draft_says_can_be_published(project: Path) -> None:
    run(str(text_of(project, PLAN)), "--union", "as", "--period", "2026", "--strategy", "2024-2025")
    done = CliRunner().invoke(cli.main, ["check"])
    assert done.exit_code == 0, done.output


def test_a_file_that_is_there_is_not_written_over_unasked(project: Path) -> None:
    done = run(str(text_of(project, PLAN)), "--union", "as", "--period", "2024-2025")
    assert done.exit_code == 2
    assert "--overwrite" in done.stderr


def test_the_report_tells_what_came_from_where(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    file = text_of(project, PLAN)
    where = ("--output", str(project / "ut.yml"), "--report")
    done = run(str(file), "--union", "as", "--period", "2024-2025", *where)
    assert done.exit_code == 0, done.output
    found = [" ".join(line.split()) for line in done.stdout.splitlines()[2:]]
    assert found[0] == "1 Handlingsplan 2026 kilde"
    assert "9 Holde kurs områder/digitalisering/tiltak/digit" in "\n".join(found)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--union", "as", "--period", "2026"), "Det finnes ingen utgave av strategien for «2026»"),
        (
            ("--union", "ass", "--period", "2024-2025"),
            "Det er ingen fagforening som heter «ass». Mente du «as»?",
        ),
        (("--union", "as", "--period", "i år"), "2024-2025"),
    ],
)
def test_wrong_use_is_told(project: Path, arguments: tuple[str, ...], told: str) -> None:
    done = run(str(text_of(project, PLAN)), *arguments)
    assert done.exit_code == 2
    assert told in done.stderr


def test_a_file_that_cannot_be_read_is_told_of_without_a_traceback(project: Path) -> None:
    (project / "plan.docx").write_bytes(b"PK\x03\x04 hei")
    done = run(str(project / "plan.docx"), "--union", "as", "--period", "2026", "--strategy", "2024-2025")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "plan.docx er skadet. Åpne den i Word og lagre den på nytt som .docx.\n"


STRATEGY = (
    "Strategiplan 2026–2027\n\nDigitalisering\n\nMål 2026-2027\n\n• Flere bruker verktøyene\n\n"
    "Strategiske tiltak\n\nNasjonalt\n\n• Lage kurs\n\nFagforeningene skal\n\n• Holde kurs\n"
)


def test_the_strategy_comes_among_the_editions_and_can_be_published(project: Path) -> None:
    done = run(str(text_of(project, STRATEGY)), "--strategy-plan", "--period", "2026-2027")
    assert done.exit_code == 0, done.output
    assert done.stderr.splitlines() == [
        "Områder: 1, hovedmål: 1, tiltak: 1 nasjonalt, 0 i fylker, 1 i fagforeninger",
        "Uten plass, under «usikkert»: 0",
        f"Utkastet: {project}/project/plans/strategi/2026-2027.yml. {READ_IT}",
    ]
    checked = CliRunner().invoke(cli.main, ["check"])
    assert checked.exit_code == 0, checked.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--strategy-plan", "--union", "as"), "Utelat --union og --strategy."),
        ((), "Er det forbundets strategi, skriver du --strategy-plan."),
    ],
)
def test_a_plan_has_a_union_and_a_strategy_has_none(
    project: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = run(str(text_of(project, STRATEGY)), "--period", "2026-2027", *arguments)
    assert done.exit_code == 2
    assert told in done.stderr

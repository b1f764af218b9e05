"""`planverk check` and its options, on a small body of plans; how plans are judged is tested elsewhere."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from generator.checks import RULES
from generator.language import Language
from generator.reports.explanation import explanation
from tests.case_folders import assemble
from tests.project import COMMAND, ENVIRONMENT, copy_project, planverk

STRAY = "plans/notater.txt"
WHAT = "Ingenting leser denne fila. [file-not-read]"
HINT = "Planer heter det samme som perioden, for eksempel fagforeninger/as/2024-2025.yml."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return assemble(tmp_path)


@pytest.fixture
def warned(project: Path) -> Path:
    """A body of plans with one warning."""
    (project / STRAY).write_text("Husk\x1b[2J møtet\n", encoding="utf-8")
    return project


def test_plain_text_goes_where_it_always_went(warned: Path) -> None:
    done = planverk(warned, "check")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{STRAY}:1:1: advarsel: {WHAT}\n    {HINT}\n0 feil, 1 advarsler\n"
    assert planverk(warned, "check", "--format", "plain").stderr == done.stderr


def test_the_terminal_format_has_no_colour_in_a_pipe(warned: Path) -> None:
    done = planverk(warned, "check", "--format", "terminal")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        f"{STRAY}\n"
        f"  1:1 advarsel: {WHAT}\n"
        "    1 | Husk\\x1b[2J møtet\n"
        "      | ^\n"
        f"        {HINT}\n"
        "\n"
        "0 feil, 1 advarsler\n"
    )


@pytest.mark.parametrize(
    ("form", "first"),
    [("github", f"::warning file={STRAY},line=1,col=1,title=file-not-read::"), ("json", "{"), ("sarif", "{")],
)
def test_what_programs_read_is_alone_on_standard_output(warned: Path, form: str, first: str) -> None:
    done = planverk(warned, "check", "--format", form)
    assert (done.returncode, done.stderr) == (0, "0 feil, 1 advarsler\n")
    assert done.stdout.startswith(first)
    assert "file-not-read" in done.stdout


def test_json_is_an_object_also_where_nothing_is_found(project: Path) -> None:
    done = planverk(project, "check", "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "schema": "skjema/diagnostikk.json",
        "version": 1,
        "summary": {"errors": 0, "warnings": 0},
        "diagnostics": [],
    }


@pytest.mark.parametrize("form", ["plain", "terminal", "github", "json", "sarif"])
def test_an_error_ends_with_1_in_every_format(project: Path, form: str) -> None:
    (project / "plans/forbund.yml").write_text("navn: [\n", encoding="utf-8")
    done = planverk(project, "check", "--format", form)
    assert done.returncode == 1
    assert "yaml-syntax" in done.stdout + done.stderr


def test_an_unknown_format_is_wrong_use(project: Path) -> None:
    assert planverk(project, "check", "--format", "xml").returncode == 2


def test_strict_ends_with_1_where_there_are_only_warnings(warned: Path) -> None:
    assert planverk(warned, "check").returncode == 0
    strict = planverk(warned, "check", "--strict")
    assert (strict.returncode, strict.stderr) == (1, planverk(warned, "check").stderr)


def test_strict_ends_with_0_where_all_is_well(project: Path) -> None:
    assert planverk(project, "check", "--strict").returncode == 0


def test_a_strict_build_ends_with_1_and_publishes_what_is_warned_of(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    (project / STRAY).write_text("x", encoding="utf-8")
    done = planverk(project, "build", "--strict")
    assert done.returncode == 1
    assert "0 feil, " in done.stderr
    assert (project / "site/regler/file-not-read/index.html").is_file()
    assert (project / "site/skjema/diagnostikk.json").is_file()


@pytest.mark.parametrize("name", ["file-not-read", "deadline-not-understood"])
def test_a_rule_is_explained_anywhere(tmp_path: Path, name: str) -> None:
    done = planverk(tmp_path, "check", "--explain", name)
    expected = explanation(RULES[name], Language("nb"))
    assert (done.returncode, done.stdout, done.stderr) == (0, expected, "")


def test_an_unknown_rule_is_wrong_use_and_the_nearest_is_named(tmp_path: Path) -> None:
    done = planverk(tmp_path, "check", "--explain", "file-not-red")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("Det finnes ingen regel «file-not-red». Mente du «file-not-read»?\n")


@pytest.mark.parametrize("name", RULES)
def test_every_rule_can_be_explained(name: str) -> None:
    assert explanation(RULES[name], Language("nb")).startswith(f"{name}\n\n")


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal of POSIX")
@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_on_a_terminal_faults_come_with_their_line_in_colour(
    warned: Path,
    environment: dict[str, str],
    coloured: bool,  # noqa: FBT001
) -> None:
    ours, theirs = os.openpty()
    with os.fdopen(ours, "rb", buffering=0) as screen:
        done = subprocess.run(  # noqa: S603 - our own command
            [COMMAND, "check"],
            cwd=warned,
            env={**ENVIRONMENT, **environment},
            stderr=theirs,
            stdout=subprocess.DEVNULL,
            check=False,
        )
        os.close(theirs)
        shown = screen.read(4096).decode()
    assert done.returncode == 0
    assert "| Husk\\x1b[2J møtet" in shown.replace("\x1b[2m", "").replace("\x1b[0m", "")
    assert ("\x1b[1m" in shown, "\x1b[33m" in shown) == (coloured, coloured)
    assert "\x1b[2J" not in shown

"""`planverk export`: what the site publishes, and nothing else."""

import json
import subprocess
from pathlib import Path

import pytest

from generator.pipeline import generate
from tests.project import COMMAND, ENVIRONMENT, planverk
from tests.test_golden import GOLDEN, TODAY
from tests.test_open_data import project
from tests.test_open_tables import made as tables


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project(tmp_path_factory.mktemp("export"))
    assert generate(root, TODAY, lambda _: None).sound
    return root


PUBLISHED = {
    "data/v1/indeks.json": (),
    "data/v1/planer/nes/2023.json": ("--union", "nes", "--period", "2023"),
    "data/v1/planer/nes/2024-2025.json": ("--union", "nes"),
    "data/v1/strategi/2023.json": ("--period", "2023"),
    "data/v1/planer/nes/2024-2025.xml": ("--format", "stratml", "--union", "nes"),
    "data/v1/strategi/2024-2025.xml": ("--format", "stratml"),
    "data/v1/katalog.jsonld": ("--format", "dcat"),
}


@pytest.mark.parametrize("path", PUBLISHED)
def test_it_prints_what_the_site_publishes(root: Path, path: str) -> None:
    done = planverk(root, "export", *PUBLISHED[path])
    assert (done.stdout, done.stderr, done.returncode) == ((root / "docs" / path).read_text("utf-8"), "", 0)


@pytest.mark.parametrize("name", ["tiltak-og-mal", "statuser", "kurs", "fagforeninger", "oppfolging"])
def test_it_writes_the_same_tables(root: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / "table.csv"
    done = planverk(root, "export", "--format", "csv", "--table", name, "--output", str(file))
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
    assert file.read_bytes() == tables(root)[f"data/v1/tabeller/{name}.csv"]


def test_it_writes_the_same_workbook(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.xlsx"
    assert planverk(root, "export", "--format", "xlsx", "--output", str(file)).returncode == 0
    assert file.read_bytes() == tables(root)["data/v1/tabeller/planverk.xlsx"]


def test_a_table_is_of_the_union_and_the_period_that_are_asked_for(root: Path) -> None:
    done = planverk(root, "export", "--format", "csv", "--union", "nes", "--period", "2023")
    rows = [line.split(",") for line in done.stdout.splitlines()[1:]]
    assert rows
    assert {(row[0], row[3]) for row in rows} == {("nes", "2023")}


WRONG = {
    ("--union", "ness"): "Det er ingen fagforening som heter «ness». Mente du «nes»?",
    ("--union", "nes", "--period", "2022"): "Fagforbundet Nes har ingen plan for «2022». Mente du «2023»?",
    ("--period", "1999"): "Det finnes ingen utgave av strategien for «1999».",
    ("--table", "kurs"): "--table hører bare sammen med --format csv.",
    ("--format", "xslx"): "'xslx' is not one of 'json', 'csv', 'xlsx', 'stratml', 'dcat'.",
    ("--format", "csv", "--table", "kurss"): "'kurss' is not one of",
    ("--format", "csv", "--union", "nes", "--period", "1999"): "ingen plan for «1999»",
    ("--format", "stratml", "--period", "1999"): "ingen utgave av strategien for «1999»",
    ("--format", "dcat", "--union", "nes"): "Beskrivelsen gjelder alle dataene; utelat --union og --period.",
}


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_it_says_what_there_is_not(root: Path, arguments: tuple[str, ...]) -> None:
    done = planverk(root, "export", *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert WRONG[arguments] in " ".join(done.stderr.split())


def test_nobody_hears_of_a_pipe_that_closes(root: Path) -> None:
    command = f"{COMMAND} export --format csv | head -c 20"
    done = subprocess.run(  # noqa: S603 - our own command
        ["/bin/sh", "-c", command], cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("fagforening,fagforen", "")


def test_what_lies_at_the_file_stays_where_nothing_is_made(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text("her fra før", encoding="utf-8")
    assert planverk(root, "export", "--union", "ness", "--output", str(file)).returncode == 2
    assert file.read_text(encoding="utf-8") == "her fra før"


def test_a_plan_with_an_error_is_left_out_and_told_of(tmp_path: Path) -> None:
    root = project(tmp_path, GOLDEN / "plans")
    plan = root / "plans/fagforeninger/nes/2024-2025.yml"
    plan.write_text(plan.read_text(encoding="utf-8") + "hva: dette\n", encoding="utf-8")
    done = planverk(root, "export")
    assert done.returncode == 1
    assert "unknown-key" in done.stderr
    told = {
        union["id"]: [each["id"] for each in union["planer"]]
        for union in json.loads(done.stdout)["fagforeninger"]
    }
    assert told == {"nes": ["2023"], "ulvik": ["2026-2027"]}

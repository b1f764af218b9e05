"""`planverk status`: what became of measures, in lines that are added; all else stays byte for byte."""

import difflib
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Status, StatusEntry
from generator.sources import understood
from generator.writing import canonical
from generator.writing.reported import Source, Target, with_entry
from tests.case_folders import assemble
from tests.made_up import TEXTS
from tests.project import ROOT, files, planverk
from tests.test_fmt import annotated, laid_out_anyhow

PLAN = "plans/fagforeninger/vik/2024-2025.yml"
SHIPPED = [
    path for path in sorted((ROOT / "plans/fagforeninger").rglob("*.yml")) if path.name != "fagforening.yml"
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = assemble(tmp_path)
    text = (root / PLAN).read_text(encoding="utf-8")
    nodes = understood(text.encode(), PLAN).root
    assert nodes is not None
    (root / PLAN).write_text(canonical(text, nodes, "plan"), encoding="utf-8")
    return root


def added(before: bytes, after: bytes) -> list[str]:
    """The lines that are new; none may be gone."""
    old, new = before.decode().splitlines(keepends=True), after.decode().splitlines(keepends=True)
    found = [line for line in difflib.ndiff(old, new) if line[0] in "+-"]
    assert all(line.startswith("+ ") for line in found), found
    return [line[2:] for line in found]


ENTRIES = st.builds(
    StatusEntry, status=st.sampled_from(Status), date=st.none() | st.dates(), reason=st.none() | TEXTS
)


@settings(max_examples=60)
@given(st.sampled_from(SHIPPED), st.randoms(use_true_random=False), ENTRIES, st.booleans())
def test_an_entry_is_added_and_nothing_else_changes(
    path: Path,
    chance: random.Random,
    entry: StatusEntry,
    windows: bool,  # noqa: FBT001 - drawn
) -> None:
    text = annotated(path.read_text(encoding="utf-8"), chance)
    raw = text.replace("\n", "\r\n").encode() if windows else text.encode()
    source = Source("x.yml", raw, "vik", "")
    plan = source.plan()
    assert plan is not None
    area = chance.randrange(len(plan.areas))
    items = len(plan.areas[area].goals_and_measures)
    target = chance.choice([Target(), Target(area), Target(area, chance.randrange(items) if items else None)])
    for _ in range(2):
        changed = source.with_report(target, entry)
        assert changed is not None
        new = added(source.raw, changed.raw)
        assert all(line.endswith("\r\n") == windows for line in new)
        assert changed.plan() == with_entry(plan, target.of(plan), entry)
        source, plan = changed, changed.plan()
        assert plan is not None


@settings(max_examples=40)
@given(st.sampled_from(SHIPPED), st.randoms(use_true_random=False), ENTRIES)
def test_what_nothing_can_be_added_to_is_left_alone(
    path: Path, chance: random.Random, entry: StatusEntry
) -> None:
    text = laid_out_anyhow(path.read_text(encoding="utf-8"), chance)
    source = Source("x.yml", text.encode(), "vik", "")
    plan = source.plan()
    assert plan is not None
    changed = source.with_report(Target(0), entry)
    if changed is not None:
        added(source.raw, changed.raw)
        assert changed.plan() == with_entry(plan, plan.areas[0], entry)


def test_one_report_from_the_command_line(project: Path) -> None:
    before = files(project)
    done = planverk(
        project,
        "status",
        "vik",
        "2024-2025",
        "1.1",
        "Gjennomført",
        "--date",
        "28.1.2025",
        "--reason",
        "Gjort: ja",
    )
    assert (done.returncode, done.stdout) == (0, f"{PLAN}: 1.1: gjennomført (2025-01-28)\n")
    after = files(project)
    assert added(before[PLAN], after.pop(PLAN)) == [
        "        status:\n",
        "          - {status: gjennomført, dato: 2025-01-28, grunn: 'Gjort: ja'}\n",
    ]
    before.pop(PLAN)
    assert after == before
    again = planverk(project, "status", "vik", "2024-2025", "heltid-1", "i gang")
    assert again.stdout == f"{PLAN}: heltid-1: i gang (2025-06-01)\n"


MEETING = "fagforening;periode;nr;status;dato;grunn\nvik;2024-2025;1.1;delvis;28.01.2025;Én av to\n"
KEPT = "Fagforbundet Vik;2024–2025;heltid-1;oppnådd;;\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_meeting_from_a_table(project: Path, encoding: str, separator: str) -> None:
    before = (project / PLAN).read_bytes()
    table = (MEETING + KEPT).replace(";", separator).replace("\n", "\r\n")
    (project / "møte.csv").write_bytes(table.encode(encoding))
    done = planverk(project, "status", "--from", "møte.csv")
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{PLAN}: 1.1: delvis (2025-01-28)\n{PLAN}: heltid-1: oppnådd (2025-06-01)\n"
    assert added(before, (project / PLAN).read_bytes()) == [
        "        status:\n",
        "          - {status: oppnådd, dato: 2025-06-01}\n",
        "        status:\n",
        "          - {status: delvis, dato: 2025-01-28, grunn: Én av to}\n",
    ]


FAULTY = """\
fagforening;periode;nr;status;dato;grunn
vik;2024-2025;1.1;delvis;28.01.2025;"Med ""sitat"";
og linje"
vikk;2024-2025;1.1;delvis;28.01.2025;
vik;2023;1.1;delvis;28.01.2025;
vik;2024-2025;1.11;delvis;28.01.2025;
vik;2024-2025;1.1;ferdig;31.02.2025;
vik;2024-2025;1.1;delvis;28.01.2026;
vik;2024-2025;1.1;delvis;28.01.2025;Igjen
;;;;;
vik;2024-2025;;;;
"""


def test_all_faults_of_a_table_are_told_and_nothing_is_written(project: Path) -> None:
    before = files(project)
    (project / "møte.csv").write_text(FAULTY, encoding="utf-8")
    done = planverk(project, "status", "--from", "møte.csv")
    (project / "møte.csv").unlink()
    assert done.returncode == 1
    assert files(project) == before
    expected = (ROOT / "tests/golden/status/faults.txt").read_text(encoding="utf-8")
    assert done.stderr == expected


def test_a_table_of_something_else(project: Path) -> None:
    (project / "a.csv").write_bytes("fagforening;nr\n".encode("utf-16"))
    (project / "b.csv").write_bytes(b"")
    (project / "c.csv").write_text('fagforening;numer\nvik;"1.1\n', encoding="utf-8")
    told = [
        planverk(project, "status", "--from", name).stderr.splitlines()[0]
        for name in ("a.csv", "b.csv", "c.csv")
    ]
    assert told == [
        "a.csv:1:1: feil: Dette er ingen tabell med tekst. [not-utf-8]",
        "b.csv:1:1: feil: Tabellen er tom. [missing-key]",
        "c.csv:2:5: feil: Anførselstegnene her slutter ikke der feltet gjør det. [yaml-syntax]",
    ]


def test_what_cannot_be_added_to_is_told(tmp_path: Path) -> None:
    project = assemble(tmp_path)
    before = files(project)
    done = planverk(project, "status", "vik", "2024-2025", "heltid-1", "delvis")
    assert (done.returncode, done.stdout) == (1, "")
    assert f"Ingenting kan legges til i {PLAN} slik fila er skrevet. Kjør planverk fmt på den" in done.stderr
    assert files(project) == before


def test_what_a_text_may_not_hold_is_left_out(project: Path) -> None:
    reason = "skjult\u202e \x1b[31m\u200bord\tog: «#mer»"
    (project / "møte.csv").write_text(f"{MEETING[:41]}vik;2024-2025;1.1;delvis;;{reason}\n", encoding="utf-8")
    done = planverk(project, "status", "--from", "møte.csv")
    assert done.returncode == 0, done.stderr
    assert "grunn: 'skjult [31mord og: «#mer»'}\n" in (project / PLAN).read_text(encoding="utf-8")


def test_wrong_use_ends_with_2(project: Path) -> None:
    assert planverk(project, "status", "vik", "2024-2025").returncode == 2
    done = planverk(project, "status", "vik", "2024-2025", "1.2", "delvis")
    assert done.returncode == 2
    assert "Planen har ikke noe mål eller tiltak «1.2». Mente du «1.1»?" in done.stderr

"""The command, as an editor meets it: on a small body of plans, in Norwegian."""

from pathlib import Path

import pytest

from generator.diagnostics import errors
from generator.examination import examine
from tests.project import ENVIRONMENT, copy_project, planverk

FAULTS = {
    "syntax fault": (
        "fagforeninger/as/2024-2025.yml",
        "kilde: Handlingsplan 2024–2025, Fagforbundet Ås",
        "kilde: 'Handlingsplan 2024–2025, Fagforbundet Ås",
        "plans/fagforeninger/as/2024-2025.yml:",
        "[yaml-syntax]",
    ),
    "unknown area": (
        "fagforeninger/as/2024-2025.yml",
        "  - område: heltid\n",
        "  - område: heltidd\n",
        "feil: Strategien har ikke noe område «heltidd». [unknown-area]\n    Mente du «heltid»?",
        "",
    ),
    "unknown role": (
        "fagforeninger/forse/2024-2025.yml",
        "ansvar: [Verveutvalget]",
        "ansvar: [Verveutvalgt]",
        "feil: «Verveutvalgt» er ingen rolle i forbund.yml. [unknown-role]\n    Mente du «Verveutvalget»?",
        "",
    ),
    "duplicate id": (
        "fagforeninger/as/2024-2025.yml",
        "id: heltid-2\n",
        "id: heltid-1\n",
        "[duplicate-id]\n    Skriv en «id:» som ingenting annet av samme slag har; «nr:» kan bli stående.",
        "",
    ),
    "wrong date": (
        "fagforeninger/lillehammer/2024-2025.yml",
        "dato: 2025-01-28",
        "dato: 2025-13-28",
        (
            "feil: «2025-13-28» er ikke en dato. [invalid-date]\n"
            "    Skriv datoen som år-måned-dag, for eksempel 2025-01-28."
        ),
        "",
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def spoil(project: Path, file: str, old: str, new: str) -> tuple[int, int]:
    """Writes the fault into the file; returns the line and column where it begins."""
    path = project / "plans" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    before = text[: text.index(old)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_at_its_place(project: Path, fault: str) -> None:
    file, old, new, *expected = FAULTS[fault]
    line, _ = spoil(project, file, old, new)
    done = planverk(project, "check")
    assert done.returncode == 1
    assert done.stdout == ""
    for words in expected:
        assert words in done.stderr
    assert f"plans/{file}:" in done.stderr
    if fault not in {"syntax fault", "duplicate id"}:
        assert f"plans/{file}:{line}:" in done.stderr
    assert done.stderr.endswith(f"\n1 feil, {warnings(project)} advarsler\n")


def warnings(project: Path) -> int:
    found = examine(project)[1]
    return len(found) - len(errors(found))


def test_sound_plans_have_no_error_to_tell(project: Path) -> None:
    done = planverk(project, "check")
    assert (done.returncode, done.stdout) == (0, "")
    assert ": feil: " not in done.stderr
    assert done.stderr.count(": advarsel: ") == warnings(project)
    assert done.stderr.endswith(f"\n0 feil, {warnings(project)} advarsler\n")
    assert not (project / "site").exists()


def pages(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.md")}


def test_a_faulty_plan_stops_no_other_and_keeps_what_it_had(project: Path) -> None:
    assert planverk(project, "build").returncode == 0
    before = (project / "site/fagforeninger/as/2024-2025/index.html").read_bytes()
    spoil(project, "fagforeninger/as/2024-2025.yml", "  - område: heltid\n", "  - område: heltidd\n")
    spoil(project, "fagforeninger/forse/2024-2025.yml", "frist: sommerhalvåret", "frist: november 2025")
    done = planverk(project, "build")
    assert done.returncode == 1
    assert (project / "site/fagforeninger/as/2024-2025/index.html").read_bytes() == before
    changed = (project / "docs/fagforeninger/forse/2024-2025.md").read_text(encoding="utf-8")
    assert "- **Frist:** november 2025" in changed
    assert "sommerhalvåret" not in changed
    followers = project / "docs/strategi/2024-2025/heltid/utlysning-hele-stillinger.md"
    assert "Fagforbundet Ås" not in followers.read_text(encoding="utf-8")


def test_a_faulty_plan_that_was_never_shown_leaves_a_notice(project: Path) -> None:
    spoil(project, "fagforeninger/as/2024-2025.yml", "  - område: heltid\n", "  - område: heltidd\n")
    assert planverk(project, "build").returncode == 1
    assert (project / "site/fagforeninger/lillehammer/2024-2025/index.html").is_file()
    assert not (project / "docs/fagforeninger/as/2024-2025.md").exists()
    notice = (project / "docs/fagforeninger/as/index.md").read_text(encoding="utf-8")
    assert "# Fagforbundet Ås\n\nIngen plan fra denne fagforeningen kan vises nå." in notice


def test_a_fault_in_the_unions_own_file_holds_all_its_pages(project: Path) -> None:
    assert planverk(project, "build").returncode == 0
    spoil(project, "fagforeninger/as/fagforening.yml", "fylke: akershus", "fylke: akerhus")
    done = planverk(project, "build")
    assert done.returncode == 1
    assert (project / "site/fagforeninger/as/2024-2025/index.html").is_file()
    assert "Mente du «akershus»?" in done.stderr


def test_a_fault_in_the_strategy_stops_everything(project: Path) -> None:
    assert planverk(project, "build").returncode == 0
    before = pages(project / "docs")
    spoil(project, "strategi/2024-2025.yml", "ordlyd: gjengitt", "ordlyd: gjengit")
    spoil(project, "fagforeninger/forse/2024-2025.yml", "frist: sommerhalvåret", "frist: november 2025")
    done = planverk(project, "build")
    assert done.returncode == 1
    assert "Nettstedet" not in done.stdout
    assert "Ingenting ble bygget; nettstedet som var der, står." in done.stderr
    assert pages(project / "docs") == before
    assert (project / "site/index.html").is_file()


def test_pages_that_the_engine_refuses_leave_the_earlier_site(project: Path) -> None:
    assert planverk(project, "build").returncode == 0
    before = (project / "site/index.html").read_bytes()
    (project / "docs/om/index.md").write_text("# Om\n\n[borte](borte.md)\n", encoding="utf-8")
    done = planverk(project, "build")
    assert done.returncode == 1
    assert "borte.md" in done.stderr
    assert (project / "site/index.html").read_bytes() == before


def test_two_builds_give_the_same_bytes(project: Path, tmp_path: Path) -> None:
    other = copy_project(tmp_path / "other")
    planverk(project, "build")
    planverk(other, "build")
    assert pages(project / "docs") == pages(other / "docs")
    built = {
        path.relative_to(project): path.read_bytes()
        for path in (project / "site").rglob("*")
        if path.is_file()
    }
    again = {path: (other / path).read_bytes() for path in built}
    assert built == again


def test_the_day_changes_what_is_overdue_and_nothing_else(project: Path) -> None:
    planverk(project, "build", "--today", "2025-05-01")
    on_the_day = pages(project / "docs")
    planverk(project, "build", "--today", "2025-05-02")
    after = pages(project / "docs")
    changed = sorted(path for path in after if after[path] != on_the_day[path])
    assert changed == [
        "data/index.md",
        "fagforeninger/as/2024-2025/rapport-2025.md",
        "fagforeninger/forse/2024-2025.md",
        "fagforeninger/forse/2024-2025/rapport-2025.md",
        "fagforeninger/forse/2024-2025/rod-trad.md",
        "fagforeninger/forse/index.md",
        "fagforeninger/forse/kalender.md",
        "fagforeninger/forse/roller.md",
        "fagforeninger/lillehammer/2024-2025/rapport-2025.md",
        "index.md",
        "kalender/2025/index.md",
        "kalender/2025/oslo.md",
        "kalender/index.md",
        "roller/styret.md",
    ]


def test_wrong_use_ends_with_2(project: Path, tmp_path: Path) -> None:
    done = planverk(project, "build", "--today", "i går")
    assert done.returncode == 2
    assert "Skriv datoen som år-måned-dag, for eksempel 2025-01-28." in done.stderr
    empty = tmp_path / "empty"
    empty.mkdir()
    assert planverk(empty, "check").returncode == 2


def test_a_number_of_processes_that_is_none_is_wrong_use(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENVIRONMENT, "PLANVERK_PROCESSES", "mange")
    done = planverk(project, "check")
    assert done.returncode == 2
    assert "PLANVERK_PROCESSES skal være et antall prosesser, for eksempel 2." in done.stderr


def test_a_foreign_file_in_the_way_is_left_alone(project: Path) -> None:
    foreign = project / "docs/index.md"
    foreign.write_text("mine\n", encoding="utf-8")
    done = planverk(project, "build")
    assert done.returncode == 1
    assert "docs/index.md er ikke skrevet av Planverk" in done.stderr
    assert foreign.read_text(encoding="utf-8") == "mine\n"

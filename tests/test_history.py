"""What git tells of plans, and what is made of it, in scratch repositories with days of our own."""

import datetime
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks import is_private
from generator.examination import examine
from generator.history.archive import Archive, Histories
from generator.history.changes import (
    Change,
    Field,
    Kind,
    Omitted,
    Part,
    PlanHistory,
    Refollowed,
    Reworded,
    Touched,
)
from generator.history.repository import timelines
from generator.load import load
from generator.pipeline import look
from generator.sources import SIZE_LIMIT
from generator.word_steps import marked
from tests.case_folders import BASE, assemble
from tests.repository import Repository, repository

PLAN = "plans/fagforeninger/vik/2024-2025.yml"
TEXT = (BASE / PLAN).read_text(encoding="utf-8")
MEASURE = "Kreve hele stillinger i drøftinger."
ONE_MORE = "      - {id: bading, tekst: Bade med medlemmene., ansvar: Styret, frist: hver sommer}\n"


@pytest.fixture(autouse=True)
def _no_configuration(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))


@pytest.fixture
def git(tmp_path: Path) -> Repository:
    """The base's sources, committed in January 2024, before the plan was adopted on the 30th."""
    made = repository(tmp_path)
    assemble(tmp_path)
    made.commit("2024-01-10")
    return made


def told(root: Path) -> Histories | None:
    body = load(root).body
    assert body is not None
    return Archive(root, is_private).histories(body.federation, body.plans)


def history(git: Repository, path: str = PLAN) -> PlanHistory:
    found = told(git.root)
    assert found is not None
    return found[path]


def change(git: Repository, day: str, *replacements: tuple[str, str]) -> None:
    """Commits the plan with some words in place of others."""
    text = (git.root / PLAN).read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    git.write(PLAN, text)
    git.commit(day)


def said(one: Change) -> tuple[str, ...]:
    """The change in words: what became of what, and the details."""
    parts = [f"{one.key.part} {one.key.id}".strip(), str(one.kind)]
    for detail in one.details:
        match detail:
            case Reworded(field, steps):
                parts.append(f"{field}: {marked(steps)}")
            case Refollowed(gone, come):
                parts.append(f"-{[str(each) for each in gone]} +{[str(each) for each in come]}")
            case Omitted(field):
                parts.append(f"{field}: omitted")
            case Touched(field):
                parts.append(f"{field}: touched")
    return tuple(parts)


def by_day(found: PlanHistory) -> dict[str, list[tuple[str, ...]]]:
    return {str(each.day): [said(one) for one in each.changes] for each in found.revisions}


def test_the_first_version_is_that_the_plan_was_put_in(git: Repository) -> None:
    (only,) = history(git).revisions
    assert (only.day, only.first, only.changes) == (datetime.date(2024, 1, 10), True, ())


def test_changes_are_told_by_item_and_day_the_newest_first(git: Repository) -> None:
    change(git, "2024-02-01", (MEASURE, "Kreve hele og faste stillinger i drøftinger."))
    change(
        git, "2024-03-01", ("frist: 1. mai 2025", "frist: juni 2025"), ("ansvar: [Leder]", "ansvar: [Styret]")
    )
    change(git, "2024-04-01", ("følger: [heltid/hele-stillinger]", "følger: [heltid/heltidskultur]"))
    assert by_day(history(git)) == {
        "2024-04-01": [
            (
                "measure 1-1",
                "was changed",
                "-['2024-2025/heltid/hele-stillinger'] +['2024-2025/heltid/heltidskultur']",
            )
        ],
        "2024-03-01": [
            (
                "measure 1-1",
                "was changed",
                "deadline of it: [-1. mai 2025-] {+juni 2025+}",
                "responsible of it: [-Leder-] {+Styret+}",
            )
        ],
        "2024-02-01": [
            ("measure 1-1", "was changed", "text of it: Kreve hele {+og faste+} stillinger i drøftinger.")
        ],
        "2024-01-10": [],
    }


def test_items_and_areas_that_come_and_go(git: Repository) -> None:
    change(git, "2024-02-01", ("  - id: sosialt\n", "  - id: annet\n    tittel: Annet\n  - id: sosialt\n"))
    git.write(PLAN, (git.root / PLAN).read_text(encoding="utf-8") + ONE_MORE)
    git.commit("2024-03-01")
    change(git, "2024-04-01", (ONE_MORE, ""), ("  - id: annet\n    tittel: Annet\n", ""))
    assert by_day(history(git)) == {
        "2024-04-01": [
            ("measure bading", "was removed", "text of it: [-Bade med medlemmene.-]"),
            ("area annet", "was removed"),
        ],
        "2024-03-01": [("measure bading", "was added", "text of it: {+Bade med medlemmene.+}")],
        "2024-02-01": [("area annet", "was added")],
        "2024-01-10": [],
    }


def test_reports_and_resolutions(git: Repository) -> None:
    report = "        status:\n          - {dato: 2024-05-01, status: delvis, grunn: Ett møte er holdt.}\n"
    change(git, "2024-05-02", ("        ansvar: [Leder]\n", f"        ansvar: [Leder]\n{report}"))
    change(git, "2024-06-01", ("Ett møte", "To møter"))
    change(
        git, "2024-07-01", ("vedtak:\n", "vedtak:\n  - {organ: styret, type: godkjent, dato: 2024-01-09}\n")
    )
    found = history(git)
    assert by_day(found) == {
        "2024-07-01": [("resolution", "was added")],
        "2024-06-01": [
            ("measure 1-1", "was changed", "reports of it: touched"),
            ("measure 1-1", "was reported", "reason of it: {+To møter er holdt.+}"),
        ],
        "2024-05-02": [("measure 1-1", "was reported", "reason of it: {+Ett møte er holdt.+}")],
        "2024-01-10": [],
    }
    reported = found.revisions[2].changes[0].report
    assert reported is not None
    assert (reported.status, reported.reason) == ("delvis", None)


def test_what_is_long_or_beside_the_matter_is_only_said(git: Repository) -> None:
    intro = f"innledning: {'ord ' * 50}\n"
    change(git, "2024-02-01", ("områder:\n", f"{intro}områder:\n"), (MEASURE, "Ny tekst. " * 200))
    assert by_day(history(git))["2024-02-01"] == [
        ("plan", "was changed", "introduction of it: touched"),
        ("measure 1-1", "was changed", "text of it: touched"),
    ]


def test_another_text_altogether_is_no_salad_of_words(git: Repository) -> None:
    change(git, "2024-02-01", (MEASURE, "Invitere alle nye medlemmer til kaffe i høst."))
    (one,) = history(git).revisions[0].changes
    assert said(one)[2] == f"text of it: [-{MEASURE}-] {{+Invitere alle nye medlemmer til kaffe i høst.+}}"


def test_days_and_not_commits_count_and_what_was_undone_the_same_day_is_not_told(git: Repository) -> None:
    change(git, "2024-02-01", (MEASURE, "Tull."))
    change(git, "2024-02-01", ("Tull.", MEASURE), ("1. mai 2025", "2. mai 2025"))
    change(git, "2024-02-03", ("kilde: Handlingsplan", "# merknad\nkilde: Handlingsplan"))
    assert [str(each.day) for each in history(git).revisions] == ["2024-02-01", "2024-01-10"]
    assert len(history(git).revisions[0].changes) == 1


def test_what_is_not_committed_has_no_day(git: Repository) -> None:
    git.write(PLAN, TEXT.replace("1. mai 2025", "2. mai 2025"))
    git.write("plans/fagforeninger/vik/2023.yml", TEXT.replace("2024-2025", "2023"))
    newest = history(git).revisions[0]
    assert (newest.day, len(newest.changes)) == (None, 1)
    (only,) = history(git, "plans/fagforeninger/vik/2023.yml").revisions
    assert (only.day, only.first) == (None, True)


def test_a_version_that_cannot_be_read_says_nothing(git: Repository) -> None:
    for day, text in (
        ("2024-02-01", "periode: [\n"),
        ("2024-02-02", TEXT.replace("1. mai", "8. mai") + "ukjent: nøkkel\n"),
        ("2024-02-03", TEXT.replace("1. mai", "9. mai") + "#" * SIZE_LIMIT),
        ("2024-02-04", "\x00\x01"),
        ("2024-02-05", ""),
        ("2024-02-06", TEXT.replace("1. mai 2025", "2. mai 2025")),
    ):
        git.write(PLAN, text)
        git.commit(day)
    assert [str(each.day) for each in history(git).revisions] == ["2024-02-06", "2024-01-10"]


def test_a_merge_counts_on_the_day_of_the_merge(git: Repository) -> None:
    git.git("switch", "--quiet", "--create", "forslag")
    change(git, "2024-02-01", (MEASURE, "Kreve hele og faste stillinger i drøftinger."))
    git.git("switch", "--quiet", "main")
    git.git("commit", "--quiet", "--allow-empty", "--message", "annet", day="2024-02-10")
    git.git("merge", "--quiet", "--no-edit", "forslag", day="2024-02-20")
    assert [str(each.day) for each in history(git).revisions] == ["2024-02-20", "2024-01-10"]


def test_a_renamed_folder_keeps_its_history(git: Repository) -> None:
    change(git, "2024-02-01", (MEASURE, "Kreve hele og faste stillinger i drøftinger."))
    git.git("mv", "plans/fagforeninger/vik", "plans/fagforeninger/nes")
    git.commit("2024-03-01")
    found = history(git, "plans/fagforeninger/nes/2024-2025.yml")
    assert [str(each.day) for each in found.revisions] == ["2024-02-01", "2024-01-10"]


def test_a_plan_that_was_deleted_and_came_back_begins_anew(git: Repository) -> None:
    (git.root / PLAN).unlink()
    git.commit("2024-02-01")
    git.write(PLAN, TEXT)
    git.commit("2024-03-01")
    assert [str(each.day) for each in history(git).revisions] == ["2024-03-01"]


def test_hostile_names_are_names(git: Repository) -> None:
    for name in (
        "plans/\n:100644 100644 a b M",
        "plans/\1 1700000000",
        'plans/"; rm -rf $HOME"',
        "plans/--help",
    ):
        git.write(name, "x")
    with (git.root / os.fsdecode(b"plans/\xff.yml")).open("w") as file:
        file.write("x")
    git.commit("2024-02-01")
    lines = timelines(git.root)
    assert lines is not None
    assert {"plans/\n:100644 100644 a b M", os.fsdecode(b"plans/\xff.yml"), PLAN} <= lines.keys()
    assert [str(each.day) for each in history(git).revisions] == ["2024-01-10"]


def test_a_project_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    git = repository(tmp_path)
    assemble(tmp_path / "planer")
    git.git("add", "planer")
    git.git("commit", "--quiet", "--message", "inn", day="2024-01-10")
    found = told(tmp_path / "planer")
    assert found is not None
    assert str(found[PLAN].revisions[0].day) == "2024-01-10"


def test_a_commit_of_a_time_that_no_calendar_has(git: Repository) -> None:
    git.write(PLAN, TEXT.replace("1. mai 2025", "2. mai 2025"))
    git.git("add", "plans")
    tree = git.git("write-tree").strip()
    raw = f"tree {tree}\nparent {git.git('rev-parse', 'HEAD').strip()}\n"
    raw += "".join(f"{role} A <a@example.org> 99999999999999 +0000\n" for role in ("author", "committer"))
    (git.root / "raw").write_text(f"{raw}\nx\n", encoding="utf-8")
    made = git.git("hash-object", "-t", "commit", "-w", "--literally", "raw").strip()
    git.git("reset", "--quiet", "--soft", made)
    assert len(history(git).revisions) == 2


def _no_repository(git: Repository) -> None:
    shutil.rmtree(git.root / ".git")


def _nothing_committed(git: Repository) -> None:
    shutil.rmtree(git.root / ".git")
    git.git("init", "--quiet")


def _plans_not_committed(git: Repository) -> None:
    _nothing_committed(git)
    git.git("commit", "--quiet", "--allow-empty", "--message", "tomt")


def _broken(git: Repository) -> None:
    (git.root / ".git" / "HEAD").write_text("tull", encoding="utf-8")


def _objects_gone(git: Repository) -> None:
    shutil.rmtree(git.root / ".git" / "objects")


@pytest.mark.parametrize(
    "spoil", [_no_repository, _nothing_committed, _plans_not_committed, _broken, _objects_gone]
)
def test_without_history_there_is_none_and_nothing_fails(
    git: Repository, spoil: Callable[[Repository], None]
) -> None:
    spoil(git)
    assert told(git.root) is None
    assert examine(git.root)[1] == ()


def test_without_git_there_is_no_history(
    git: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "tom"))
    assert told(git.root) is None


def test_a_shallow_clone_has_no_history(git: Repository, tmp_path: Path) -> None:
    change(git, "2024-02-01", (MEASURE, "Kreve hele og faste stillinger i drøftinger."))
    clone = tmp_path / "kopi"
    git.git("clone", "--quiet", "--depth", "1", f"file://{git.root}", str(clone))
    assert told(clone) is None


def test_the_repository_of_another_user_has_no_history(
    git: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    shim = git.root / "bin"
    shim.mkdir()
    real = shutil.which("git")
    (shim / "git").write_text(
        f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {real} "$@"\n', encoding="utf-8"
    )
    (shim / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{shim}{os.pathsep}{os.environ['PATH']}")
    assert told(git.root) is None


def test_the_environment_of_a_hook_leads_nowhere_else(
    git: Repository, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = repository(tmp_path_factory.mktemp("annet"))
    monkeypatch.setenv("GIT_DIR", str(elsewhere.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(elsewhere.root))
    assert str(history(git).revisions[0].day) == "2024-01-10"


def _sign(git: Repository) -> None:
    """Puts what looks like a signature into the newest commit."""
    head, _, words = git.git("cat-file", "commit", "HEAD").partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    (git.root / "raw").write_text(f"{head}\n{signature}\n\n{words}", encoding="utf-8")
    made = git.git("hash-object", "-t", "commit", "-w", "raw").strip()
    git.git("reset", "--quiet", "--soft", made)


def test_no_configuration_of_the_repository_runs_a_program_or_changes_what_is_told(
    git: Repository,
) -> None:
    git.git("switch", "--quiet", "--create", "forslag")
    change(git, "2024-02-01", (MEASURE, "Kreve hele og faste stillinger i drøftinger."))
    git.git("switch", "--quiet", "main")
    git.git("merge", "--quiet", "--no-ff", "--no-edit", "forslag", day="2024-02-20")
    _sign(git)
    trap, trace = git.root / "felle", git.root / "spor"
    trap.write_text(f"#!/bin/sh\ntouch {trace}\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    for key, value in {
        "core.fsmonitor": str(trap),
        "core.pager": str(trap),
        "core.hooksPath": str(git.root),
        "diff.external": str(trap),
        "diff.felle.textconv": str(trap),
        "diff.felle.command": str(trap),
        "filter.felle.smudge": str(trap),
        "gpg.program": str(trap),
        "log.showSignature": "true",
        "log.showRoot": "false",
        "log.diffMerges": "off",
        "log.follow": "true",
        "log.mailmap": "true",
        "format.pretty": "fuller",
        "i18n.logOutputEncoding": "UTF-16",
        "color.ui": "always",
        "diff.renames": "copies",
        "core.quotePath": "true",
        "alias.log": f"!{trap}",
    }.items():
        git.git("config", key, value)
    git.write(".gitattributes", "*.yml diff=felle filter=felle\n")
    assert [str(each.day) for each in history(git).revisions] == ["2024-02-20", "2024-01-10"]
    assert not trace.exists()


def test_a_partial_clone_has_no_history_and_fetches_nothing(git: Repository, tmp_path: Path) -> None:
    change(git, "2024-02-01", (MEASURE, "Kreve hele og faste stillinger i drøftinger."))
    change(git, "2024-03-01", ("1. mai 2025", "2. mai 2025"))
    git.git("config", "uploadpack.allowFilter", "true")
    clone, trap, trace = tmp_path / "kopi", tmp_path / "felle", tmp_path / "spor"
    git.git("clone", "--quiet", "--filter=blob:none", f"file://{git.root}", str(clone))
    trap.write_text(f"#!/bin/sh\ntouch {trace}\n", encoding="utf-8")
    trap.chmod(0o755)
    Repository(clone).git("config", "remote.origin.uploadpack", str(trap))
    assert told(clone) is None
    assert not trace.exists()


@pytest.mark.parametrize(
    "words",
    [
        "Kreve hele stillinger, ring 911 22 333.",
        "Kreve hele stillinger; Kari Nordmo tar imot.",
        "Kreve hele stillinger, skriv til kari.nordmo@example.org.",
        "Kreve hele stillinger mens lederen er sykmeldt.",
    ],
)
def test_words_of_persons_are_told_neither_when_they_came_nor_when_they_went(
    git: Repository, words: str
) -> None:
    change(git, "2024-02-01", (MEASURE, words))
    change(git, "2024-03-01", (words, MEASURE))
    told_of = by_day(history(git))
    hidden = [("measure 1-1", "was changed", "text of it: omitted")]
    assert (told_of["2024-03-01"], told_of["2024-02-01"]) == (hidden, hidden)
    everything = repr(history(git))
    assert "911" not in everything
    assert "Kari" not in everything
    assert "sykmeldt" not in everything


def test_whoever_is_no_role_is_not_told(git: Repository) -> None:
    change(git, "2024-02-01", ("ansvar: [Leder]", "ansvar: [Zbigniew]"))
    change(git, "2024-03-01", ("ansvar: [Zbigniew]", "ansvar: [Leder]"))
    assert by_day(history(git))["2024-03-01"] == [
        ("measure 1-1", "was changed", "responsible of it: omitted")
    ]
    assert "Zbigniew" not in repr(history(git))


def test_persons_in_other_words_of_an_item_are_not_told(git: Repository) -> None:
    person = "Kari Nordmo"
    change(
        git,
        "2024-02-01",
        ("frist: 1. mai 2025", f"frist: når {person} kan"),
        ("nr: 1.1", f"nr: 1.1 {person}\n        id: 1-1"),
        ("tittel: Sosiale aktiviteter", f"tittel: Hos {person}"),
        ("vedtak:\n", f"vedtak:\n  - {{organ: {person}, type: godkjent}}\n"),
        (
            "      - {id: grilling,",
            f"      - {{id: bading, tekst: Bade med {person}.}}\n      - {{id: grilling,",
        ),
    )
    git.write(PLAN, TEXT)
    git.commit("2024-03-01")
    assert "Nordmo" not in repr(history(git).revisions)


def test_since_the_annual_meeting(git: Repository) -> None:
    change(git, "2024-01-29", (MEASURE, "Kreve hele og faste stillinger i drøftinger."))
    change(git, "2024-02-01", ("1. mai 2025", "2. mai 2025"))
    change(git, "2024-02-05", ("2. mai 2025", "3. mai 2025"))
    since = history(git).since_meeting
    assert since.resolution is not None
    assert (str(since.resolution.date), str(since.day)) == ("2024-01-30", "2024-01-29")
    assert [said(one) for one in since.changes] == [
        ("measure 1-1", "was changed", "deadline of it: [-1. mai 2025-] {+3. mai 2025+}")
    ]


def test_since_the_plan_was_put_in_where_it_was_adopted_before(tmp_path: Path) -> None:
    git = repository(tmp_path)
    assemble(tmp_path)
    git.commit("2024-05-01")
    change(git, "2024-06-01", ("1. mai 2025", "2. mai 2025"))
    since = history(git).since_meeting
    assert (since.resolution, str(since.day), len(since.changes)) == (None, "2024-05-01", 1)


def test_what_a_meeting_changed_may_be_entered_after_it(git: Repository) -> None:
    """The version that first tells of the resolution counts as resolved."""
    entered = "vedtak:\n  - {organ: Årsmøtet 2025, type: behandlet, dato: 2025-01-28}\n"
    change(git, "2025-02-03", ("vedtak:\n", entered), (MEASURE, "Kreve faste stillinger i drøftinger."))
    change(git, "2025-03-01", ("1. mai 2025", "2. mai 2025"))
    since = history(git).since_meeting
    assert since.resolution is not None
    assert (str(since.resolution.date), str(since.day)) == ("2025-01-28", "2025-02-03")
    assert [each.details[0].field for each in since.changes] == [Field.DEADLINE]


def test_a_board_resolves_for_the_wording_but_is_no_annual_meeting(git: Repository) -> None:
    entered = "vedtak:\n  - {organ: styret, type: vedtatt, dato: 2024-03-01}\n"
    change(git, "2024-03-02", ("vedtak:\n", entered), (MEASURE, "Kreve faste stillinger i drøftinger."))
    found = history(git)
    assert Kind.CHANGED in {each.kind for each in found.since_meeting.changes}
    assert found.since_resolution.changes == ()


def test_history_is_read_only_where_a_rule_asks_for_it(
    git: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan in other words than the adopted has no adopted wording, and git is not asked; only pages ask."""
    git.write(PLAN, TEXT.replace("ordlyd: vedtatt", "ordlyd: gjengitt"))

    def fail(*_: object) -> None:
        pytest.fail("git was asked")

    monkeypatch.setattr("generator.history.archive.timelines", fail)
    assert look(git.root, datetime.date(2024, 6, 1)).scene


def test_parts_are_known_by_ids_that_last() -> None:
    assert len({str(part) for part in Part}) == len(Part)

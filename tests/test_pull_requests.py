"""The way of a pull request from a fork, on scratch repositories, by the steps of the workflow files."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from markdown import Markdown

from generator.review.posting import ARTIFACT, INSIDE
from generator.review.records import NotAsExpectedError
from generator.review.summary import SIZE, from_json
from tests import fake_gh
from tests.case_folders import assemble
from tests.project import ROOT, copy_project
from tests.repository import Repository, repository
from tests.workflow_runs import Outcome, Plain, Workflow, path_with, scripts

EXPECTED = Path(__file__).parent / "golden" / "pull_requests"
WORKFLOWS = Path(".github/workflows")
BASE = "github.base_ref || github.event.repository.default_branch"
VIK = "plans/fagforeninger/vik/2024-2025.yml"
VOSS = "plans/fagforeninger/voss/2024-2025.yml"
NOTED = "plans/adresser/fagforeninger"
RUN = f"https://github.com/{fake_gh.REPOSITORY}/actions/runs/99"
PROGRAM = ("Makefile", "pyproject.toml", "requirements", "templates", ".github")

Change = Callable[[Path], None]


def rewrite(root: Path, file: str, *replacements: tuple[str, str]) -> None:
    text = (root / file).read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    (root / file).write_text(text, encoding="utf-8")


def good(root: Path) -> None:
    report = "status:\n          - {dato: 2025-01-28, status: gjennomført, grunn: Kravet er tatt inn.}\n"
    rewrite(
        root,
        VIK,
        ("frist: 1. mai 2025", "frist: juni 2025"),
        (
            "        følger: [heltid/hele-stillinger]\n",
            f"        følger: [heltid/hele-stillinger]\n        {report}",
        ),
        ("Flere får hel stilling.", "Flere får hel og fast stilling."),
        (
            "      - {id: grilling",
            "      - {id: bading, tekst: Bade., ansvar: Styret, frist: juli 2025}\n      - {id: grilling",
        ),
    )


def faulty(root: Path) -> None:
    good(root)
    rewrite(root, VOSS, ("ansvar: [Leder]", "ansvar: [Ledar]"), ("dato: 2024-01-30", "dato: 2024-13-30"))


def hostile(root: Path) -> None:
    """Markup, mentions, links, pictures, commands of the runner, paths and a workflow that is another."""
    words = (
        "@fagforbundet/alle <img src=x onerror=alert(1)> ![x](https://ond.example/x.png) "
        "[lenke](https://ond.example) www.ond.example #1 GH-2 0123456789abcdef0123456789abcdef01234567 "
        ":tada: ``` ::set-output name=program::false "
    )
    rewrite(
        root,
        VIK,
        ("Kreve hele stillinger i drøftinger.", f"'::error file=x::{words}'"),
        ("frist: 1. mai 2025", "frist: '/close @alle'"),
        ("tittel: Sosiale aktiviteter", "tittel: '::stop-commands::x </details> # Overskrift'"),
    )
    (root / "plans/fagforeninger/%2e%2e@alle").mkdir()
    (root / "plans/fagforeninger/%2e%2e@alle/fagforening.yml").write_text("navn: x\n", encoding="utf-8")
    (root / "plans/fagforeninger/voss/2023.yml").symlink_to("/etc/passwd")
    (root / "plans/$(touch spor) `touch spor`;touch spor.yml").write_text("x", encoding="utf-8")
    rewrite(root, f"{WORKFLOWS}/tell.yml", ("planverk post", "planverk post && touch spor"))


def two_unions(root: Path) -> None:
    rewrite(root, VIK, ("ansvar: [Leder]", "ansvar: [Styret]"))
    rewrite(root, VOSS, ("frist: 1. mai 2025", "frist: våren 2025"))


def renamed(root: Path) -> None:
    (root / "plans/fagforeninger/vik").rename(root / "plans/fagforeninger/vik-og-sogn")
    file = "plans/fagforeninger/vik-og-sogn/fagforening.yml"
    rewrite(
        root,
        file,
        ("nr: 010\n", "nr: 010\ntidligere: [vik]\n"),
        ("Fagforbundet Vik", "Fagforbundet Vik og Sogn"),
    )


def renamed_in_silence(root: Path) -> None:
    (root / "plans/fagforeninger/vik").rename(root / "plans/fagforeninger/vik-og-sogn")


def removed(root: Path) -> None:
    (root / VOSS).unlink()
    (root / NOTED / "voss.txt").write_text("", encoding="utf-8")


def nothing(root: Path) -> None:
    rewrite(root, VIK, ("periode: 2024-2025\n", "# Merknad.\n\n\nperiode: 2024-2025\n"))
    rewrite(root, "Makefile", ("# `make site`", "# Her: `make site`"))


CASES: dict[str, tuple[Change, bool]] = {
    "good": (good, False),
    "faulty": (faulty, True),
    "hostile": (hostile, True),
    "two-unions": (two_unions, False),
    "renamed": (renamed, False),
    "renamed-in-silence": (renamed_in_silence, True),
    "removed": (removed, True),
    "nothing": (nothing, False),
}
"""What is proposed, and whether the check fails."""


def upstream(root: Path) -> Repository:
    """A project of two unions, whose pages have been published."""
    for name in PROGRAM:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        root.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, root / name)
    assemble(root)
    shutil.copytree(root / "plans/fagforeninger/vik", root / "plans/fagforeninger/voss")
    rewrite(root, "plans/fagforeninger/voss/fagforening.yml", ("Vik\nnr: 010", "Voss"))
    rewrite(root, VOSS, ("Fagforbundet Vik", "Fagforbundet Voss"))
    for union in ("vik", "voss"):
        (root / NOTED).mkdir(parents=True, exist_ok=True)
        page = f"fagforeninger/{union}/"
        (root / NOTED / f"{union}.txt").write_text(f"{page}\n{page}2024-2025/\n", encoding="utf-8")
    made = repository(root)
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "prosjektet")
    return made


def clone(source: Repository, to: Path) -> Repository:
    source.git("clone", "--quiet", str(source.root), str(to))
    return Repository(to)


def ready(root: Path) -> Path:
    """The folder with what `make` would else install, and believe to be out of date."""
    (root / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
    for name in ("requirements/site.txt", "pyproject.toml"):
        os.utime(root / name, (0, 0))
    return root


@dataclass
class Proposal:
    """A pull request from a fork, checked out as GitHub does: what it would be when merged."""

    home: Repository
    commit: str
    root: Path
    left: dict[str, bytes] = field(default_factory=dict)

    def check(self, job: str) -> Outcome:
        """Runs the job of check.yml, as the fork has it, and keeps what it leaves."""

        def keep(root: Path, given: Plain) -> None:
            if (root / given["path"]).is_file():
                self.left[given["name"]] = (root / given["path"]).read_bytes()

        return workflow(self.root / WORKFLOWS / "check.yml", keep).run(job, self.root)


def environment(*folders: Path) -> dict[str, str]:
    return {
        "PATH": path_with(*folders),
        "PLANVERK_TODAY": "2025-06-01",
        "HOME": "/nonexistent",
        "GITHUB_REPOSITORY": fake_gh.REPOSITORY,
        "NO_MKDOCS_2_WARNING": "1",
    }


def workflow(path: Path, keep: Callable[[Path, Plain], None], **more: str) -> Workflow:
    def none(root: Path, given: Plain) -> None:
        """What it does is done already."""

    actions = {"actions/checkout": none, "actions/setup-python": none, "actions/upload-artifact": keep}
    expressions = {BASE: "main", "github.token": "prøve"}
    return Workflow(path, expressions, actions, {**environment(), **more})


def propose(tmp_path: Path, change: Change) -> Proposal:
    home = upstream(tmp_path / "home/project")
    fork = clone(home, tmp_path / "fork/project")
    fork.git("switch", "--quiet", "--create", "forslag")
    change(fork.root)
    fork.git("add", "--all")
    fork.git("commit", "--quiet", "--message", "forslag")
    (home.root / "plans/fagforeninger/voss/fagforening.yml").write_text(
        "navn: Fagforbundet Voss herad\nfylke: vestland\n", encoding="utf-8"
    )
    home.commit("2024-02-01")  # what came meanwhile is no part of the change
    runner = clone(home, tmp_path / "runner/project")
    runner.git("fetch", "--quiet", str(fork.root), "forslag")
    runner.git("switch", "--quiet", "--detach")
    runner.git("merge", "--quiet", "--no-ff", "--no-edit", "FETCH_HEAD")
    commit = fork.git("rev-parse", "HEAD").strip()
    return Proposal(home, commit, ready(runner.root))


@dataclass
class Telling:
    """The workflow that may write, on the default branch, and the host that it writes to."""

    folder: Path
    root: Path
    commit: str

    def leave(self, content: bytes, name: str = INSIDE) -> None:
        """What the check has left."""
        packed = fake_gh.zipped(name, content)
        (self.folder / "5.zip").write_bytes(packed)
        artifact = {"id": 5, "name": ARTIFACT, "expired": False, "size_in_bytes": len(packed)}
        self.change(artifacts=[artifact])

    def change(self, **what: object) -> None:
        fake_gh.save(self.folder, {**fake_gh.load(self.folder), **what})

    def run(self) -> Outcome:
        told = {
            "id": 99,
            "head_sha": self.commit,
            "head_branch": "forslag",
            "head_repository": {"owner": {"login": "fremmed"}},
        }
        event = self.folder / "event.json"
        event.write_text(json.dumps({"workflow_run": told}), encoding="utf-8")
        more = {"PATH": path_with(self.folder), "GITHUB_EVENT_PATH": str(event)}
        made = workflow(self.root / WORKFLOWS / "tell.yml", lambda *_: None, **more)
        return made.run("tell", self.root)

    @property
    def comments(self) -> list[str]:
        return [each["body"] for each in fake_gh.load(self.folder)["comments"]]

    @property
    def labels(self) -> list[str]:
        return list(fake_gh.load(self.folder)["labels"])

    @property
    def told(self) -> list[list[str]]:
        """What was more than asked."""
        calls: list[list[str]] = fake_gh.load(self.folder)["calls"]
        return [each for each in calls if each[0] != "GET"]


def telling(tmp_path: Path, home: Repository, commit: str) -> Telling:
    trusted = clone(home, tmp_path / "trusted/project")
    fake_gh.install(tmp_path / "gh", fake_gh.fresh(commit))
    return Telling(tmp_path / "gh", ready(trusted.root), commit)


@pytest.fixture
def small(tmp_path: Path) -> Telling:
    """A host with a pull request of which nothing is known yet."""
    return telling(tmp_path, upstream(tmp_path / "home/project"), "a" * 40)


@pytest.mark.parametrize("case", CASES)
def test_what_a_pull_request_does_is_told(case: str, tmp_path: Path, update_expected: bool) -> None:  # noqa: FBT001
    change, fails = CASES[case]
    proposal = propose(tmp_path, change)
    checked = proposal.check("plans")
    assert checked.failed is fails, checked.steps
    host = telling(tmp_path, proposal.home, proposal.commit)
    host.leave(proposal.left[ARTIFACT])
    told = host.run()
    assert not told.failed, told.steps
    (comment,) = host.comments
    assert not list(tmp_path.glob("**/spor"))
    assert comment.splitlines()[1:-3] == checked.summary.splitlines()[: len(comment.splitlines()) - 4]
    annotations = checked.said("what is wrong, at its lines").splitlines()
    text = "\n".join([*host.labels, "", *annotations, "", comment])
    expected = EXPECTED / f"{case}.md"
    if update_expected:
        EXPECTED.mkdir(exist_ok=True)
        expected.write_text(text, encoding="utf-8")
        pytest.fail(f"{expected.name} is written; read the difference and run again without the flag")
    assert text == expected.read_text(encoding="utf-8")
    html = Markdown().convert(comment).replace(f'<a href="{RUN}">', "")
    assert not [each for each in ("<a", "<img", "<script", "<code", "<h1") if each in html]


def test_a_change_of_plans_alone_waits_for_no_test_of_the_program(tmp_path: Path) -> None:
    assert propose(tmp_path / "1", good).check("touched").outputs == {"program": "false"}
    assert propose(tmp_path / "2", nothing).check("touched").outputs == {"program": "true"}
    assert propose(tmp_path / "3", hostile).check("touched").outputs == {"program": "true"}


def test_the_site_is_built_also_where_one_plan_has_errors(tmp_path: Path) -> None:
    proposal = propose(tmp_path, faulty)
    whole = copy_project(tmp_path / "whole")
    shutil.rmtree(whole / "plans")
    shutil.copytree(proposal.root / "plans", whole / "plans")
    rewrite(whole, "plans/forbund.yml", ("språk: [nb, en]", "språk: [nb]"))
    for name in PROGRAM:
        if not (whole / name).exists():
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, whole / name)
    kept: list[Path] = []
    made = workflow(whole / WORKFLOWS / "check.yml", lambda root, given: kept.append(root / given["path"]))
    outcome = made.run("preview", ready(whole))
    assert not outcome.failed, outcome.steps
    assert (kept[0] / "fagforeninger/vik/2024-2025/index.html").is_file()
    assert not (kept[0] / "fagforeninger/voss/2024-2025/index.html").exists()


SUMMARY: Plain = {
    "version": 1,
    "headline": "Vik",
    "sections": [],
    "more_sections": 0,
    "faults": [],
    "more_faults": 0,
    "warnings": [],
    "more_warnings": 0,
    "mended": 0,
    "vanishing": [],
    "more_vanishing": 0,
    "struck": 0,
    "labels": ["fagforening: vik", "fylke: vestland"],
}


def as_left(**other: object) -> bytes:
    return json.dumps({**SUMMARY, **other}).encode()


def test_a_comment_is_corrected_and_not_repeated(small: Telling) -> None:
    small.leave(as_left())
    assert not small.run().failed
    small.leave(as_left(headline="Vik og Voss", labels=["fagforening: voss", "fylke: vestland"]))
    small.change(labels=["fagforening: vik", "fylke: vestland", "ny-frist"])
    assert not small.run().failed
    (comment,) = small.comments
    assert "\nVik og Voss\n" in comment
    assert small.labels == ["fylke: vestland", "ny-frist", "fagforening: voss"]
    before = small.told
    assert not small.run().failed
    assert small.told == before


def test_comments_of_others_are_left_alone(small: Telling) -> None:
    others = {"id": 1, "user": {"login": "fremmed"}, "body": "<!-- planverk: summary -->\nMin."}
    many = [{**others, "id": number, "body": "x"} for number in range(2, 150)]
    small.change(comments=[others, *many])
    small.leave(as_left())
    assert not small.run().failed
    assert small.comments[0] == others["body"]
    assert len(small.comments) == 150


@pytest.mark.parametrize(
    "state",
    [
        {"pulls": []},
        {"commit": "b" * 40},
        {"artifacts": []},
        {"head": "fremmed:annet"},
    ],
)
def test_nothing_is_told_of_what_is_no_longer_there(small: Telling, state: Plain) -> None:
    small.leave(as_left())
    small.commit = state.pop("commit", small.commit)
    small.change(**state)
    assert not small.run().failed
    assert small.told == []


def test_a_pull_request_of_another_repository_is_not_ours(small: Telling) -> None:
    small.leave(as_left())
    (pull,) = fake_gh.load(small.folder)["pulls"]
    small.change(pulls=[{**pull, "base": {"repo": {"full_name": "andre/planer"}}}])
    assert not small.run().failed
    assert small.told == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b"9" * 10_000,
        b"\xff\xfe",
        b" " * (SIZE + 1),
        as_left(version=2),
        as_left(headline=None),
        as_left(headline={"x": 1}),
        as_left(more_faults=-1),
        as_left(struck=True),
        as_left(faults=[1]),
        as_left(sections=[[]]),
        as_left(sections="x"),
        as_left(labels={"a": "b"}),
    ],
    ids=range(16),
)
def test_what_is_no_summary_is_none(content: bytes) -> None:
    with pytest.raises(NotAsExpectedError):
        from_json(content)


def test_what_is_no_summary_is_not_told(small: Telling) -> None:
    small.leave(as_left(headline=None))
    assert small.run().failed
    assert small.told == []


def test_what_is_no_artifact_of_ours_is_not_unpacked(small: Telling) -> None:
    for content, name in ((as_left(), "../../changes.json"), (as_left(), "annet.json")):
        small.leave(content, name)
        assert small.run().failed
    (small.folder / "5.zip").write_bytes(b"PK\x03\x04 tull")
    assert small.run().failed
    small.change(artifacts=[{"id": 5, "name": ARTIFACT, "expired": False, "size_in_bytes": SIZE + 1}])
    assert small.run().failed
    assert small.told == []


def test_a_forged_summary_is_texts_and_no_more_than_fit(small: Telling) -> None:
    words = "@alle <script>alert(1)</script> [x](https://ond.example) ![x](x) #1 *x* `x`\n\n# Stor\n- punkt "
    piece = {"gone": words, "come": words, "kept": ""}
    line = {"text": words, "pieces": [piece] * 3}
    section = {"title": words, "headline": words, "lines": [line] * 30, "more": 0}
    labels = [
        "mange fylker",
        "fagforening: vik",
        "fagforening: finnes-ikke",
        "sikkerhet",
        "fylke: \n",
        "x" * 99,
    ]
    small.leave(as_left(headline=words, sections=[section] * 2, faults=[words] * 99, labels=labels))
    assert not small.run().failed
    (comment,) = small.comments
    assert len(comment) < 65_536
    assert "@alle" not in comment
    html = Markdown().convert(comment)
    assert html.count("<a ") == 1
    assert not [each for each in ("<script", "<img", "<em>", "<code", "<h1") if each in html]
    assert small.labels == ["fagforening: vik", "mange fylker"]


def test_a_host_that_refuses_is_told_of(small: Telling) -> None:
    small.leave(as_left())
    (small.folder / "gh").write_text("#!/bin/sh\necho 'HTTP 403' >&2\nexit 1\n", encoding="utf-8")
    outcome = small.run()
    assert outcome.failed
    assert "GitHub sa nei (GET pulls" in outcome.steps[-1].done.stderr
    assert "HTTP 403" in outcome.steps[-1].done.stderr


def test_every_job_that_may_be_required_is_waited_for_by_the_last() -> None:
    made = workflow(ROOT / WORKFLOWS / "check.yml", lambda *_: None)
    results = "join(needs.*.result, ' ')"
    for given, fails in (
        ("success success success skipped skipped", False),
        ("success success success success success", False),
        ("failure success success skipped skipped", True),
        ("success success success cancelled skipped", True),
        ("success success failure skipped skipped", True),
    ):
        asked = Workflow(made.path, {**made.expressions, results: given}, made.actions, made.environment)
        assert asked.run("passed", ROOT).failed is fails


@pytest.mark.parametrize("name", ["check.yml", "tell.yml"])
def test_each_step_is_a_command_that_runs_here_too(name: str) -> None:
    ours = ("make ", ".venv/bin/planverk ", "test ", "case ")
    lines = [line for _, script in scripts(ROOT / WORKFLOWS / name) for line in script.splitlines()]
    assert [line for line in lines if not line.startswith(ours)] == []

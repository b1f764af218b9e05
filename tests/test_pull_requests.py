"""The way of a pull request from a fork, on scratch repositories, by the steps of the workflow files."""

import shutil
from pathlib import Path

import pytest
from markdown import Markdown

from generator.review.posting import ARTIFACT
from tests import fake_gh
from tests.project import ROOT, copy_project
from tests.proposals import (
    NOTED,
    PROGRAM,
    VIK,
    VOSS,
    WORKFLOWS,
    Change,
    propose,
    ready,
    rewrite,
    telling,
    workflow,
)
from tests.workflow_runs import Ran, Workflow, scripts

EXPECTED = Path(__file__).parent / "golden" / "pull_requests"
RUN = f"https://github.com/{fake_gh.REPOSITORY}/actions/runs/99"


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
        ":tada: ``` ::set-output name=program::false ##[add-mask]a "
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


def commands(ran: Ran) -> list[str]:
    """What a runner would take for commands in the log of a step, but for the annotations that are meant."""
    lines = [each.lstrip() for each in (ran.done.stdout + ran.done.stderr).splitlines()]
    ours = ("::error file=plans/", "::warning file=plans/")
    return [each for each in lines if not each.startswith(ours) and (each.startswith("::") or "##[" in each)]


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
    assert not [each for each in (*checked.steps, *told.steps) if commands(each)]
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

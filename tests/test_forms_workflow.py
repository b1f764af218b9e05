"""The workflow that makes pull requests of issues, on a scratch repository with a `gh` that takes notes."""

import json
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.issues.forms import FOLDER
from generator.issues.wishes import KINDS
from tests.project import ROOT
from tests.repository import Repository, repository
from tests.workflow_runs import Outcome, Workflow, path_with

WORKFLOW = ROOT / ".github/workflows/forms.yml"
PLAN = "plans/fagforeninger/pleie-og-omsorg-oslo/2023.yml"
GOOD = (ROOT / "tests/issues/ny-frist/good/issue.md").read_text(encoding="utf-8")
FAULTY = (ROOT / "tests/issues/ny-frist/no-such-measure/issue.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "tests/issues/ny-frist/commands-for-the-shell/issue.md").read_text(encoding="utf-8")
BRANCH = "forslag/12"
REMOTE = "https://x-access-token:token@github.com/a/b"

State = dict[str, Any]


@dataclass
class Forge:
    """A bare repository, what `gh` would say of it, and the two jobs on fresh clones of it."""

    at: Path
    state: State = field(
        default_factory=lambda: {"pulls": [], "issues": [], "no_pull_requests": False, "calls": []}
    )
    association: str = "NONE"
    runs: int = 0

    @property
    def origin(self) -> Repository:
        """Where `main` and the proposals are."""
        return Repository(self.at / "origin.git")

    def opened(self, body: str, kind: str = "ny-frist") -> tuple[Outcome, Outcome]:
        """Both jobs, as they run when the issue is opened or edited."""
        event = {"issue": {"body": body, "number": 12}}
        (self.at / "event.json").write_text(json.dumps(event), encoding="utf-8")
        return self.job("read", kind), self.job("propose", kind)

    def proposed(self, laid_ready: Path) -> Outcome:
        """The second job, on what the first one made."""
        shutil.copytree(laid_ready, self.at / "artifact", dirs_exist_ok=True)
        return self.job("propose", "ny-frist")

    def job(self, name: str, kind: str) -> Outcome:
        """One job on a clone of its own."""
        self.runs += 1
        folder = self.at / f"run-{self.runs}" / "b"
        self.origin.git("clone", "--quiet", str(self.origin.root), str(folder))
        (folder / ".venv").symlink_to(Path(sys.executable).parent.parent)
        (self.at / "gh.json").write_text(json.dumps(self.state), encoding="utf-8")
        workflow = Workflow(WORKFLOW, self.expressions(kind), self.actions(), self.environment())
        outcome = workflow.run(name, folder)
        self.state = json.loads((self.at / "gh.json").read_text(encoding="utf-8"))
        return outcome

    def expressions(self, kind: str) -> dict[str, str]:
        """What GitHub knows of the event."""
        whole = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
        return {
            whole["env"]["KIND"].removeprefix("${{ ").removesuffix(" }}"): kind,
            "github.token": "token",
            "github.repository": "a/b",
            "github.event.repository.default_branch": "main",
            "github.event.issue.number": "12",
            "github.event.issue.user.login": "noen",
            "github.event.issue.author_association": self.association,
        }

    def actions(self) -> dict[str, Any]:
        """What the actions do here: artifacts go by way of a folder."""
        kept = self.at / "artifact"

        def keep(root: Path, given: State) -> None:
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(root / given["path"], kept)

        def fetch(root: Path, given: State) -> None:
            shutil.copytree(kept, root / given["path"])

        def nothing(root: Path, given: State) -> None:
            del root, given

        return {
            "actions/checkout": nothing,
            "actions/setup-python": nothing,
            "actions/upload-artifact": keep,
            "actions/download-artifact": fetch,
        }

    def environment(self) -> dict[str, str]:
        """That of the runner; the address of the remote leads to the bare repository."""
        programs = self.at / "bin"
        programs.mkdir(exist_ok=True)
        gh = f'exec {sys.executable} {ROOT}/tests/noting_gh.py {self.at}/gh.json "$@"'
        for name, does in (("gh", gh), ("make", "exit 0")):
            (programs / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
            (programs / name).chmod(0o755)
        return {
            "PATH": path_with(programs),
            "HOME": str(self.at),
            "PLANVERK_TODAY": "2023-02-01",
            "GITHUB_EVENT_PATH": str(self.at / "event.json"),
            "GITHUB_REPOSITORY": "a/b",
            "GITHUB_SERVER_URL": "https://github.com",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{self.origin.root}.insteadOf",
            "GIT_CONFIG_VALUE_0": REMOTE,
        }

    def done(self) -> list[tuple[str, str]]:
        """What `gh` was asked to do, with the first line of what it was to write; questions left out."""
        found = [(each["call"], each.get("body", "").partition("\n")[0]) for each in self.state["calls"]]
        self.state["calls"] = []
        return [each for each in found if each[0] not in ("pr list", "issue list")]

    def branches(self) -> list[str]:
        """The branches that there are."""
        return self.origin.git("branch", "--format=%(refname:short)").split()


@pytest.fixture(scope="module")
def laid_ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first job makes of a good issue."""
    forge = begun(tmp_path_factory.mktemp("forge"))
    forge.opened(GOOD)
    return forge.at / "artifact"


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return begun(tmp_path)


def begun(at: Path) -> Forge:
    """A forge with the project's plans."""
    seed = repository(at / "seed")
    for name in ("plans", "templates", FOLDER, ".github/forms"):
        shutil.copytree(ROOT / name, seed.root / name)
    seed.git("add", "--all")
    seed.git("commit", "--quiet", "--message", "planer")
    seed.git("clone", "--quiet", "--bare", str(seed.root), str(at / "origin.git"))
    return Forge(at)


THANKS = "Takk! Endringen er lagt fram som et forslag. Den gjelder når fagforeningen har godkjent den:"
CHANGES = "Forslaget endrer dette i planen til Fagforbundet Pleie og Omsorg Oslo for 2023:"


def failed(outcome: Outcome) -> str:
    """What the steps that failed said."""
    return "\n".join(each.done.stderr for each in outcome.steps if each.done.returncode)


def test_a_good_issue_becomes_a_pull_request_with_one_commit_that_changes_one_plan(forge: Forge) -> None:
    read, propose = forge.opened(GOOD)
    assert failed(read) + failed(propose) == ""
    assert forge.branches() == [BRANCH, "main"]
    log = forge.origin.git("log", "--format=%an <%ae>%n%s%n%b", f"main..{BRANCH}")
    assert log.split("\n")[:3] == [
        "planverk <planverk@users.noreply.github.com>",
        "pleie-og-omsorg-oslo 2023: ny frist for 3.1.1",
        "Sak #12",
    ]
    assert forge.origin.git("diff", "--name-only", "main", BRANCH) == f"{PLAN}\n"
    calls = {each["call"]: each for each in forge.state["calls"]}
    assert calls["pr create"]["arguments"][:8] == [
        *("--base", "main", "--head", BRANCH),
        *("--title", "pleie-og-omsorg-oslo 2023: ny frist for 3.1.1", "--label", "ny-frist"),
    ]
    assert calls["pr create"]["body"].endswith("\n\nCloses #12\n")
    assert calls["workflow run"]["arguments"] == ["check.yml", "--ref", BRANCH]
    assert forge.done() == [("pr create", CHANGES), ("workflow run", ""), ("issue comment", THANKS)]


def test_a_faulty_one_is_answered_and_no_more(forge: Forge) -> None:
    read, propose = forge.opened(FAULTY)
    assert failed(read) + failed(propose) == ""
    assert forge.branches() == ["main"]
    assert forge.done() == [("issue comment", "Ingenting er endret, fordi:")]


def test_an_edited_issue_renews_its_pull_request(forge: Forge, laid_ready: Path) -> None:
    forge.proposed(laid_ready)
    forge.state["pulls"] = [{"number": 7, "headRefName": BRANCH}]
    forge.done()
    forge.opened(GOOD.replace("1. november", "1. desember"))
    assert forge.done() == [("api --method", CHANGES), ("workflow run", ""), ("issue comment", THANKS)]
    assert len(forge.origin.git("log", "--format=%h", f"main..{BRANCH}").split()) == 1
    assert "frist: innen 1. desember 2023" in forge.origin.git("show", f"{BRANCH}:{PLAN}")


def test_what_others_have_added_to_is_left_alone(forge: Forge, laid_ready: Path) -> None:
    forge.proposed(laid_ready)
    forge.done()
    clone = forge.at / "theirs"
    forge.origin.git("clone", "--quiet", "--branch", BRANCH, str(forge.origin.root), str(clone))
    theirs = Repository(clone)
    theirs.git("commit", "--quiet", "--allow-empty", "--message", "rettet")
    theirs.git("push", "--quiet")
    before = forge.origin.git("rev-parse", BRANCH)
    forge.proposed(laid_ready)
    assert forge.origin.git("rev-parse", BRANCH) == before
    assert [each[0] for each in forge.done()] == ["issue comment"]


@pytest.mark.parametrize(("association", "branches"), [("NONE", ["main"]), ("MEMBER", [BRANCH, "main"])])
def test_a_stranger_may_have_five_issues_open(
    forge: Forge, laid_ready: Path, association: str, branches: list[str]
) -> None:
    forge.association = association
    forge.state["issues"] = [{"number": number} for number in range(6)]
    forge.proposed(laid_ready)
    assert forge.branches() == branches


def test_fifty_may_wait_in_all(forge: Forge, laid_ready: Path) -> None:
    forge.association = "OWNER"
    others = [{"number": number, "headRefName": f"forslag/{number}"} for number in range(50, 100)]
    forge.state["pulls"] = [*others[1:], {"number": 1, "headRefName": "noe-annet"}]
    forge.proposed(laid_ready)
    assert forge.branches() == [BRANCH, "main"]
    forge.origin.git("update-ref", "-d", f"refs/heads/{BRANCH}")
    forge.state["pulls"] = others
    forge.done()
    forge.proposed(laid_ready)
    assert forge.branches() == ["main"]
    assert [each[0] for each in forge.done()] == ["issue comment"]


def test_where_workflows_may_open_no_pull_request_somebody_gets_a_link_to_do_it(
    forge: Forge, laid_ready: Path
) -> None:
    forge.state["no_pull_requests"] = True
    assert failed(forge.proposed(laid_ready)) == ""
    body = forge.state["calls"][-1]["body"]
    assert "https://github.com/a/b/compare/main...forslag/12?expand=1" in body
    assert forge.branches() == [BRANCH, "main"]


def test_what_an_issue_says_is_no_command(forge: Forge) -> None:
    read, propose = forge.opened(COMMANDS)
    assert failed(read) + failed(propose) == ""
    assert not list(forge.at.glob("run-*/b/[xy]"))
    assert forge.origin.git("diff", "--name-only", "main", BRANCH) == f"{PLAN}\n"


@pytest.mark.parametrize("path", ["plans/forbund.yml", ".github/forms/propose", f"{PLAN} and another"])
def test_nothing_but_one_plan_is_taken_over_whatever_was_laid_ready(
    forge: Forge, laid_ready: Path, path: str
) -> None:
    shutil.copytree(laid_ready, forge.at / "artifact")
    other = repository(forge.at / "tampered")
    for name in {PLAN, path.partition(" ")[0], "plans/forbund.yml"}:
        other.write(name, (ROOT / name).read_text(encoding="utf-8"))
    other.git("add", "--all")
    other.git("commit", "--quiet", "--message", "a")
    for name in [path] if " " not in path else [PLAN, "plans/forbund.yml"]:
        other.write(name, (other.root / name).read_text(encoding="utf-8") + "\n# a\n")
    (forge.at / "artifact/change.patch").write_text(other.git("diff"), encoding="utf-8")
    assert forge.job("propose", "ny-frist").failed
    assert forge.branches() == ["main"]


def test_the_workflow_knows_every_form_and_gives_rights_to_the_job_alone_that_reads_nothing() -> None:
    whole = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    for kind in KINDS:
        assert f"'{kind}'" in whole["env"]["KIND"]
        assert f"'{kind}'" in whole["jobs"]["read"]["if"]
    assert whole["permissions"] == {}
    assert whole["jobs"]["read"]["permissions"] == {"contents": "read"}
    assert "issue.body" not in str(whole["jobs"])
    assert "issue.title" not in str(whole["jobs"])

"""Pull requests from a fork on scratch repositories: checked out, run and told as GitHub does it."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generator.review.posting import ARTIFACT, INSIDE
from tests import fake_gh
from tests.case_folders import assemble
from tests.project import ROOT
from tests.repository import Repository, repository
from tests.workflow_runs import Outcome, Plain, Workflow, path_with

WORKFLOWS = Path(".github/workflows")
BASE = "github.base_ref || github.event.repository.default_branch"
VIK = "plans/fagforeninger/vik/2024-2025.yml"
VOSS = "plans/fagforeninger/voss/2024-2025.yml"
NOTED = "plans/adresser/fagforeninger"
PROGRAM = ("Makefile", "pyproject.toml", "requirements", "templates", ".github")

Change = Callable[[Path], None]


def rewrite(root: Path, file: str, *replacements: tuple[str, str]) -> None:
    text = (root / file).read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    (root / file).write_text(text, encoding="utf-8")


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

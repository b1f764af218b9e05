"""Scratch git repositories with days of our own choice, for tests of what git tells."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

IDENTITY = {
    name: value
    for role in ("AUTHOR", "COMMITTER")
    for name, value in ((f"GIT_{role}_NAME", "Prøve"), (f"GIT_{role}_EMAIL", "prove@example.org"))
}


@dataclass(frozen=True)
class Repository:
    """A repository at `root`; nothing of the machine's own configuration has a say in it."""

    root: Path

    def git(self, *arguments: str, day: str = "2024-01-01") -> str:
        """What git answers; the moment of what it does is noon of the day, in UTC."""
        moment = f"{day}T12:00:00Z"
        environment = {
            **IDENTITY,
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_DATE": moment,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "HOME": str(self.root),
            "PATH": os.environ["PATH"],
        }
        done = subprocess.run(  # noqa: S603 - git, with arguments of the tests
            [shutil.which("git") or "git", *arguments],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def write(self, path: str, text: str) -> None:
        """Writes the file, and the folders it lies in."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def commit(self, day: str) -> None:
        """Commits all files as they are, on that day."""
        self.git("add", "--all", "plans")
        self.git("commit", "--quiet", "--message", "endret", day=day)


def repository(root: Path) -> Repository:
    """A new repository there."""
    root.mkdir(parents=True, exist_ok=True)
    made = Repository(root)
    made.git("init", "--quiet", "--initial-branch", "main")
    return made

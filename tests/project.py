"""A copy of the project's own site project, for tests that build it whole."""

import shutil
import subprocess
import sys
from pathlib import Path

from generator.addresses import OWNED

ROOT = Path(__file__).parent.parent


def copy_project(to: Path) -> Path:
    """Plans, templates, configuration and hand-written pages, without anything generated."""
    to.mkdir(parents=True, exist_ok=True)
    for name in ("plans", "templates", "generator"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    for configuration in ROOT.glob("mkdocs*.yml"):
        shutil.copy(configuration, to)
    for docs in ("docs", "docs-nn", "docs-en"):
        for page in hand_written(docs):
            target = to / docs / page
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / docs / page, target)
    return to


def hand_written(docs: str = "docs") -> list[Path]:
    """The files below the folder that belong to the project: those that no build made."""
    below = (path.relative_to(ROOT / docs) for path in (ROOT / docs).rglob("*") if path.is_file())
    ours = (path for path in below if not path.as_posix().startswith(OWNED))
    return sorted(path for path in ours if not path.name.startswith("."))


COMMAND = str(Path(sys.executable).parent / "planverk")
ENVIRONMENT = {"PLANVERK_TODAY": "2025-06-01", "PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1"}


def planverk(at: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, run in the folder on a fixed day."""
    return subprocess.run(  # noqa: S603 - our own command
        [COMMAND, *arguments],
        cwd=at,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )

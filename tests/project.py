"""A copy of the project's own site project, for tests that build it whole."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.addresses import OWNED

ROOT = Path(__file__).parent.parent


KEPT = TemporaryDirectory(prefix="planverk-media-")
"""What one build makes slowly, and a later one, in another copy, need not make again."""

MEDIA = Path(".planverk/media")


def copy_project(to: Path, *, translated: bool = False) -> Path:
    """Plans, templates, configuration and hand-written pages, in Bokmål alone unless `translated`."""
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
    if not translated:
        federation = to / "plans/forbund.yml"
        text = federation.read_text(encoding="utf-8")
        federation.write_text(
            re.sub("^språk: .*$", "språk: [nb]", text, flags=re.MULTILINE), encoding="utf-8"
        )
    shutil.copytree(KEPT.name, to / MEDIA)
    return to


def files(folder: Path) -> dict[str, bytes]:
    """What stands in each file below the folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def hand_written(docs: str = "docs") -> list[Path]:
    """The files below the folder that belong to the project: those that no build made."""
    below = (path.relative_to(ROOT / docs) for path in (ROOT / docs).rglob("*") if path.is_file())
    ours = (path for path in below if not path.as_posix().startswith(OWNED))
    return sorted(path for path in ours if not path.name.startswith("."))


COMMAND = str(Path(sys.executable).parent / "planverk")
ENVIRONMENT = {"PLANVERK_TODAY": "2025-06-01", "PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1"}


def planverk(at: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, run in the folder on a fixed day."""
    done = subprocess.run(  # noqa: S603 - our own command
        [COMMAND, *arguments],
        cwd=at,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    if (at / MEDIA).is_dir():
        shutil.copytree(at / MEDIA, KEPT.name, dirs_exist_ok=True)
    return done

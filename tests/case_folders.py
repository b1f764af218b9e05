"""Projects to run the generator on: the shared valid sources, with what a case has otherwise."""

import shutil
from pathlib import Path

from tests.repository import repository

CASES = Path(__file__).parent / "cases"
BASE = CASES / "_base"


def every_case() -> list[Path]:
    """Every `cases/<rule>/<case>` folder, in order."""
    return sorted(folder for folder in CASES.glob("*/*") if folder.parent != BASE and folder.is_dir())


def assemble(root: Path, case: Path | None = None) -> Path:
    """The base's sources below `root`, the case's laid over them, less those that it lists as absent.

    Each folder in `history` of the case is named after a day, and is committed on it before.
    """
    versions = sorted((case / "history").glob("*")) if case else []
    if versions:
        git = repository(root)
        for version in versions:
            _lay(root, BASE, version)
            git.commit(version.name)
    _lay(root, BASE, case)
    for name in _absent(case):
        (root / name).unlink()
    return root


def _lay(root: Path, *layers: Path | None) -> None:
    for layer in layers:
        for name in ("plans", "kilder"):
            if layer is not None and (layer / name).is_dir():
                shutil.copytree(layer / name, root / name, dirs_exist_ok=True)


def _absent(case: Path | None) -> list[str]:
    listing = None if case is None else case / "absent.txt"
    if listing is None or not listing.is_file():
        return []
    return listing.read_text(encoding="utf-8").splitlines()

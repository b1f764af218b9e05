"""Floor 11: pages to files: what changed is written, what is stale is removed, nothing else touched.

The generator owns the files that its list (`docs/.planverk.json`) names.  The list is extended
before the first write, so that an interrupted run leaves no file that nobody owns.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.pages import Page

LIST = ".planverk.json"


class NotOursError(Exception):
    """A file that the generator did not write stands where a page belongs."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Published:
    """How many files there are now, and what became of the earlier ones."""

    pages: int
    written: tuple[str, ...]
    removed: tuple[str, ...]


def publish(folder: Path, pages: Iterable[Page], held: frozenset[str]) -> Published:
    """Brings the folder into line with the pages.

    A path in `held`, or below a folder in it (with a slash at its end), keeps the file that it
    has; its page is written only where there is none.
    Raises NotOursError, before anything is written, where a file of somebody else is in the way.
    """
    owned = _listed(folder)
    kept = {path for path in owned if _is_held(path, held) and (folder / path).is_file()}
    wanted = {page.path: page.text for page in pages if page.path not in kept}
    changed = {path: text for path, text in wanted.items() if _differs(folder, path, text, owned)}
    stale = sorted(owned - wanted.keys() - kept)
    _note(folder, owned | wanted.keys())
    for path, text in changed.items():
        _write(folder, path, text)
    for path in stale:
        _remove(folder, path)
    _note(folder, wanted.keys() | kept)
    return Published(len(wanted) + len(kept), tuple(sorted(changed)), tuple(stale))


def _is_held(path: str, held: frozenset[str]) -> bool:
    return path in held or any(f"{parent}/" in held for parent in PurePosixPath(path).parents)


def _listed(folder: Path) -> set[str]:
    listing = folder / LIST
    if not listing.is_file():
        return set()
    names = json.loads(listing.read_text(encoding="utf-8"))
    return {name for name in names if _inside(folder, name)}


def _inside(folder: Path, path: str) -> bool:
    """Whether the path, links followed, stays in the folder."""
    return (folder / path).resolve().is_relative_to(folder.resolve())


def _differs(folder: Path, path: str, text: str, owned: set[str]) -> bool:
    file = folder / path
    if not _inside(folder, path) or file.is_dir():
        raise NotOursError(path)
    for parent in PurePosixPath(path).parents:
        if (folder / parent).exists() and not (folder / parent).is_dir():
            raise NotOursError(str(parent))
    if not file.exists():
        return True
    same = file.read_bytes() == text.encode()
    if not same and path not in owned:
        raise NotOursError(path)
    return not same


def _note(folder: Path, paths: Iterable[str]) -> None:
    text = json.dumps(sorted(paths), indent=0) + "\n"
    listing = folder / LIST
    if not listing.is_file() or listing.read_text(encoding="utf-8") != text:
        _write(folder, LIST, text)


def _write(folder: Path, path: str, text: str) -> None:
    """Writes to a file apart and then renames it, so that no reader sees half a page."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    apart = folder / f"{LIST}.new"
    apart.write_text(text, encoding="utf-8", newline="\n")
    apart.replace(file)


def _remove(folder: Path, path: str) -> None:
    file = folder / path
    file.unlink(missing_ok=True)
    for parent in file.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            break
        parent.rmdir()

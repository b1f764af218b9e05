"""Floor 12: pages to files: what changed is written, what is stale is removed, nothing else touched.

The generator owns the files that its list (`docs/.planverk.json`) names.  The list is extended
before the first write, so that an interrupted run leaves no file that nobody owns.
"""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from generator import whole_files
from generator.addresses import NOT_TRANSLATED, folders_above
from generator.diagnostics import Message, message

if sys.platform != "win32":
    import fcntl

LIST = ".planverk.json"
WORK = ".planverk"
"""The folder below the project's root where builds work."""


class File(Protocol):
    """A file to be published: its path below the folder, and what stands in it."""

    @property
    def path(self) -> str: ...

    @property
    def content(self) -> bytes: ...


class RefusedError(Exception):
    """Something is not as a build needs it, and the message says what; nothing was written."""

    def __init__(self, text: Message) -> None:
        super().__init__(text)
        self.message = text


class NotOursError(Exception):
    """A file that the generator did not write stands where a page belongs, in a folder of that name."""

    def __init__(self, path: str, folder: str = "docs") -> None:
        super().__init__(path, folder)
        self.path = path
        self.folder = folder


@dataclass(frozen=True, slots=True)
class Laid:
    """A file that is laid ready to be published, or is there already and has not `changed`; its SHA-256."""

    path: str
    changed: bool
    digest: str


@dataclass(frozen=True, slots=True)
class Published:
    """How many files there are now, and what became of the earlier ones."""

    pages: int
    written: tuple[str, ...]
    removed: tuple[str, ...]


def total(each: Iterable[Published]) -> Published:
    """What became of several folders, as one."""
    every = tuple(each)
    return Published(
        pages=sum(one.pages for one in every),
        written=tuple(path for one in every for path in one.written),
        removed=tuple(path for one in every for path in one.removed),
    )


@contextmanager
def alone(root: Path) -> Iterator[Path]:
    """The work folder, while no other build of the project at `root` runs; waits for one that does.

    A build that is killed keeps nobody waiting.  On Windows, which has no such locks, nobody waits.
    Raises RefusedError where the folder is a link, which would lead out of the project.
    """
    work = owned_folder(root / WORK)
    work.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield work
        return
    lock = os.open(work / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield work
    finally:
        os.close(lock)


def kept_folder(root: Path, *names: str) -> Path:
    """Where the project keeps that for its next build.  Raises RefusedError where a link is on the way."""
    folder = root
    for name in (WORK, "kept", *names):
        folder = owned_folder(folder / name)
    return folder


def clear_kept(root: Path, wanted: Collection[str]) -> None:
    """Removes what is kept in other folders than those of these names."""
    with alone(root):
        for folder in kept_folder(root).glob("*"):
            if folder.name not in wanted:
                discard(folder)


def owned_folder(folder: Path) -> Path:
    """The folder, which need not exist.  Raises RefusedError where it is a link or something else."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise RefusedError(message("{path}/ is a link, or no folder. Move it away.", path=folder.name))
    return folder


class Publication:
    """Files on their way into a folder: laid ready beside it, by one process or several, and then put there.

    A path in `held`, or below a folder in it (with a slash at its end), keeps the file that it
    has; what is made for it is published only where there is none.
    """

    def __init__(self, folder: Path, ready: Path, held: frozenset[str]) -> None:
        self._folder, self._ready = folder, ready
        self._owned = owned_files(folder)
        self._kept = {path for path in self._owned if is_held(path, held) and (folder / path).is_file()}

    def lay_ready(self, files: Iterable[File]) -> list[Laid]:
        """Writes those of the files beside the folder that are not in it yet as they are; what it did.

        Raises NotOursError where a file of somebody else is in the way.
        """
        return [self._laid(file) for file in files if file.path not in self._kept]

    def _laid(self, file: File) -> Laid:
        content = file.content
        changed = _differs(self._folder, file.path, content, self._owned)
        if changed:
            place = self._ready / file.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return Laid(file.path, changed, hashlib.sha256(content).hexdigest())

    def finish(self, laid: Iterable[Laid]) -> Published:
        """Brings the folder into line with what was laid ready: all of it, and nothing else of ours."""
        every = list(laid)
        wanted = {each.path for each in every}
        changed = sorted(each.path for each in every if each.changed)
        stale = sorted(self._owned - wanted - self._kept)
        _note(self._folder, self._owned | wanted)
        for path in changed:
            place = self._folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            (self._ready / path).replace(place)
        for path in stale:
            _remove(self._folder, path)
        _note(self._folder, wanted | self._kept)
        return Published(len(wanted) + len(self._kept), tuple(changed), tuple(stale))


@contextmanager
def publication(folder: Path, held: frozenset[str]) -> Iterator[Publication]:
    """A publication into the folder, while no other build runs; nothing is there before it is finished.

    Raises RefusedError where the folder is a link.
    """
    with alone(owned_folder(folder).parent) as work:
        ready = work / "ready"
        discard(ready)
        try:
            yield Publication(folder, ready, held)
        finally:
            discard(ready)


def publish(folder: Path, files: Iterable[File], held: frozenset[str]) -> Published:
    """Brings the folder into line with the files.

    Raises NotOursError, before anything is written, where a file of somebody else is in the way,
    and RefusedError where the folder is a link.
    """
    with publication(folder, held) as under_way:
        return under_way.finish(under_way.lay_ready(files))


def discard(path: Path) -> None:
    """Removes the file, link or folder; what a link leads to stays."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def clear_all_but(root: Path, wanted: Collection[str]) -> None:
    """Removes what earlier builds wrote in languages that the site no longer has."""
    for folder in root.glob("docs-*"):
        if folder.name not in wanted and (folder / LIST).is_file():
            publish(folder, (), frozenset())
            (folder / LIST).unlink()


def written_by_hand(folder: Path) -> list[str]:
    """The pages of the site in the folder that the generator did not write, and the pictures on them."""
    ours = owned_files(folder)
    files = (file for file in folder.rglob("*") if file.suffix in {".md", ".png"})
    found = sorted(file.relative_to(folder).as_posix() for file in files)
    return [path for path in found if path not in ours and not path.startswith(NOT_TRANSLATED)]


def is_held(path: str, held: frozenset[str]) -> bool:
    """Whether the path, or a folder that it lies in (with a slash at its end), is held."""
    return path in held or any(folder in held for folder in folders_above(path))


def owned_files(folder: Path) -> set[str]:
    """The files of the generator: those that its list names, less those that are none of the folder's own."""
    listing = folder / LIST
    if not listing.is_file():
        return set()
    try:
        names = {str(name) for name in json.loads(listing.read_text(encoding="utf-8"))}
        return {name for name in names if _inside(folder, name) and not (folder / name).is_dir()}
    except (ValueError, TypeError, RecursionError) as error:
        raise NotOursError(LIST, folder.name) from error


def _inside(folder: Path, path: str) -> bool:
    """Whether the path leads to a place in the folder by no link."""
    base = os.path.realpath(folder)
    whole = os.path.join(base, *path.split("/"))  # noqa: PTH118 - a path object a file takes ten times as long
    return not path.startswith("/") and whole == os.path.realpath(whole)


def _differs(folder: Path, path: str, content: bytes, owned: set[str]) -> bool:
    file = folder / path
    if not _inside(folder, path) or (file.exists() and not file.is_file()):
        raise NotOursError(path, folder.name)
    for parent in PurePosixPath(path).parents:
        if (folder / parent).exists() and not (folder / parent).is_dir():
            raise NotOursError(str(parent), folder.name)
    if not file.exists():
        return True
    same = file.read_bytes() == content
    if not same and path not in owned:
        raise NotOursError(path, folder.name)
    return not same


def _note(folder: Path, paths: Iterable[str]) -> None:
    text = json.dumps(sorted(paths), indent=0) + "\n"
    listing = folder / LIST
    if not listing.is_file() or listing.read_text(encoding="utf-8") != text:
        _write(folder, LIST, text.encode())


def _write(folder: Path, path: str, content: bytes) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    whole_files.put(file, content, folder / f"{LIST}.new")


def _remove(folder: Path, path: str) -> None:
    file = folder / path
    file.unlink(missing_ok=True)
    for parent in file.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            break
        parent.rmdir()

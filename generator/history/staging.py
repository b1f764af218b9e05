"""What of the plans is staged in git, to be committed: which files changed, and what they hold there.

It is read from the index, so that what is changed and not staged has no say.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.history.repository import MissingError, contents, index_environment, output

_LINK = "120000"


class NoIndexError(Exception):
    """There is no git, or no repository."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A file in the index: its mode, the name of its content, its path below the project."""

    mode: str
    name: str
    path: str


def is_of_one_commit() -> bool:
    """Whether the index is one that git throws away after the commit (`git commit FILE`)."""
    return Path(os.environ.get("GIT_INDEX_FILE", "")).name.startswith("next-index")


def changed_paths(root: Path) -> tuple[str, ...]:
    """The files below `plans/` that the next commit changes, adds or takes away.  Raises NoIndexError."""
    told = _told(root, ("diff", "--cached", "--name-only", "-z", "--no-renames", "--relative", "--", "plans"))
    return tuple(os.fsdecode(path) for path in told.split(b"\0") if path)


def staged(root: Path, paths: Iterable[str]) -> tuple[Staged, ...]:
    """What the index holds at the paths, or below those that are folders.  Raises NoIndexError."""
    told = _told(root, ("ls-files", "--stage", "-z", "--", *paths))
    return tuple(_entry(line) for line in told.split(b"\0") if line)


def lay_out(root: Path, files: Iterable[Staged], to: Path, limit: int) -> None:
    """Writes the files as they are staged below the folder; of one that is larger than the limit, as much.

    Raises NoIndexError where git lost one.
    """
    try:
        with contents(root, limit) as fetching:
            for each in files:
                content = fetching.fetch(each.name)
                _write(to / each.path, each.mode, b" " * (limit + 1) if content is None else content)
    except MissingError as error:
        raise NoIndexError from error


def stage(root: Path, file: Staged, content: bytes) -> None:
    """Puts the content in the place of what is staged.  Raises NoIndexError."""
    name = _told(root, ("hash-object", "-w", "--stdin", "--no-filters"), content).decode().strip()
    place = _told(root, ("rev-parse", "--show-prefix")).decode().rstrip("\n") + file.path
    _told(root, ("update-index", "--cacheinfo", f"{file.mode},{name},{place}"))


def _entry(line: bytes) -> Staged:
    about, _, path = line.partition(b"\t")
    mode, name, _ = about.decode().split(" ")
    return Staged(mode, name, os.fsdecode(path))


def _write(path: Path, mode: str, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if mode == _LINK:
        path.symlink_to(os.fsdecode(content))
    else:
        path.write_bytes(content)


def _told(root: Path, arguments: tuple[str, ...], given: bytes = b"") -> bytes:
    told = output(root, arguments, index_environment(), given)
    if told is None:
        raise NoIndexError
    return told

"""The sources as they were at a commit: which differ from those of now, and all of them in a folder apart."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.diagnostics import Message, message
from generator.history.repository import (
    Contents,
    Listed,
    MissingError,
    commit_of,
    contents,
    forked_from,
    is_cut_off,
    listed,
    names,
)
from generator.sources import SIZE_LIMIT

FOLDERS = ("plans", "kilder")
"""What the sources lie in: ours, and the copies of other sites'."""


class NoSnapshotError(Exception):
    """There is no such commit to compare with; the messages say why, and what to do."""

    def __init__(self, text: Message, hint: Message) -> None:
        super().__init__(text.text)
        self.messages = (text, hint)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a commit has in the folders, by its path."""

    commit: str
    files: dict[str, Listed]

    def differing(self, root: Path) -> frozenset[str]:
        """The files of which there is something else in the project now, or nothing, or had been nothing."""
        now = frozenset(files_of(root))
        changed = (path for path in now & self.files.keys() if not self._holds(root / path, self.files[path]))
        return (now ^ self.files.keys()).union(changed)

    def _holds(self, path: Path, earlier: Listed) -> bool:
        try:
            if path.is_symlink() or earlier.is_link:
                return earlier.is_link and names(os.fsencode(path.readlink()), earlier.name)
            return names(path.read_bytes(), earlier.name)
        except OSError:
            return False

    def lay_out(self, root: Path, folder: Path) -> None:
        """Writes all files to the folder, from the repository of the project; raises NoSnapshotError.

        Links come last, so that nothing is written by way of one.
        """
        try:
            with contents(root, SIZE_LIMIT) as fetching:
                for each in sorted(self.files.values(), key=lambda one: one.is_link):
                    _lay(folder / each.path, each, fetching)
        except MissingError as error:
            text = message("Git no longer holds all that there was at {commit}.", commit=self.commit)
            raise NoSnapshotError(text, _FETCH) from error


_FETCH = message("Fetch the whole history first: git fetch --unshallow.")
_NAME_ONE = message("Write a branch, a tag or a commit that git knows, for example origin/main.")
_TOO_LARGE = b"#" * (SIZE_LIMIT + 1)
"""What is laid out in the place of what is too large to be a source, which is as wrong."""


def _lay(path: Path, one: Listed, fetching: Contents) -> None:
    content = fetching.fetch(one.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    if one.is_link:
        path.symlink_to(os.fsdecode(content or b"/"))
    else:
        path.write_bytes(_TOO_LARGE if content is None else content)


def snapshot(root: Path, revision: str) -> Snapshot:
    """The sources at the commit at which what is checked out forked from the revision.

    So what others have done there since is not taken for undone here.  Raises NoSnapshotError.
    """
    cut_off = is_cut_off(root)
    if cut_off is None:
        text = message("There is no git repository here, or none that git trusts.")
        raise NoSnapshotError(text, message("Run the command in a clone of the project."))
    named = commit_of(root, revision)
    if named is None:
        text = message("Git knows no revision “{found}” here.", found=revision)
        raise NoSnapshotError(text, _FETCH if cut_off else _NAME_ONE)
    commit = forked_from(root, named)
    if commit is None:
        text = message("“{found}” and what is checked out have no past in common here.", found=revision)
        raise NoSnapshotError(text, _FETCH if cut_off else _NAME_ONE)
    inside = (each for each in listed(root, commit, *FOLDERS) if _is_inside(each.path))
    return Snapshot(commit, {each.path: each for each in inside})


def _is_inside(path: str) -> bool:
    """Whether the path stays below one of the folders, whatever a tree that was made by hand says."""
    parts = PurePosixPath(path).parts
    return parts[0] in FOLDERS and ".." not in parts


def files_of(root: Path) -> Iterator[str]:
    """The paths of all files and links below the folders of the project; no link is followed."""
    for name in FOLDERS:
        for folder, below, inside in os.walk(root / name):
            links = [each for each in below if Path(folder, each).is_symlink()]
            yield from (Path(folder, each).relative_to(root).as_posix() for each in (*inside, *links))

"""What tells that files changed, without reading them."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

Stamp = tuple[int, ...]
"""Size, inode and times of a file; nothing of a folder, or of what cannot be looked at."""

Stamps = Mapping[str, Stamp]
"""The stamp of each file and folder, by its path below the project; a folder's ends in a slash."""


def stamps(root: Path, folder: str, leave_out: Callable[[str], bool] = lambda _: False) -> dict[str, Stamp]:
    """The stamps of all below the folder of the project at `root` that is not hidden or left out."""
    return dict(_below(str(root), folder, leave_out))


def changed(before: Stamps, after: Stamps) -> set[str]:
    """What came, went or changed."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def stamp(path: str | os.PathLike[str]) -> Stamp:
    """The stamp of the file, or of what a link leads to."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a path object each would take as long as the look itself
    except OSError:
        return ()
    return (found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns)


def _below(root: str, folder: str, leave_out: Callable[[str], bool]) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = list(os.scandir(f"{root}/{folder}"))
    except OSError:
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith(".") or leave_out(path):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield f"{path}/", ()
            yield from _below(root, path, leave_out)
        else:
            yield path, stamp(f"{root}/{path}")

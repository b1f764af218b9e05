"""What git says of the files below `plans/`: the content each had, and since which day.

One pass through the whole history names every content; each is then fetched by its name.  Nothing
in the repository, its configuration or the environment can make git run another program or fetch
from elsewhere.
"""

import datetime
import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_OPTIONS = (
    *("--no-pager", "--literal-pathspecs", "--no-optional-locks"),
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "log.diffMerges=first-parent"),
)
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone would fetch, by a program that it names itself
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_LOG = (
    *("log", "--first-parent", "-m", "--root", "--format=%x01%ct", "--encoding=UTF-8"),
    *("--raw", "-z", "--no-abbrev", "--no-renames", "--relative"),
    *("--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-color"),
)
_FILES = {b"100644", b"100755"}
_LINK = b"120000"
_CHUNK = 65_536
_HASHES = {40: "sha1", 64: "sha256"}
"""How git makes the name of a content, by the length of the name."""
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Content:
    """What a file held from a day on, by the name that git gives it."""

    day: datetime.date
    name: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file that a commit changed: its contents before and after; None where there was no file."""

    path: str
    before: str | None
    after: str | None


Timelines = dict[str, tuple[Content, ...]]
"""The contents of each file that is there now, the oldest first, by its path below the project."""


def timelines(root: Path, commit: str = "HEAD") -> Timelines | None:
    """The history of all files below `plans/` of the project at `root`, as the commit's main line saw it.

    None where git is missing, refuses, knows nothing of the plans or has cut the history off.
    A merge counts on the day of the merge.  A file that only moved keeps its history; one that
    was deleted and came back begins anew.
    """
    if is_cut_off(root) is not False:
        return None
    told = output(root, (*_LOG, commit, "--", "plans"))
    lines: dict[str, list[Content]] = {}
    for day, entries in reversed(tuple(_commits(told or b""))):
        _follow(lines, day, entries)
    return {path: tuple(contents) for path, contents in lines.items()} or None


def head(root: Path) -> bytes | None:
    """The name of the commit that the history ends with; None where there is none."""
    return output(root, ("rev-parse", "--verify", "HEAD"))


def is_cut_off(root: Path) -> bool | None:
    """Whether the history is not there from its beginning; None where git tells nothing."""
    told = output(root, ("rev-parse", "--is-shallow-repository"))
    return None if told is None else told != b"false\n"


def commit_of(root: Path, revision: str) -> str | None:
    """The commit that somebody's words name; None where git knows none, or several."""
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    told = None if "\0" in revision else output(root, asked)
    return None if told is None else told.decode().strip()


def forked_from(root: Path, commit: str) -> str | None:
    """The newest commit that is in the past both of the commit and of what is checked out, or is it."""
    told = output(root, ("merge-base", commit, "HEAD"))
    return None if told is None else told.decode().strip()


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that a commit has, or a link: its path, and what git calls its content."""

    path: str
    name: str
    is_link: bool


def listed(root: Path, commit: str, *folders: str) -> Iterator[Listed]:
    """The files and links that the commit has in the folders."""
    told = output(root, ("ls-tree", "-r", "-z", commit, "--", *folders))
    for entry in (told or b"").split(b"\0"):
        meta, _, path = entry.partition(b"\t")
        mode, _, name = (*meta.split(), b"", b"", b"")[:3]
        if mode in _FILES or mode == _LINK:
            yield Listed(os.fsdecode(path), name.decode(), mode == _LINK)


def names(content: bytes, name: str) -> bool:
    """Whether the name is what git calls the content."""
    made = hashlib.new(_HASHES[len(name)], b"blob %d\0" % len(content), usedforsecurity=False)
    made.update(content)
    return made.hexdigest() == name


def _follow(lines: dict[str, list[Content]], day: datetime.date, entries: list[_Entry]) -> None:
    """Brings the timelines from one commit to the next."""
    gone = {entry.before: lines.pop(entry.path, []) for entry in entries if entry.after is None}
    for entry in entries:
        if entry.after is not None:
            earlier = lines.get(entry.path) or gone.pop(entry.after, [])
            lines[entry.path] = [*earlier, Content(day, entry.after)]


def _commits(told: bytes) -> Iterator[tuple[datetime.date, list[_Entry]]]:
    """Each commit's day and entries, in the order of the log."""
    day, entries = None, list[_Entry]()
    tokens = iter(told.split(b"\0"))
    for token in tokens:
        words = token.lstrip(b"\n")
        if words.startswith(b"\1"):
            if day is not None:
                yield day, entries
            day, entries = _day(words[1:]), []
        elif words.startswith(b":"):
            entries.append(_entry(words, next(tokens, b"")))
    if day is not None:
        yield day, entries


def _entry(words: bytes, path: bytes) -> _Entry:
    modes, names = words[1:].split()[:2], words[1:].split()[2:4]
    before, after = (
        name.decode() if mode in _FILES else None for mode, name in zip(modes, names, strict=True)
    )
    return _Entry(os.fsdecode(path), before, after)


def _day(seconds: bytes) -> datetime.date:
    """The day in UTC; the first of 1970 where a commit claims a time that no calendar has."""
    try:
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date()
    except (OverflowError, OSError, ValueError):
        return datetime.date(1970, 1, 1)


class MissingError(Exception):
    """Git no longer holds what it names, or has stopped answering."""


class Contents:
    """Fetches contents by name from a git that waits for more."""

    def __init__(self, names: IO[bytes], answers: IO[bytes], limit: int) -> None:
        self._names = names
        self._answers = answers
        self._limit = limit

    def fetch(self, name: str) -> bytes | None:
        """The content of that name; None where it is larger than the limit.  Raises MissingError."""
        try:
            self._names.write(f"{name}\n".encode())
            self._names.flush()
        except OSError as error:
            raise MissingError(name) from error
        told = self._answers.readline().split()
        if len(told) != 3 or told[1] != b"blob":  # noqa: PLR2004 - name, type and size
            raise MissingError(name)
        size = int(told[2])
        if size > self._limit:
            self._skip(size + 1)
            return None
        content = self._answers.read(size + 1)
        if len(content) <= size:
            raise MissingError(name)
        return content[:size]

    def _skip(self, size: int) -> None:
        while size > 0:
            size -= len(self._answers.read(min(size, _CHUNK))) or size


@contextmanager
def contents(root: Path, limit: int) -> Iterator[Contents]:
    """A way to fetch contents of at most `limit` bytes from the repository of the project."""
    git = subprocess.Popen(  # noqa: S603 - git, with names of contents only
        _command(("cat-file", "--batch")),
        cwd=root,
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    if git.stdin is None or git.stdout is None:
        raise BrokenPipeError
    try:
        yield Contents(git.stdin, git.stdout, limit)
    finally:
        with suppress(OSError):
            git.stdin.close()
        git.stdout.close()
        git.wait()


def output(
    root: Path, arguments: tuple[str, ...], more: Mapping[str, str] = _NOTHING, given: bytes = b""
) -> bytes | None:
    """What git answers to what it is `given`; None where there is no git, or it refuses."""
    try:
        done = subprocess.run(  # noqa: S603 - git, with arguments of our own
            _command(arguments),
            cwd=root,
            env={**_environment(), **more},
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return None if done.returncode else done.stdout


def _command(arguments: tuple[str, ...]) -> list[str]:
    """Raises FileNotFoundError where there is no git."""
    git = shutil.which("git")
    if git is None:
        raise FileNotFoundError("git")
    return [git, *_OPTIONS, *arguments]


def index_environment() -> dict[str, str]:
    """Where the index is that the next commit is made of: git tells its hooks, and only they hear it."""
    index = os.environ.get("GIT_INDEX_FILE")
    return {"GIT_INDEX_FILE": str(Path(index).absolute())} if index else {}


def _environment() -> dict[str, str]:
    """Ours without what would lead git elsewhere, such as GIT_DIR within a hook."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return {**kept, **_ENVIRONMENT}

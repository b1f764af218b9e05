"""Floor 4: finds, decodes and guards the source files."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from generator.diagnostics import Collector, Diagnostic, Position, errors, message
from generator.nodes import FORBIDDEN, Node, compose, control_character
from generator.reading_rules import (
    CONTROL_CHARACTER,
    FILE_MISSING,
    FILE_OUTSIDE_PLANS,
    FILE_TOO_LARGE,
    NOT_UTF_8,
)

SIZE_LIMIT = 1_048_576
"""Bytes in one source file; a plan of 43 measures takes about 30,000."""

CHARACTER_LIMIT = 20
"""Control characters told of in one source file; where there are more, it is no text."""


@dataclass(frozen=True, slots=True)
class Document:
    """One source file: its path below the project root, its content, its faults."""

    path: str
    root: Node | None
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class UnionFolder:
    """The files of one union: who it is, its plans, and the list of its addresses that were published."""

    id: str
    union: Path
    plans: tuple[Path, ...]
    published: Path | None = None


@dataclass(frozen=True, slots=True)
class Inventory:
    """Every source file below `plans/`, by kind, in a stable order; and the folders that hide theirs.

    `published` are the lists of addresses that are not those of a union that there is.
    """

    federation: Path
    strategies: tuple[Path, ...] = ()
    unions: tuple[UnionFolder, ...] = ()
    published: tuple[Path, ...] = ()
    strays: tuple[Path, ...] = ()
    closed: tuple[Path, ...] = ()


def find(root: Path) -> Inventory:
    """The sources of the project at `root`; strays are files that no rule of the layout knows.

    Nothing is looked for where `plans/` is a link: only its federation is named, to be refused.
    """
    plans = root / "plans"
    if plans.is_symlink():
        return Inventory(plans / "forbund.yml")
    files, closed = _walk(plans)
    lists = {path.relative_to(plans / "adresser").as_posix(): path for path in files if _is_list(path, plans)}
    folders = [
        UnionFolder(
            folder.name,
            folder / "fagforening.yml",
            _plans_in(folder),
            lists.pop(f"fagforeninger/{folder.name}.txt", None),
        )
        for folder in _entries(plans / "fagforeninger")
        if _holds(folder.is_dir)
    ]
    strategies = tuple(path for path in _entries(plans / "strategi") if path.suffix == ".yml")
    known = {plans / "forbund.yml", *strategies}
    known.update(path for folder in folders for path in (folder.union, *folder.plans))
    known.update(path for path in files if _is_list(path, plans))
    strays = (path for path in files if path not in known and path.name != "README.md")
    return Inventory(
        plans / "forbund.yml", strategies, tuple(folders), tuple(lists.values()), tuple(strays), closed
    )


def _is_list(path: Path, plans: Path) -> bool:
    """Whether the file is a list of addresses that were published."""
    places = (plans / "adresser", plans / "adresser/fagforeninger", plans / "adresser/strategi")
    return path.suffix == ".txt" and path.parent in places


def _walk(plans: Path) -> tuple[list[Path], tuple[Path, ...]]:
    """Every file that is not hidden, in order, links to folders not followed; the folders not opened."""
    files: list[Path] = []
    closed: list[OSError] = []
    for folder, below, names in os.walk(plans, onerror=closed.append):
        below[:] = [name for name in below if not name.startswith(".")]
        files += [Path(folder, name) for name in names if not name.startswith(".")]
    files.sort(key=lambda path: path.parts)
    return [path for path in files if _holds(path.is_file)], tuple(
        sorted(Path(error.filename) for error in closed)
    )


def _holds(question: Callable[[], bool]) -> bool:
    """The answer, or no where the system refuses to tell."""
    try:
        return question()
    except OSError:
        return False


def _entries(folder: Path) -> list[Path]:
    try:
        inside = (path for path in folder.iterdir() if not path.name.startswith("."))
        return sorted(inside, key=lambda path: path.name)
    except OSError:
        return []


def _plans_in(folder: Path) -> tuple[Path, ...]:
    return tuple(
        path
        for path in _entries(folder)
        if path.suffix == ".yml" and path.name != "fagforening.yml" and not _holds(path.is_dir)
    )


def union_of(path: str) -> str:
    """The folder of the union that the source, or the list of addresses, is of; empty where of none."""
    match PurePosixPath(path).parts:
        case ("plans", "fagforeninger", union, *_):
            return union
        case ("plans", "adresser", "fagforeninger", name):
            return name.removesuffix(".txt")
    return ""


def kinds(root: Path) -> dict[Path, str]:
    """The sources of the project at `root`, and of which kind each is."""
    found = find(root)
    unions = {folder.union: "fagforening" for folder in found.unions}
    plans = {path: "plan" for folder in found.unions for path in folder.plans}
    return {found.federation: "forbund", **dict.fromkeys(found.strategies, "strategi"), **unions, **plans}


def read(path: Path, root: Path, home: Path | None = None) -> Document:
    """The file as nodes; a file that cannot be read whole has diagnostics and no root.

    It lies below `plans/` of the project at `root`, or of another one that is kept in it.
    """
    name = path.relative_to(root).as_posix()
    faults = Collector()
    raw = _bytes(path, home or root, Position(name), faults)
    return Document(name, None, tuple(faults.found)) if raw is None else understood(raw, name)


def lines(path: Path, root: Path, faults: Collector) -> list[str]:
    """The lines of a file that is no YAML; none, and a fault, where it cannot be read whole."""
    name = path.relative_to(root).as_posix()
    own = Collector()
    raw = _bytes(path, root, Position(name), own)
    text = None if raw is None else _decode(raw, name, own)
    faults.found.extend(own.found)
    return [] if text is None else text.split("\n")


def understood(raw: bytes, name: str) -> Document:
    """What the file of that name holds, as nodes; what cannot be read whole has no root."""
    faults = Collector()
    text = _decode(raw, name, faults)
    node = None if text is None else compose(text, name, faults)
    return Document(name, None if errors(faults.found) else node, tuple(faults.found))


def _bytes(path: Path, root: Path, start: Position, faults: Collector) -> bytes | None:
    """What the file holds, which is never more than the limit; None and a fault otherwise."""
    plans = Path(os.path.realpath(root)) / "plans"
    if not Path(os.path.realpath(path)).is_relative_to(plans):
        faults.report(start, FILE_OUTSIDE_PLANS, message("The file is a link out of the plans folder."))
        return None
    try:
        if not path.is_file():
            missing, other = message("The file does not exist."), message("This is not a file.")
            faults.report(start, FILE_MISSING, other if path.exists() else missing)
            return None
        with path.open("rb") as file:
            raw = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        refused = message("The file cannot be opened ({reason}).", reason=error.strerror or error)
        faults.report(start, FILE_MISSING, refused)
        return None
    if len(raw) > SIZE_LIMIT:
        large = message("The file is larger than {limit} bytes.", limit=SIZE_LIMIT)
        faults.report(start, FILE_TOO_LARGE, large)
        return None
    return raw


def _decode(raw: bytes, name: str, faults: Collector) -> str | None:
    """The text with one kind of line end; None and a fault where it is in another encoding."""
    try:
        text = decoded(raw)
    except UnicodeDecodeError as error:
        place = _place(_with_one_line_end(raw[: error.start].decode("utf-8-sig", "replace")), name)
    else:
        if "\0" not in text[:2]:
            return _without_control_characters(text, name, faults)
        place = Position(name)
    what = message("The file is not UTF-8 text here.")
    faults.report(place, NOT_UTF_8, what, message("Save the file with the encoding UTF-8."))
    return None


def decoded(raw: bytes) -> str:
    """The text of a file that could be read, without a mark of byte order, lines ended in one way."""
    return _with_one_line_end(raw.decode("utf-8-sig"))


def _with_one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without_control_characters(text: str, name: str, faults: Collector) -> str | None:
    for match in islice(FORBIDDEN.finditer(text), CHARACTER_LIMIT):
        place = _place(text[: match.start()], name)
        faults.report(place, CONTROL_CHARACTER, *control_character(match[0]))
    return None if faults.found else text


def _place(before: str, name: str) -> Position:
    return Position(name, before.count("\n") + 1, len(before) - before.rfind("\n"))

"""Floor 4: finds, decodes and guards the source files."""

import os
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Collector, Diagnostic, Position, message
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


@dataclass(frozen=True, slots=True)
class Document:
    """One source file: its path below the project root, its content, its faults."""

    path: str
    root: Node | None
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class UnionFolder:
    """The files of one union: who it is, and its plans."""

    id: str
    union: Path
    plans: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Inventory:
    """Every source file below `plans/`, by kind, in a stable order."""

    federation: Path
    strategies: tuple[Path, ...]
    unions: tuple[UnionFolder, ...]
    strays: tuple[Path, ...]


def find(root: Path) -> Inventory:
    """The sources of the project at `root`; strays are files that no rule of the layout knows."""
    plans = root / "plans"
    folders = [
        UnionFolder(folder.name, folder / "fagforening.yml", _plans_in(folder))
        for folder in _entries(plans / "fagforeninger")
        if folder.is_dir()
    ]
    strategies = tuple(path for path in _entries(plans / "strategi") if path.suffix == ".yml")
    known = {plans / "forbund.yml", *strategies}
    known.update(path for folder in folders for path in (folder.union, *folder.plans))
    strays = tuple(path for path in sorted(plans.rglob("*")) if _is_stray(path, known, plans))
    return Inventory(plans / "forbund.yml", strategies, tuple(folders), strays)


def _entries(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _plans_in(folder: Path) -> tuple[Path, ...]:
    return tuple(
        path
        for path in _entries(folder)
        if path.suffix == ".yml" and path.name != "fagforening.yml" and not path.is_dir()
    )


def _is_stray(path: Path, known: set[Path], plans: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(plans).parts)
    return path.is_file() and not hidden and path not in known and path.name != "README.md"


def read(path: Path, root: Path) -> Document:
    """The file as nodes; a file that cannot be read whole has diagnostics and no root."""
    name = path.relative_to(root).as_posix()
    faults = Collector()
    text = _decode(path, root, Position(name), faults)
    node = None if text is None else compose(text, name, faults)
    return Document(name, None if faults.found else node, tuple(faults.found))


def _decode(path: Path, root: Path, start: Position, faults: Collector) -> str | None:
    plans = os.path.realpath(root / "plans")
    if not Path(os.path.realpath(path)).is_relative_to(plans):
        faults.report(start, FILE_OUTSIDE_PLANS, message("The file is a link out of the plans folder."))
        return None
    if not path.is_file():
        faults.report(start, FILE_MISSING, message("The file does not exist."))
        return None
    if path.stat().st_size > SIZE_LIMIT:
        faults.report(
            start, FILE_TOO_LARGE, message("The file is larger than {limit} bytes.", limit=SIZE_LIMIT)
        )
        return None
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.report(
            _place(raw[: error.start].decode("utf-8-sig", "replace"), start.file),
            NOT_UTF_8,
            message("The file is not UTF-8 text here."),
            message("Save the file with the encoding UTF-8."),
        )
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _without_control_characters(lines, start.file, faults)


def _without_control_characters(text: str, name: str, faults: Collector) -> str | None:
    for match in FORBIDDEN.finditer(text):
        place = _place(text[: match.start()], name)
        faults.report(place, CONTROL_CHARACTER, *control_character(match[0]))
    return None if faults.found else text


def _place(before: str, name: str) -> Position:
    lines = before.split("\n")
    return Position(name, len(lines), len(lines[-1]) + 1)

"""Floor 7: every source file to one body of plans, with what was found wrong on the way."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

from generator import address_lists, parse, processes, sources
from generator.diagnostics import Collector, Diagnostic, Position, Silence, errors, message
from generator.fields import is_identifier
from generator.model import Body, Noted, Plan, Union
from generator.nodes import Node
from generator.read_before import ReadBefore
from generator.reading_rules import FILE_MISSING, FILE_NOT_READ, INVALID_FOLDER_NAME
from generator.sources import Inventory, UnionFolder
from generator.value_types import quickly_pickled

_Part = TypeVar("_Part")

Inspect = Callable[[Node], Iterable[Diagnostic]]

MANY = 100
"""Folders that are worth a process of their own, which takes as long to start as to read some dozens."""

SHARE = 25
"""Folders that a process reads at a time, so that none is idle long before the others are done."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """`body` is None where the federation or a strategy, on which all else rests, has an error."""

    body: Body | None
    folders: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    silences: tuple[Silence, ...]


def _nothing(_: Node) -> Iterable[Diagnostic]:
    return ()


def load(
    root: Path,
    inspect: Inspect = _nothing,
    only: Collection[str] | None = None,
    before: ReadBefore | None = None,
) -> Loaded:
    """The sources of the project at `root`, as far as they can be read; of the unions `only` some.

    `inspect` sees the nodes of each file, which are then let go, and says what is wrong with them;
    a function of a module, which other processes can find by its name.  What was read `before` with the same
    one is recalled.
    """
    inventory = sources.find(root)
    base = ground(root, inventory, inspect)
    wanted = [each for each in base.folders if only is None or each.id in only]
    unions = recalled_unions(root, wanted, inspect, before)
    body = base.body and replace(base.body, unions=tuple(each.union for each in unions if each.union))
    return Loaded(
        body,
        tuple(each.id for each in base.folders),
        (*base.diagnostics, *(fault for each in unions for fault in each.diagnostics)),
        (*base.silences, *(silence for each in unions for silence in each.silences)),
    )


@dataclass(frozen=True, slots=True)
class Ground:
    """What all unions' plans rest on, as a body without unions, and the folders that unions are read from."""

    body: Body | None
    folders: tuple[UnionFolder, ...]
    diagnostics: tuple[Diagnostic, ...]
    silences: tuple[Silence, ...]


@quickly_pickled
@dataclass(frozen=True, slots=True)
class ReadUnion:
    """What was read from a union's folder; `union` is None where it cannot be told whose it is."""

    union: Union | None
    diagnostics: tuple[Diagnostic, ...]
    silences: tuple[Silence, ...]


def ground(root: Path, inventory: Inventory, inspect: Inspect = _nothing) -> Ground:
    """The sources of the inventory but the unions', and what is wrong with the layout of all."""
    loader = _Loader(root, Collector(), inspect)
    federation = loader.read(inventory.federation, parse.federation)
    strategies = loader.all(inventory.strategies, parse.strategy)
    founded = not errors(loader.faults.found)
    folders = tuple(folder for folder in inventory.unions if loader.is_named_soundly(folder))
    loader.strays(inventory)
    loader.closed(inventory)
    in_order = tuple(sorted(strategies, key=lambda each: each.period))
    published = tuple(chain.from_iterable(map(loader.published, inventory.published)))
    body = (
        Body(federation=federation, strategies=in_order, unions=(), published=published)
        if federation and founded
        else None
    )
    return Ground(body, folders, tuple(loader.faults.found), tuple(loader.faults.silences))


def read_unions(
    root: Path, folders: Sequence[UnionFolder], inspect: Inspect = _nothing, home: Path | None = None
) -> Iterator[ReadUnion]:
    """What stands in each of the folders; where there are many, several processes read them.

    `home` is the project that they are of, where that is another one, which is kept in ours.
    """
    parts = [_Share(root, inspect, each, home) for each in shares(folders)]
    for read in processes.each(_read_share, parts, len(folders) // MANY):
        yield from read


def recalled_unions(
    root: Path, folders: Sequence[UnionFolder], inspect: Inspect, before: ReadBefore | None
) -> list[ReadUnion]:
    """What stands in each of the folders, recalled where it was read `before`, else read and kept there."""
    if before is None:
        return list(read_unions(root, folders, inspect))
    recalled = {each.id: before.recall(each) for each in folders}
    known = {id_: read for id_, read in recalled.items() if isinstance(read, ReadUnion)}
    unknown = [each for each in folders if each.id not in known]
    for folder, read in zip(unknown, read_unions(root, unknown, inspect), strict=True):
        before.keep(folder, read)
        known[folder.id] = read
    return [known[each.id] for each in folders]


def shares(folders: Sequence[UnionFolder]) -> list[Sequence[UnionFolder]]:
    """The folders in the portions that a process is given at a time."""
    return [folders[start : start + SHARE] for start in range(0, len(folders), SHARE)]


@dataclass(frozen=True, slots=True)
class _Loader:
    root: Path
    faults: Collector
    inspect: Inspect
    home: Path | None = None

    def read(self, path: Path, build: Callable[[Node, Collector], _Part | None]) -> _Part | None:
        document = sources.read(path, self.root, self.home)
        self.faults.found.extend(document.diagnostics)
        if document.root is None:
            return None
        self.faults.found.extend(self.inspect(document.root))
        return build(document.root, self.faults)

    def all(
        self, paths: tuple[Path, ...], build: Callable[[Node, Collector], _Part | None]
    ) -> tuple[_Part, ...]:
        found = (self.read(path, build) for path in paths)
        return tuple(part for part in found if part is not None)

    def is_named_soundly(self, folder: UnionFolder) -> bool:
        """Whether the folder's name can be an id, which becomes part of addresses; else a fault."""
        if is_identifier(folder.id):
            return True
        self.faults.report(
            Position(folder.union.parent.relative_to(self.root).as_posix()),
            INVALID_FOLDER_NAME,
            message("The folder's name cannot be part of an address."),
            message("Use the letters a-z, digits and hyphens only, for example “hele-stillinger”."),
        )
        return False

    def union(self, folder: UnionFolder) -> Union | None:
        """The union with those of its plans that could be read."""

        def of_folder(root: Node, faults: Collector) -> Union | None:
            return parse.union(root, folder.id, faults)

        union = self.read(folder.union, of_folder)
        language = union.language if union else ""

        def plan(root: Node, faults: Collector) -> Plan | None:
            return parse.plan(root, folder.id, faults, language)

        plans = tuple(sorted(self.all(folder.plans, plan), key=lambda each: each.period))
        unread = {path.stem for path in folder.plans} - {each.period.id for each in plans}
        noted = self.published(folder.published) if folder.published else ()
        return union and replace(
            union, plans=plans, published=address_lists.without_plans(noted, folder.id, unread)
        )

    def published(self, path: Path) -> tuple[Noted, ...]:
        """The addresses that the list names."""
        return address_lists.read(path, self.root, self.faults)

    def closed(self, inventory: Inventory) -> None:
        """Reports the folders that cannot be opened: what they hide would vanish from the site."""
        for path in inventory.closed:
            place = Position(path.relative_to(self.root).as_posix())
            self.faults.report(place, FILE_MISSING, message("The folder cannot be opened."))

    def strays(self, inventory: Inventory) -> None:
        for path in inventory.strays:
            self.faults.report(
                Position(path.relative_to(self.root).as_posix()),
                FILE_NOT_READ,
                message("Nothing reads this file."),
                message("Plans are named after their period, for example fagforeninger/as/2024-2025.yml."),
            )


@dataclass(frozen=True, slots=True)
class _Share:
    """What one of several processes reads."""

    root: Path
    inspect: Inspect
    folders: Sequence[UnionFolder]
    home: Path | None = None


@processes.collector_held_off()
def _read_share(share: _Share) -> list[ReadUnion]:
    return [_read_union(share, folder) for folder in share.folders]


def _read_union(share: _Share, folder: UnionFolder) -> ReadUnion:
    loader = _Loader(share.root, Collector(), share.inspect, share.home)
    union = loader.union(folder)
    return ReadUnion(union, tuple(loader.faults.found), tuple(loader.faults.silences))


def sound(body: Body, found: tuple[Diagnostic, ...]) -> Body:
    """The body without the plans, and the unions, in whose own file an error stands."""
    faulty = {each.position.file for each in errors(found)}
    unions = (
        replace(union, plans=tuple(plan for plan in union.plans if plan.position.file not in faulty))
        for union in body.unions
        if union.position.file not in faulty
    )
    return replace(body, unions=tuple(unions))

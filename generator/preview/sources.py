"""The sources as they are, and what is wrong with them; only what changed is read and checked again."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from pathlib import Path, PurePosixPath

from generator import address_lists, federated, processes, sources
from generator.checks import OF_ALL, OF_ONE, RULES, check, check_texts, is_private
from generator.diagnostics import Diagnostic, errors, in_order
from generator.examination import is_blind, is_of_all
from generator.history.archive import Archive
from generator.load import (
    MANY,
    Ground,
    Loaded,
    ReadUnion,
    ground,
    read_unions,
    recalled_unions,
    shares,
    sound,
)
from generator.model import Body, Union
from generator.preview.stamps import Stamp, Stamps, changed, stamps
from generator.read_before import ReadBefore
from generator.silences import silence
from generator.sources import UnionFolder

_UNIONS = "plans/fagforeninger/"


@dataclass(frozen=True, slots=True)
class Checked:
    """A union's folder: what was read, what of it is sound, and what is wrong with it, in order."""

    folder: str
    read: ReadUnion
    sound: Union | None
    found: tuple[Diagnostic, ...]
    errors: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Sources:
    """All sources at one moment; `general` is what is wrong beside the folders of unions."""

    ground: Ground
    unions: tuple[Checked, ...]
    general: tuple[Diagnostic, ...]
    archive: Archive

    @cached_property
    def found(self) -> tuple[Diagnostic, ...]:
        """All that is wrong."""
        return in_order((*self.general, *chain.from_iterable(each.found for each in self.unions)))

    @cached_property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What stops the plan it stands in."""
        wrong = (*errors(self.general), *chain.from_iterable(each.errors for each in self.unions))
        return in_order(wrong)

    @cached_property
    def faulty(self) -> frozenset[str]:
        """The folders of unions in which an error stands."""
        return frozenset(each.folder for each in self.unions if each.errors)

    @cached_property
    def loaded(self) -> Loaded:
        """What was read, sound or not."""
        unions = tuple(each.read.union for each in self.unions if each.read.union)
        body = self.ground.body and replace(self.ground.body, unions=unions)
        return Loaded(body, tuple(each.folder for each in self.unions), (), ())

    @cached_property
    def body(self) -> Body | None:
        """What can be shown: None where all rests on something that has an error."""
        if self.ground.body is None or any(map(is_of_all, errors(self.general))):
            return None
        return replace(self.ground.body, unions=tuple(each.sound for each in self.unions if each.sound))

    def news(self, before: "Sources", files: Collection[str]) -> tuple[Diagnostic, ...]:
        """What is wrong in the files, and anywhere if it was not before."""
        pairs = [(self.general, before.general)]
        for each in self.unions:
            earlier = before.of_folder(each.folder)
            if each is not earlier:
                pairs.append((each.found, earlier.found if earlier else ()))
        return in_order(
            fault
            for found, earlier_found in pairs
            for fault in {*found}.difference(earlier_found)
            | {one for one in found if one.position.file in files}
        )

    def of_folder(self, folder: str) -> Checked | None:
        """What there is of the union in the folder."""
        return self._by_folder.get(folder)

    @cached_property
    def _by_folder(self) -> dict[str, Checked]:
        return {each.folder: each for each in self.unions}


class Stock:
    """Keeps what was read and checked of the project at `root` as long as what it was made of stays.

    At the first look, what was read `before` is recalled, where that is given.
    """

    def __init__(self, root: Path, before: ReadBefore | None = None) -> None:
        self._root, self._before = root, before
        self._stamps: Stamps = {}
        self._inventory = sources.Inventory(root)
        self._bare: Ground | None = None
        self._now: Sources | None = None

    @processes.collector_held_off()
    def look(self) -> tuple[Sources, frozenset[str]]:
        """The sources as they are, and the files that changed since the last look."""
        found = stamps(self._root, "plans") | _of_guests(self._root)
        news = frozenset(changed(self._stamps, found))
        moved = found.keys() != self._stamps.keys() or self._now is None
        if self._now is not None and not news and not self._now.archive.is_outdated:
            return self._now, news
        if moved:
            self._inventory = sources.find(self._root)
        self._stamps, self._now = found, self._looked(news, moved=moved)
        return self._now, news

    def _looked(self, news: frozenset[str], *, moved: bool) -> Sources:
        before = self._now
        own = [path for path in news if not path.startswith(federated.FOLDER)]
        founded = before is not None and all(path.startswith(_UNIONS) for path in own)
        base = self._ground(before, founded=founded and not moved, guests=len(own) < len(news))
        archive = before.archive if before else Archive(self._root, is_private)
        if before is None or not founded or archive.is_outdated:
            archive = Archive(self._root, is_private)
        archive.forget(news)
        kept = {each.folder: each for each in before.unions} if before else {}
        same = before is not None and founded and before.archive is archive
        study = _Study(self._root, base, archive, None if before else self._before)
        unions = tuple(self._unions(study, kept, news, same=same))
        return Sources(base, unions, _general(base, unions, archive), archive)

    def _ground(self, before: Sources | None, *, founded: bool, guests: bool) -> Ground:
        """What all rests on: as it was where nothing of it changed, with the unions of other sites."""
        if before is not None and founded and not guests:
            return before.ground
        if self._bare is None or not founded:
            self._bare = ground(self._root, self._inventory, check_texts)
        return _with_guests(self._root, self._bare)

    def _unions(
        self, study: "_Study", kept: dict[str, Checked], news: frozenset[str], *, same: bool
    ) -> Iterator[Checked]:
        """The unions in the order of their folders, read again where files changed, else checked at most."""
        touched = folders_of(news)
        stale = [each for each in study.ground.folders if each.id in touched or each.id not in kept]
        fresh = dict(zip((each.id for each in stale), study.all(stale), strict=True))
        for folder in study.ground.folders:
            if folder.id in fresh:
                yield fresh[folder.id]
            else:
                yield kept[folder.id] if same else study.check(folder.id, kept[folder.id].read)


def _of_guests(root: Path) -> dict[str, Stamp]:
    """The stamps of the copies of other sites' plans."""
    copies = sorted(path.name for path in (root / federated.FOLDER).glob("[!.]*") if path.is_dir())
    return {
        path: each
        for name in copies
        for path, each in stamps(root, f"{federated.FOLDER}{name}/plans").items()
    }


def _with_guests(root: Path, base: Ground) -> Ground:
    """What all rests on, with the unions of other sites."""
    if base.body is None:
        return base
    body, found = federated.welcome(root, base.body)
    return replace(base, body=body, diagnostics=(*base.diagnostics, *found))


@dataclass(frozen=True, slots=True)
class _Study:
    """Reads and checks unions, on what all rest on; recalls what was read `before`, where that is given."""

    root: Path
    ground: Ground
    archive: Archive
    before: ReadBefore | None = None

    def all(self, folders: Sequence[UnionFolder]) -> Iterator[Checked]:
        """What stands in each of the folders; where there are many, several processes look."""
        if len(folders) > MANY:
            self.archive.is_there  # noqa: B018 - read once, for all processes
        parts = [(self, each) for each in shares(folders)]
        return chain.from_iterable(processes.each(_all, parts, len(folders) // MANY))

    def check(self, folder: str, read: ReadUnion) -> Checked:
        """What is wrong with the union by itself, less what its silences silence."""
        base = self.ground.body
        body = base and read.union and replace(base, unions=(read.union,), guests=())
        found = check(body, self.archive, OF_ONE) if body else ()
        own = (each for each in found if each.position.file.startswith(f"{_UNIONS}{folder}/"))
        left = in_order(
            silence((*read.diagnostics, *own), read.silences, RULES, partial(is_blind, self.archive))
        )
        unions = sound(body, left).unions if body else ()
        return Checked(folder, read, unions[0] if unions else None, left, errors(left))


@processes.collector_held_off()
def apart(now: Sources, root: Path, archive: Archive, differing: Collection[str]) -> Sources:
    """Another edition of the sources, which lies at `root`; only the `differing` files are read there.

    Where what all rest on differs, all unions are checked again.
    """
    base = _with_guests(root, ground(root, sources.find(root), check_texts))
    study = _Study(root, base, archive)
    same = all(map(is_of_union, differing))
    touched = folders_of(differing)
    kept = {each.folder: each for each in now.unions if each.folder not in touched}
    stale = [each for each in base.folders if each.id not in kept]
    fresh = dict(zip((each.id for each in stale), study.all(stale), strict=True))
    unions = tuple(
        fresh[each.id]
        if each.id in fresh
        else kept[each.id]
        if same
        else study.check(each.id, kept[each.id].read)
        for each in base.folders
    )
    return Sources(base, unions, _general(base, unions, archive), archive)


@processes.collector_held_off()
def some(root: Path, archive: Archive, wanted: Collection[str]) -> Sources:
    """The sources of which the plans of the wanted folders alone are read; of the others, who they are."""
    base = _with_guests(root, ground(root, sources.find(root), check_texts))
    study = _Study(root, base, archive)
    mine = [each for each in base.folders if each.id in wanted]
    others = [replace(each, plans=(), published=None) for each in base.folders if each.id not in wanted]
    found = {each.folder: each for each in study.all(mine)}
    for folder, read in zip(others, read_unions(root, others), strict=True):
        found[folder.id] = Checked(folder.id, read, read.union, (), ())
    unions = tuple(found[each.id] for each in base.folders)
    return Sources(base, unions, _general(base, unions, archive), archive)


def is_of_union(path: str) -> bool:
    """Whether the file is of one union alone."""
    return path.startswith((_UNIONS, address_lists.FOLDER))


def folders_of(files: Iterable[str]) -> set[str]:
    """The folders of the unions that the files belong to."""
    every = list(files)
    touched = {path.split("/")[2] for path in every if path.startswith(_UNIONS)}
    return touched | {PurePosixPath(path).stem for path in every if path.startswith(address_lists.FOLDER)}


@processes.collector_held_off()
def _all(share: tuple[_Study, Sequence[UnionFolder]]) -> list[Checked]:
    study, folders = share
    reads = recalled_unions(study.root, folders, check_texts, study.before)
    return [study.check(folder.id, read) for folder, read in zip(folders, reads, strict=True)]


def _general(base: Ground, unions: Iterable[Checked], archive: Archive) -> tuple[Diagnostic, ...]:
    """What is wrong with what all rest on, and with all together."""
    found: tuple[Diagnostic, ...] = ()
    if base.body is not None:
        read = tuple(each.read.union for each in unions if each.read.union)
        whole = replace(base.body, unions=read)
        found = (*check(base.body, archive, OF_ONE), *check(whole, archive, OF_ALL))
    left = silence((*base.diagnostics, *found), base.silences, RULES, partial(is_blind, archive))
    return in_order(left)

"""Floor 15: the plans as they are staged in git: what is wrong with those that changed, and their form."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import federated, sources
from generator.checks import is_private
from generator.diagnostics import Diagnostic, errors
from generator.examination import examine, examine_unions
from generator.history.archive import Archive
from generator.history.staging import Staged, changed_paths, lay_out, staged
from generator.sources import SIZE_LIMIT
from generator.writing import canonical

_GROUND = ("plans/forbund.yml", "plans/strategi")
"""What the plans of all unions rest on."""


@dataclass(frozen=True, slots=True)
class Reform:
    """A staged file that is not in canonical form: what it holds, and what it would hold."""

    file: Staged
    raw: bytes
    canonical: bytes


@dataclass(frozen=True, slots=True)
class Verdict:
    """The errors in what is to be committed, and what is to have another form."""

    errors: tuple[Diagnostic, ...] = ()
    reforms: tuple[Reform, ...] = ()


def judge(root: Path, there: Path) -> Verdict:
    """What is to be said of the plans that the next commit of the project changes.

    They are laid out in the folder `there`, with what they rest on.  Where all plans rest on what changed,
    or a union goes, all are looked at; else only the unions that changed, which takes as long for any number.
    Raises NoIndexError.
    """
    changed = changed_paths(root)
    if not changed:
        return Verdict()
    unions = _unions(changed)
    files = staged(root, _needed(unions))
    if not unions or not _are_there(unions, files):
        unions, files = frozenset(), staged(root, ("plans",))
    lay_out(root, files, there, SIZE_LIMIT)
    archive = Archive(root, is_private)
    found = examine_unions(there, unions, archive) if unions else examine(there, archive)[1]
    ours = tuple(each for each in errors(found) if not each.position.file.startswith(federated.FOLDER))
    return Verdict(ours, () if ours else tuple(_reforms(there, files, changed)))


def _unions(changed: Iterable[str]) -> frozenset[str]:
    """The unions that the files are of; none where one of them is of no union."""
    found = frozenset(map(sources.union_of, changed))
    return frozenset() if "" in found else found


def _needed(unions: Iterable[str]) -> tuple[str, ...]:
    folders = (f"plans/fagforeninger/{each}" for each in unions)
    lists = (f"plans/adresser/fagforeninger/{each}.txt" for each in unions)
    return (*_GROUND, *folders, *lists)


def _are_there(unions: Iterable[str], files: Iterable[Staged]) -> bool:
    paths = {each.path for each in files}
    return all(f"plans/fagforeninger/{each}/fagforening.yml" in paths for each in unions)


def _reforms(there: Path, files: Iterable[Staged], changed: Collection[str]) -> Iterator[Reform]:
    """What changed and is not in canonical form."""
    kinds = sources.kinds(there)
    for each in files:
        path = there / each.path
        root = sources.read(path, there).root if each.path in changed and path in kinds else None
        if root is not None:
            raw = path.read_bytes()
            formed = canonical(sources.decoded(raw), root, kinds[path]).encode()
            if formed != raw:
                yield Reform(each, raw, formed)

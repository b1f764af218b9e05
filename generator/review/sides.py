"""The sources before a change and after it, read and checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import address_lists
from generator.checks import is_private
from generator.diagnostics import Collector
from generator.history.archive import Archive
from generator.history.snapshot import files_of, snapshot
from generator.load import MANY
from generator.model import Body
from generator.preview.sources import Sources, Stock, apart, folders_of, is_of_union, some
from generator.sources import find


@dataclass(frozen=True, slots=True)
class Sides:
    """The sources before and now; the files that there were and are; those of them that differ.

    `struck` counts the addresses taken out of the lists of what was published, from which nothing is taken.
    Where `partial`, only the plans of unions whose files differ are read, on both sides.
    """

    before: Sources
    now: Sources
    files_before: frozenset[str]
    files_now: frozenset[str]
    differing: frozenset[str]
    struck: int
    partial: bool

    @property
    def foundation(self) -> Body | None:
        """What plans rest on, of now if it can be read, else of before."""
        return self.now.ground.body or self.before.ground.body


def sides(root: Path, revision: str) -> Sides:
    """The project at `root` as it is, and as it was where it forked from the revision.

    Raises NoSnapshotError where git cannot tell.
    """
    earlier = snapshot(root, revision)
    differing = earlier.differing(root)
    partial = len(find(root).unions) > MANY and all(map(is_of_union, differing))
    now = _some(root, differing) if partial else Stock(root).look()[0]
    with TemporaryDirectory(prefix="planverk-") as name:
        folder = Path(name)
        earlier.lay_out(root, folder)
        archive = Archive(folder, is_private, root, earlier.commit)
        before = apart(now, folder, archive, differing) if differing else now
        lists = [each for each in sorted(differing) if each.startswith(address_lists.FOLDER)]
        struck = len(_noted(folder, lists) - _noted(root, lists))
    every = frozenset(earlier.files), frozenset(files_of(root))
    return Sides(before, now, *every, differing, struck, partial)


def _some(root: Path, differing: frozenset[str]) -> Sources:
    return some(root, Archive(root, is_private), folders_of(differing))


def _noted(root: Path, lists: Iterable[str]) -> set[str]:
    """The addresses in those of the lists that there are."""
    there = (root / each for each in lists if (root / each).is_file())
    return {one.address for path in there for one in address_lists.read(path, root, Collector())}

"""Floor 13: what was made of unions of which nothing has changed since an earlier build.

A union's pages and papers are made of its own sources and history, the federation, the strategies, the day
and the templates, and of no other union; a test builds each union alone and sees that they are the same.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from generator import addresses, kept
from generator.kept import Kept
from generator.language import Language
from generator.model import Union
from generator.pages import Part
from generator.press import Page
from generator.views.common import Scene


def of_shared_files(root: Path) -> str:
    """A hash of the files that all unions' pages are made of: federation, strategies, templates.

    What is no file, or cannot be read, is left to those who read it: they say what is wrong with it.
    """
    folders = ("plans", "*.yml"), ("plans/strategi", "*.yml"), ("templates", "*.*")
    found = chain.from_iterable((root / folder).glob(names) for folder, names in folders)
    return kept.of_files(each for each in found if each.is_file() and os.access(each, os.R_OK))


@dataclass(frozen=True, slots=True)
class Origin:
    """What a scene was read from: the shared files as they were before, and each union's, by its id.

    A union is not there of whom that is not known for sure; nothing made of it is kept.
    """

    root: Path
    shared: str
    unions: Mapping[str, str]

    @property
    def is_outdated(self) -> bool:
        """Whether the shared files are others now."""
        return of_shared_files(self.root) != self.shared


class UnionMemory:
    """Recalls what was made of each union of the scene in one language, or has it made and keeps it."""

    def __init__(self, origin: Origin, folder: Path, scene: Scene, language: Language) -> None:
        said = (language.code, language.first, scene.today.isoformat(), scene.site, repr(scene.forge))
        self._kept = Kept(folder, kept.fingerprint(kept.of_program(), origin.shared, *said))
        self._origin, self._scene = origin, scene
        self._made_beside = _by_folder(scene)
        self._names: set[str] = set()

    def part(self, union: Union, part: Part) -> Part:
        """What recalls the union's pages, or makes them."""
        return Part(part.places, partial(self._pages, self._named(union), part))

    def texts(self, union: Union, make: Callable[[], list[str]]) -> list[str]:
        """What the function makes of the union's plans."""
        return self.remembered(union, make)()

    def remembered(self, union: Union, make: Callable[[], list[str]]) -> Callable[[], list[str]]:
        """What recalls that, or has it made; another process may do so."""
        return partial(self._recalled, self._named(union), make)

    def clear(self) -> None:
        """Lets go of the pages that no union has any more; of all, where shared files changed meanwhile."""
        self._kept.clear(() if self._origin.is_outdated else self._names)

    def _named(self, union: Union) -> str | None:
        """By what name that which is made of the union is kept."""
        read_from = self._origin.unions.get(union.id)
        if read_from is None:
            return None
        name = self._kept.name(read_from, *self._ingredients(union))
        self._names.add(name)
        return name

    def _ingredients(self, union: Union) -> Iterable[str]:
        history = self._scene.history
        for plan in union.plans:
            yield plan.period.id
            yield repr(history.get(plan.position.file) if history is not None else "no history")
        yield from self._made_beside[union.id]

    def _pages(self, name: str | None, make: Part) -> list[Page]:
        known = self._recalled(name, lambda: [said for page in make() for said in (page.path, page.text)])
        return [Page(path, text) for path, text in zip(known[::2], known[1::2], strict=True)]

    def _recalled(self, name: str | None, make: Callable[[], list[str]]) -> list[str]:
        if name is None:
            return make()
        known = self._kept.recall_texts(name)
        if known is None:
            known = make()
            self._kept.keep_texts(name, known)
        return known


def _by_folder(scene: Scene) -> dict[str, list[str]]:
    """The files that this build has made beside the pages, by union."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in sorted(each.page for each in scene.files):
        found[addresses.union_of(each)].append(each)
    return found

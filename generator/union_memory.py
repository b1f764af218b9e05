"""Floor 13: what was made of unions of which nothing has changed since an earlier build.

A union's pages and papers are made of its own sources and history, the federation, the strategies, the day
and the templates, and of no other union; a test builds each union alone and sees that they are the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
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


class UnionMemory:
    """Recalls what was made of each union of the scene in one language, or has it made and keeps it."""

    def __init__(self, root: Path, folder: Path, scene: Scene, language: Language) -> None:
        shared = (root / "plans").glob("*.yml"), (root / "plans/strategi").glob("*.yml")
        files = chain(*shared, (root / "templates").glob("*.*"))
        said = (language.code, language.first, scene.today.isoformat(), scene.site, repr(scene.forge))
        self._kept = Kept(folder, kept.fingerprint(kept.of_program(), kept.of_files(files), *said))
        self._root, self._scene = root, scene
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
        """Lets go of the pages that no union has any more."""
        self._kept.clear(self._names)

    def _named(self, union: Union) -> str:
        """By what name that which is made of the union is kept."""
        name = self._kept.name(*self._ingredients(union))
        self._names.add(name)
        return name

    def _ingredients(self, union: Union) -> Iterable[str | bytes]:
        history = self._scene.history
        yield (self._root / union.position.file).read_bytes()
        for plan in union.plans:
            yield plan.period.id
            yield (self._root / plan.position.file).read_bytes()
            yield repr(history.get(plan.position.file) if history is not None else "no history")
        yield from self._made_beside[union.id]

    def _pages(self, name: str, make: Part) -> list[Page]:
        known = self._recalled(name, lambda: [said for page in make() for said in (page.path, page.text)])
        return [Page(path, text) for path, text in zip(known[::2], known[1::2], strict=True)]

    def _recalled(self, name: str, make: Callable[[], list[str]]) -> list[str]:
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

"""Floor 12: the whole story: sources, model, checks, red thread, views, pages, files."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator import addresses, thread
from generator.checks import RULES, check, check_texts
from generator.diagnostics import Diagnostic, Message, errors, in_order, message
from generator.language import Language
from generator.load import Loaded, load, sound
from generator.model import Body
from generator.pages import Press, pages
from generator.publish import Published, publish
from generator.silences import silence
from generator.views.common import Scene
from generator.views.places import UnionWithoutPlan

Announce = Callable[[Message], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found, and what was published; `published` is None where nothing could be."""

    diagnostics: tuple[Diagnostic, ...]
    published: Published | None = None

    @property
    def sound(self) -> bool:
        """Whether no source has an error."""
        return not errors(self.diagnostics)


def examine(root: Path) -> tuple[Loaded, tuple[Diagnostic, ...]]:
    """The sources of the project at `root`, and all that is wrong with them, in stable order."""
    loaded = load(root, check_texts)
    found = check(loaded.body) if loaded.body else ()
    left = silence((*loaded.diagnostics, *found), loaded.silences, RULES)
    return loaded, in_order(left)


def generate(root: Path, today: datetime.date, announce: Announce, site: str = "") -> Outcome:
    """Writes the pages of every sound plan below `docs/`; the finished site's address begins with `site`.

    An error stops the plan it stands in: its earlier pages stay.  An error in the federation or
    a strategy, on which all plans rest, stops everything, and all earlier pages stay.
    Raises NotOursError where a file of somebody else is in the way.
    """
    announce(message("Reading the plans"))
    loaded, diagnostics = examine(root)
    if loaded.body is None or any(_is_of_all(fault) for fault in errors(diagnostics)):
        return Outcome(diagnostics)
    body = sound(loaded.body, diagnostics)
    scene = Scene(body, thread.spin(body), today, site)
    announce(message("Making the pages"))
    press = Press(root / "templates", Language(body.federation.languages[0]))
    made = pages(scene, press, _without_plan(loaded, body))
    announce(message("Writing {n} pages", n=len(made)))
    return Outcome(diagnostics, publish(root / "docs", made, _held(loaded, diagnostics)))


def _is_of_all(fault: Diagnostic) -> bool:
    """Whether the fault stands in the federation or a strategy, on which all plans rest."""
    return not fault.position.file.startswith("plans/fagforeninger/")


def _without_plan(loaded: Loaded, body: Body) -> list[UnionWithoutPlan]:
    """The unions of which no plan is published: they have none, or their files have errors."""
    names = {union.id: union.name for union in (loaded.body.unions if loaded.body else ())}
    published = {union.id for union in body.unions if union.plans}
    return [
        UnionWithoutPlan(addresses.union(folder), names.get(folder, folder))
        for folder in loaded.folders
        if folder not in published
    ]


def _held(loaded: Loaded, diagnostics: tuple[Diagnostic, ...]) -> frozenset[str]:
    """The pages that stay as they are, because an error stands in a file they are made of.

    What a union's pages tell of all its plans stays as well; those of its other plans do not.
    """
    held: set[str] = set()
    for fault in errors(diagnostics):
        path = PurePosixPath(fault.position.file)
        folder = addresses.union_folder(path.parent.name)
        if path.parent.name in loaded.folders:
            whole = path.name == "fagforening.yml"
            held |= {folder} if whole else addresses.made_of_plan(path.parent.name, path.stem)
    return frozenset(held)

"""Floor 12: all that is made beside the pages, in the order in which it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Message
from generator.media.cards import cards
from generator.media.plan_papers import plan_papers
from generator.media.store import Made, Store
from generator.press import Press
from generator.views.common import Scene


@dataclass(frozen=True, slots=True)
class Media:
    """What there is now, and what to say of what could not be made."""

    files: tuple[Made, ...] = ()
    left_out: tuple[Message, ...] = ()


def make(scene: Scene, press: Press, css: Path, folder: Path, announce: Callable[[Message], None]) -> Media:
    """Makes what is new or changed, keeps it in the folder, and clears what is of no use any more."""
    store = Store(folder)
    papers, left_out = plan_papers(scene, press, css.read_text(encoding="utf-8"), store, announce)
    pictures = cards(scene, press.language, store, announce)
    files = (*papers, *pictures)
    store.clear()
    return Media(files, tuple(left_out))

"""Floor 12: every plan as PDF; what is unchanged is not made again."""

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from generator import addresses
from generator.diagnostics import Message, message
from generator.media.store import Made, Store
from generator.media.typesetting import PROGRAM, typeset
from generator.press import Press
from generator.views.common import Scene
from generator.views.paper import paper_view

_MADE_BY = (version("weasyprint"), version("font-source-sans-pro"), PROGRAM.read_text(encoding="utf-8"))


def plan_papers(
    scene: Scene, press: Press, css: str, store: Store, announce: Callable[[Message], None]
) -> tuple[list[Made], list[Message]]:
    """The papers that there are now, and what to say of those that could not be made."""
    wanted = list[Made]()
    missing = dict[Path, str]()
    for union in scene.body.unions:
        for plan in union.plans:
            html = press.html("plan_paper", paper_view(scene, union, plan))
            place = store.place((html, css, *_MADE_BY), "pdf")
            wanted.append(Made(addresses.plan_paper(plan), place))
            if not place.exists():
                missing[place] = html
    if not missing:
        return wanted, []
    announce(message("Making PDFs of {n} plans", n=len(missing)))
    fault = typeset(missing, css)
    there = [made for made in wanted if made.file.exists()]
    if fault is None:
        return there, []
    left_out = len(wanted) - len(there)
    return there, [message("PDFs left out, and the links to them: {n}.", n=left_out), fault]

"""Floor 12: every plan as PDF; what is unchanged is not made again."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from generator import addresses
from generator.diagnostics import Message, message
from generator.kept import fingerprint
from generator.media.store import Made, Store
from generator.media.typesetting import PROGRAM, typeset
from generator.model import Plan, Union
from generator.press import Press
from generator.steps import Announce
from generator.views.common import Scene
from generator.views.paper import paper_view

_MADE_BY = (version("weasyprint"), version("font-source-sans-pro"), PROGRAM.read_text(encoding="utf-8"))


Remember = Callable[[Union, Callable[[], list[str]]], list[str]]
"""What the function makes of the union, or what is known of it from an earlier build."""


def made_anew(_union: Union, make: Callable[[], list[str]]) -> list[str]:
    """What the function makes: nothing is known."""
    return make()


@dataclass(frozen=True, slots=True)
class PlanPapers:
    """The plans as papers: HTML, and where the PDF of that is kept."""

    scene: Scene
    press: Press
    css: str
    store: Store

    def html(self, union: Union, plan: Plan) -> str:
        """The plan as HTML."""
        return self.press.html("plan_paper", paper_view(self.scene, union, plan))

    def hashes(self, union: Union) -> list[str]:
        """A hash of each plan's HTML."""
        return [fingerprint(self.html(union, plan)) for plan in union.plans]

    def place(self, html: str) -> Path:
        """Where the PDF of HTML with the hash is kept."""
        return self.store.place((html, self.css, *_MADE_BY), "pdf")


def plan_papers(
    papers: PlanPapers, announce: Announce, remember: Remember
) -> tuple[list[Made], list[Message]]:
    """The papers that there are now, and what to say of those that could not be made."""
    wanted = list[Made]()
    missing = dict[Path, Callable[[], str]]()
    for union in papers.scene.body.unions:
        hashes = remember(union, partial(papers.hashes, union))
        for plan, html in zip(union.plans, hashes, strict=True):
            place = papers.place(html)
            wanted.append(Made(addresses.plan_paper(plan), place))
            if not place.exists():
                missing[place] = partial(papers.html, union, plan)
    if not missing:
        return wanted, []
    announce(message("Making PDFs of {n} plans", n=len(missing)))
    fault = typeset(missing, papers.css)
    there = [made for made in wanted if made.file.exists()]
    if fault is None:
        return there, []
    left_out = len(wanted) - len(there)
    return there, [message("PDFs left out, and the links to them: {n}.", n=left_out), fault]

"""Floor 12: all that is made beside the pages, in the order in which it is made."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.diagnostics import Message
from generator.media.cards import cards
from generator.media.plan_papers import PlanPapers, Remember, made_anew, plan_papers
from generator.media.store import Made
from generator.steps import Announce


@dataclass(frozen=True, slots=True)
class Media:
    """What there is now, what makes the rest beside the pages, and what to say of what could not be made."""

    files: tuple[Made, ...] = ()
    later: tuple[Callable[[], list[Made]], ...] = ()
    left_out: tuple[Message, ...] = ()


def make(papers: PlanPapers, announce: Announce, remember: Remember = made_anew) -> Media:
    """Makes what is new or changed, keeps it in the store, and clears what is of no use any more."""
    made, left_out = plan_papers(papers, announce, remember)
    pictures = cards(papers.scene, papers.press.language, papers.store, announce)
    papers.store.clear()
    return Media((*made, *pictures), left_out=tuple(left_out))

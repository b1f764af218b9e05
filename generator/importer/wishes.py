"""What whoever imports says of the plan that comes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.diagnostics import Message
from generator.model import Wording
from generator.periods import Period
from generator.texts import Text


def _english(words: Message) -> str:
    return words.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Whose plan it is, for which period, on which edition of the strategy; the files' names."""

    union: str
    period: Period
    strategy: Period
    wording: Wording = Wording.ADOPTED
    files: tuple[str, ...] = ()
    told: Callable[[Message], str] = _english

    def doubt(self, why: Sequence[Message]) -> Text | None:
        """The doubts in the language of whoever imports; None where there are none."""
        return Text("; ".join(self.told(each) for each in why)) if why else None

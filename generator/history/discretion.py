"""Which words of earlier versions may be told again.

A text that was taken out may have been taken out because it was of a person.  So words in which a
rule on personal data finds something are not told, nor what came in their place.
"""

from collections.abc import Callable
from dataclasses import dataclass

from generator.history.changes import Detail, Field, Omitted, Reworded, Touched
from generator.model import Federation
from generator.roles import Roles
from generator.word_steps import Step, share_kept, steps

_LONG = 1500
"""Signs of a text that is shown; of a longer one is only said that it changed."""

_MANY = 120
"""Words of a text that is compared word by word, so that no plan takes long."""

_LIKE = 0.4
"""The share of words that stayed in a text that is shown word by word and not as another text."""


@dataclass(frozen=True, slots=True)
class Discretion:
    """Tells words, or does not."""

    is_private: Callable[[str], bool]
    roles: Roles

    def words(self, field: Field, before: str | None, after: str | None) -> Detail:
        """Short words and those that stand in their place."""
        return self._hidden(field, before, after) or Reworded(field, (_as_one(before, after),))

    def text(self, field: Field, before: str | None, after: str | None) -> Detail:
        """A text, word by word unless it is another text altogether."""
        return self._hidden(field, before, after) or Reworded(field, _word_by_word(before, after))

    def responsible(self, before: tuple[str, ...], after: tuple[str, ...]) -> Detail:
        """Who was responsible and who is; what the vocabulary of roles does not know may be a person."""
        if not all(self.roles.find(words) for words in (*before, *after)):
            return Omitted(Field.RESPONSIBLE)
        return Reworded(Field.RESPONSIBLE, (_as_one(", ".join(before), ", ".join(after)),))

    def told(self, words: str | None) -> str | None:
        """The words, or None where they may not be told."""
        return None if words is None or len(words) > _LONG or self.is_private(words) else words

    def _hidden(self, field: Field, before: str | None, after: str | None) -> Detail | None:
        """What is said instead of words that may not be told or are too long to be shown."""
        both = [words for words in (before, after) if words]
        if any(len(words) > _LONG for words in both):
            return Touched(field)
        return Omitted(field) if any(self.is_private(words) for words in both) else None


def discretion(federation: Federation, is_private: Callable[[str], bool]) -> Discretion:
    """The discretion that the federation's plans need."""
    return Discretion(is_private, Roles(federation))


def _word_by_word(before: str | None, after: str | None) -> tuple[Step, ...]:
    old, new = (before or "").split(), (after or "").split()
    if max(len(old), len(new)) <= _MANY:
        taken = steps(old, new)
        if share_kept(taken) >= _LIKE:
            return taken
    return (_as_one(before, after),)


def _as_one(before: str | None, after: str | None) -> Step:
    return Step(tuple((before or "").split()), tuple((after or "").split()))

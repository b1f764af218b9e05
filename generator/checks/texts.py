"""The texts of one source, as rules look at them: what stands in none of them is looked for once."""

import re
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import NamedTuple

from generator.diagnostics import Position


class Text(NamedTuple):
    """A text of a source, the key that it stands under, and its place."""

    key: str
    words: str
    position: Position

    @property
    def folded(self) -> str:
        """The words in one line, without capitals."""
        return _folded(self.words)


class Texts:
    """Finds the texts of one source that a rule has to look at closely.

    Most rules find nothing in most sources, so all texts are first searched as if they were one.
    """

    def __init__(self, texts: Iterable[Text]) -> None:
        self.all = tuple(texts)
        self._matching: dict[re.Pattern[str], list[Text]] = {}

    @cached_property
    def _words(self) -> str:
        return "\n".join([each.words for each in self.all])

    @cached_property
    def _folded(self) -> str:
        return _folded(self._words)

    def under(self, keys: Collection[str]) -> "Texts":
        """Those that stand under one of the keys."""
        return Texts([each for each in self.all if each.key in keys])

    def that_hold(self, signs: Iterable[str]) -> list[Text]:
        """Those in which one of the signs stands."""
        present = [sign for sign in signs if sign in self._words]
        return [each for each in self.all if _holds(each.words, present)] if present else []

    def that_hold_folded(self, signs: Iterable[str]) -> list[Text]:
        """Those in which one of the signs stands, whatever its capitals and line ends are."""
        present = [sign for sign in signs if sign in self._folded]
        return [each for each in self.all if _holds(each.folded, present)] if present else []

    def that_match(self, pattern: re.Pattern[str]) -> list[Text]:
        """Those in which the pattern is found; several rules may ask for the same one."""
        if pattern not in self._matching:
            self._matching[pattern] = [each for each in self.all if pattern.search(each.words)]
        return self._matching[pattern]


def _folded(words: str) -> str:
    return words.replace("\n", " ").casefold()


def _holds(words: str, signs: list[str]) -> bool:
    return any(sign in words for sign in signs)

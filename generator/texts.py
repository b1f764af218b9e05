"""Floor 1: the words of a source, which keep the language that they are written in."""

import re
from typing import Self

_BLANK_LINES = re.compile(r"\n\s*\n")


class Text(str):
    """Words of a source; no language stands for the federation's first.

    What is put together or cut from it is a plain text again, of no language.
    """

    __slots__ = ("language",)
    language: str

    def __new__(cls, words: str, language: str = "") -> Self:
        text = super().__new__(cls, words)
        text.language = language
        return text

    def __reduce__(self) -> tuple[type["Text"], tuple[str, str]]:
        """How to make it again: of the two, and not of all that any text might have."""
        return Text, (str(self), self.language)

    def with_words(self, words: str) -> "Text":
        """Other words in the same language."""
        return Text(words, self.language)


def folded(text: str) -> str:
    """The text in one line, its white space folded."""
    return " ".join(text.split())


def paragraphs(text: str) -> tuple[str, ...]:
    """The text split at its blank lines, white space in each paragraph folded."""
    return tuple(folded(part) for part in _BLANK_LINES.split(text) if part.strip())

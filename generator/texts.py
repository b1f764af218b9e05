"""Floor 1: the words of a source, which keep the language that they are written in."""

from typing import Self


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

    def with_words(self, words: str) -> "Text":
        """Other words in the same language."""
        return Text(words, self.language)

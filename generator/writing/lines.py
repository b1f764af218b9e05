"""A source as its lines, each with its end, some of which others take the place of."""

import re
from collections.abc import Sequence

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_END = re.compile(r"\r\n?|\n")


class Lines:
    """The lines of a text; `plain` is the text as nodes count places in it."""

    def __init__(self, text: str) -> None:
        self._lines: list[str] = _LINES.findall(text)
        self.plain = "".join(_END.sub("\n", each) for each in self._lines).removeprefix("\ufeff")

    def spliced(self, first: int, last: int, new: Sequence[str]) -> str:
        """The text with new lines for those from the first to the last, counted from 1.

        Where the last stands before the first, they come between the two.
        """
        lines = [*self._lines]
        ending = "\r\n" if lines[0].endswith("\r\n") else "\n"
        if first > len(lines) and not lines[-1].endswith(("\n", "\r")):
            lines[-1] += ending
        return "".join([*lines[: first - 1], *(f"{each}{ending}" for each in new), *lines[last:]])

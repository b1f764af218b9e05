"""Floor 2: what a command does, step by step, and how long each step takes."""

import time
from collections.abc import Callable

from generator.diagnostics import Message

Announce = Callable[[Message], None]
"""Is told of each step as it begins."""


def unannounced(step: Message) -> None:
    """For those who do not ask."""


class Steps:
    """Tells of each step as it begins, and keeps the seconds that it took by the clock."""

    def __init__(self, tell: Announce, now: Callable[[], float] = time.perf_counter) -> None:
        self._tell, self._now = tell, now
        self._begun: list[tuple[Message, float]] = []

    def begin(self, step: Message) -> None:
        """Ends the step before and begins another."""
        self._begun.append((step, self._now()))
        self._tell(step)

    def taken(self) -> list[tuple[Message, float]]:
        """Each step until now with its seconds, in order."""
        ends = [*(start for _, start in self._begun[1:]), self._now()]
        return [(step, end - start) for (step, start), end in zip(self._begun, ends, strict=True)]

"""What a build of Planverk tells of its phases."""

import json
from contextlib import suppress

TOLD: tuple[str, ...] = ()
"""What makes `planverk build` tell of its phases."""

BESIDE = frozenset({"search", "papers"})
"""Phases that are no part of the way from the sources to the HTML of all pages."""


def phases(said: str) -> dict[str, float]:
    """Seconds by phase, of lines like `{"phase": "search", "seconds": 0.5}`; other lines are none of ours."""
    found: dict[str, float] = {}
    for line in said.splitlines():
        with suppress(ValueError, TypeError, KeyError):
            told = json.loads(line)
            found[str(told["phase"])] = float(told["seconds"])
    return found


def beside(told: dict[str, float]) -> float:
    """Seconds of the phases that make something beside the HTML of the pages."""
    return sum(seconds for phase, seconds in told.items() if phase in BESIDE)

"""What a build of Planverk tells of its steps."""

import re

TOLD = ("--timings",)
"""What makes `planverk build` tell how long each step took."""

IN_ENGLISH = {"PLANVERK_LANGUAGE": "en"}
"""What makes it tell so in the words that are looked for here."""

SEARCH = frozenset({"Gathering what can be searched", "Making the search index"})
"""Steps that make the search."""

DOWNLOADS = frozenset(
    {"Making the tables of the open data", "Making calendars and feeds", "Making the open data"}
)
"""Steps that make files for other programs."""

PAPERS = frozenset({"Making papers and pictures", "Making PDFs of plans", "Drawing pictures of plans"})
"""Steps that make papers, and pictures of links."""

BESIDE = SEARCH | DOWNLOADS | PAPERS
"""Steps that are no part of the way from the sources to the HTML of all pages."""

_STEP = re.compile(r"^ *(\d+\.\d+)  (.+?)(?: \(\w+\))?$", re.MULTILINE)


def phases(said: str) -> dict[str, float]:
    """Seconds by step, of lines like `  0.50  Building the site`, languages together, numbers left out."""
    found: dict[str, float] = {}
    for seconds, step in _STEP.findall(said):
        name = re.sub(r"\d+ ", "", step)
        found[name] = found.get(name, 0.0) + float(seconds)
    return found


def of(steps: frozenset[str], told: dict[str, float]) -> float:
    """Seconds of the steps together."""
    return sum(seconds for step, seconds in told.items() if step in steps)

"""What a change is about, in labels: few of them, however much it touches."""

import re
from collections.abc import Iterable

from generator.diagnostics import errors
from generator.review.differences import UnionDifference
from generator.review.novelty import News
from generator.review.sides import Sides

MOST_UNIONS = 5
MOST_COUNTIES = 3
LONGEST = 50
"""Signs that a label can have on GitHub."""

UNION, COUNTY = "fagforening: ", "fylke: "
MANY_UNIONS, MANY_COUNTIES = "mange fagforeninger", "mange fylker"
STRATEGY, FEDERATION, FAULTY, ADDRESSES = "strategi", "forbund", "feil i planene", "adresser forsvinner"
FIXED = (MANY_UNIONS, MANY_COUNTIES, STRATEGY, FEDERATION, FAULTY, ADDRESSES)

_OURS = re.compile(f"(?:{UNION}|{COUNTY})[a-z0-9-]+|{'|'.join(FIXED)}")


def labels(
    sides: Sides, unions: Iterable[UnionDifference], found: News, gone: Iterable[str]
) -> tuple[str, ...]:
    """The labels of the change, each once, in order; a union has the one that it had."""
    every = tuple(unions)
    counties = sorted({each.county for each in every if each.county})
    return (
        *([FEDERATION] if "plans/forbund.yml" in sides.differing else []),
        *([STRATEGY] if any(each.startswith("plans/strategi/") for each in sides.differing) else []),
        *_few(COUNTY, counties, MOST_COUNTIES, MANY_COUNTIES),
        *_few(UNION, [each.former or each.folder for each in every], MOST_UNIONS, MANY_UNIONS),
        *([FAULTY] if errors(found.found) else []),
        *([ADDRESSES] if any(gone) else []),
    )


def _few(kind: str, ids: list[str], most: int, many: str) -> list[str]:
    """A label each, or one for all where they are many."""
    return [many] if len(ids) > most else [label(kind, each) for each in ids]


def label(kind: str, name: str) -> str:
    """The label for what is so named, as far as labels can be long."""
    return f"{kind}{name}"[:LONGEST]


def is_ours(label: str) -> bool:
    """Whether the label is one of those that are set and taken away with what a change is about."""
    return len(label) <= LONGEST and _OURS.fullmatch(label) is not None

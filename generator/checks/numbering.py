"""Rules on the numbers that plans print before measures."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.checks.rule import Finding, Subject, warning
from generator.diagnostics import message
from generator.model import Measure, Plan
from generator.roles import spelling_key

_NUMBER = re.compile(r"(?P<head>.*?)(?P<last>[0-9]{1,9})\.?")


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A measure with a number, which is the same for two that differ in case or white space only."""

    area: int
    number: str
    measure: Measure


def _numbered(plan: Plan) -> list[_Numbered]:
    return [
        _Numbered(place, spelling_key(measure.number), measure)
        for place, area in enumerate(plan.areas)
        for measure in area.measures
        if measure.number
    ]


@warning
def number_gap(subject: Subject) -> Iterator[Finding]:
    """The numbers of a plan's measures leave one out, such as 3.8.3 straight after 3.8.1.

    Readers ask whether a measure has been lost. Add it; where the adopted plan leaves the number out,
    make an exception and give the reason.
    """
    for plan in subject.whole_plans:
        for series in _series(_numbered(plan)):
            for (before, first), (after, second) in pairwise(sorted(series.items())):
                if after > before + 1:
                    yield Finding(
                        second.position,
                        message(
                            "The numbers go from “{before}” to “{found}”.",
                            before=first.name,
                            found=second.name,
                        ),
                        message("Add what is missing between them, or correct the number."),
                    )


def _series(numbered: Iterable[_Numbered]) -> Iterable[dict[int, Measure]]:
    """Measures by the last part of the number, for each beginning and area."""
    series: dict[tuple[str, int], dict[int, Measure]] = defaultdict(dict)
    for each in numbered:
        match = _NUMBER.fullmatch(each.number)
        if match is not None:
            series[match["head"], each.area].setdefault(int(match["last"]), each.measure)
    return series.values()


@warning
def number_twice(subject: Subject) -> Iterator[Finding]:
    """Two measures of one area have the same number.

    Whoever refers to the number may mean either of them. Give one of them another number.
    """
    for plan in subject.plans:
        first: dict[tuple[int, str], Measure] = {}
        for each in _numbered(plan):
            other = first.setdefault((each.area, each.number), each.measure)
            if other.id != each.measure.id:
                yield Finding(
                    each.measure.position,
                    message(
                        "The number “{found}” is taken in line {line}.",
                        found=each.measure.name,
                        line=other.position.line,
                    ),
                    message("Give one of the two measures another number."),
                )


@warning
def numbering_restarts(subject: Subject) -> Iterator[Finding]:
    """A plan begins to number its measures anew in each area, so that one number means several.

    Whoever refers to the number must name the area as well. Number through the whole plan, or let the
    number begin with that of the area: 3.1.1, 3.2.1. It is said once a plan, at the first such measure.
    """
    for plan in subject.plans:
        first: dict[str, _Numbered] = {}
        for each in _numbered(plan):
            other = first.setdefault(each.number, each)
            if other.area != each.area and other.measure.id != each.measure.id:
                yield _restarted(each.measure, other.measure)
                break


def _restarted(measure: Measure, other: Measure) -> Finding:
    return Finding(
        measure.position,
        message(
            "The number “{found}” also stands in line {line}, in another area.",
            found=measure.name,
            line=other.position.line,
        ),
        message("Let the number begin with that of the area, for example 3.1.1."),
    )

"""What a new measure is called: the next number of its area, and an id that nothing has or had."""

import re
from collections.abc import Iterable

from generator.forms import slug
from generator.model import Goal, Measure, Plan, PlanArea, Union
from generator.roles import spelling_key

_NUMBER = re.compile(r"(?P<head>.*?)(?P<last>[0-9]{1,9})(?P<end>\.?)")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def new_name(union: Union, plan: Plan, area: PlanArea) -> tuple[str, str | None]:
    """The id and the number of a measure that is to come last in the area; no number where none has one.

    Where the plan goes on with the next number in another area, a letter follows the last one: 3a.
    """
    taken = frozenset(_ids(union, plan))
    number = next((each for each in _numbers(plan, area) if _is_free(each, plan, area)), None)
    if (
        number
        and slug(number) not in taken
        and all(each.id == slug(each.number or "") for each in area.measures)
    ):
        return slug(number), number
    ids = (f"{area.id}-{place}" for place in range(_first(number, area), 10**9))
    return next(each for each in ids if each not in taken), number


def _numbers(plan: Plan, area: PlanArea) -> Iterable[str]:
    """The numbers that would follow, the one to prefer first."""
    last = next((each.number for each in reversed(area.measures) if each.number), None)
    match = last and _NUMBER.fullmatch(last)
    if not match:
        is_numbered = any(isinstance(each, Measure) and each.number for each in plan.goals_and_measures)
        own = area.number.rstrip(".") if area.number else ""
        return [f"{own}.1"] if own and is_numbered and not area.measures else []
    head, end = match["head"], match["end"]
    series = [_NUMBER.fullmatch(each.number) for each in area.measures if each.number]
    highest = max(int(each["last"]) for each in series if each and each["head"] == head)
    width = len(match["last"]) if match["last"].startswith("0") else 1
    return [
        f"{head}{highest + 1:0{width}}{end}",
        *(f"{head}{highest:0{width}}{letter}{end}" for letter in _ALPHABET),
    ]


def _is_free(number: str, plan: Plan, area: PlanArea) -> bool:
    """Whether no measure has the number; in a plan that numbers anew in each area, none of the area."""
    every = [spelling_key(each.number) for of in plan.areas for each in of.measures if each.number]
    restarts = len(set(every)) < len(every)
    within = [spelling_key(each.number) for each in area.measures if each.number]
    return spelling_key(number) not in (within if restarts else every)


def _ids(union: Union, plan: Plan) -> Iterable[str]:
    """All that goals and measures of the plan are called, or were."""
    for each in plan.goals_and_measures:
        yield from (each.id, *each.former)
    page = f"fagforeninger/{union.id}/{plan.period.id}/#tiltak-"
    for address in (*(each.address for each in plan.gone), *(each.address for each in union.published)):
        if address.startswith(page):
            yield address.removeprefix(page)


def _first(number: str | None, area: PlanArea) -> int:
    """What an id may end with: the number, or else what comes after all in the area."""
    match = _NUMBER.fullmatch(number) if number else None
    if match:
        return int(match["last"])
    items: tuple[Goal | Measure, ...] = area.goals_and_measures
    ends = [each.id.removeprefix(f"{area.id}-") for each in items]
    return max((int(each) for each in ends if each.isascii() and each.isdecimal()), default=0) + 1

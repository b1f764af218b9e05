"""What is wrong now and was not before, however lines moved; and what would lead nowhere."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from generator import lasting
from generator.checks import OF_ALL
from generator.checks.following import nobody_follows
from generator.diagnostics import Diagnostic, errors
from generator.model import Body, Union
from generator.review.differences import UnionDifference
from generator.review.sides import Sides

_UNIONS = "plans/fagforeninger/"
_PLACES = {"line"}
"""Values of messages that say where something is, and change when lines move."""

_COUNTS = nobody_follows.rule.name
"""The rule that says of how many the same is true; only that it says it once more is news."""

_OF_ALL = {each.rule.name for each in OF_ALL}

_Told = tuple[str, str, str, tuple[tuple[str, str], ...]]
"""What a fault says: rule, file, message and its values, apart from where."""


@dataclass(frozen=True, slots=True)
class News:
    """The faults that are new, and how many errors and warnings were that are no longer."""

    found: tuple[Diagnostic, ...]
    mended: int


def news(sides: Sides, unions: Iterable[UnionDifference]) -> News:
    """What is wrong now and was not before; a union that has another name is the one that it was.

    While an error keeps something from being read, nothing is said that is true for that reason alone.
    """
    renamed = {f"{_UNIONS}{each.former}/": f"{_UNIONS}{each.folder}/" for each in unions if each.former}
    before = Counter(_told(each, renamed) for each in sides.before.found)
    found = []
    for each in sides.now.found:
        said = _told(each, {})
        if before[said]:
            before[said] -= 1
        else:
            found.append(each)
    faulty = {each.position.file for each in errors(sides.now.found)}
    blurred = _OF_ALL if faulty else {_COUNTS} if sides.partial else set()
    told = (each for each in found if each.rule.name not in blurred or errors([each]))
    mended = (n for (rule, file, *_), n in before.items() if file not in faulty and rule not in blurred)
    return News(tuple(told), sum(mended))


def _told(fault: Diagnostic, renamed: Mapping[str, str]) -> _Told:
    file = fault.position.file
    for old, new in renamed.items():
        if file.startswith(old):
            file = new + file.removeprefix(old)
    counts = fault.rule.name == _COUNTS
    values = tuple(each for each in fault.message.values if each[0] not in _PLACES and not counts)
    return fault.rule.name, file, fault.message.text, values


def vanishing(sides: Sides, unions: Iterable[UnionDifference]) -> tuple[str, ...]:
    """Addresses that led to something, and would lead nowhere, and of which nobody says why.

    What an error keeps from being read stays as it was.
    """
    every = tuple(unions)
    before, now = sides.before.body, sides.now.ground.body
    if before is None or now is None:
        return ()
    old = replace(before, unions=_of((each.before for each in every), before.unions))
    new = replace(now, unions=tuple(each.now for each in every if each.now))
    held = tuple(chain.from_iterable(_held(each) for each in errors(sides.now.found)))
    return tuple(each for each in _lost(old, new) if not each.startswith(held))


def _of(wanted: Iterable[Union | None], sound: tuple[Union, ...]) -> tuple[Union, ...]:
    ids = {each.id for each in wanted if each}
    return tuple(each for each in sound if each.id in ids)


def _held(fault: Diagnostic) -> tuple[str, ...]:
    """What begins the addresses of all that the file is the source of; nothing where it is no union's."""
    file = fault.position.file
    if not file.startswith(_UNIONS):
        return ()
    page = file.removeprefix("plans/").removesuffix(".yml").removesuffix("fagforening").rstrip("/")
    return (f"{page}/",)


def _lost(before: Body, now: Body) -> list[str]:
    there = lasting.of_body(now) | lasting.places(now.plans)
    former = {**lasting.former_pages_of_federation(now.federation)}
    for edition in now.strategies:
        former |= lasting.former_pages_of_edition(edition)
    for union in now.unions:
        former |= lasting.former_pages_of_union(union, lasting.pages_of_union(union))
    said = lasting.gone(now)
    lost: list[str] = []
    for address in sorted(lasting.of_body(before) - there):
        page, _, anchor = address.partition("#")
        leads = page in former and (not anchor or f"{former[page].noted}#{anchor}" in there)
        if not leads and lasting.said_of(address, said) is None and (not anchor or page not in lost):
            lost.append(address)
    return lost

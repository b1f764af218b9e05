"""What differs in what all unions have in common: the federation, and editions of its strategy."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.diagnostics import Message, message
from generator.history.changes import Detail, Field, Kind
from generator.history.discretion import Discretion
from generator.model import Body, County, Federation, Role, Strategy, StrategyArea, StrategyItem


@dataclass(frozen=True, slots=True)
class Told:
    """What it is, what became of it, and the words before and after."""

    what: Message
    kind: Kind
    detail: Detail | None = None


@dataclass(frozen=True, slots=True)
class Common:
    """What is told of a source that all unions share."""

    title: Message
    told: tuple[Told, ...]


_Named = TypeVar("_Named", County, Role, StrategyArea, StrategyItem)


def in_common(before: Body, now: Body, tell: Discretion) -> Iterator[Common]:
    """What differs in the federation, and in each edition of its strategy."""
    told = tuple(_of_federation(before.federation, now.federation))
    if told:
        yield Common(message("What all unions have in common"), told)
    old, new = ({each.period.id: each for each in side.strategies} for side in (before, now))
    for period in sorted(old.keys() | new.keys()):
        if old.get(period) != new.get(period):
            either = new.get(period) or old[period]
            title = message("The strategy for {period}", period=either.period.title)
            yield Common(title, tuple(_of_edition(old.get(period), new.get(period), tell)))


def _of_federation(old: Federation, new: Federation) -> Iterator[Told]:
    for kind, county in _kinds(_by_id(old.counties), _by_id(new.counties)):
        yield Told(message("County “{name}”", name=county.name), kind)
    for kind, role in _kinds(_by_id(old.roles), _by_id(new.roles)):
        yield Told(message("Role “{name}”", name=role.name), kind)
    if replace(old, counties=(), roles=()) != replace(new, counties=(), roles=()):
        yield Told(message("Other facts on the federation"), Kind.CHANGED)


def _of_edition(old: Strategy | None, new: Strategy | None, tell: Discretion) -> Iterator[Told]:
    if old is None or new is None:
        yield Told(message("The whole edition"), Kind.REMOVED if new is None else Kind.ADDED)
        return
    for kind, area in _kinds(_areas(old), _areas(new)):
        yield Told(message("Area “{name}”", name=area.title), kind)
    before, now = _items(old), _items(new)
    for kind, item in _kinds(before, now):
        was = before.get(item.id)
        words = (was.text if was else None, None if kind is Kind.REMOVED else item.text)
        detail = tell.text(Field.TEXT, *words) if words[0] != words[1] else None
        yield Told(message("Item {id}", id=item.id), kind, detail)
    if replace(old, areas=()) != replace(new, areas=()):
        yield Told(message("Other facts on the edition"), Kind.CHANGED)


def _areas(edition: Strategy) -> dict[str, StrategyArea]:
    return {each.id: replace(each, items=()) for each in edition.areas}


def _items(edition: Strategy) -> dict[str, StrategyItem]:
    """The items of the edition, each named with its area."""
    return {
        f"{area.id}/{item.id}": replace(item, id=f"{area.id}/{item.id}")
        for area in edition.areas
        for item in area.items
    }


def _by_id(things: tuple[_Named, ...]) -> dict[str, _Named]:
    return {each.id: each for each in things}


def _kinds(old: Mapping[str, _Named], new: Mapping[str, _Named]) -> Iterator[tuple[Kind, _Named]]:
    """What came, changed or went, in the order of now."""
    for key, thing in new.items():
        if key not in old:
            yield Kind.ADDED, thing
        elif old[key] != thing:
            yield Kind.CHANGED, thing
    yield from ((Kind.REMOVED, thing) for key, thing in old.items() if key not in new)

"""What changed from one version of a plan to the next: by item, never by line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.history.changes import (
    AreaName,
    Change,
    Detail,
    Field,
    Key,
    Kind,
    Part,
    Refollowed,
    Touched,
)
from generator.history.discretion import Discretion
from generator.history.items import Facts, Item, area_facts, facts, items, plan_facts
from generator.model import Plan, PlanArea, StatusEntry

_MAIN = {Field.TEXT, Field.NAME}
"""What is told of an item that came or went; the rest can be read at the item, or is gone."""


@dataclass(frozen=True, slots=True)
class _Named:
    """What is compared, and the area that it lies in."""

    key: Key
    area: AreaName | None = None


def compare(old: Plan, new: Plan, discretion: Discretion) -> tuple[Change, ...]:
    """The changes, those of the whole plan first, then by area in the plan's order."""
    return tuple(_Comparison(old, new, discretion).changes()) if old != new else ()


@dataclass(frozen=True, slots=True)
class _Comparison:
    old: Plan
    new: Plan
    discretion: Discretion

    def changes(self) -> Iterator[Change]:
        yield from self._resolutions()
        yield from self._changed(_Named(Key(Part.PLAN)), plan_facts(self.old), plan_facts(self.new))
        earlier, later = _by_area(self.old), _by_area(self.new)
        before, now = items(self.old), items(self.new)
        for area in self.new.areas:
            yield from self._area(earlier.get(area.id, (None, {}))[0], area)
            for key, item in later[area.id][1].items():
                yield from self._item(key, before.get(key), item)
            yield from self._removed(earlier.get(area.id, (None, {}))[1], now)
        for area, inside in earlier.values():
            if area.id not in later:
                yield self._whole_area(Kind.REMOVED, area)
                yield from self._removed(inside, now)

    def _resolutions(self) -> Iterator[Change]:
        for each in self.new.resolutions:
            if each not in self.old.resolutions:
                if self.discretion.told(each.body):
                    yield Change(kind=Kind.ADDED, key=Key(Part.RESOLUTION), resolution=each)
                else:
                    yield _touched(Field.RESOLUTIONS)
        if any(each not in self.new.resolutions for each in self.old.resolutions):
            yield _touched(Field.RESOLUTIONS)

    def _area(self, old: PlanArea | None, new: PlanArea) -> Iterator[Change]:
        if old is None:
            yield self._whole_area(Kind.ADDED, new)
        elif old != new:
            named = _Named(Key(Part.AREA, new.id), self._name(new))
            yield from self._changed(named, area_facts(old), area_facts(new))

    def _whole_area(self, kind: Kind, area: PlanArea) -> Change:
        number = self.discretion.told(area.number)
        return Change(kind=kind, key=Key(Part.AREA, area.id), area=self._name(area), number=number)

    def _item(self, key: Key, old: Item | None, new: Item) -> Iterator[Change]:
        if old is None:
            yield self._whole_item(Kind.ADDED, key, new)
        elif old.thing != new.thing or old.area.id != new.area.id:
            yield from self._changed(_Named(key, self._name(new.area)), facts(old), facts(new))

    def _removed(self, before: dict[Key, Item], now: dict[Key, Item]) -> Iterator[Change]:
        for key, item in before.items():
            if key not in now:
                yield self._whole_item(Kind.REMOVED, key, item)

    def _whole_item(self, kind: Kind, key: Key, item: Item) -> Change:
        """An item that came or went, with its text."""
        found = facts(item)
        texts = [
            self.discretion.text(field, *((words, None) if kind is Kind.REMOVED else (None, words)))
            for field, words in found.texts.items()
            if words and field in _MAIN
        ]
        number, name = self.discretion.told(found.number), self._name(item.area)
        return Change(kind=kind, key=key, area=name, number=number, details=tuple(texts))

    def _changed(self, named: "_Named", old: Facts, new: Facts) -> Iterator[Change]:
        number = self.discretion.told(new.number)
        details = tuple(self._details(old, new))
        if details:
            yield Change(kind=Kind.CHANGED, key=named.key, area=named.area, number=number, details=details)
        for entry in new.reports:
            if entry not in old.reports:
                yield Change(
                    kind=Kind.REPORTED,
                    key=named.key,
                    area=named.area,
                    number=number,
                    details=self._reason(entry),
                    report=replace(entry, reason=None),
                )

    def _reason(self, entry: StatusEntry) -> tuple[Detail, ...]:
        return (self.discretion.text(Field.REASON, None, entry.reason),) if entry.reason else ()

    def _details(self, old: Facts, new: Facts) -> Iterator[Detail]:
        tell = self.discretion
        for field, text in new.texts.items():
            if old.texts.get(field) != text:
                yield tell.text(field, old.texts.get(field), text)
        for field, words in new.words.items():
            if old.words.get(field) != words:
                yield tell.words(field, old.words.get(field), words)
        if old.responsible != new.responsible:
            yield tell.responsible(old.responsible, new.responsible)
        if set(old.follows) != set(new.follows):
            gone = tuple(each for each in old.follows if each not in new.follows)
            yield Refollowed(gone, tuple(each for each in new.follows if each not in old.follows))
        for field, value in new.rest.items():
            if old.rest.get(field) != value:
                yield Touched(field)
        if any(entry not in new.reports for entry in old.reports):
            yield Touched(Field.REPORTS)

    def _name(self, area: PlanArea) -> AreaName:
        return AreaName(area.id, self.discretion.told(area.title))


def _by_area(plan: Plan) -> dict[str, tuple[PlanArea, dict[Key, Item]]]:
    """Each area of the plan with what it holds, by its id."""
    areas: dict[str, tuple[PlanArea, dict[Key, Item]]] = {area.id: (area, {}) for area in plan.areas}
    for key, item in items(plan).items():
        areas[item.area.id][1][key] = item
    return areas


def _touched(field: Field) -> Change:
    return Change(kind=Kind.CHANGED, key=Key(Part.PLAN), details=(Touched(field),))

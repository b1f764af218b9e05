"""What differs from one edition of the sources to the next: by union, and by plan in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath

from generator.checks import is_private
from generator.history.changes import Change
from generator.history.comparison import compare
from generator.history.discretion import discretion
from generator.model import Plan, Union
from generator.preview.sources import Sources
from generator.review.sides import Sides

_UNIONS = PurePosixPath("plans/fagforeninger")


class Fate(StrEnum):
    """What became of a union or a plan; one that is unreadable now, or was, cannot be compared."""

    ADDED = "is new"
    REMOVED = "is gone"
    RENAMED = "has another name"
    CHANGED = "is another"
    UNREADABLE = "cannot be read"
    READABLE = "can be read again"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDifference:
    """What became of a plan; `former` is the period that it was named after, where that is another now.

    `plan` is the plan as it is, or was where it is gone; None where it cannot be read.
    """

    period: str
    fate: Fate
    former: str | None = None
    plan: Plan | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionDifference:
    """What became of a union; `before` and `now` are None where there was or is none that can be read.

    `folder` is the one that it has, or had where it is gone; `former` the one that it had, where that is
    another now.
    """

    folder: str
    fate: Fate
    former: str | None = None
    before: Union | None
    now: Union | None
    plans: tuple[PlanDifference, ...] = ()

    @property
    def county(self) -> str:
        """The id of the county that the union belongs to, or did; empty where nobody can tell."""
        known = self.now or self.before
        return known.county if known else ""


def union_differences(sides: Sides) -> tuple[UnionDifference, ...]:
    """The unions in whose folders anything differs, in the order of their folders."""
    return tuple(_Differences(sides).unions())


def _by_folder(of: Sources) -> dict[str, Union | None]:
    return {each.folder: each.read.union for each in of.unions}


class _Differences:
    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._before, self._now = _by_folder(sides.before), _by_folder(sides.now)
        foundation = sides.foundation
        self._discretion = discretion(foundation.federation, is_private) if foundation else None

    def unions(self) -> Iterator[UnionDifference]:
        touched = {folder for each in self._sides.differing if (folder := _folder(each))}
        renamed = self._renamed(touched)
        for folder in sorted(touched & (self._before.keys() | self._now.keys())):
            if folder in renamed.values():
                continue
            former = renamed.get(folder)
            yield UnionDifference(
                folder=folder,
                fate=Fate.RENAMED if former else self._fate(folder),
                former=former,
                before=self._before.get(former or folder),
                now=self._now.get(folder),
                plans=tuple(self._plans(former or folder, folder)),
            )

    def _fate(self, folder: str) -> Fate:
        if folder not in self._before:
            return Fate.ADDED
        return Fate.CHANGED if folder in self._now else Fate.REMOVED

    def _renamed(self, touched: set[str]) -> dict[str, str]:
        """The folders that unions had, by those that they have: they say so, or hold the same plan."""
        gone = touched & (self._before.keys() - self._now.keys())
        come = sorted(touched & (self._now.keys() - self._before.keys()))
        found: dict[str, str] = {}
        for folder in come:
            union = self._now[folder]
            likely = (each for each in sorted(gone) if _is_same(self._before[each], union))
            former = next(likely, None)
            if former:
                found[folder] = former
                gone.discard(former)
        return found

    def _plans(self, former: str, folder: str) -> Iterator[PlanDifference]:
        """What became of each plan of the union, the earliest first."""
        old, new = self._files(self._sides.files_before, former), self._files(self._sides.files_now, folder)
        was, is_now = _plans(self._before.get(former)), _plans(self._now.get(folder))
        moved = _moved({each: was[each] for each in old - new if each in was}, is_now, new - old)
        for period in sorted((old | new) - set(moved.values())):
            earlier = moved.get(period, period)
            if period in new and (earlier in old or period in moved):
                if self._is_touched(former, folder, period) or earlier != period:
                    found = self._compared(was.get(earlier), is_now.get(period))
                    named = None if earlier == period else earlier
                    yield replace(found, period=period, former=named)
            elif period in new:
                plan = is_now.get(period)
                fate = Fate.ADDED if plan else Fate.UNREADABLE
                yield PlanDifference(period=period, fate=fate, plan=plan)
            else:
                yield PlanDifference(period=period, fate=Fate.REMOVED, plan=was.get(period))

    def _is_touched(self, former: str, folder: str, period: str) -> bool:
        """Whether the plan's file differs; of a union that was renamed, all do."""
        return former != folder or f"{_UNIONS}/{folder}/{period}.yml" in self._sides.differing

    def _compared(self, old: Plan | None, new: Plan | None) -> PlanDifference:
        if new is None or not new.whole:
            return PlanDifference(period="", fate=Fate.UNREADABLE, plan=new)
        if old is None or not old.whole:
            return PlanDifference(period="", fate=Fate.READABLE, plan=new)
        changes = compare(old, new, self._discretion) if self._discretion else ()
        return PlanDifference(period="", fate=Fate.CHANGED, plan=new, changes=changes)

    def _files(self, every: frozenset[str], folder: str) -> set[str]:
        """The periods that the union has files for."""
        place = f"{_UNIONS}/{folder}/"
        names = (each.removeprefix(place) for each in every if each.startswith(place))
        return {
            each.removesuffix(".yml")
            for each in names
            if each.endswith(".yml") and "/" not in each and each != "fagforening.yml"
        }


def _folder(path: str) -> str | None:
    """The folder of a union that the file lies in; None where it is no source of a union."""
    place = PurePosixPath(path)
    return place.parent.name if place.parent.parent == _UNIONS else None


def _plans(union: Union | None) -> dict[str, Plan]:
    """The union's plans by the names of their files."""
    return {PurePosixPath(each.position.file).stem: each for each in (union.plans if union else ())}


def _is_same(old: Union | None, new: Union | None) -> bool:
    """Whether the one union is the other, by its own word or because it has a plan or the name of it."""
    if old is None or new is None:
        return False
    plans = [replace(each, union=new.id) for each in old.plans]
    return old.id in new.former or old.name == new.name or any(each in new.plans for each in plans)


def _moved(gone: Mapping[str, Plan], now: Mapping[str, Plan], come: set[str]) -> dict[str, str]:
    """The names that plans' files had, by those that they have, where the plans say so."""
    return {
        period: former
        for period in sorted(come)
        if period in now
        for former in now[period].former
        if former in gone
    }

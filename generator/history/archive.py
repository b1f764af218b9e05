"""The histories of plans: each plan's versions in git, compared one with the next."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

from generator import parse, sources
from generator.diagnostics import Collector
from generator.history.changes import PlanHistory, Revision, Since
from generator.history.comparison import compare
from generator.history.discretion import Discretion, discretion
from generator.history.repository import (
    Content,
    Contents,
    MissingError,
    Timelines,
    contents,
    head,
    names,
    timelines,
)
from generator.model import Federation, Plan, Resolution

Histories = Mapping[str, PlanHistory]
"""The history of each plan by its file, as the plan's position names it."""


@dataclass(frozen=True, slots=True)
class _Version:
    """A plan as it was at the end of a day; of `day` None, as it is and not committed."""

    day: datetime.date | None
    plan: Plan


class Archive:
    """What git knows of the plans of the project at `root`; nothing is read before it is asked for.

    Where `root` holds an edition apart, git is asked at `home`, for what it knew at the commit.
    """

    def __init__(
        self, root: Path, is_private: Callable[[str], bool], home: Path | None = None, commit: str = "HEAD"
    ) -> None:
        self._root = root
        self._home = home or root
        self._commit = commit
        self._is_private = is_private
        self._told: dict[str, PlanHistory] = {}
        self._incomplete = False
        self._head: bytes | None = None

    @cached_property
    def _timelines(self) -> Timelines | None:
        self._head = head(self._home)
        return timelines(self._home, self._commit)

    @property
    def is_there(self) -> bool:
        """Whether git tells the history of the plans, as far as is known."""
        return not self._incomplete and self._timelines is not None

    def histories(self, federation: Federation, plans: Iterable[Plan]) -> Histories | None:
        """The histories of the plans; None where there is no history, or not the whole of it."""
        wanted = tuple(plans)
        if not wanted or not self.is_there:
            return None
        try:
            self._tell(federation, [plan for plan in wanted if plan.position.file not in self._told])
        except MissingError:
            self._incomplete = True
            return None
        return {plan.position.file: self._told[plan.position.file] for plan in wanted}

    @property
    def is_outdated(self) -> bool:
        """Whether there were commits since the history was read."""
        return "_timelines" in vars(self) and head(self._home) != self._head

    def forget(self, files: Iterable[str]) -> None:
        """Has the histories of the plans in the files told anew, for these changed."""
        for file in files:
            self._told.pop(file, None)

    def _tell(self, federation: Federation, plans: list[Plan]) -> None:
        """Adds the histories of the plans to those told."""
        telling = discretion(federation, self._is_private)
        with contents(self._home, sources.SIZE_LIMIT) as fetching:
            for plan in plans:
                versions = self._versions(plan, fetching)
                self._told[plan.position.file] = _history(plan, versions, telling)

    def _versions(self, plan: Plan, fetching: Contents) -> Iterator[_Version]:
        """The plan at the end of each day on which it changed, and as it is; the oldest first.

        A content that cannot be read whole was never published, and says nothing.
        """
        line = (self._timelines or {}).get(plan.position.file, ())
        newest = None
        for day, of_day in groupby(line, key=lambda content: content.day):
            for content in reversed(tuple(of_day)):
                is_current = content is line[-1] and self._is_content(plan, content)
                found = plan if is_current else _read(plan, fetching.fetch(content.name))
                if found is not None:
                    newest = found
                    yield _Version(day, found)
                    break
        if newest != plan:
            yield _Version(None, plan)

    def _is_content(self, plan: Plan, content: Content) -> bool:
        """Whether the plan's file holds the content, which then need not be read again."""
        try:
            raw = (self._root / plan.position.file).read_bytes()
        except OSError:
            return False
        return names(raw, content.name)


def _read(plan: Plan, raw: bytes | None) -> Plan | None:
    """An earlier version of the plan; None where the content cannot be read whole."""
    if raw is None:
        return None
    root = sources.understood(raw, plan.position.file).root
    found = None if root is None else parse.plan(root, plan.union, Collector(), plan.language)
    return found if found is not None and found.whole else None


def _history(plan: Plan, versions: Iterable[_Version], telling: Discretion) -> PlanHistory:
    meeting, any_body = _Baseline(_of_meeting(plan)), _Baseline(_latest(plan.resolutions))
    revisions: list[Revision] = []
    earlier = None
    for version in versions:
        meeting.see(version)
        any_body.see(version)
        changes = compare(earlier, version.plan, telling) if earlier else ()
        if changes or not earlier:
            revisions.append(Revision(version.day, changes, first=not earlier))
        earlier = version.plan
    since = meeting.since(plan, telling)
    return PlanHistory(
        revisions=tuple(reversed(revisions)),
        since_meeting=since,
        since_resolution=since if any_body.base is meeting.base else any_body.since(plan, telling),
    )


class _Baseline:
    """Finds the version that a resolution was about, as versions pass by."""

    def __init__(self, resolution: Resolution | None) -> None:
        self._resolution = resolution
        self._first: _Version | None = None
        self._found: _Version | None = None
        self._noted = False

    @property
    def base(self) -> _Version | None:
        """The version; the first where the plan was put in after the resolution."""
        return self._found or self._first

    def see(self, version: _Version) -> None:
        """Takes the newest version up to the day of the resolution, or the first that tells of it.

        Whichever is later: what a meeting resolved is often entered some days after it.
        """
        self._first = self._first or version
        resolution = self._resolution
        if resolution is None:
            return
        in_time = _was_there(version, resolution)
        news = not self._noted and resolution in version.plan.resolutions
        self._noted = self._noted or news
        if in_time or news:
            self._found = version

    def since(self, plan: Plan, telling: Discretion) -> Since:
        """What changed since; the resolution is None where the plan was put in after it."""
        base = self.base or _Version(None, plan)
        resolution = self._resolution
        if base is self._first and not (resolution and _was_there(base, resolution)):
            resolution = None
        return Since(resolution, base.day, compare(base.plan, plan, telling))


def _was_there(version: _Version, resolution: Resolution) -> bool:
    """Whether the version was there on the day of the resolution."""
    return resolution.date is not None and version.day is not None and version.day <= resolution.date


def _of_meeting(plan: Plan) -> Resolution | None:
    """The latest dated resolution by the annual meeting, or else the latest that adopts the plan."""
    dated = [each for each in plan.resolutions if each.date]
    meetings = [each for each in dated if each.by_annual_meeting]
    return _latest(meetings) or _latest(each for each in dated if each.kind.adopts)


def _latest(resolutions: Iterable[Resolution]) -> Resolution | None:
    """The latest, the last written of equals; what has no date counts as the oldest."""
    oldest = datetime.date.min
    return max(reversed(tuple(resolutions)), key=lambda each: each.date or oldest, default=None)

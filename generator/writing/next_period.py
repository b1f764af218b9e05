"""The next period's plan: what is unfinished or recurs is carried over, and says what it continues."""

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from generator.deadlines import Deadline, Precision, understand
from generator.diagnostics import Message, message
from generator.model import (
    Deviation,
    DeviationKind,
    Doubt,
    EarlierItem,
    Goal,
    Measure,
    Plan,
    PlanArea,
    Prerequisite,
    Proposal,
    Reference,
    Status,
    StatusEntry,
    Strategy,
)
from generator.periods import Period
from generator.standing import latest
from generator.writing.editions import Editions

_FINISHED = {Status.DONE, Status.ACHIEVED, Status.DROPPED}
_DUTIES = {Precision.RECURRING, Precision.CONTINUOUS, Precision.WHOLE_PERIOD}
_TIMELESS = _DUTIES | {Precision.PERIOD}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Say = Callable[[Message], str]


@dataclass(frozen=True, slots=True)
class Lost:
    """A reference of an item that nothing in the new edition continues."""

    reference: Reference
    item: str


@dataclass(slots=True)
class Account:
    """What was carried over and what was not."""

    carried: int = 0
    finished: list[str] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    deadlines: int = 0


class Rollover:
    """Makes one union's next plan of one that is ending."""

    def __init__(self, plan: Plan, to: Period, strategy: Strategy, editions: Editions, say: Say) -> None:
        self._plan = plan
        self._to = to
        self._strategy = strategy
        self._editions = editions
        self._say = say
        self.account = Account()

    def plan(self, today: datetime.date) -> Plan:
        """The plan for the new period, seen from the day."""
        old = self._plan
        kept = [self._area(area, today) for area in old.areas]
        source = old.source.replace(old.period.title, self._to.title).replace(old.period.id, self._to.id)
        return Plan(
            union=old.union,
            language=old.language,
            period=self._to,
            strategy=self._strategy.period,
            wording=old.wording,
            source=source,
            areas=tuple(self._in_order(kept)),
            doubts=tuple(self._doubt(each) for each in self.account.lost),
        )

    def _doubt(self, lost: Lost) -> Doubt:
        reason = message(
            "{item} followed it, and nothing in the strategy for {period} continues it.",
            item=lost.item,
            period=self._strategy.period.title,
        )
        return Doubt(text=str(lost.reference), reason=self._say(reason))

    def _in_order(self, areas: Iterable[PlanArea]) -> list[PlanArea]:
        """The strategy's areas in its order, those that became one put together, then the union's own."""
        by_id: dict[str, PlanArea] = {each.id: PlanArea(id=each.id) for each in self._strategy.areas}
        for area in areas:
            before = by_id.get(area.id)
            by_id[area.id] = area if before is None else _together(before, area)
        return list(by_id.values())

    def _area(self, area: PlanArea, today: datetime.date) -> PlanArea:
        report = latest(area.results, today)
        goals = [each for each in area.goals if self._goes_on(each, None, report, today)]
        measures = [
            each
            for each in area.measures
            if self._goes_on(each, each.deadline or area.deadline, report, today)
        ]
        kept = {name for each in measures for name in (each.id, each.number or each.id)}
        numbers = {each.number: each.id for each in measures if each.number}
        deadline, doubt = self._deadline(area.deadline)
        id_, title = self._named(area)
        added = [each for one in area.deviations for each in self._deviation(one)]
        of_its_own = [_as_goal(each) for each in added] if title else []
        return PlanArea(
            id=id_,
            title=title,
            deadline=deadline,
            deviations=() if title else tuple(added),
            goals=(*of_its_own, *map(self._goal, goals)),
            measures=tuple(self._measure(each, kept, numbers) for each in measures),
            doubt=_joined(area.doubt, doubt),
        )

    def _named(self, area: PlanArea) -> tuple[str, str | None]:
        """The id and title: those of what the area became, or its own as an area of the union's."""
        if area.title is not None:
            return area.id, area.title
        old = Reference(self._plan.strategy, area.id, None)
        found = self._editions.in_edition(old, self._strategy.period)
        if found:
            return found[0].area, None
        self.account.lost.append(Lost(old, area.id))
        return area.id, self._editions.title(old)

    def _goes_on(
        self, item: Goal | Measure, deadline: Deadline | None, area: StatusEntry | None, today: datetime.date
    ) -> bool:
        report = latest(item.status, today) or area
        dropped = report is not None and report.status is Status.DROPPED
        recurs = deadline is not None and deadline.precision in _DUTIES and not dropped
        if recurs or report is None or report.status not in _FINISHED:
            self.account.carried += 1
            return True
        self.account.finished.append(item.id)
        return False

    def _goal(self, goal: Goal) -> Goal:
        return replace(
            goal,
            follows=self._moved(goal.follows, goal.id),
            proposals=self._proposals(goal.proposals),
            continues=EarlierItem(self._plan.period, goal.id),
            status=(),
        )

    def _measure(self, measure: Measure, kept: set[str], numbers: dict[str, str]) -> Measure:
        deadline, doubt = self._deadline(measure.deadline)
        after = [numbers.get(each.words, each.words) for each in measure.after if each.words in kept]
        return replace(
            measure,
            number=None,
            deadline=deadline,
            after=tuple(map(Prerequisite, after)),
            follows=self._moved(measure.follows, measure.id),
            proposals=self._proposals(measure.proposals),
            continues=EarlierItem(self._plan.period, measure.id),
            status=(),
            doubt=_joined(measure.doubt, doubt),
        )

    def _deadline(self, deadline: Deadline | None) -> tuple[Deadline | None, str | None]:
        """The deadline where it counts in the new period too; else what it was."""
        if deadline is None:
            return None, None
        if deadline.precision in _TIMELESS and not _YEAR.search(deadline.words):
            return understand(deadline.words, self._to), None
        self.account.deadlines += 1
        was = message(
            "The deadline was “{words}” in {period}.", words=deadline.words, period=self._plan.period.title
        )
        return None, self._say(was)

    def _deviation(self, one: Deviation) -> Iterable[Deviation]:
        """What the union added stays; what departs from words of the strategy, in the same edition."""
        if one.kind is DeviationKind.ADDED:
            moved = self._moved(one.follows, one.id or "")
            yield replace(one, follows=moved, proposals=self._proposals(one.proposals))
        elif self._plan.strategy == self._strategy.period:
            yield one

    def _moved(self, references: tuple[Reference, ...], item: str) -> tuple[Reference, ...]:
        found: list[Reference] = []
        for each in references:
            now = self._editions.in_edition(each, self._strategy.period)
            found += now
            if not now:
                self.account.lost.append(Lost(each, item))
        return tuple(dict.fromkeys(found))

    def _proposals(self, proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
        edition = self._strategy.period
        return tuple(
            replace(each, reference=now)
            for each in proposals
            for now in self._editions.in_edition(each.reference, edition)
        )


def _as_goal(added: Deviation) -> Goal:
    """What the union added to main goals that are no more."""
    return Goal(id=added.id or "", text=added.text or "", follows=added.follows, doubt=added.doubt)


def _together(first: PlanArea, second: PlanArea) -> PlanArea:
    return replace(
        second,
        deviations=(*first.deviations, *second.deviations),
        goals=(*first.goals, *second.goals),
        measures=(*first.measures, *second.measures),
        doubt=_joined(first.doubt, second.doubt),
    )


def _joined(*texts: str | None) -> str | None:
    return " ".join(filter(None, texts)) or None

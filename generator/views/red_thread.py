"""The red thread of one plan: what it follows up, what it leaves out, what is its own, what lives on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator import addresses, standing
from generator.addresses import Address
from generator.coverage import Stance, followed_by, is_asked, stances_of
from generator.diagnostics import Message
from generator.model import (
    Goal,
    LocalItem,
    Measure,
    Plan,
    PlanArea,
    Reference,
    Status,
    StrategyArea,
    Union,
)
from generator.views.common import Link, Report, Scene, area_title, item_label, item_report, union_link
from generator.views.coverage import Cell, followed
from generator.views.suggestions import Suggestion, suggestion

_FINISHED = (Status.DONE, Status.ACHIEVED)
_GIVEN_UP = (Status.DROPPED, Status.NOT_ACHIEVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalRow:
    """A goal or measure of the plan, in few words."""

    label: Message
    text: str
    to: Address
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An item of the strategy and what the plan says of it; `reason` is why it is not prioritised."""

    text: str
    to: Address
    stance: Stance
    rows: tuple[LocalRow, ...]
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaThread:
    """An area of the strategy; `silent` are the items of which the plan says nothing."""

    title: str
    to: Address
    following: Cell
    answers: tuple[Answer, ...]
    silent: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OwnArea:
    """What follows nothing in an area of the plan."""

    title: str
    rows: tuple[LocalRow, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """An item of the earlier plan, and what continues it in later ones, each with its period."""

    earlier: LocalRow
    later: tuple[tuple[str, LocalRow], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """What became of a plan's goals and measures in the next; `left` says nothing of itself."""

    earlier: Link
    later: Link
    carried: tuple[Carried, ...]
    finished: tuple[LocalRow, ...]
    given_up: tuple[LocalRow, ...]
    left: tuple[LocalRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedThreadView:
    here: Address
    union: Link
    plan: Link
    period: str
    edition: Link
    whole: Cell
    areas: tuple[AreaThread, ...]
    other_editions: tuple[Answer, ...]
    own: tuple[OwnArea, ...]
    successions: tuple[Succession, ...]
    suggestion: Suggestion | None


def red_thread_view(scene: Scene, union: Union, plan: Plan) -> RedThreadView:
    """The red thread of the plan."""
    coverage = scene.coverage[plan.strategy]
    strategy = scene.thread.strategies[plan.strategy]
    stances = stances_of([plan], coverage.items)
    reader = _Reader(scene, plan, stances)
    return RedThreadView(
        here=addresses.red_thread(plan),
        union=union_link(union),
        plan=Link(plan.period.title, addresses.plan(plan)),
        period=plan.period.title,
        edition=Link(strategy.title, addresses.coverage(plan.strategy)),
        whole=followed(stances, coverage.asked),
        areas=tuple(reader.area(area) for area in strategy.areas),
        other_editions=tuple(reader.of_other_editions()),
        own=tuple(each for each in map(reader.own, plan.areas) if each.rows),
        successions=tuple(_successions(scene, union, plan)),
        suggestion=suggestion(scene, plan.position),
    )


class _Reader:
    """Reads one plan with the strategy beside it."""

    def __init__(self, scene: Scene, plan: Plan, stances: Mapping[Reference, Stance]) -> None:
        self._scene = scene
        self._plan = plan
        self._stances = stances
        self._rows: dict[Reference, list[LocalRow]] = {}
        for area in plan.areas:
            for item in area.items:
                row = _row(scene, plan, area, item)
                for reference in followed_by(item):
                    self._rows.setdefault(reference, []).append(row)
        self._reasons = {each.reference: each.reason for area in plan.areas for each in area.not_prioritised}
        for each in (each for area in plan.areas for each in area.deviations):
            if each.goal and each.note:
                self._reasons.setdefault(each.goal, each.note)

    def area(self, area: StrategyArea) -> AreaThread:
        """The items of the area that the plan answers, and those that it is silent of."""
        edition = self._plan.strategy
        items = {Reference(edition, area.id, item.id): item for item in area.items}
        asked = [reference for reference, item in items.items() if is_asked(item)]
        return AreaThread(
            title=area.title,
            to=addresses.strategy_part(Reference(edition, area.id, None)),
            following=followed(self._stances, asked),
            answers=tuple(self._answer(each) for each in items if each in self._stances),
            silent=tuple(self._link(each) for each in asked if each not in self._stances),
        )

    def of_other_editions(self) -> Iterator[Answer]:
        """What the plan follows in other editions than its own."""
        return (self._answer(each) for each in self._rows if each.period != self._plan.strategy)

    def own(self, area: PlanArea) -> OwnArea:
        """The goals and measures of the area that follow nothing."""
        items = (item for item in area.goals_and_measures if not item.follows)
        return OwnArea(
            area_title(self._scene, self._plan, area),
            tuple(_row(self._scene, self._plan, area, item) for item in items),
        )

    def _answer(self, reference: Reference) -> Answer:
        link = self._link(reference)
        return Answer(
            text=link.text,
            to=link.to,
            stance=self._stances.get(reference, Stance.MEASURE),
            rows=tuple(self._rows.get(reference, ())),
            reason=self._reasons.get(reference),
        )

    def _link(self, reference: Reference) -> Link:
        """The item, or the area where the reference names no item."""
        thread = self._scene.thread
        part = thread.items.get(reference) if reference.item else None
        text = part.text if part else thread.areas[Reference(reference.period, reference.area, None)].title
        return Link(text, addresses.strategy_part(reference))


def _row(scene: Scene, plan: Plan, area: PlanArea, item: LocalItem) -> LocalRow:
    return LocalRow(
        label=item_label(item, area.goals),
        text=item.text or "",
        to=addresses.plan_item(plan, area, item),
        report=item_report(scene, area, item),
    )


def _successions(scene: Scene, union: Union, plan: Plan) -> Iterator[Succession]:
    """From the plan before, and to the plan after, where there are any."""
    for earlier, later in pairwise(union.plans):
        if plan in (earlier, later):
            yield _succession(scene, union, earlier, later)


def _succession(scene: Scene, union: Union, earlier: Plan, later: Plan) -> Succession:
    continued: dict[str, list[tuple[str, LocalRow]]] = {}
    for plan in union.plans:
        for area, item in _goals_and_measures(plan):
            if item.continues and item.continues.period == earlier.period:
                row = (plan.period.title, _row(scene, plan, area, item))
                continued.setdefault(item.continues.id, []).append(row)
    rest = [(area, item) for area, item in _goals_and_measures(earlier) if item.id not in continued]
    ended = [
        (_row(scene, earlier, area, item), standing.latest(item.status, scene.today)) for area, item in rest
    ]
    return Succession(
        earlier=Link(earlier.period.title, addresses.plan(earlier)),
        later=Link(later.period.title, addresses.plan(later)),
        carried=tuple(
            Carried(_row(scene, earlier, area, item), tuple(continued[item.id]))
            for area, item in _goals_and_measures(earlier)
            if item.id in continued
        ),
        finished=tuple(row for row, entry in ended if entry and entry.status in _FINISHED),
        given_up=tuple(row for row, entry in ended if entry and entry.status in _GIVEN_UP),
        left=tuple(row for row, entry in ended if not entry or entry.status not in (*_FINISHED, *_GIVEN_UP)),
    )


def _goals_and_measures(plan: Plan) -> Iterator[tuple[PlanArea, Goal | Measure]]:
    for area in plan.areas:
        yield from ((area, item) for item in area.goals_and_measures)

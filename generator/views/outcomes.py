"""What the goals, measures and areas of a plan had come to when a span of days ended."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from generator import addresses, standing
from generator.addresses import Address
from generator.deadlines import Deadline
from generator.diagnostics import Message, message
from generator.due import Shelf, shelf
from generator.model import Goal, Measure, Plan, PlanArea, Responsible, Status
from generator.periods import Interval
from generator.thread import Thread
from generator.views.common import Link, Owner, Report, Scene, area_title, item_label, item_report, owners


class Kind(Enum):
    """The one group of a report that a thing stands in: by what is reported, or else by its deadline."""

    DONE = auto()
    PARTLY = auto()
    NOT_DONE = auto()
    PASSED = auto()
    TO_COME = auto()
    SILENT = auto()


KINDS = {
    Status.DONE: Kind.DONE,
    Status.ACHIEVED: Kind.DONE,
    Status.PARTLY: Kind.PARTLY,
    Status.UNDER_WAY: Kind.PARTLY,
    Status.NOT_STARTED: Kind.NOT_DONE,
    Status.NOT_ACHIEVED: Kind.NOT_DONE,
    Status.DROPPED: Kind.NOT_DONE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A goal, a measure, an area or the whole plan; `ahead` where its deadline has not passed.

    `roles` bear the vocabulary's names where it has them, `owners` the plan's own words.
    """

    kind: Kind
    label: Message
    area: str = ""
    text: str
    to: Address
    owners: tuple[Owner, ...] = ()
    roles: tuple[str, ...] = ()
    deadline: Deadline | None = None
    ahead: bool = False
    report: Report

    @property
    def open(self) -> bool:
        """Whether there is something left to do: no report says how it ended.

        That of the whole area counts too, but not for what has its deadline ahead.
        """
        return not standing.is_final(self.report.entry) and (self.ahead or not self.report.by_area)

    @property
    def due(self) -> datetime.date:
        """The last day of its deadline; the last of all days where there is none."""
        interval = self.deadline and self.deadline.interval
        return interval.end if interval else datetime.date.max

    def due_by(self, day: datetime.date) -> bool:
        """Whether it is due on a day that is still to come, and not after this one."""
        return self.ahead and shelf(self.deadline) is Shelf.DATED and self.due <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaOutcome:
    """An area with its goals and measures, over which its own report is not spread.

    `whole` is the area itself, which is empty where it is not reported as a whole.
    """

    link: Link
    deadline: Deadline | None
    report: Report
    whole: tuple[Thing, ...]
    goals: tuple[Thing, ...]
    measures: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All that came of a plan; `whole` is empty where the plan is not reported as a whole."""

    whole: tuple[Thing, ...]
    areas: tuple[AreaOutcome, ...]

    @property
    def things(self) -> Iterable[Thing]:
        """All things in the order of the plan."""
        yield from self.whole
        for area in self.areas:
            yield from (*area.whole, *area.goals, *area.measures)


def outcomes(scene: Scene, plan: Plan, span: Interval) -> Outcomes:
    """What came of the plan when the span ended, which is not after the day.

    Reports count to the span's last day.  Deadlines are seen from the day after it, if that has
    come: what was due on the last day has passed then.
    """
    seen = replace(scene, today=min(span.end + datetime.timedelta(days=1), scene.today))
    of_plan = Report(entry=standing.latest(plan.results, span.end))
    return Outcomes(
        _whole(message("The whole plan"), of_plan, Link(plan.source, addresses.plan(plan))),
        tuple(_area(seen, plan, area, span.end) for area in plan.areas),
    )


def _whole(label: Message, report: Report, of: Link) -> tuple[Thing, ...]:
    if report.entry is None:
        return ()
    kind = KINDS[report.entry.status]
    return (Thing(kind=kind, label=label, text=of.text, to=of.to, report=report),)


def _area(scene: Scene, plan: Plan, area: PlanArea, until: datetime.date) -> AreaOutcome:
    entry = standing.latest(area.results, until)
    report = Report(entry=entry, overdue=standing.overdue(area.deadline, (entry,), scene.today))
    link = Link(area_title(scene, plan, area), addresses.plan_area(plan, area))
    return AreaOutcome(
        link=link,
        deadline=area.deadline,
        report=report,
        whole=_whole(message("The whole area"), report, link),
        goals=tuple(_item(scene, plan, area, goal, until) for goal in area.goals),
        measures=tuple(_item(scene, plan, area, measure, until) for measure in area.measures),
    )


def _item(scene: Scene, plan: Plan, area: PlanArea, item: Goal | Measure, until: datetime.date) -> Thing:
    report = item_report(scene, area, item, until)
    measure = item if isinstance(item, Measure) else None
    deadline = standing.deadline_of(area, measure) if measure else None
    ahead = deadline is not None and deadline.interval is not None and not deadline.passed(scene.today)
    return Thing(
        kind=_kind(report, ahead=ahead),
        label=item_label(item, area.goals),
        area=area_title(scene, plan, area),
        text=item.text,
        to=addresses.plan_item(plan, area, item),
        owners=owners(scene, measure.responsible) if measure else (),
        roles=_roles(scene.thread, measure.responsible) if measure else (),
        deadline=deadline,
        ahead=ahead,
        report=report,
    )


def _kind(report: Report, *, ahead: bool) -> Kind:
    if report.entry is not None:
        return KINDS[report.entry.status]
    if report.overdue:
        return Kind.PASSED
    return Kind.TO_COME if ahead else Kind.SILENT


def _roles(thread: Thread, responsible: tuple[Responsible, ...]) -> tuple[str, ...]:
    """Each role once, by its name in the vocabulary, or else in the plan's own words."""
    known = ((thread.role(each.words), each.words) for each in responsible)
    return tuple(dict.fromkeys(role.name if role else words for role, words in known))

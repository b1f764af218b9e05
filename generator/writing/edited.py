"""A plan with one thing changed: what its source becomes, and what is told of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from generator.checks.adopted import has_adopted_wording
from generator.diagnostics import Message, message
from generator.model import Goal, Measure, Plan, PlanArea, StatusEntry
from generator.nodes import Mapping, Node
from generator.writing.from_model import goal, measure
from generator.writing.insertion import NoPlaceError, with_record
from generator.writing.replacement import with_value
from generator.writing.reported import Source, Target, listing_at

_KEYS = ("tekst", "ansvar", "frist")
"""What can be changed of a goal or measure, in the order in which it stands."""


class Edit(Protocol):
    """One change of one plan."""

    @property
    def plan(self) -> Plan:
        """The plan before the change."""
        ...

    @property
    def title(self) -> Message:
        """What it is, in a few words."""
        ...

    def applied(self, source: Source) -> Source | None:
        """The source with the change alone; None where it is written in a way that cannot be changed so."""
        ...

    def told(self) -> tuple[Message, ...]:
        """What was changed, sentence by sentence."""
        ...


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A goal or measure that says something else than it did."""

    plan: Plan
    target: Target
    item: Goal | Measure

    @property
    def before(self) -> Goal | Measure:
        """As it was."""
        found = self.target.of(self.plan)
        if not isinstance(found, Goal | Measure):
            raise TypeError(found)
        return found

    @property
    def title(self) -> Message:
        """What it is."""
        if [key for key, _ in self._values()] == ["frist"]:
            return message("new deadline for {item}", item=called(self.item))
        return message("change of {item}", item=called(self.item))

    def applied(self, source: Source) -> Source | None:
        changed = source
        for key, value in self._values():
            read = changed.read()
            place = read and listing_at(read[1], self.target.of(read[0]).position, key)
            if not place:
                return None
            try:
                text = with_value(changed.raw.decode("utf-8"), place, value)
            except NoPlaceError:
                return None
            changed = replace(changed, raw=text.encode())
        return changed if changed.plan() == with_item(self.plan, self.target, self.item) else None

    def told(self) -> tuple[Message, ...]:
        then, now, name = self.before, self.item, called(self.item)
        told: list[Message] = []
        if now.text != then.text:
            told.append(
                message(
                    "The text of {item} is “{now}” (was “{before}”).",
                    item=name,
                    now=now.text,
                    before=then.text,
                )
            )
        if isinstance(now, Measure) and isinstance(then, Measure):
            told += _differences(name, then, now)
        return tuple(told)

    def _values(self) -> Iterator[tuple[str, Node]]:
        """The keys whose values differ, with the new ones."""
        then, now = (dict(_written(each, self.plan)) for each in (self.before, self.item))
        for key in _KEYS:
            if key in now and now[key] != then.get(key):
                yield key, now[key]


@dataclass(frozen=True, slots=True)
class Added:
    """A new measure, the last of its area."""

    plan: Plan
    place: int
    measure: Measure
    area_title: str

    @property
    def area(self) -> PlanArea:
        """The area without it."""
        return self.plan.areas[self.place]

    @property
    def title(self) -> Message:
        """What it is."""
        return message("new measure {item}", item=self.measure.name)

    def applied(self, source: Source) -> Source | None:
        read = source.read()
        place = read and listing_at(read[1], read[0].areas[self.place].position, "tiltak")
        if not place:
            return None
        try:
            text = with_record(source.raw.decode("utf-8"), place, measure(self.measure, self.plan.strategy))
        except NoPlaceError:
            return None
        changed = replace(source, raw=text.encode())
        return changed if changed.plan() == self._expected() else None

    def _expected(self) -> Plan:
        areas = [*self.plan.areas]
        areas[self.place] = replace(self.area, measures=(*self.area.measures, self.measure))
        return replace(self.plan, areas=tuple(areas))

    def told(self) -> tuple[Message, ...]:
        new = message(
            "New measure {item} in “{area}”: “{words}”",
            item=self.measure.name,
            area=self.area_title,
            words=self.measure.text,
        )
        bare = replace(self.measure, responsible=(), deadline=None)
        adopted = message(
            "The wording of this plan is adopted. Have the new measure adopted too, and enter that under "
            "“vedtak:”."
        )
        told = (new, *_differences(self.measure.name, bare, self.measure))
        return (*told, adopted) if has_adopted_wording(self.plan) else told


@dataclass(frozen=True, slots=True)
class Reported:
    """A report of what became of something."""

    plan: Plan
    target: Target
    entry: StatusEntry

    @property
    def title(self) -> Message:
        """What it is."""
        item = self.target.of(self.plan)
        if isinstance(item, Plan):
            return message("status of the whole plan")
        return message("status of {item}", item=called(item))

    def applied(self, source: Source) -> Source | None:
        """The source with the report as the last one of its item."""
        return source.with_report(self.target, self.entry)

    def told(self) -> tuple[Message, ...]:
        """What is reported, and why."""
        item, entry = self.target.of(self.plan), self.entry
        if isinstance(item, Plan):
            said = message(
                "The whole plan is reported as “{status}” on {date}.", status=entry.status, date=entry.date
            )
        else:
            said = message(
                "{item} is reported as “{status}” on {date}.",
                item=called(item),
                status=entry.status,
                date=entry.date,
            )
        reason = message("The reason given is “{reason}”.", reason=entry.reason)
        return (said, reason) if entry.reason else (said,)


def called(item: Goal | Measure | PlanArea) -> str:
    """What to call it."""
    return item.name if isinstance(item, Measure) else item.id


def with_item(plan: Plan, target: Target, item: Goal | Measure) -> Plan:
    """The plan with the item in the place of the target."""
    if target.area is None or target.place is None:
        raise ValueError(target)
    areas, area = [*plan.areas], plan.areas[target.area]
    if isinstance(item, Goal):
        goals = [*area.goals]
        goals[target.place] = item
        areas[target.area] = replace(area, goals=tuple(goals))
    else:
        measures = [*area.measures]
        measures[target.place - len(area.goals)] = item
        areas[target.area] = replace(area, measures=tuple(measures))
    return replace(plan, areas=tuple(areas))


def _written(item: Goal | Measure, plan: Plan) -> Iterator[tuple[str, Node]]:
    nodes: Mapping = goal(item, plan.strategy) if isinstance(item, Goal) else measure(item, plan.strategy)
    return ((key.text, value) for key, value in nodes.entries)


def _differences(name: str, then: Measure, now: Measure) -> Iterator[Message]:
    """What is told of another deadline, and of others who are responsible."""
    before, after = (", ".join(each.words for each in one.responsible) for one in (then, now))
    if after != before:
        was = message("Responsible for {item}: {now} (was {before}).", item=name, now=after, before=before)
        yield was if before else message("Responsible for {item}: {now}.", item=name, now=after)
    if now.deadline and now.deadline != then.deadline:
        words = then.deadline.words if then.deadline else ""
        was = message(
            "The deadline of {item} is “{now}” (was “{before}”).",
            item=name,
            now=now.deadline.words,
            before=words,
        )
        yield (
            was if words else message("The deadline of {item} is “{now}”.", item=name, now=now.deadline.words)
        )

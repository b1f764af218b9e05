"""A plan of a union, and all that stands in it."""

import datetime
from dataclasses import dataclass, field

from generator.deadlines import Deadline
from generator.diagnostics import Position
from generator.model.common import NOWHERE, Doubt, Gone, Proposal, Reference, Resolution, Section
from generator.model.vocabularies import DeviationKind, Status, Wording
from generator.periods import Period
from generator.value_types import quickly_pickled


@quickly_pickled
@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEntry:
    """A dated report with its reason; undated entries count as the oldest."""

    status: Status
    date: datetime.date | None = None
    reason: str | None = None
    position: Position = field(default=NOWHERE, compare=False)


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Responsible:
    """The plan's own words for a role."""

    words: str
    position: Position = field(default=NOWHERE, compare=False)


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Prerequisite:
    """The id or number of a measure of the same plan that comes first."""

    words: str
    position: Position = field(default=NOWHERE, compare=False)


@quickly_pickled
@dataclass(frozen=True, slots=True)
class EarlierItem:
    """A goal or measure of another plan of the same union, by the plan's period and the item's id."""

    period: Period
    id: str
    position: Position = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        return f"{self.period.id}/{self.id}"


@quickly_pickled
@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    id: str
    text: str
    reason: str | None = None
    follows: tuple[Reference, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    continues: EarlierItem | None = None
    status: tuple[StatusEntry, ...] = ()
    former: tuple[str, ...] = ()
    doubt: str | None = None
    position: Position = field(default=NOWHERE, compare=False)


@quickly_pickled
@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """`number` is what the plan prints; `id` is unique in the plan and makes the anchor."""

    id: str
    text: str
    number: str | None = None
    responsible: tuple[Responsible, ...] = ()
    deadline: Deadline | None = None
    after: tuple[Prerequisite, ...] = ()
    follows: tuple[Reference, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    continues: EarlierItem | None = None
    status: tuple[StatusEntry, ...] = ()
    former: tuple[str, ...] = ()
    doubt: str | None = None
    position: Position = field(default=NOWHERE, compare=False)

    @property
    def name(self) -> str:
        """What to call it: the number that the plan prints, or else its id."""
        return self.number or self.id


@quickly_pickled
@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    id: str
    name: str
    audience: str | None = None
    time: str | None = None
    former: tuple[str, ...] = ()
    doubt: str | None = None
    position: Position = field(default=NOWHERE, compare=False)


@quickly_pickled
@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """A main goal that the plan words otherwise, leaves out or adds to the strategy's list."""

    kind: DeviationKind
    goal: Reference | None = None
    id: str | None = None
    text: str | None = None
    note: str | None = None
    follows: tuple[Reference, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    former: tuple[str, ...] = ()
    doubt: str | None = None
    position: Position = field(default=NOWHERE, compare=False)


LocalItem = Goal | Measure | Deviation
"""An item of a plan that may follow the strategy up."""


@quickly_pickled
@dataclass(frozen=True, slots=True, kw_only=True)
class NotPrioritised:
    """A strategy item that the union chose not to follow up, and why."""

    reference: Reference
    reason: str


@quickly_pickled
@dataclass(frozen=True, slots=True, kw_only=True)
class PlanArea:
    """A section of a plan: a strategy area (`title` None) or a local one with its own title."""

    id: str
    title: str | None = None
    number: str | None = None
    deadline: Deadline | None = None
    introduction: tuple[str, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    goals: tuple[Goal, ...] = ()
    measures: tuple[Measure, ...] = ()
    courses: tuple[Course, ...] = ()
    results: tuple[StatusEntry, ...] = ()
    not_prioritised: tuple[NotPrioritised, ...] = ()
    former: tuple[str, ...] = ()
    doubt: str | None = None
    position: Position = field(default=NOWHERE, compare=False)

    @property
    def local(self) -> bool:
        """Whether the area is the union's own and not one of the strategy's."""
        return self.title is not None

    @property
    def goals_and_measures(self) -> tuple[Goal | Measure, ...]:
        """What the area sets out to reach and to do."""
        return (*self.goals, *self.measures)

    @property
    def items(self) -> tuple[LocalItem, ...]:
        """What may follow the strategy up, deviations first."""
        return (*self.deviations, *self.goals_and_measures)


@quickly_pickled
@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A union's plan; not `whole` where an error made that some of its source could not be read."""

    union: str
    period: Period
    strategy: Period
    wording: Wording
    source: str
    resolutions: tuple[Resolution, ...] = ()
    introduction: tuple[str, ...] = ()
    situation: tuple[Section, ...] = ()
    chapters: tuple[Section, ...] = ()
    areas: tuple[PlanArea, ...] = ()
    results: tuple[StatusEntry, ...] = ()
    former: tuple[str, ...] = ()
    gone: tuple[Gone, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    language: str = field(default="", compare=False)
    position: Position = field(default=NOWHERE, compare=False)
    strategy_position: Position = field(default=NOWHERE, compare=False)
    whole: bool = field(default=True, compare=False)

    @property
    def goals_and_measures(self) -> tuple[Goal | Measure, ...]:
        """What the plan sets out to reach and to do, area by area."""
        return tuple(item for area in self.areas for item in area.goals_and_measures)

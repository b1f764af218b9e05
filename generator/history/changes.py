"""What a change of a plan is: values that hold no more of the old text than may be told."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from generator.model import Reference, Resolution, StatusEntry
from generator.word_steps import Step


class Kind(StrEnum):
    """What became of something."""

    ADDED = "was added"
    CHANGED = "was changed"
    REMOVED = "was removed"
    REPORTED = "was reported"


class Part(StrEnum):
    """What changed: the plan as a whole, or something in it."""

    PLAN = "plan"
    RESOLUTION = "resolution"
    AREA = "area"
    MAIN_GOAL = "main goal"
    GOAL = "goal"
    MEASURE = "measure"
    COURSE = "course"


class Field(StrEnum):
    """What of it changed."""

    TEXT = "text of it"
    TITLE = "title of it"
    NAME = "name of it"
    NUMBER = "number of it"
    REASON = "reason of it"
    NOTE = "note of it"
    RESPONSIBLE = "responsible of it"
    DEADLINE = "deadline of it"
    AUDIENCE = "audience of it"
    TIME = "time of it"
    FOLLOWS = "follows of it"
    ORDER = "order of it"
    CONTINUES = "continues of it"
    PLACE = "place of it"
    DEVIATION = "deviation of it"
    INTRODUCTION = "introduction of it"
    SITUATION = "situation of it"
    CHAPTERS = "chapters of it"
    NOT_PRIORITISED = "not prioritised of it"
    RESOLUTIONS = "resolutions of it"
    REPORTS = "reports of it"
    SOURCE = "source of it"
    STRATEGY = "strategy of it"


@dataclass(frozen=True, slots=True)
class Key:
    """By what something is known from one version of a plan to the next; ids are unique in a part."""

    part: Part
    id: str = ""


@dataclass(frozen=True, slots=True)
class AreaName:
    """An area of a plan; the strategy's has no title of its own, or one that may not be told."""

    id: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Reworded:
    """Words, from before to after."""

    field: Field
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Omitted:
    """Words that changed and are not told: before or after, they seem to be of a person."""

    field: Field


@dataclass(frozen=True, slots=True)
class Touched:
    """Something changed that is only said, not shown."""

    field: Field


@dataclass(frozen=True, slots=True)
class Refollowed:
    """What an item follows no longer, and what it follows now."""

    gone: tuple[Reference, ...]
    come: tuple[Reference, ...]
    field: Field = Field.FOLLOWS


Detail = Reworded | Omitted | Touched | Refollowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one thing in a plan.

    `number` is what the plan prints, or a goal's place in its area.  A report is told without its
    reason, which is a detail.
    """

    kind: Kind
    key: Key
    area: AreaName | None = None
    number: str | None = None
    details: tuple[Detail, ...] = ()
    report: StatusEntry | None = None
    resolution: Resolution | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """The changes of one day; of `day` None, those that are not committed.

    The first revision of a plan is that it was put in.
    """

    day: datetime.date | None
    changes: tuple[Change, ...]
    first: bool = False


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since a resolution, net; or, where that is None, since the plan was put in.

    `day` is that of the version that counts as resolved.
    """

    resolution: Resolution | None
    day: datetime.date | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHistory:
    """The history of one plan, the newest revision first.

    `since_meeting` begins at the latest annual meeting that dealt with the plan, or else at the latest
    other adoption; `since_resolution` at the latest resolution of any kind.
    """

    revisions: tuple[Revision, ...]
    since_meeting: Since
    since_resolution: Since

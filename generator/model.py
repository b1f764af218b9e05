"""Floor 4: the federation, its strategies and its unions' plans, frozen.  No input or output.

Positions ride along for later checks and take no part in equality.
"""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

from generator.deadlines import Deadline
from generator.diagnostics import Position
from generator.periods import Period

NOWHERE = Position("")


class Level(StrEnum):
    """Who carries out a strategic measure."""

    NATIONAL = "nasjonalt"
    COUNTY = "fylkeskrets"
    UNION = "fagforening"


class Wording(StrEnum):
    """Whether a source holds the adopted wording or restates it in other words."""

    ADOPTED = "vedtatt"
    RESTATED = "gjengitt"


class Status(StrEnum):
    """What is reported of a measure, goal, area or plan.  Not reported is no status."""

    DONE = "gjennomført"
    ACHIEVED = "oppnådd"
    PARTLY = "delvis"
    UNDER_WAY = "i gang"
    NOT_STARTED = "ikke startet"
    NOT_ACHIEVED = "ikke oppnådd"
    DROPPED = "utgått"


class ResolutionKind(StrEnum):
    """What a body did with the plan."""

    ADOPTED = "vedtatt"
    APPROVED = "godkjent"
    CONSIDERED = "behandlet"

    @property
    def adopts(self) -> bool:
        """Whether the plan counts from then on."""
        return self is not ResolutionKind.CONSIDERED


class DeviationKind(StrEnum):
    """How a plan's main goals differ from the strategy's."""

    WORDING = "ordlyd"
    OMITTED = "utelatt"
    ADDED = "tillegg"


class AreaSign(StrEnum):
    """The picture, and with it the colour, that a strategy area is known by on the site."""

    CLOCK = "klokke"
    HOUSE = "hus"
    PEOPLE = "folk"
    SCHOOL = "skole"
    HANDS = "hender"
    SCREEN = "skjerm"
    HEART = "hjerte"
    LEAF = "blad"
    SCALES = "vekt"
    HORN = "ropert"


class Licence(StrEnum):
    """What the open data may be used under."""

    ATTRIBUTION = "cc by"
    NO_RIGHTS = "cc0"
    NORWEGIAN = "nlod"


class ItemKind(StrEnum):
    """What an item of a strategy is."""

    MAIN_GOAL = "hovedmål"
    STRATEGIC_MEASURE = "strategisk tiltak"


@dataclass(frozen=True, slots=True)
class Reference:
    """A strategy area (`item` None) or item, in the edition of `period`."""

    period: Period
    area: str
    item: str | None
    position: Position = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        return "/".join(part for part in (self.period.id, self.area, self.item) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An address at which there is no longer what there was, and why; `name` is what that was called."""

    address: str
    reason: str
    name: str | None = None
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Noted:
    """An address that was published, as a list of such names it: `fagforeninger/as/2024-2025/#tiltak-3-1`."""

    address: str
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class County:
    """`map_square` is its column from the west and its row from the north, both from 1.

    `former`, here and elsewhere, are the ids that it had in addresses before.
    """

    id: str
    name: str
    map_square: tuple[int, int] | None = None
    former: tuple[str, ...] = ()
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Role:
    """A body or office that carries measures out; never a person."""

    id: str
    name: str
    spellings: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    position: Position = field(default=NOWHERE, compare=False)

    @property
    def words(self) -> tuple[str, ...]:
        """All that a plan may write for the role."""
        return (self.id, self.name, *self.spellings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Another site whose unions are listed here: a copy of their plans lies in `kilder/<id>/`.

    `site` is where it is published; `data`, the published data that the copy is made of; `sha256`, what that
    was when somebody saw to it.
    """

    id: str
    name: str
    site: str
    data: str | None = None
    sha256: str | None = None
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Home:
    """Where the pages of a union are that is another site's: the site's name, the union's folder there."""

    site: str
    folder: str


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Federation:
    """`licence` is what the open data may be used under; None where the federation does not say.

    `owners` are the teams that are asked about changes, but for what has owners of its own.
    """

    name: str
    languages: tuple[str, ...]
    links: tuple[Link, ...]
    licence: Licence | None = None
    owners: tuple[str, ...] = ()
    counties: tuple[County, ...]
    roles: tuple[Role, ...]
    gone: tuple[Gone, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Which body did what with the plan, and when."""

    body: str
    kind: ResolutionKind
    date: datetime.date | None = None
    position: Position = field(default=NOWHERE, compare=False)

    @property
    def by_annual_meeting(self) -> bool:
        """Whether the union's annual meeting resolved it."""
        return "årsmøte" in self.body.casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A chapter, a part of one, or a point of the situation: paragraphs, points, parts."""

    title: str
    number: str | None = None
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    parts: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What stood in a document, on a page and a line of it, and found no place in the source.

    Never published, like all else that is in doubt or proposed.
    """

    text: str
    page: int | None = None
    line: int | None = None
    reason: str | None = None
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an item perhaps follows or continues, with how sure that is (0–1); an editor says so."""

    reference: Reference
    score: float | None = None
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyItem:
    """A main goal, or a strategic measure at one of three levels."""

    id: str
    kind: ItemKind
    text: str
    level: Level | None = None
    continues: Reference | None = None
    former: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    doubt: str | None = None
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyArea:
    id: str
    title: str
    introduction: tuple[str, ...]
    items: tuple[StrategyItem, ...]
    sign: AreaSign | None = None
    continues: Reference | None = None
    former: tuple[str, ...] = ()
    doubt: str | None = None
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    period: Period
    title: str
    wording: Wording
    source: str
    resolutions: tuple[Resolution, ...]
    introduction: tuple[str, ...]
    areas: tuple[StrategyArea, ...]
    gone: tuple[Gone, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEntry:
    """A dated report with its reason; undated entries count as the oldest."""

    status: Status
    date: datetime.date | None = None
    reason: str | None = None
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Responsible:
    """The plan's own words for a role."""

    words: str
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """The id or number of a measure of the same plan that comes first."""

    words: str
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class EarlierItem:
    """A goal or measure of another plan of the same union, by the plan's period and the item's id."""

    period: Period
    id: str
    position: Position = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        return f"{self.period.id}/{self.id}"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    id: str
    name: str
    audience: str | None = None
    time: str | None = None
    former: tuple[str, ...] = ()
    doubt: str | None = None
    position: Position = field(default=NOWHERE, compare=False)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class NotPrioritised:
    """A strategy item that the union chose not to follow up, and why."""

    reference: Reference
    reason: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """`language` is that of its plans, empty where it is the federation's first.

    `published` are its addresses that were published, less those of plans that cannot be read now;
    `owners` the teams that are asked about changes in its folder.
    """

    id: str
    name: str
    county: str
    number: str | None = None
    language: str = ""
    owners: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    gone: tuple[Gone, ...] = ()
    published: tuple[Noted, ...] = field(default=(), compare=False)
    home: Home | None = None
    plans: tuple[Plan, ...] = ()
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The whole body of plans: everything that is published.

    `published` are the addresses that were, less those of the unions that there are.  `guests` are unions of
    other sites: counted and listed like ours on pages that tell of several, and leading there.
    """

    federation: Federation
    strategies: tuple[Strategy, ...]
    unions: tuple[Union, ...]
    published: tuple[Noted, ...] = field(default=(), compare=False)
    guests: tuple[Union, ...] = ()

    @property
    def everyone(self) -> tuple[Union, ...]:
        """Our unions, and then those of other sites."""
        return (*self.unions, *self.guests)

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans of every union of ours."""
        return tuple(plan for union in self.unions for plan in union.plans)

"""What strategies and plans have in common: references, decisions, chapters, what is gone or in doubt."""

import datetime
from dataclasses import dataclass, field

from generator.diagnostics import Position
from generator.model.vocabularies import ResolutionKind
from generator.periods import Period
from generator.value_types import quickly_pickled

NOWHERE = Position("")


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Reference:
    """A strategy area (`item` None) or item, in the edition of `period`."""

    period: Period
    area: str
    item: str | None
    position: Position = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        return "/".join(part for part in (self.period.id, self.area, self.item) if part)


@quickly_pickled
@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An address at which there is no longer what there was, and why; `name` is what that was called."""

    address: str
    reason: str
    name: str | None = None
    position: Position = field(default=NOWHERE, compare=False)


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Noted:
    """An address that was published, as a list of such names it: `fagforeninger/as/2024-2025/#tiltak-3-1`."""

    address: str
    position: Position = field(default=NOWHERE, compare=False)


@quickly_pickled
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


@quickly_pickled
@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A chapter, a part of one, or a point of the situation: paragraphs, points, parts."""

    title: str
    number: str | None = None
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    parts: tuple["Section", ...] = ()


@quickly_pickled
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


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Proposal:
    """What an item perhaps follows or continues, with how sure that is (0–1); an editor says so."""

    reference: Reference
    score: float | None = None
    position: Position = field(default=NOWHERE, compare=False)

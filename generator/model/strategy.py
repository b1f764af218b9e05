"""An edition of the strategy."""

from dataclasses import dataclass, field

from generator.diagnostics import Position
from generator.model.common import NOWHERE, Doubt, Gone, Proposal, Reference, Resolution
from generator.model.vocabularies import AreaSign, ItemKind, Level, Wording
from generator.periods import Period


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

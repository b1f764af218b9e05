"""A union with its plans, and all that there is."""

from dataclasses import dataclass, field

from generator.diagnostics import Position
from generator.model.common import NOWHERE, Gone, Noted
from generator.model.federation import Federation, Home
from generator.model.plan import Plan
from generator.model.strategy import Strategy
from generator.value_types import quickly_pickled


@quickly_pickled
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

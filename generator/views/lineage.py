"""What an item of a plan continues of an earlier plan, and what continues it in later ones."""

from dataclasses import dataclass

from generator import addresses
from generator.model import EarlierItem, Goal, Measure, Plan, Union
from generator.views.common import Link


@dataclass(frozen=True, slots=True)
class Lineage:
    """What an item continues of an earlier plan, and what continues it in later ones, by period."""

    earlier: Link | None
    later: tuple[Link, ...]


class Lineages:
    """The lineage of each of a plan's goals and measures."""

    def __init__(self, union: Union, plan: Plan) -> None:
        self._places = {
            EarlierItem(other.period, item.id): Link(
                other.period.title, addresses.plan_item(other, area, item)
            )
            for other in union.plans
            for area in other.areas
            for item in area.goals_and_measures
        }
        self._period = plan.period
        self._later: dict[EarlierItem, list[Link]] = {}
        for other in union.plans:
            for item in (item for area in other.areas for item in area.goals_and_measures):
                if item.continues:
                    here = self._places[EarlierItem(other.period, item.id)]
                    self._later.setdefault(item.continues, []).append(here)

    def of(self, item: Goal | Measure) -> Lineage:
        """The lineage of an item of the plan."""
        earlier = self._places.get(item.continues) if item.continues else None
        return Lineage(earlier, tuple(self._later.get(EarlierItem(self._period, item.id), ())))

"""What an import of a strategy knows of the editions before it: areas by title, items that live on."""

from dataclasses import dataclass

from generator.importer.recognising.headings import normal
from generator.matching.areas import Titles
from generator.matching.predecessors import Predecessors
from generator.model import AreaSign, Body, ItemKind, Proposal, Reference, Strategy, StrategyArea
from generator.periods import Period


@dataclass(frozen=True, slots=True)
class EarlierEditions:
    """The editions, the newest first, and what the newest holds."""

    editions: tuple[Strategy, ...]
    titles: Titles
    newest: Predecessors | None

    def area_of(self, title: str, least: float) -> str:
        """The area that the title names at least so surely, in any edition; empty where it names none."""
        found = self.titles.area_of(title)
        return found.id if found and found.likeness >= least else ""

    def area(self, id_: str) -> Reference | None:
        """The area in the newest edition that has it."""
        found = self._newest_of(id_)
        return Reference(found[0].period, id_, None) if found else None

    def sign(self, id_: str) -> AreaSign | None:
        """What the area is known by on the site."""
        found = self._newest_of(id_)
        return found[1].sign if found else None

    def is_title(self, title: str, id_: str) -> bool:
        """Whether the area has just that title in any edition."""
        areas = (area for edition in self.editions for area in edition.areas if area.id == id_)
        return any(normal(area.title) == normal(title) for area in areas)

    def same(self, text: str, kind: ItemKind, area: str) -> Reference | None:
        """The item of the newest edition that says the same."""
        return self.newest.same(text, kind, area) if self.newest else None

    def proposals(self, text: str, kind: ItemKind, area: str) -> tuple[Proposal, ...]:
        """The items of the newest edition that perhaps live on."""
        return self.newest.proposals(text, kind, area) if self.newest else ()

    def _newest_of(self, id_: str) -> tuple[Strategy, StrategyArea] | None:
        found = ((edition, area) for edition in self.editions for area in edition.areas if area.id == id_)
        return next(found, None)


def earlier_editions(body: Body, period: Period) -> EarlierEditions:
    """The editions of the body before the period."""
    before = [each for each in body.strategies if each.period < period]
    editions = tuple(sorted(before, key=lambda each: each.period, reverse=True))
    return EarlierEditions(
        editions=editions,
        titles=Titles(area for each in editions for area in each.areas),
        newest=Predecessors(editions[0]) if editions else None,
    )

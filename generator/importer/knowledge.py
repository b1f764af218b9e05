"""What an import knows of the strategies and of the federation: areas by title, main goals, roles."""

from dataclasses import dataclass

from generator.matching import MainGoalMatch, Matcher
from generator.model import Body, Proposal, Reference, Strategy
from generator.periods import Period
from generator.roles import Roles


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Answers for one edition of the strategy."""

    matcher: Matcher
    roles: Roles
    strategy: Strategy | None
    edition: Period

    def area_of(self, title: str, least: float) -> str:
        """The area that the title names at least so surely; empty where it names none of the edition's."""
        found = self.matcher.area_of(title)
        known = {area.id for area in self.strategy.areas} if self.strategy else set()
        return found.id if found and found.likeness >= least and found.id in known else ""

    def knows_role(self, words: str) -> bool:
        """Whether the words are those of a role."""
        return self.roles.find(words) is not None

    def main_goal_of(self, text: str, area: str) -> MainGoalMatch | None:
        """The main goal of the area that the text is."""
        return self.matcher.main_goal_of(text, area, self.edition)

    def main_goals(self, area: str) -> tuple[Reference, ...]:
        """The area's main goals in the edition."""
        of = next((each for each in self.strategy.areas if each.id == area), None) if self.strategy else None
        items = of.items if of else ()
        return tuple(Reference(self.edition, area, item.id) for item in items if item.level is None)

    def proposals(self, text: str, area: str | None) -> tuple[Proposal, ...]:
        """What the text perhaps follows."""
        return self.matcher.proposals(text, area, self.edition)


def knowledge(body: Body, edition: Period) -> Knowledge:
    """What the body of plans tells, for the edition."""
    strategy = next((each for each in body.strategies if each.period == edition), None)
    return Knowledge(Matcher(body), Roles(body.federation), strategy, edition)

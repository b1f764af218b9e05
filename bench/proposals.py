"""How well what goals and measures follow is proposed, measured on the plans that say it.

Each union's plans are proposed for from the strategy and the other unions' plans alone, and compared
with what they say that they follow.  Run as `python -m bench.proposals`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bench.corpus import ROOT
from generator.load import load
from generator.matching import Matcher
from generator.matching.proposals import LEAST
from generator.model import Body, DeviationKind, LocalItem, PlanArea, Proposal, Reference, Union
from generator.periods import Period

MOST = 3
"""So many proposals are made of each."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an item follows, and what is proposed for it, the surest first, however sure."""

    follows: tuple[Reference, ...]
    proposed: tuple[Proposal, ...]

    def rank(self, reference: Reference) -> int:
        """Which of the proposals it is, from 1; 0 where it is none."""
        references = [each.reference for each in self.proposed]
        return references.index(reference) + 1 if reference in references else 0

    @property
    def made(self) -> tuple[Proposal, ...]:
        """Those that are sure enough to be made."""
        return tuple(each for each in self.proposed if (each.score or 0) >= LEAST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Shares, from 0 to 1: of what is followed, of what is proposed, and of items that follow nothing."""

    first: float
    among_three: float
    made: float
    right: float
    first_right: float
    silent: float


def answers(body: Body) -> Iterator[Answer]:
    """For each goal, measure and added main goal of all plans, with its own union's plans unknown."""
    for union in body.unions:
        others = tuple(each for each in body.unions if each is not union)
        yield from _of_union(union, Matcher(replace(body, unions=others)), _newest_edition(body))


def _newest_edition(body: Body) -> Period:
    """What items are asked of that follow nothing."""
    return max(each.period for each in body.strategies)


def _of_union(union: Union, matcher: Matcher, newest: Period) -> Iterator[Answer]:
    for area in (area for plan in union.plans for area in plan.areas):
        for item in _asked(area):
            edition = next((each.period for each in item.follows), newest)
            place = None if area.local else area.id
            proposed = matcher.proposals(item.text or "", place, edition, most=MOST, least=0)
            yield Answer(item.follows, proposed)


def _asked(area: PlanArea) -> Iterator[LocalItem]:
    yield from area.goals_and_measures
    yield from (each for each in area.deviations if each.kind is DeviationKind.ADDED)


def measured(found: list[Answer]) -> Measured:
    """What the answers come to."""
    ranks = [answer.rank(each) for answer in found for each in answer.follows]
    made = [(each.reference in answer.follows) for answer in found for each in answer.made]
    firsts = [answer.made[0].reference in answer.follows for answer in found if answer.made]
    silent = [not answer.made for answer in found if not answer.follows]
    return Measured(
        first=_share([rank == 1 for rank in ranks]),
        among_three=_share([rank > 0 for rank in ranks]),
        made=sum(made) / max(1, len(ranks)),
        right=_share(made),
        first_right=_share(firsts),
        silent=_share(silent),
    )


def _share(which: list[bool]) -> float:
    return sum(which) / max(1, len(which))


def main() -> None:
    """Prints the shares."""
    body = load(ROOT).body
    if body is None:
        raise SystemExit("The plans have errors.")
    found = list(answers(body))
    result = measured(found)
    print(f"{sum(len(each.follows) for each in found)} links of {len(found)} goals and measures")
    print(f"proposed first                    {result.first:.2f}")
    print(f"among the first three             {result.among_three:.2f}")
    print(f"among those that are sure enough  {result.made:.2f}")
    print(f"right, of those                   {result.right:.2f}")
    print(f"right, of the first of those      {result.first_right:.2f}")
    print(f"nothing said, of what follows nothing {result.silent:.2f}")


if __name__ == "__main__":
    main()

"""Plans and strategies as StratML, for what knows plans of any organisation.

What a plan follows is named as in the strategy's own file.
"""

from collections.abc import Iterable

from generator import addresses, standing
from generator.diagnostics import message
from generator.exports.open_data.stratml_form import (
    Document,
    Heading,
    Objective,
    Performer,
    Related,
    Relation,
    Stage,
    Words,
    as_stratml,
)
from generator.labels import LABELS
from generator.language import Language
from generator.model import (
    Goal,
    ItemKind,
    Measure,
    Plan,
    PlanArea,
    Reference,
    StatusEntry,
    Strategy,
    StrategyArea,
    StrategyItem,
)
from generator.views.common import Owner, Scene, Upward
from generator.views.main_goals import MainGoal
from generator.views.plan import PlanView
from generator.views.plan_areas import AreaView, GoalView, MeasureView


def strategy_id(reference: Reference) -> str:
    """By what a part of the strategy is identified, in its own file and in those of plans."""
    return "_" + "--".join(str(reference).split("/"))


class StratmlWriter:
    """Writes plans and strategies, as the scene shows them, in one language."""

    def __init__(self, scene: Scene, language: Language) -> None:
        self._scene = scene
        self._text = language.text
        self._words = Words(language.text(message("Status")), language.text(message("Deadline")))

    def plan(self, plan: Plan, view: PlanView) -> str:
        """A plan as its page shows it."""
        name = message("Action plan {period} for {union}", period=view.period, union=view.union.name)
        document = Document(
            id=f"plan-{plan.union}-{plan.period.id}",
            kind="Performance_Plan",
            name=self._text(name),
            text="\n".join(plan.introduction),
            note=self._source(plan.source),
            organization=(view.union.name, f"fagforening-{view.union.id}"),
            headings=tuple(self._area(plan, *each) for each in zip(plan.areas, view.areas, strict=True)),
            period=plan.period,
            source=self._where(view.permanent.to),
        )
        return as_stratml(document, self._words)

    def strategy(self, strategy: Strategy) -> str:
        """An edition of the strategy."""
        document = Document(
            id=f"strategi-{strategy.period.id}",
            kind="Strategic_Plan",
            name=strategy.title,
            text="\n".join(strategy.introduction),
            note=self._source(strategy.source),
            organization=(self._scene.body.federation.name, "forbund"),
            headings=tuple(self._strategy_area(strategy, area) for area in strategy.areas),
            period=strategy.period,
            source=self._where(addresses.strategy(strategy.period)),
        )
        return as_stratml(document, self._words)

    def _source(self, words: str) -> str:
        return self._text(message("Source: {source}", source=words))

    def _where(self, to: addresses.Address) -> str:
        return to.absolute(self._scene.site)

    def _known(self, entries: Iterable[StatusEntry]) -> tuple[StatusEntry, ...]:
        return tuple(each for each in entries if standing.is_known(each, self._scene.today))

    def _area(self, plan: Plan, area: PlanArea, view: AreaView) -> Heading:
        goals = zip(area.goals, view.goals, strict=True)
        measures = zip(area.measures, view.measures, strict=True)
        return Heading(
            id=view.anchor,
            name=view.title,
            text="\n".join(area.introduction),
            number=area.number,
            objectives=(
                *self._whole_area(area, view),
                *(self._main_goal(plan, area, each) for each in view.main_goals),
                *(self._goal(*each) for each in goals),
                *(self._measure(area, *each) for each in measures),
            ),
        )

    def _whole_area(self, area: PlanArea, view: AreaView) -> Iterable[Objective]:
        """The area itself, where it has a deadline or a report of its own."""
        if area.deadline or area.results:
            yield Objective(
                id=f"{view.anchor}--alt",
                name=self._text(message("The whole area")),
                text=view.title,
                deadline=area.deadline,
                reports=self._known(area.results),
            )

    def _main_goal(self, plan: Plan, area: PlanArea, view: MainGoal) -> Objective:
        reference = Reference(plan.strategy, area.id, view.id)
        added = [each.follows for each in area.deviations if each.id == view.id]
        own = view.to and Related(
            Relation.PEER, strategy_id(reference), view.adopted_text or view.text, self._where(view.to)
        )
        return Objective(
            id=f"hovedmal-{area.id}-{view.id}",
            name=self._text(LABELS[view.deviation or ItemKind.MAIN_GOAL]),
            text=view.text,
            note=view.note,
            related=(own,) if own else self._follows(added[0] if added else (), view.follows),
        )

    def _goal(self, goal: Goal, view: GoalView) -> Objective:
        return Objective(
            id=view.anchor,
            name=self._text(view.label),
            text=goal.text,
            note=goal.reason,
            related=self._follows(goal.follows, view.follows),
            reports=self._known(goal.status),
        )

    def _measure(self, area: PlanArea, measure: Measure, view: MeasureView) -> Objective:
        return Objective(
            id=view.anchor,
            name=self._text(view.label),
            text=measure.text,
            number=measure.number,
            performers=tuple(map(_performer, view.owners)),
            stage=Stage.OUTPUT,
            related=self._follows(measure.follows, view.follows),
            deadline=standing.deadline_of(area, measure),
            reports=self._known(measure.status),
        )

    def _follows(self, references: Iterable[Reference], views: Iterable[Upward]) -> tuple[Related, ...]:
        return tuple(
            Related(Relation.NARROWER, strategy_id(reference), view.text, self._where(view.to))
            for reference, view in zip(references, views, strict=True)
        )

    def _strategy_area(self, strategy: Strategy, area: StrategyArea) -> Heading:
        whole = Reference(strategy.period, area.id, None)
        return Heading(
            id=strategy_id(whole),
            name=area.title,
            text="\n".join(area.introduction),
            objectives=tuple(self._strategy_item(whole, item) for item in area.items),
        )

    def _strategy_item(self, area: Reference, item: StrategyItem) -> Objective:
        here = Reference(area.period, area.area, item.id)
        level = item.level and self._text(LABELS[item.level])
        return Objective(
            id=strategy_id(here),
            name=self._text(LABELS[item.kind]),
            text=item.text,
            performers=(Performer(level, level),) if level else (),
            stage=Stage.OUTCOME if item.kind is ItemKind.MAIN_GOAL else Stage.OUTPUT,
            related=tuple(map(self._earlier, [item.continues] if item.continues else [])),
        )

    def _earlier(self, reference: Reference) -> Related:
        """What the item lives on from, in an earlier edition's file."""
        text = self._scene.thread.items[reference].text
        to = self._where(addresses.strategy_part(reference))
        return Related(Relation.PEER, strategy_id(reference), text, to)


def _performer(owner: Owner) -> Performer:
    return Performer(owner.words, owner.role.name if owner.role else owner.words)

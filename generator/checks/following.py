"""Rules on the red thread: what follows nothing, what nobody follows, and what only seems to be local."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from generator.checks.likeness import say_the_same, telling
from generator.checks.rule import Finding, Subject, warning
from generator.checks.wording import excerpt, reads_as_measure
from generator.coverage import followed_by, is_asked
from generator.diagnostics import Message, message
from generator.model import Deviation, DeviationKind, ItemKind, Level, PlanArea, Reference, StrategyItem
from generator.thread import Thread

_UNIONS = 2
"""Of so many unions at least must the plans build on an edition, before its gaps say anything."""


@warning
def follows_nothing(subject: Subject) -> Iterator[Finding]:
    """Goals or measures in an area of the strategy follow nothing in it.

    They are in no overview of who follows the strategy up. Write under “følger:” what they really
    follow; what is the union's own can stand in an area of its own, with “id:” and “tittel:”. An area
    is reported once, at the first of them.
    """
    for area in _strategy_areas(subject):
        items = area.goals_and_measures
        free = [item for item in items if not item.follows]
        if free:
            yield Finding(
                free[0].position,
                message(
                    "{count} of {total} goals and measures here follow nothing, the first “{found}”.",
                    count=len(free),
                    total=len(items),
                    found=excerpt(free[0].text),
                ),
                message(
                    "Write “følger: [area/item]” with what it follows; if it follows nothing, it may stand "
                    "in an area of the union's own."
                ),
            )


def _strategy_areas(subject: Subject) -> Iterator[PlanArea]:
    """The plans' areas that are areas of the strategy they build on."""
    for plan in subject.plans:
        for area in plan.areas:
            if not area.local and Reference(plan.strategy, area.id, None) in subject.thread.areas:
                yield area


@warning
def nobody_follows(subject: Subject) -> Iterator[Finding]:
    """Main goals, or measures for the unions, in the newest strategy are followed up by no plan.

    Either nobody works with them, or the plans do not say so. It is asked only when plans of two
    unions or more build on the edition; what a union has put under “ikke_prioritert” with a reason
    does not count as forgotten. What serves a main goal by way of a measure can follow both. An area
    is reported once for its main goals and once for its measures.
    """
    strategy = max(subject.body.strategies, key=lambda each: each.period, default=None)
    if strategy is None:
        return
    plans = [plan for union in subject.body.everyone for plan in union.plans]
    unions = {plan.union for plan in plans if plan.strategy == strategy.period}
    if len(unions) < _UNIONS:
        return
    of_area = {
        area.id: [(Reference(strategy.period, area.id, item.id), item) for item in area.items]
        for area in strategy.areas
    }
    silent = {reference for items in of_area.values() for reference, item in items if is_asked(item)}
    for area in chain.from_iterable(plan.areas for plan in plans):
        silent.difference_update(_answered(area))
        if not silent:
            return
    for items in of_area.values():
        yield from _left(
            [pair for pair in items if pair[1].kind is ItemKind.MAIN_GOAL],
            silent,
            message("{count} of {total} main goals here are followed by no plan: {found}."),
        )
        yield from _left(
            [pair for pair in items if pair[1].level is Level.UNION],
            silent,
            message("{count} of {total} measures for the unions here are followed by no plan: {found}."),
        )


def _answered(area: PlanArea) -> Iterator[Reference]:
    """What the area follows, and what it says that it does not."""
    for item in area.items:
        yield from followed_by(item)
    for each in area.not_prioritised:
        yield each.reference


_Items = list[tuple[Reference, StrategyItem]]


def _left(asked: _Items, silent: set[Reference], fault: Message) -> Iterator[Finding]:
    """The fault of those of the items that no plan follows, told at the first of them."""
    left = [pair for pair in asked if pair[0] in silent]
    if left:
        text = message(fault.text, count=len(left), total=len(asked), found=_named(left))
        instead = message("Ask the unions what they do for it, and have them add it to “følger:” there.")
        yield Finding(left[0][1].position, text, instead)


def _named(items: _Items) -> str:
    return ", ".join(f"{reference.area}/{reference.item}" for reference, _ in items)


@warning
def main_goal_copied_from_measure(subject: Subject) -> Iterator[Finding]:
    """A main goal that the plan adds is really a measure of the strategy.

    Then a task stands where a result to be reached should stand. Put it under “mål” or “tiltak”, with
    the strategy's measure under “følger”. It is found by its words, or by following a measure of the
    same area while it begins as a measure does.
    """
    measures = _measures(subject.thread)
    for plan in subject.plans:
        for area in plan.areas:
            there = measures[Reference(plan.strategy, area.id, None)]
            for deviation in area.deviations:
                source = _source(deviation, there) if deviation.kind is DeviationKind.ADDED else None
                if source is not None:
                    yield _copied(deviation, source)


_Measures = dict[Reference, frozenset[str]]


def _measures(thread: Thread) -> defaultdict[Reference, _Measures]:
    """The telling words of each strategic measure, by area."""
    found: defaultdict[Reference, _Measures] = defaultdict(dict)
    for reference, item in thread.items.items():
        if item.kind is ItemKind.STRATEGIC_MEASURE:
            found[Reference(reference.period, reference.area, None)][reference] = telling(item.text)
    return found


def _source(deviation: Deviation, measures: _Measures) -> Reference | None:
    """The measure that the main goal is."""
    text = deviation.text or ""
    words = telling(text)
    for reference in deviation.follows:
        if reference in measures and reads_as_measure(text):
            return reference
    return next((each for each in measures if say_the_same(words, measures[each])), None)


def _copied(deviation: Deviation, source: Reference) -> Finding:
    return Finding(
        deviation.position,
        message(
            "“{found}” is the strategy's measure {measure}, not a main goal.",
            found=excerpt(deviation.text or ""),
            measure=source,
        ),
        message(
            "Put it under “tiltak:” or “mål:” with “følger: [{measure}]”.",
            measure=f"{source.area}/{source.item}",
        ),
    )

"""Rules on the areas of a plan, beside those of the strategy that it builds on."""

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject, warning
from generator.diagnostics import message
from generator.model import DeviationKind, Plan, PlanArea


@warning
def area_left_out(subject: Subject) -> Iterator[Finding]:
    """A plan has no section for an area of the strategy that it builds on.

    The page of that area does not name the union then, even where measures in other areas follow it
    up. Write a section for it; what the union chose to leave out can stand there under
    “ikke_prioritert”, with the reason.
    """
    for plan in subject.whole_plans:
        missing = _left_out(subject, plan)
        if missing:
            yield Finding(
                plan.position,
                message("The plan has no section for {areas}.", areas=", ".join(missing)),
                message("Write “- område: {area}” with what the plan says of it.", area=missing[0]),
            )


def _left_out(subject: Subject, plan: Plan) -> list[str]:
    """The ids of those areas; none where one that the strategy does not know may be meant for them."""
    strategy = subject.thread.strategies.get(plan.strategy)
    known = [area.id for area in strategy.areas] if strategy else []
    written = {area.id for area in plan.areas if not area.local}
    return [each for each in known if each not in written] if written <= set(known) else []


@warning
def area_empty(subject: Subject) -> Iterator[Finding]:
    """An area of a plan holds no goal, measure, course, result or choice not to prioritise.

    Readers see a heading and nothing that the union will do. Write what the plan holds; where the
    union chose to do nothing, say so under “ikke_prioritert”, with the reason.
    """
    for area in (area for plan in subject.whole_plans for area in plan.areas):
        if not _holds_something(area):
            yield Finding(
                area.position,
                message("The area “{found}” is empty.", found=area.title or area.id),
                message("Write what the plan holds here, or why nothing: “ikke_prioritert:”."),
            )


def _holds_something(area: PlanArea) -> bool:
    added = any(each.kind is DeviationKind.ADDED for each in area.deviations)
    return added or any((area.goals, area.measures, area.courses, area.results, area.not_prioritised))


@warning
def period_without_strategy(subject: Subject) -> Iterator[Finding]:
    """A plan is for years that the strategy it builds on does not cover.

    Its measures then follow goals that no longer count, or do not count yet. Build on the strategy of
    the plan's own years; where it is not adopted yet, make an exception and give the reason.
    """
    for plan in subject.plans:
        own, covered = plan.period, plan.strategy
        known = covered in subject.thread.strategies
        if known and not covered.first <= own.first <= own.last <= covered.last:
            yield Finding(
                plan.strategy_position,
                message(
                    "The plan is for {period}, the strategy for {found}.",
                    period=own.title,
                    found=covered.title,
                ),
                message("Write under “strategi” one that covers the years of the plan."),
            )

"""Rules on what identifies things: ids, and the file that a plan stands in."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Position, message
from generator.model import Body, DeviationKind, Plan, Strategy

_Named = Iterable[tuple[str, Position]]


def duplicate_id(body: Body) -> Iterator[Diagnostic]:
    """Two things of one kind have the same id, so that a link to one of them would be ambiguous."""
    for named in (*_in_strategies(body), *(ids for plan in _plans(body) for ids in _in_plan(plan))):
        yield from _repeated(named)


def _plans(body: Body) -> Iterator[Plan]:
    for union in body.unions:
        yield from union.plans


def _in_strategies(body: Body) -> Iterator[_Named]:
    for strategy in body.strategies:
        yield [(area.id, area.position) for area in strategy.areas]
        for area in strategy.areas:
            yield [(item.id, item.position) for item in area.items]


def _in_plan(plan: Plan) -> Iterator[_Named]:
    yield [(area.id, area.position) for area in plan.areas]
    yield [(goal.id, goal.position) for area in plan.areas for goal in area.goals]
    yield [(measure.id, measure.position) for area in plan.areas for measure in area.measures]
    yield [(course.id, course.position) for area in plan.areas for course in area.courses]
    for area in plan.areas:
        added = (each for each in area.deviations if each.kind is DeviationKind.ADDED)
        yield [(each.id or "", each.position) for each in added]


def _repeated(named: _Named) -> Iterator[Diagnostic]:
    first: dict[str, Position] = {}
    for name, position in named:
        if name in first:
            yield Diagnostic(
                position=position,
                rule="duplicate-id",
                message=message(
                    "The id “{found}” is taken in line {line}.", found=name, line=first[name].line
                ),
                hint=message("Write an “id:” of its own; the number may stay in “nr:”."),
            )
        first.setdefault(name, position)


def period_not_file_name(body: Body) -> Iterator[Diagnostic]:
    """A plan or strategy covers another period than its file name says, which makes its address."""
    parts: list[Strategy | Plan] = [*body.strategies, *_plans(body)]
    for part in parts:
        if PurePosixPath(part.position.file).stem != part.period.id:
            yield Diagnostic(
                position=part.position,
                rule="period-not-file-name",
                message=message(
                    "The file is named otherwise than its period {period}.", period=part.period.id
                ),
                hint=message("Name the file {period}.yml, or correct “periode”.", period=part.period.id),
            )

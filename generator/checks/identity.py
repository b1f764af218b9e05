"""Rules on what identifies things: ids, and the file that a plan stands in."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Position, message
from generator.model import Body, DeviationKind, Plan, Role, Strategy
from generator.roles import spelling_key

_Named = Iterable[tuple[str, Position]]


def duplicate_id(body: Body) -> Iterator[Diagnostic]:
    """Two things of one kind have the same id, so that a link to one of them would be ambiguous."""
    federation = body.federation
    yield from _repeated([(county.id, county.position) for county in federation.counties])
    yield from _repeated([(role.id, role.position) for role in federation.roles])
    for named in (*_in_strategies(body), *(ids for plan in body.plans for ids in _in_plan(plan))):
        yield from _repeated(named)


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
                hint=message("Write an “id:” that nothing else of the kind has; “nr:” may stay."),
            )
        first.setdefault(name, position)


def shared_spelling(body: Body) -> Iterator[Diagnostic]:
    """Two roles are written alike, so that nobody knows which of them a plan means."""
    first: dict[str, Role] = {}
    for role in body.federation.roles:
        for words in role.words:
            other = first.setdefault(spelling_key(words), role)
            if other is not role:
                yield Diagnostic(
                    position=role.position,
                    rule="shared-spelling",
                    message=message("“{found}” stands for “{other}” too.", found=words, other=other.id),
                    hint=message("Let it stand for one role only."),
                )


def period_not_file_name(body: Body) -> Iterator[Diagnostic]:
    """A plan or strategy covers another period than its file name says, which makes its address."""
    parts: list[Strategy | Plan] = [*body.strategies, *body.plans]
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

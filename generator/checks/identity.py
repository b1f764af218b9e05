"""Rules on what identifies things: ids, and the file that a plan stands in."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Protocol

from generator.checks.rule import Finding, Subject, error
from generator.diagnostics import Position, message
from generator.model import Body, County, DeviationKind, Plan, Role, Strategy
from generator.roles import spelling_key

_Named = Iterable[tuple[str, Position]]


class _Identified(Protocol):
    """What has an id in addresses, and may have had others."""

    @property
    def id(self) -> str | None: ...

    @property
    def former(self) -> tuple[str, ...]: ...

    @property
    def position(self) -> Position: ...


@error
def duplicate_id(subject: Subject) -> Iterator[Finding]:
    """Two things of one kind have the same id, so that a link to one of them would be ambiguous."""
    federation = subject.body.federation
    yield from _repeated(_ids(federation.counties))
    yield from _repeated(_ids(federation.roles))
    for named in (*_in_strategies(subject.body), *(ids for plan in subject.plans for ids in _in_plan(plan))):
        yield from _repeated(named)


def _ids(things: Iterable[_Identified]) -> _Named:
    """The ids that the things have, and then those that they had."""
    every = list(things)
    now = [(each.id or "", each.position) for each in every]
    return [*now, *((former, each.position) for each in every for former in each.former)]


def _in_strategies(body: Body) -> Iterator[_Named]:
    for strategy in body.strategies:
        yield _ids(strategy.areas)
        for area in strategy.areas:
            yield _ids(area.items)


def _in_plan(plan: Plan) -> Iterator[_Named]:
    yield _ids(plan.areas)
    yield _ids(goal for area in plan.areas for goal in area.goals)
    yield _ids(measure for area in plan.areas for measure in area.measures)
    yield _ids(course for area in plan.areas for course in area.courses)
    for area in plan.areas:
        added = (each for each in area.deviations if each.kind is DeviationKind.ADDED)
        yield _ids(added)
        yield [(str(each.goal), each.position) for each in area.deviations if each.goal is not None]


def _repeated(named: _Named) -> Iterator[Finding]:
    first: dict[str, Position] = {}
    for name, position in named:
        if name in first:
            yield Finding(
                position,
                message("The id “{found}” is taken in line {line}.", found=name, line=first[name].line),
                message("Write an “id:” that nothing else of the kind has; “nr:” may stay."),
            )
        first.setdefault(name, position)


@error
def map_square_taken(subject: Subject) -> Iterator[Finding]:
    """Two counties lie on the same square of the map, so that one would hide the other."""
    first: dict[tuple[int, int], County] = {}
    for county in subject.body.federation.counties:
        if county.map_square is not None:
            other = first.setdefault(county.map_square, county)
            if other is not county:
                found = message(
                    "“{found}” lies on the square of “{other}”.", found=county.name, other=other.name
                )
                yield Finding(county.position, found, message("Write another square for one of them."))


@error
def shared_spelling(subject: Subject) -> Iterator[Finding]:
    """Two roles are written alike, so that nobody knows which of them a plan means."""
    first: dict[str, Role] = {}
    for role in subject.body.federation.roles:
        for words in role.words:
            other = first.setdefault(spelling_key(words), role)
            if other is not role:
                yield Finding(
                    role.position,
                    message("“{found}” stands for “{other}” too.", found=words, other=other.id),
                    message("Let it stand for one role only."),
                )


@error
def period_not_file_name(subject: Subject) -> Iterator[Finding]:
    """A plan or strategy covers another period than its file name says, which makes its address."""
    parts: list[Strategy | Plan] = [*subject.body.strategies, *subject.plans]
    for part in parts:
        if PurePosixPath(part.position.file).stem != part.period.id:
            yield Finding(
                part.position,
                message("The file is named otherwise than its period {period}.", period=part.period.id),
                message("Name the file {period}.yml, or correct “periode”.", period=part.period.id),
            )

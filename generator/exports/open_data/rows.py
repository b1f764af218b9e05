"""The rows of the tables: what the pages show, a line a thing."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import addresses, standing
from generator.addresses import Address
from generator.coverage import stances_of
from generator.deadlines import Deadline
from generator.exports.open_data.columns import COURSES, FOLLOWING, ITEMS, STATUSES, UNIONS, Table
from generator.exports.open_data.values import PHASES, PRECISIONS, STANCES
from generator.model import DeviationKind, Goal, Measure, Plan, PlanArea, StatusEntry, Union
from generator.standing import current
from generator.views.common import (
    Report,
    Scene,
    area_title,
    county_of,
    course_time,
    item_report,
    owners,
)
from generator.views.coverage import followed
from generator.views.main_goals import main_goals

Cell = str | int | bool | datetime.date | None
Row = tuple[Cell, ...]

SEVERAL = "|"
"""What stands between several things in a cell."""


@dataclass(frozen=True, slots=True)
class _Place:
    """An area of a union's plan, seen in a scene."""

    scene: Scene
    union: Union
    plan: Plan
    area: PlanArea

    def where(self, to: Address) -> str:
        """The whole address, where the site's is known."""
        return to.absolute(self.scene.site)

    def own(self, anchor: str | None) -> str:
        """The address of a place on the plan's page."""
        return self.where(Address(addresses.plan(self.plan).page, anchor or ""))


def rows(scene: Scene, union: Union) -> dict[Table, list[Row]]:
    """The rows that each table has of the union."""
    places = [_Place(scene, union, plan, area) for plan in union.plans for area in plan.areas]
    return {
        ITEMS: [row for place in places for row in _items(place)],
        STATUSES: [row for plan in union.plans for row in _statuses(scene, plan)],
        COURSES: [row for place in places for row in _courses(place)],
        UNIONS: list(_unions(scene, union)),
        FOLLOWING: list(_following(scene, union)),
    }


def _joined(words: Iterable[str]) -> str | None:
    return SEVERAL.join(each.replace(SEVERAL, "/") for each in words) or None


def _items(of: _Place) -> Iterator[Row]:
    yield from _main_goals(of)
    yield from (_goal(of, goal) for goal in of.area.goals)
    yield from (_measure(of, measure) for measure in of.area.measures)


def _item(of: _Place, kind: str, said: Row, rest: Row) -> Row:
    area = of.area
    title = area_title(of.scene, of.plan, area)
    whose = (of.union.id, of.union.name, of.union.county, of.plan.period.id, of.plan.strategy.id)
    return (*whose, area.id, title, area.local, kind, *said, *rest)


_NO_DEADLINE: Row = (None, None, None, None, None, False)
_NO_DUTY: Row = (None, None, *_NO_DEADLINE)
_NO_STATUS: Row = (None, None, None)


def _main_goals(of: _Place) -> Iterator[Row]:
    if of.area.local:
        return
    follows = {each.id: _joined(map(str, each.follows)) for each in of.area.deviations if each.id}
    for each in main_goals(of.scene, of.plan, of.area):
        if each.deviation is None:
            continue
        reworded = f"{of.plan.strategy.id}/{of.area.id}/{each.id}"
        followed_up = reworded if each.deviation is DeviationKind.WORDING else follows.get(each.id)
        said = (each.id, None, each.text)
        rest = (followed_up, each.deviation.value, of.own(each.anchor))
        yield _item(of, "hovedmål", said, (*_NO_DUTY, *_NO_STATUS, *rest))


def _goal(of: _Place, goal: Goal) -> Row:
    told = _status(item_report(of.scene, of.area, goal))
    rest = (_joined(map(str, goal.follows)), None, of.where(addresses.plan_item(of.plan, of.area, goal)))
    return _item(of, "mål", (goal.id, None, goal.text), (*_NO_DUTY, *told, *rest))


def _measure(of: _Place, measure: Measure) -> Row:
    report = item_report(of.scene, of.area, measure)
    owned = owners(of.scene, measure.responsible)
    roles, words = (each.role.id for each in owned if each.role), (each.words for each in owned)
    deadline = standing.deadline_of(of.area, measure)
    of_area = None if deadline is None else measure.deadline is None
    duty = (_joined(roles), _joined(words), *_deadline(deadline), of_area, report.overdue)
    to = of.where(addresses.plan_item(of.plan, of.area, measure))
    rest = (*_status(report), _joined(map(str, measure.follows)), None, to)
    return _item(of, "tiltak", (measure.id, measure.number, measure.text), (*duty, *rest))


def _deadline(of: Deadline | None) -> Row:
    """The words, the first and last day, how finely they fix it."""
    if of is None:
        return (None, None, None, None)
    days = (of.interval.start, of.interval.end) if of.interval else (None, None)
    return (of.words, *days, PRECISIONS[of.precision])


def _status(report: Report) -> Row:
    entry = report.entry
    return _NO_STATUS if entry is None else (entry.status.value, entry.date, entry.reason)


def _statuses(scene: Scene, plan: Plan) -> Iterator[Row]:
    told: list[tuple[Row, tuple[StatusEntry, ...]]] = [(("plan", None, None), plan.results)]
    for area in plan.areas:
        told.append((("område", area.id, None), area.results))
        told += [(("mål", area.id, each.id), each.status) for each in area.goals]
        told += [(("tiltak", area.id, each.id), each.status) for each in area.measures]
    for what, entries in told:
        newest = standing.latest(entries, scene.today)
        known = (each for each in entries if standing.is_known(each, scene.today))
        for line, each in enumerate(known, start=1):
            said = (each.status.value, each.date, each.reason, each is newest)
            yield (plan.union, plan.period.id, *what, line, *said)


def _courses(of: _Place) -> Iterator[Row]:
    for each in of.area.courses:
        whose = (of.union.id, of.plan.period.id, of.area.id)
        time = _deadline(course_time(of.plan, each))
        to = of.where(addresses.plan_item(of.plan, of.area, each))
        yield (*whose, each.id, each.name, each.audience, *time, to)


def _unions(scene: Scene, union: Union) -> Iterator[Row]:
    plan = current(union.plans, scene.today)
    if plan is None:
        return
    measures, goals = standing.measures(plan, scene.today), standing.goals(plan, scene.today)
    coverage = scene.coverage[plan.strategy]
    share = followed(stances_of([plan], coverage.items), coverage.asked)
    county = county_of(scene, union)
    yield (
        *(union.id, union.name, union.number, county.id, county.name, len(union.plans)),
        *(plan.period.id, PHASES[standing.phase(plan.period, scene.today)]),
        *(goals.total, measures.total, measures.reported, share.count, share.total),
        addresses.union(union.id).absolute(scene.site),
    )


def _following(scene: Scene, union: Union) -> Iterator[Row]:
    editions = {plan.strategy for plan in union.plans}
    for period, coverage in scene.coverage.items():
        if period not in editions:
            continue
        said = coverage.stances.get(union.id, {})
        for reference in (each for each in coverage.items if each in said):
            yield (union.id, period.id, str(reference), STANCES[said[reference]])

"""Rules on what plans cite: editions, areas and items of a strategy, counties, roles."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.checks.rule import Finding, Subject, error
from generator.diagnostics import Message, Position, did_you_mean, message, nearest
from generator.model import Body, ItemKind, Plan, Reference, StrategyArea
from generator.periods import Period
from generator.roles import Roles

_Areas = dict[Period, dict[str, StrategyArea]]
_Items = dict[Period, dict[str, frozenset[str]]]
"""The ids of the items of each area of each edition."""


def _areas(body: Body) -> _Areas:
    return {each.period: {area.id: area for area in each.areas} for each in body.strategies}


def _unknown(position: Position, text: Message, found: str, known: Iterable[str]) -> Finding:
    return Finding(position, text, did_you_mean(found, known))


@error
def unknown_county(subject: Subject) -> Iterator[Finding]:
    """A union names a county that `forbund.yml` does not hold, so no county page would list it."""
    known = [county.id for county in subject.body.federation.counties]
    for union in subject.body.unions:
        if union.county not in known:
            text = message("The county “{found}” is not in forbund.yml.", found=union.county)
            yield _unknown(union.position, text, union.county, known)


@error
def unknown_strategy(subject: Subject) -> Iterator[Finding]:
    """A plan builds on an edition of the strategy that is not among the sources."""
    known = [strategy.period.id for strategy in subject.body.strategies]
    for plan in subject.plans:
        if plan.strategy.id not in known:
            text = message("There is no strategy for “{found}”.", found=plan.strategy.id)
            yield _unknown(plan.strategy_position, text, plan.strategy.id, known)


@error
def unknown_area(subject: Subject) -> Iterator[Finding]:
    """An area of a plan is not an area of the edition that the plan builds on."""
    editions = _areas(subject.body)
    for plan in subject.plans:
        known = editions.get(plan.strategy)
        for area in plan.areas if known is not None else ():
            if not area.local and area.id not in (known or ()):
                text = message("The strategy has no area “{found}”.", found=area.id)
                yield _unknown(area.position, text, area.id, known or ())


@error
def unknown_item(subject: Subject) -> Iterator[Finding]:
    """A reference (`følger`, `hovedmål`, `viderefører`) points to nothing in the edition it means."""
    items, goals = _items(subject.body, set(ItemKind)), _items(subject.body, {ItemKind.MAIN_GOAL})
    for reference in _references(subject.body):
        yield from _unresolved(reference, items)
    for plan in subject.plans:
        for goal in (each.goal for area in plan.areas for each in area.deviations if each.goal):
            yield from _unresolved(goal, goals)


def _references(body: Body) -> Iterator[Reference]:
    for strategy in body.strategies:
        for strategy_area in strategy.areas:
            continued = (strategy_area.continues, *(item.continues for item in strategy_area.items))
            yield from (each for each in continued if each is not None)
    for plan in body.plans:
        for area in plan.areas:
            for item in area.items:
                yield from item.follows
            yield from (each.reference for each in area.not_prioritised)


def _items(body: Body, kinds: set[ItemKind]) -> _Items:
    return {
        period: {
            name: frozenset(item.id for item in area.items if item.kind in kinds)
            for name, area in areas.items()
        }
        for period, areas in _areas(body).items()
    }


def _unresolved(reference: Reference, editions: _Items) -> Iterator[Finding]:
    areas = editions.get(reference.period)
    items = areas.get(reference.area) if areas else None
    if items is not None and (reference.item is None or reference.item in items):
        return
    text = message("“{found}” points to nothing in the strategy.", found=reference)
    if items is not None:
        known = [f"{reference.area}/{item}" for item in items]
        yield _unknown(reference.position, text, f"{reference.area}/{reference.item}", known)
    else:
        yield _unknown(reference.position, text, reference.area, areas or [each.id for each in editions])


@error
def unknown_earlier_item(subject: Subject) -> Iterator[Finding]:
    """What a goal or measure continues is in no earlier plan of the union.

    Under “viderefører” stands the period of an earlier plan, a slash, and the id of a goal or measure
    in it. A measure without “id:” has its number as id, with hyphens: 3.1.1 becomes 3-1-1.
    """
    for union in subject.body.unions:
        known = {plan.period: _ids(plan) for plan in union.plans}
        for plan in union.plans:
            for each in (item.continues for item in plan.goals_and_measures if item.continues):
                ids = known.get(each.period, frozenset()) if each.period < plan.period else frozenset()
                if each.id not in ids:
                    earlier = [f"{of.id}/{id_}" for of in known if of < plan.period for id_ in known[of]]
                    text = message("“{found}” is in no earlier plan of the union.", found=each)
                    yield _unknown(each.position, text, str(each), earlier)


def _ids(plan: Plan) -> frozenset[str]:
    return frozenset(item.id for item in plan.goals_and_measures)


@error
def split_role(subject: Subject) -> Iterator[Finding]:
    """A comma divides the name of one role into two roles that exist as well.

    In a list in brackets the comma separates. Put the role's whole name in quotation marks.
    """
    roles = Roles(subject.body.federation)
    for measure in (each for plan in subject.plans for area in plan.areas for each in area.measures):
        for one, other in pairwise(measure.responsible):
            whole = roles.find(f"{one.words}, {other.words}")
            if whole is not None:
                yield Finding(
                    one.position,
                    message("“{one}, {other}” is read as two roles.", one=one.words, other=other.words),
                    message("If you mean one, write '{role}' in quotation marks.", role=whole.name),
                )


@error
def deviation_in_own_area(subject: Subject) -> Iterator[Finding]:
    """An area of the union's own deviates from main goals, but the strategy has none for it.

    Write what the union wants to reach there as a goal, under “mål”.
    """
    for area in (each for plan in subject.plans for each in plan.areas if each.local):
        for deviation in area.deviations:
            yield Finding(
                deviation.position,
                message("The area “{area}” is the union's own and has no main goals.", area=area.title),
                message("Write it under “mål:”."),
            )


@error
def unknown_role(subject: Subject) -> Iterator[Finding]:
    """A responsible is no role that `forbund.yml` knows; a person's name never is one."""
    roles = Roles(subject.body.federation)
    known = [words for role in subject.body.federation.roles for words in (role.name, *role.spellings)]
    for measure in (each for plan in subject.plans for area in plan.areas for each in area.measures):
        for responsible in measure.responsible:
            if roles.find(responsible.words) is None:
                text = message("“{found}” is no role in forbund.yml.", found=responsible.words)
                hint = _role_instead(responsible.words, roles, known)
                yield Finding(responsible.position, text, hint)


def _role_instead(words: str, roles: Roles, known: list[str]) -> Message:
    """What to write instead: several roles one by one, the nearest role, or any role at all."""
    parts = words.split(" og ")
    if len(parts) > 1 and all(roles.find(part) for part in parts):
        return message("Write [{roles}].", roles=", ".join(parts))
    near = nearest(words, known)
    if near is not None:
        return message("Did you mean “{nearest}”?", nearest=near)
    return message("Write a role that forbund.yml has, never a person's name.")

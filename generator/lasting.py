"""Floor 8: addresses that are to last: which there are, and what those lead to that there were.

An address is written as the lists of published ones have it: `fagforeninger/as/2024-2025/#tiltak-3-1`.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, product

from generator import addresses
from generator.addresses import Address
from generator.model import (
    Body,
    Course,
    Deviation,
    DeviationKind,
    Federation,
    Goal,
    Gone,
    Measure,
    Noted,
    Plan,
    PlanArea,
    Reference,
    Strategy,
    Union,
)


def of_body(body: Body) -> set[str]:
    """Every address that is to last."""
    every = {*of_federation(body.federation)}
    every.update(*map(of_edition, body.strategies), *map(of_union, body.unions))
    return every


def noted(body: Body) -> tuple[Noted, ...]:
    """Every line of the lists of what was published."""
    return (*body.published, *(each for union in body.unions for each in union.published))


def of_federation(federation: Federation) -> set[str]:
    """The pages of counties and roles."""
    counties = {addresses.county(each.id).noted for each in federation.counties}
    return counties | {addresses.role(each.id).noted for each in federation.roles}


def of_edition(strategy: Strategy) -> set[str]:
    """The pages of an edition of the strategy, its areas and its items."""
    parts = (
        Reference(strategy.period, area.id, item)
        for area in strategy.areas
        for item in (None, *(each.id for each in area.items))
    )
    return {
        addresses.strategy(strategy.period).noted,
        *(addresses.strategy_part(each).noted for each in parts),
    }


def of_union(union: Union) -> set[str]:
    """The pages of a union and its plans, and the places on them."""
    plans = {addresses.plan(plan).noted for plan in union.plans}
    return {addresses.union(union.id).noted, *plans}.union(*map(of_plan, union.plans))


def page_of(plan: Plan) -> str:
    """The address of a plan's page."""
    return addresses.plan(plan).noted


def of_plan(plan: Plan) -> set[str]:
    """The places on a plan's page that have an id of their own."""
    return {Address(addresses.plan(plan).page, anchor).noted for anchor in _anchors(plan)}


def former_places(plan: Plan) -> set[str]:
    """The places on a plan's page that led there before."""
    page = addresses.plan(plan).page
    return {Address(page, each).noted for every in former_anchors(plan).values() for each in every}


def places(plans: Iterable[Plan]) -> set[str]:
    """The places that addresses lead to on the pages of plans, also earlier ones."""
    return {place for plan in plans for place in of_plan(plan) | former_places(plan)}


def former_anchors(plan: Plan) -> dict[str, tuple[str, ...]]:
    """The anchors that what is on the plan's page had before, by the one that it has."""
    found = {}
    for area in plan.areas:
        found[addresses.area_anchor(area)] = addresses.former_area_anchors(area)
        for item in _items(area):
            found[addresses.item_anchor(area, item)] = addresses.former_anchors(area, item)
    return {anchor: former for anchor, former in found.items() if former}


def _anchors(plan: Plan) -> Iterator[str]:
    for area in plan.areas:
        yield addresses.area_anchor(area)
        yield from (addresses.item_anchor(area, item) for item in _items(area))


def _items(area: PlanArea) -> Iterator[Goal | Measure | Course | Deviation]:
    yield from (*area.goals_and_measures, *area.courses)
    yield from (each for each in area.deviations if each.kind is DeviationKind.ADDED)


def former_pages_of_union(
    union: Union, pages: Iterable[Address], published: Iterable[Noted] = ()
) -> dict[str, Address]:
    """Addresses that the union's pages had before, and where they lead: what is no more, to its own page."""
    own = addresses.union(union.id).noted
    tails = {page.noted.removeprefix(own): page for page in pages}
    for plan in union.plans:
        inside = f"{plan.period.id}/"
        mine = {tail.removeprefix(inside): page for tail, page in tails.items() if tail.startswith(inside)}
        for period in plan.former:
            tails |= {
                f"{period}/{rest}": page for rest, page in mine.items() if f"{period}/{rest}" not in tails
            }
    found = {f"{own}{tail}": page for tail, page in tails.items() if f"{own}{tail}" != page.noted}
    for folder in (addresses.union(each).noted for each in union.former):
        found |= {f"{folder}{tail}": page for tail, page in tails.items()}
        for each in published:
            if each.address.startswith(folder) and "#" not in each.address:
                found.setdefault(each.address, addresses.union(union.id))
    return found


def pages_of_union(union: Union) -> tuple[Address, ...]:
    """The union's page and its plans'."""
    return (addresses.union(union.id), *map(addresses.plan, union.plans))


def former_pages_of_edition(strategy: Strategy) -> dict[str, Address]:
    """Addresses that areas and items of the edition had before, and what they lead to."""
    found = {}
    for area in strategy.areas:
        named = ((None, (None,)), *((item.id, (item.id, *item.former)) for item in area.items))
        for area_id, (item_id, every) in product((area.id, *area.former), named):
            to = addresses.strategy_part(Reference(strategy.period, area.id, item_id))
            for each in every:
                found[addresses.strategy_part(Reference(strategy.period, area_id, each)).noted] = to
    return {earlier: to for earlier, to in found.items() if earlier != to.noted}


def former_pages_of_federation(federation: Federation) -> dict[str, Address]:
    """Addresses that counties and roles had before, and what they lead to."""
    counties = {
        addresses.county(earlier).noted: addresses.county(each.id)
        for each in federation.counties
        for earlier in each.former
    }
    roles = {
        addresses.role(earlier).noted: addresses.role(each.id)
        for each in federation.roles
        for earlier in each.former
    }
    return counties | roles


def gone(body: Body) -> dict[str, Gone]:
    """What is said to be gone, by its address, in whatever source that is said."""
    of_strategies = (each.gone for each in body.strategies)
    of_unions = (each.gone for each in body.unions)
    of_plans = (each.gone for each in body.plans)
    every = chain(body.federation.gone, *of_strategies, *of_unions, *of_plans)
    return {each.address: each for each in every}


def said_of(address: str, said: Mapping[str, Gone]) -> Gone | None:
    """What is said of the address, or of a page above it; None where nothing is."""
    page = address.partition("#")[0]
    above = (each for each in addresses.folders_above(page.removesuffix("/")))
    return next((said[each] for each in (address, page, *above) if each in said), None)

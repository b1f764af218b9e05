"""What stands at addresses that had something else: what leads on, and what says that it is gone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator import addresses, lasting, standing
from generator.addresses import Address
from generator.model import Plan, Union
from generator.views.common import Link, Scene
from generator.views.report import report_links


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedView:
    """An earlier address, and what is there now; `site` begins whole addresses, where it is known."""

    here: Address
    to: Link
    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneView:
    """What was at the address, why it is not there now, and what lies above it."""

    here: Address
    name: str
    reason: str
    up: Address


@dataclass(frozen=True, slots=True)
class GonePlace:
    """What was on a page, with the anchor that led to it."""

    anchor: str
    name: str
    reason: str


def moved_views(scene: Scene) -> Iterable[MovedView]:
    """A view for each earlier address at which nothing else is."""
    former = _moved(scene)
    there = lasting.of_body(scene.body) if former else ()
    for earlier, to in sorted(former.items()):
        if earlier not in there:
            yield MovedView(here=addresses.left_behind(earlier), to=to, site=scene.site)


def _moved(scene: Scene) -> dict[str, Link]:
    """Where earlier addresses lead; where two have had the same one, to the first of them."""
    body = scene.body
    found: dict[str, Link] = {}
    for union in body.unions:
        if not union.former and not any(plan.former for plan in union.plans):
            continue
        noted = (*body.published, *union.published)
        former = lasting.former_pages_of_union(union, _pages(scene, union), noted)
        found = {**_named(union.name, former), **found}
    for edition in body.strategies:
        found |= _named(edition.title, lasting.former_pages_of_edition(edition))
    return found | _named(body.federation.name, lasting.former_pages_of_federation(body.federation))


def _named(name: str, former: Mapping[str, Address]) -> dict[str, Link]:
    return {earlier: Link(name, to) for earlier, to in former.items()}


def gone_views(scene: Scene) -> Iterable[GoneView]:
    """A view for each page that is said to be gone, and for those that were published below it."""
    body, said = scene.body, lasting.gone(scene.body)
    if not said:
        return
    there = lasting.of_body(body)
    below = (each.address for each in lasting.noted(body) if lasting.said_of(each.address, said))
    pages = {each.partition("#")[0] for each in (*said, *below)}
    for address in sorted(pages - there - _moved(scene).keys()):
        what = lasting.said_of(address, said)
        if what is not None:
            yield GoneView(
                here=addresses.gone_page(address),
                name=what.name or address,
                reason=what.reason,
                up=addresses.above(address, there),
            )


def gone_places(plan: Plan) -> tuple[GonePlace, ...]:
    """What is said to be gone from the plan's page."""
    page = addresses.plan(plan).noted
    every = ((each, *each.address.partition("#")) for each in plan.gone)
    return tuple(
        GonePlace(anchor, each.name or anchor, each.reason)
        for each, of, _, anchor in every
        if of == page and anchor
    )


def _pages(scene: Scene, union: Union) -> Iterator[Address]:
    """The pages of a union that others may know."""
    yield addresses.union(union.id)
    for plan in union.plans:
        yield addresses.plan(plan)
        yield addresses.red_thread(plan)
        yield from (each.to for each in report_links(scene, plan))
    if standing.current(union.plans, scene.today) is not None:
        yield addresses.union_calendar(union.id)
        yield addresses.union_roles(union.id)
    if union.plans and scene.history is not None:
        yield addresses.union_changes(union.id)

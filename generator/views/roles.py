"""The roles and their measures."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from generator import addresses
from generator.addresses import Address
from generator.alphabet import alphabetical
from generator.model import Role, Union
from generator.standing import current
from generator.thread import Place
from generator.views.common import (
    Duty,
    Group,
    Link,
    Scene,
    by_county,
    by_deadline,
    duty,
    left_out,
    measure_at,
)
from generator.views.suggestions import Suggestion, suggestion_at

SHOWN = 50
"""Measures of a role on a county's page; all of them stand on the unions' own pages."""


@dataclass(frozen=True, slots=True)
class RoleRow:
    link: Link
    measures: int


@dataclass(frozen=True, slots=True)
class RolesView:
    here: Address
    roles: tuple[RoleRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleView:
    here: Address
    name: str
    spellings: tuple[str, ...]
    total: int
    groups: tuple[Group[Duty], ...]
    suggestion: Suggestion | None


@dataclass(frozen=True, slots=True)
class UnionShare:
    """How many of a role's measures are a union's, leading to its roles."""

    union: Link
    measures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleInCounty:
    """The role's measures in a county: how many in each union, and the first by deadline."""

    here: Address
    role: Link
    county: Link
    unions: tuple[UnionShare, ...]
    total: int
    rows: tuple[Duty, ...]


def roles_view(scene: Scene) -> RolesView:
    return RolesView(
        Address(addresses.ROLES),
        tuple(
            RoleRow(Link(role.name, addresses.role(role.id)), len(scene.thread.duties.get(role.id, ())))
            for role in sorted(scene.body.federation.roles, key=lambda each: alphabetical(each.name))
        ),
    )


def role_view(scene: Scene, role: Role) -> RoleView:
    """The role's measures by county, by deadline in each."""
    places = by_deadline(scene, scene.thread.duties.get(role.id, ()))
    return RoleView(
        here=addresses.role(role.id),
        name=role.name,
        spellings=role.spellings,
        total=len(places),
        groups=by_county(scene, _duties(scene, places), partial(addresses.role_in, role.id)),
        suggestion=suggestion_at(scene, role.position),
    )


def role_in_counties(scene: Scene, role: Role, view: RoleView) -> Iterable[RoleInCounty]:
    """A view for each county whose measures the role's page does not hold in full."""
    places = scene.thread.duties.get(role.id, ())
    for here, county, inside in left_out(view.groups, places):
        first = by_deadline(scene, inside)[:SHOWN]
        yield RoleInCounty(
            here=here,
            role=Link(role.name, view.here),
            county=county,
            unions=_shares(scene, inside),
            total=len(inside),
            rows=tuple(row for _, row in _duties(scene, first)),
        )


def _shares(scene: Scene, places: Iterable[Place]) -> tuple[UnionShare, ...]:
    """Of the current plans, which the pages that these lead to show."""
    shown = [place for place in places if place.plan is current(place.union.plans, scene.today)]
    counts = Counter(place.union.id for place in shown)
    unions = {place.union.id: place.union for place in shown}.values()
    return tuple(
        UnionShare(Link(union.name, addresses.union_roles(union.id)), counts[union.id])
        for union in sorted(unions, key=lambda union: alphabetical(union.name))
    )


def _duties(scene: Scene, places: Iterable[Place]) -> Iterable[tuple[Union, Duty]]:
    return ((place.union, duty(scene, place, measure_at(place))) for place in places)

"""A union's roles, each with the measures that the plan in force gives it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.alphabet import alphabetical
from generator.due import Shelf
from generator.model import Plan, Role, Union
from generator.standing import to_come_first
from generator.views.common import Link, Scene, county_link, county_of, union_link
from generator.views.due_rows import DueRow
from generator.views.suggestions import Suggestion, suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSection:
    """A role's measures in the plan; `file` holds its deadlines of all the union's plans."""

    anchor: str
    name: str
    everywhere: Address
    file: Address | None
    rows: tuple[DueRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionRolesView:
    """`unknown` are measures of roles that the vocabulary does not hold; `nobody` those of no role."""

    here: Address
    union: Link
    county: Link
    plan: Link
    roles: tuple[RoleSection, ...]
    unknown: tuple[DueRow, ...]
    nobody: tuple[DueRow, ...]
    suggestion: Suggestion | None


def by_role(scene: Scene, rows: Iterable[DueRow]) -> dict[Role, list[DueRow]]:
    """The rows of each role, in their order; a row of two roles stands under both."""
    found: dict[Role, list[DueRow]] = defaultdict(list)
    for row in rows:
        for role in scene.thread.roles.of(row.due.measure.responsible):
            found[role].append(row)
    return found


def union_roles_view(scene: Scene, union: Union, plan: Plan, rows: Iterable[DueRow]) -> UnionRolesView:
    """The roles in the plan, of the rows of all the union's plans."""
    every = list(rows)
    with_file = {role for role, found in by_role(scene, every).items() if any(map(_is_dated, found))}
    of_plan = (row for row in every if row.due.plan is plan)
    shown = sorted(of_plan, key=lambda row: to_come_first(row.due.day, scene.today))
    sections = by_role(scene, shown)
    return UnionRolesView(
        here=addresses.union_roles(union.id),
        union=union_link(union),
        county=county_link(county_of(scene, union)),
        plan=Link(plan.period.title, addresses.plan(plan)),
        roles=tuple(
            _section(union, role, sections[role], has_file=role in with_file)
            for role in sorted(sections, key=lambda role: alphabetical(role.name))
        ),
        unknown=tuple(row for row in shown if any(owner.to is None for owner in row.owners)),
        nobody=tuple(row for row in shown if not row.owners),
        suggestion=suggestion(scene, plan.position),
    )


def _is_dated(row: DueRow) -> bool:
    return row.due.shelf is Shelf.DATED


def _section(union: Union, role: Role, rows: list[DueRow], *, has_file: bool) -> RoleSection:
    return RoleSection(
        anchor=addresses.role_anchor(role.id),
        name=role.name,
        everywhere=addresses.role(role.id),
        file=addresses.union_role_calendar_file(union.id, role.id) if has_file else None,
        rows=tuple(rows),
    )

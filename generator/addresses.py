"""Floor 7: the permanent address of every page and the anchor of every item.

An address is the path of a Markdown file below `docs/`, lower-case ASCII, made of ids;
`fagforeninger/as/2024-2025.md` is published as `/fagforeninger/as/2024-2025/`.  Once published
it does not change; nothing else in the project builds one.
"""

import posixpath
from dataclasses import dataclass

from generator.model import Course, Deviation, Goal, Measure, Plan, PlanArea, Reference
from generator.periods import Period

FRONT = "index.md"
UNIONS = "fagforeninger/index.md"
COUNTIES = "fylker"
STRATEGIES = "strategi/index.md"
ROLES = "roller/index.md"
RULES = "regler/index.md"
DIAGNOSTICS_SCHEMA = "skjema/diagnostikk.json"


@dataclass(frozen=True, slots=True)
class Address:
    """A page, and a place on it."""

    page: str
    anchor: str = ""

    def seen_from(self, page: str) -> str:
        """The address as a link that stands on the page."""
        path = posixpath.relpath(self.page, posixpath.dirname(page)) if page != self.page else ""
        return f"{path}#{self.anchor}" if self.anchor else path or posixpath.basename(page)


def county(county_id: str) -> Address:
    """The page of a county and its unions."""
    return Address(f"{COUNTIES}/{county_id}.md")


def union_folder(union: str) -> str:
    """The folder that holds all pages of a union, with a slash at its end."""
    return f"fagforeninger/{union}/"


def union(union_id: str) -> Address:
    """The page of a union with the plan in force."""
    return Address(f"{union_folder(union_id)}index.md")


def plan(of: Plan) -> Address:
    """The permanent page of a plan."""
    return Address(f"{union_folder(of.union)}{of.period.id}.md")


def plan_area(of: Plan, area: PlanArea) -> Address:
    """An area on its plan's permanent page."""
    return Address(plan(of).page, area_anchor(area))


def plan_item(of: Plan, area: PlanArea, item: Goal | Measure | Deviation) -> Address:
    """An item on its plan's permanent page."""
    return Address(plan(of).page, item_anchor(area, item))


def area_anchor(area: PlanArea) -> str:
    """The anchor of an area on its plan's page."""
    return f"omrade-{area.id}"


def item_anchor(area: PlanArea, item: Goal | Measure | Deviation | Course) -> str:
    """The anchor of an item on its plan's page: made of its id, so that it stays when others come."""
    match item:
        case Measure():
            return f"tiltak-{item.id}"
        case Goal():
            return f"mal-{item.id}"
        case Course():
            return f"kurs-{item.id}"
        case Deviation():
            return f"hovedmal-{area.id}-{item.id or (item.goal and item.goal.item)}"


def strategy(period: Period) -> Address:
    """The page of an edition of the strategy."""
    return Address(f"strategi/{period.id}/index.md")


def strategy_part(reference: Reference) -> Address:
    """The page of a strategy's area, main goal or strategic measure."""
    name = f"{reference.item}.md" if reference.item else "index.md"
    return Address(f"strategi/{reference.period.id}/{reference.area}/{name}")


def followers_in(reference: Reference, county_id: str) -> Address:
    """All of one county's follow-ups of an item, where they are too many for the item's page."""
    return Address(f"strategi/{reference.period.id}/{reference.area}/{reference.item}/{county_id}.md")


def role(role_id: str) -> Address:
    """The page of a role and its measures."""
    return Address(f"roller/{role_id}.md")


def role_in(role_id: str, county_id: str) -> Address:
    """All of a role's measures in one county, where they are too many for the role's page."""
    return Address(f"roller/{role_id}/{county_id}.md")


def rule(name: str) -> Address:
    """The page that explains a rule on plans."""
    return Address(f"regler/{name}.md")


OWNED = (FRONT, "fagforeninger/", f"{COUNTIES}/", "strategi/", "roller/", "regler/")
"""The paths below `docs/` that the generator writes, and git ignores."""

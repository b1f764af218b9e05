"""What is reported of a plan, added to its source."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator import parse
from generator.diagnostics import Collector, Position, errors
from generator.model import Goal, Measure, Plan, PlanArea, StatusEntry
from generator.nodes import Mapping, Node, Sequence
from generator.sources import understood
from generator.texts import folded
from generator.writing.from_model import status
from generator.writing.insertion import Listing, NoPlaceError, with_record
from generator.writing.outline import Outline, outline

Item = Goal | Measure | PlanArea | Plan
WHOLE = "plan"
"""What to call the whole plan."""


@dataclass(frozen=True, slots=True)
class Target:
    """An item by its place in the plan: the whole, an area, or one of an area's goals and measures."""

    area: int | None = None
    place: int | None = None

    def of(self, plan: Plan) -> Item:
        """The item."""
        if self.area is None:
            return plan
        area = plan.areas[self.area]
        return area if self.place is None else area.goals_and_measures[self.place]


@dataclass(frozen=True, slots=True)
class Source:
    """The source of a plan: its path below the project's root, its bytes, whose it is."""

    name: str
    raw: bytes
    union: str
    language: str

    def plan(self) -> Plan | None:
        """The plan; None where an error stands in its source."""
        found = self.read()
        return found[0] if found and found[0].whole else None

    def read(self) -> tuple[Plan, Node] | None:
        """The plan and the nodes of its source; None where an error stands in it."""
        document = understood(self.raw, self.name)
        if document.root is None:
            return None
        faults = Collector()
        plan = parse.plan(document.root, self.union, faults, self.language)
        return (plan, document.root) if plan and not errors(faults.found) else None

    def with_report(self, target: Target, entry: StatusEntry) -> "Source | None":
        """The source with the entry added to the item's; None where that cannot be done by adding lines."""
        read = self.read()
        if read is None:
            return None
        plan, root = read
        item = target.of(plan)
        listing = _listing(root, item)
        try:
            text = with_record(self.raw.decode("utf-8"), listing, status(entry)) if listing else ""
        except NoPlaceError:
            return None
        changed = replace(self, raw=text.encode())
        return changed if changed.plan() == with_entry(plan, item, entry) else None


def named(plan: Plan, name: str) -> tuple["Target", ...]:
    """The goals, measures, areas of the plan that the name means, by id or else by number; or the plan."""
    wanted = folded(name).casefold()
    if wanted == WHOLE:
        return (Target(),)
    every = [(target, target.of(plan)) for target in _targets(plan)]
    items = [(target, item) for target, item in every if isinstance(item, Goal | Measure)]
    by_id = [target for target, item in items if item.id == wanted]
    by_number = [
        target
        for target, item in items
        if isinstance(item, Measure) and (item.number or "").casefold() == wanted
    ]
    areas = [target for target, item in every if isinstance(item, PlanArea) and item.id == wanted]
    return tuple(by_id or by_number or areas)


def _targets(plan: Plan) -> Iterator["Target"]:
    for number, area in enumerate(plan.areas):
        yield Target(number)
        yield from (Target(number, place) for place in range(len(area.goals_and_measures)))


def names(plan: Plan) -> Iterator[str]:
    """All that items of the plan are called by."""
    for each in plan.goals_and_measures:
        yield each.id
        if isinstance(each, Measure) and each.number:
            yield each.number


def entries(item: Item) -> tuple[StatusEntry, ...]:
    """What is reported of the item."""
    return item.status if isinstance(item, Goal | Measure) else item.results


def with_entry(plan: Plan, item: Item, entry: StatusEntry) -> Plan:
    """The plan with the entry as the last of the item's."""
    if isinstance(item, Plan):
        return replace(plan, results=(*plan.results, entry))
    return replace(plan, areas=tuple(_area_with(area, item, entry) for area in plan.areas))


def _area_with(area: PlanArea, item: Goal | Measure | PlanArea, entry: StatusEntry) -> PlanArea:
    if isinstance(item, PlanArea):
        return replace(area, results=(*area.results, entry)) if area.position == item.position else area
    return replace(
        area,
        goals=tuple(
            replace(each, status=(*each.status, entry)) if each.position == item.position else each
            for each in area.goals
        ),
        measures=tuple(
            replace(each, status=(*each.status, entry)) if each.position == item.position else each
            for each in area.measures
        ),
    )


def _listing(root: Node, item: Item) -> Listing | None:
    """Where the item's reports stand, or would."""
    whole = outline(WHOLE)
    if not isinstance(root, Mapping):
        return None
    if isinstance(item, Plan):
        return Listing(root, whole, "resultat")
    key = "resultat" if isinstance(item, PlanArea) else "status"
    return listing_at(root, item.position, key)


def listing_at(root: Node, place: Position, key: str) -> Listing | None:
    """What stands under the key beside the value at the place."""
    for mapping, shape in _mappings(root, outline(WHOLE)):
        if any(value.position == place for _, value in mapping.entries):
            return Listing(mapping, shape, key)
    return None


def _mappings(node: Node, shape: Outline) -> Iterator[tuple[Mapping, Outline]]:
    """All mappings below the node, with what is known of each."""
    if isinstance(node, Mapping):
        yield node, shape
        for key, value in node.entries:
            yield from _mappings(value, shape.below(key.text))
    elif isinstance(node, Sequence):
        for each in node.items:
            yield from _mappings(each, shape)

"""The unions and the counties that they lie in."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator import addresses, standing
from generator.addresses import Address
from generator.alphabet import alphabetical
from generator.model import County, Plan, Union
from generator.standing import Phase, Summary
from generator.views.common import Group, Link, Scene, by_county, county_link, union_link
from generator.views.suggestions import Suggestion, suggestion_at


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow:
    link: Link
    phase: Phase
    goals: int
    measures: Summary
    area_results: Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionRow:
    """A union in a list, with its plans, the newest first; `site` names another site that it is of."""

    link: Link
    number: str | None
    plans: tuple[PeriodRow, ...]
    site: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionsView:
    here: Address
    groups: tuple[Group[UnionRow], ...]
    empty_counties: tuple[Link, ...]
    unions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyView:
    here: Address
    name: str
    unions: tuple[UnionRow, ...]
    measures: Summary
    coverage: tuple[Link, ...]
    suggestion: Suggestion | None


@dataclass(frozen=True, slots=True)
class UnionWithoutPlan:
    """A union of which no plan is published: it has none, or its file has an error."""

    here: Address
    name: str


def unions_view(scene: Scene) -> UnionsView:
    unions = sorted(scene.body.everyone, key=lambda each: alphabetical(each.name))
    groups = by_county(scene, ((each, union_row(scene, each)) for each in unions), addresses.county)
    filled = {group.county.to for group in groups}
    counties = (county_link(county) for county in scene.body.federation.counties)
    return UnionsView(
        here=Address(addresses.UNIONS),
        groups=groups,
        empty_counties=tuple(link for link in counties if link.to not in filled),
        unions=len(unions),
    )


def union_row(scene: Scene, union: Union) -> UnionRow:
    return UnionRow(
        link=union_link(union),
        number=union.number,
        plans=tuple(_period_row(scene, plan) for plan in reversed(union.plans)),
        site=union.home.site if union.home else "",
    )


def _period_row(scene: Scene, plan: Plan) -> PeriodRow:
    return PeriodRow(
        link=Link(plan.period.title, addresses.plan(plan)),
        phase=standing.phase(plan.period, scene.today),
        goals=sum(len(area.goals) for area in plan.areas),
        measures=standing.measures(plan, scene.today),
        area_results=standing.areas(plan, scene.today),
    )


def county_views(scene: Scene) -> Iterable[CountyView]:
    """A view for each county, also those without unions here."""
    inside = unions_by_county(scene)
    for county in scene.body.federation.counties:
        unions = sorted(inside.get(county.id, ()), key=lambda each: alphabetical(each.name))
        yield CountyView(
            here=addresses.county(county.id),
            name=county.name,
            unions=tuple(union_row(scene, union) for union in unions),
            measures=standing.total(
                standing.measures(plan, scene.today)
                for plan in (standing.current(union.plans, scene.today) for union in unions)
                if plan is not None
            ),
            coverage=tuple(
                Link(strategy.title, addresses.coverage_in(strategy.period, county.id))
                for strategy in reversed(scene.body.strategies)
                if scene.coverage[strategy.period].in_county.get(county.id)
            ),
            suggestion=suggestion_at(scene, county.position),
        )


def listed(scene: Scene) -> dict[County, list[Union]]:
    """The unions of each county that has any, by name."""
    inside = unions_by_county(scene)
    return {
        county: sorted(inside[county.id], key=lambda each: alphabetical(each.name))
        for county in scene.body.federation.counties
        if county.id in inside
    }


def unions_by_county(scene: Scene) -> dict[str, list[Union]]:
    """The unions of each county that has any, by the county's id."""
    inside: dict[str, list[Union]] = {}
    for union in scene.body.everyone:
        inside.setdefault(union.county, []).append(union)
    return inside

"""All pages of the site, in parts that can be made apart from each other."""

from collections.abc import Iterable

from generator import addresses
from generator.addresses import Address
from generator.checks import RULES
from generator.exports.open_data.page import data_view
from generator.exports.union_list import union_list
from generator.model import Reference, Role, Strategy, StrategyItem
from generator.pages.part import OfUnion, Part, as_it_is, with_folder
from generator.pages.union_pages import union_pages
from generator.press import Page, Press
from generator.views import (
    calendars,
    change_lists,
    courses,
    coverage,
    front,
    moved,
    places,
    roles,
    rules,
    search,
    strategy,
)
from generator.views.common import Scene
from generator.views.union_changes import union_changes_views


def parts(
    scene: Scene,
    press: Press,
    unpublished: Iterable[places.UnionWithoutPlan],
    of_union: OfUnion = as_it_is,
) -> list[Part]:
    """What makes every page that is not written by hand; `of_union` may make those of a union otherwise."""
    body, without_plan = scene.body, tuple(unpublished)
    return [
        Part.of(_entrances, scene, press, without_plan, at=_entrance_places(without_plan)),
        Part.of(_coverage_pages, scene, press, at=_coverage_places(scene)),
        Part.of(_county_coverage_pages, scene, press, at=[_folder(addresses.COVERAGE)]),
        Part.of(_calendar_pages, scene, press, at=[_folder(addresses.CALENDAR)]),
        Part.of(_course_pages, scene, press, at=[_folder(addresses.COURSES)]),
        Part.of(_change_pages, scene, press, at=_change_places(scene)),
        Part.of(_moved_pages, scene, press, at=_moved_places(scene)),
        Part.of(_rule_pages, press, at=[_folder(addresses.RULES)]),
        *(
            Part.of(_role_pages, scene, press, each, at=with_folder(addresses.role(each.id).page))
            for each in body.federation.roles
        ),
        *(Part.of(_edition_pages, scene, press, each, at=_edition_places(each)) for each in body.strategies),
        *(
            Part.of(_item_pages, scene, press, *each, at=with_folder(addresses.strategy_part(each[0]).page))
            for each in scene.thread.items.items()
        ),
        Part.of(_data_pages, scene, press, at=[addresses.DATA]),
        *(
            of_union(each, Part.of(union_pages, scene, press, each, at=[addresses.union_folder(each.id)]))
            for each in body.unions
        ),
    ]


def _folder(index: str) -> str:
    """The folder of the page, which is its index."""
    return index.removesuffix("index.md")


def _entrance_places(without_plan: Iterable[places.UnionWithoutPlan]) -> list[str]:
    entrances = (addresses.FRONT, addresses.UNIONS, addresses.UNION_LIST, addresses.STRATEGIES)
    return [
        *entrances,
        addresses.ROLES,
        addresses.SEARCH,
        f"{addresses.COUNTIES}/",
        *(each.here.page for each in without_plan),
    ]


def _coverage_places(scene: Scene) -> list[str]:
    return [addresses.COVERAGE, *(addresses.coverage(each.period).page for each in scene.body.strategies)]


def _change_places(scene: Scene) -> list[str]:
    return [
        _folder(addresses.CHANGES),
        *(addresses.union_changes(union.id).page for union in scene.body.unions),
    ]


def _moved_places(scene: Scene) -> list[str]:
    return [
        *(each.here.page for each in moved.moved_views(scene)),
        *(each.here.page for each in moved.gone_views(scene)),
    ]


def _edition_places(edition: Strategy) -> list[str]:
    areas = (Reference(edition.period, area.id, None) for area in edition.areas)
    return [
        addresses.strategy(edition.period).page,
        *(addresses.strategy_part(each).page for each in areas),
    ]


def _entrances(scene: Scene, press: Press, unpublished: Iterable[places.UnionWithoutPlan]) -> Iterable[Page]:
    """What leads to all else."""
    yield press.page("front", front.front_view(scene), Address(addresses.FRONT))
    yield press.page("unions", places.unions_view(scene), Address(addresses.UNIONS))
    yield Page(addresses.UNION_LIST, union_list(places.listed(scene)))
    yield from (press.page("county", view, view.here) for view in places.county_views(scene))
    yield from (press.page("union_without_plan", view, view.here) for view in unpublished)
    yield press.page("strategies", strategy.editions(scene), Address(addresses.STRATEGIES))
    yield press.page("roles", roles.roles_view(scene), Address(addresses.ROLES))
    yield press.page("search", search.search_view(scene), Address(addresses.SEARCH))


def _edition_pages(scene: Scene, press: Press, edition: Strategy) -> Iterable[Page]:
    view = strategy.strategy_view(scene, edition)
    yield press.page("strategy", view, view.here)
    for area in edition.areas:
        area_view = strategy.area_view(scene, edition, area)
        yield press.page("strategy_area", area_view, area_view.here)


def _item_pages(scene: Scene, press: Press, reference: Reference, item: StrategyItem) -> Iterable[Page]:
    view = strategy.item_view(scene, reference, item)
    yield press.page("strategy_item", view, view.here)
    for rest in strategy.followers_in_counties(scene, reference, view):
        yield press.page("followers_in_county", rest, rest.here)


def _coverage_pages(scene: Scene, press: Press) -> Iterable[Page]:
    yield press.page("coverages", coverage.editions(scene), Address(addresses.COVERAGE))
    for view in coverage.coverage_views(scene):
        yield press.page("coverage", view, view.here)


def _county_coverage_pages(scene: Scene, press: Press) -> Iterable[Page]:
    for inside in coverage.county_coverages(scene):
        yield press.page("county_coverage", inside, inside.here)


def _calendar_pages(scene: Scene, press: Press) -> Iterable[Page]:
    yield press.page("calendar", calendars.calendar_view(scene), Address(addresses.CALENDAR))
    for year in calendars.year_views(scene):
        yield press.page("calendar_year", year, year.here)
    for county in calendars.county_year_views(scene):
        yield press.page("county_calendar", county, county.here)


def _course_pages(scene: Scene, press: Press) -> Iterable[Page]:
    found = courses.found_courses(scene)
    yield press.page("courses", courses.courses_view(scene, found), Address(addresses.COURSES))
    for view in courses.county_courses_views(scene, found):
        yield press.page("county_courses", view, view.here)


def _change_pages(scene: Scene, press: Press) -> Iterable[Page]:
    """What changed; none where git tells nothing of the plans."""
    view = change_lists.changes_view(scene)
    if view is None:
        return
    yield press.page("changes", view, view.here)
    for county in change_lists.county_changes_views(scene):
        yield press.page("county_changes", county, county.here)
    for union in union_changes_views(scene):
        yield press.page("union_changes", union, union.here)


def _moved_pages(scene: Scene, press: Press) -> Iterable[Page]:
    """What is at addresses that lead to something else now, or to nothing."""
    for each in moved.moved_views(scene):
        yield Page(each.here.page, press.html("moved", each, each.here))
    for gone in moved.gone_views(scene):
        yield press.page("gone", gone, gone.here)


def _data_pages(scene: Scene, press: Press) -> Iterable[Page]:
    view = data_view(scene)
    yield press.page("data", view, view.here)


def _role_pages(scene: Scene, press: Press, role: Role) -> Iterable[Page]:
    view = roles.role_view(scene, role)
    yield press.page("role", view, view.here)
    for rest in roles.role_in_counties(scene, role, view):
        yield press.page("role_in_county", rest, rest.here)


def _rule_pages(press: Press) -> Iterable[Page]:
    yield press.page("rules", rules.rules_view(RULES.values()), Address(addresses.RULES))
    for rule in RULES.values():
        view = rules.rule_view(rule)
        yield press.page("rule", view, view.here)

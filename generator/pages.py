"""Floor 12: all pages of the site, in parts that can be made apart from each other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain

from markupsafe import Markup

from generator import addresses
from generator.addresses import Address
from generator.checks import RULES
from generator.exports.atom import feed
from generator.exports.calendar_files import CalendarWriter
from generator.exports.open_data.files import plan_files, shared_files, shared_places
from generator.exports.open_data.linked_data import plan_for_search_engines
from generator.exports.open_data.page import data_view
from generator.exports.union_list import union_list
from generator.model import Plan, Reference, Role, Strategy, StrategyItem, Union
from generator.press import Page, Press
from generator.standing import current
from generator.views import (
    calendars,
    change_lists,
    courses,
    coverage,
    front,
    moved,
    places,
    report,
    roles,
    rules,
    search,
    strategy,
)
from generator.views.common import Scene
from generator.views.due_rows import due_rows
from generator.views.feeds import feeds
from generator.views.plan import PlanView, plan_view
from generator.views.red_thread import red_thread_view
from generator.views.union_calendar import union_calendar_view
from generator.views.union_changes import union_changes_views
from generator.views.union_roles import union_roles_view


@dataclass(frozen=True, slots=True)
class Part:
    """Makes some pages of the site, each among `places` or below a folder there (with a slash at its end)."""

    places: frozenset[str]
    make: Callable[[], Iterable[Page]]

    def __call__(self) -> Iterable[Page]:
        """The pages, each made when it is asked for."""
        return self.make()


def _as_it_is(_union: Union, part: Part) -> Part:
    return part


def parts(
    scene: Scene,
    press: Press,
    unpublished: Iterable[places.UnionWithoutPlan],
    of_union: Callable[[Union, Part], Part] = _as_it_is,
) -> list[Part]:
    """What makes every page that is not written by hand; `of_union` may make those of a union otherwise."""
    body, without_plan = scene.body, tuple(unpublished)
    return [
        _part(_entrances, scene, press, without_plan, at=_entrance_places(without_plan)),
        _part(_coverage_pages, scene, press, at=_coverage_places(scene)),
        _part(_county_coverage_pages, scene, press, at=[_folder(addresses.COVERAGE)]),
        _part(_calendar_pages, scene, press, at=[_folder(addresses.CALENDAR)]),
        _part(_course_pages, scene, press, at=[_folder(addresses.COURSES)]),
        _part(_change_pages, scene, press, at=_change_places(scene)),
        _part(_moved_pages, scene, press, at=_moved_places(scene)),
        _part(_rule_pages, press, at=[_folder(addresses.RULES)]),
        *(
            _part(_role_pages, scene, press, each, at=_with_folder(addresses.role(each.id).page))
            for each in body.federation.roles
        ),
        *(_part(_edition_pages, scene, press, each, at=_edition_places(each)) for each in body.strategies),
        *(
            _part(_item_pages, scene, press, *each, at=_with_folder(addresses.strategy_part(each[0]).page))
            for each in scene.thread.items.items()
        ),
        _part(_data_pages, scene, press, at=shared_places(scene)),
        *(
            of_union(each, _part(_union_pages, scene, press, each, at=_union_places(each)))
            for each in body.unions
        ),
    ]


def union_parts(scene: Scene, press: Press, union: Union) -> list[Part]:
    """What makes the pages of a union but its log: each plan's own, and those of the plan that is current."""
    newest = current(union.plans, scene.today)
    of_plans = []
    for plan in union.plans:
        shown = [addresses.plan(plan), *([addresses.union(union.id)] if plan is newest else [])]
        of_plans.append(_part(_plan_pages, scene, press, union, plan, shown, at=_plan_places(plan, shown)))
    if newest is None:
        return of_plans
    folder = addresses.union_folder(union.id)
    return [*of_plans, _part(_union_calendar_pages, scene, press, union, newest, at=[folder])]


def _part(make: Callable[..., Iterable[Page]], *of: object, at: Iterable[str]) -> Part:
    return Part(frozenset(at), partial(make, *of))


def _folder(index: str) -> str:
    return index.removesuffix("index.md")


def _with_folder(page: str) -> list[str]:
    """The page, and the folder of pages with what it has no room for."""
    return [page, f"{page.removesuffix('.md')}/"]


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
    of_unions = (
        address.page
        for union in scene.body.unions
        for address in (
            addresses.union_changes(union.id),
            *_also_before(union, addresses.union_changes_feed(union.id)),
        )
    )
    return [_folder(addresses.CHANGES), *of_unions]


def _moved_places(scene: Scene) -> list[str]:
    return [
        *(each.here.page for each in moved.moved_views(scene)),
        *(each.here.page for each in moved.gone_views(scene)),
    ]


def _union_places(union: Union) -> list[str]:
    """The union's folders, and those that it had, in which its files for other programs still are."""
    former = (addresses.union_folder(each) for each in (union.id, *union.former))
    return [*former, addresses.union_data_folder(union.id)]


def _edition_places(edition: Strategy) -> list[str]:
    areas = (Reference(edition.period, area.id, None) for area in edition.areas)
    return [addresses.strategy(edition.period).page, *(addresses.strategy_part(each).page for each in areas)]


def _plan_places(plan: Plan, pages: Iterable[Address]) -> list[str]:
    data = (addresses.plan_data(plan).page, addresses.plan_stratml(plan).page)
    return [*_with_folder(addresses.plan(plan).page), *data, *(each.page for each in pages)]


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


def _union_pages(scene: Scene, press: Press, union: Union) -> Iterable[Page]:
    return chain.from_iterable(part() for part in union_parts(scene, press, union))


def _plan_pages(
    scene: Scene, press: Press, union: Union, plan: Plan, pages: Iterable[Address]
) -> Iterable[Page]:
    """The plan on each of the pages, which have all but their beginning in common, and what goes with it."""
    view = plan_view(scene, union, plan)
    body = press.piece("plan_body", view, addresses.plan(plan))
    linked = _linked(scene, press, plan, view)
    yield from (press.page("plan", view, here, body=body, linked=linked) for here in pages)
    for to, text in plan_files(scene, plan, view, press.language):
        yield Page(to.page, text)
    thread = red_thread_view(scene, union, plan)
    yield press.page("red_thread", thread, thread.here)
    for each in report.annual_reports(scene, union, plan):
        yield press.page("annual_report", each, each.here)


def _linked(scene: Scene, press: Press, plan: Plan, view: PlanView) -> Markup:
    """What search engines read on the plan's pages, where the address is known, in the first language."""
    if not scene.site or not press.language.is_first:
        return Markup()
    return press.data_block(plan_for_search_engines(scene, plan, view, press.language))


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


def _union_calendar_pages(scene: Scene, press: Press, union: Union, plan: Plan) -> Iterable[Page]:
    """What a union is to do, by day and by role, as pages and as files for calendar programs."""
    rows = due_rows(scene, scene.agenda.by_union[union.id])
    dates = union_calendar_view(scene, union, rows)
    yield press.page("union_calendar", dates, dates.here)
    roles_view = union_roles_view(scene, union, plan, rows)
    yield press.page("union_roles", roles_view, roles_view.here)
    for to, text in CalendarWriter(scene, press.language).files(union, rows):
        for each in _also_before(union, to):
            yield Page(each.page, text)


def _also_before(union: Union, file: Address) -> Iterable[Address]:
    """The address of a file that programs ask for again and again, and those that it had before."""
    return (file, *(addresses.moved_to(each, file) for each in union.former))


def _course_pages(scene: Scene, press: Press) -> Iterable[Page]:
    found = courses.found_courses(scene)
    yield press.page("courses", courses.courses_view(scene, found), Address(addresses.COURSES))
    for view in courses.county_courses_views(scene, found):
        yield press.page("county_courses", view, view.here)


def _change_pages(scene: Scene, press: Press) -> Iterable[Page]:
    """What changed, as pages and as feeds; none where git tells nothing of the plans."""
    view = change_lists.changes_view(scene)
    if view is None:
        return
    yield press.page("changes", view, view.here)
    for county in change_lists.county_changes_views(scene):
        yield press.page("county_changes", county, county.here)
    for union in union_changes_views(scene):
        yield press.page("union_changes", union, union.here)
    unions = {union.id: union for union in scene.body.unions}
    for each in feeds(scene):
        text = feed(each, scene.site, press.language)
        of = unions.get(addresses.union_of(each.here.page))
        for to in _also_before(of, each.here) if of else (each.here,):
            yield Page(to.page, text)


def _moved_pages(scene: Scene, press: Press) -> Iterable[Page]:
    """What is at addresses that lead to something else now, or to nothing."""
    for each in moved.moved_views(scene):
        yield Page(each.here.page, press.html("moved", each, each.here))
    for gone in moved.gone_views(scene):
        yield press.page("gone", gone, gone.here)


def _data_pages(scene: Scene, press: Press) -> Iterable[Page]:
    """The page on the open data in each language, and what of that is of no single union."""
    view = data_view(scene)
    yield press.page("data", view, view.here)
    for to, text in shared_files(scene, press.language):
        yield Page(to.page, text)


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

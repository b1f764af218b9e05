"""The pages of a union, but its log of changes."""

from collections.abc import Iterable
from itertools import chain

from markupsafe import Markup

from generator import addresses
from generator.addresses import Address
from generator.exports.open_data.linked_data import plan_for_search_engines
from generator.model import Plan, Union
from generator.pages.part import Part, with_folder
from generator.press import Page, Press
from generator.standing import current
from generator.views import report
from generator.views.common import Scene
from generator.views.due_rows import due_rows
from generator.views.plan import PlanView, plan_view
from generator.views.red_thread import red_thread_view
from generator.views.union_calendar import union_calendar_view
from generator.views.union_roles import union_roles_view


def union_parts(scene: Scene, press: Press, union: Union) -> list[Part]:
    """What makes the pages of a union but its log: each plan's own, and those of the plan that is current."""
    newest = current(union.plans, scene.today)
    of_plans = []
    for plan in union.plans:
        shown = [addresses.plan(plan), *([addresses.union(union.id)] if plan is newest else [])]
        of_plans.append(Part.of(_plan_pages, scene, press, union, plan, shown, at=_plan_places(plan, shown)))
    if newest is None:
        return of_plans
    due = [addresses.union_calendar(union.id).page, addresses.union_roles(union.id).page]
    return [*of_plans, Part.of(_due_pages, scene, press, union, newest, at=due)]


def union_pages(scene: Scene, press: Press, union: Union) -> Iterable[Page]:
    """All of them."""
    return chain.from_iterable(part() for part in union_parts(scene, press, union))


def _plan_places(plan: Plan, pages: Iterable[Address]) -> list[str]:
    return [*with_folder(addresses.plan(plan).page), *(each.page for each in pages)]


def _plan_pages(
    scene: Scene, press: Press, union: Union, plan: Plan, pages: Iterable[Address]
) -> Iterable[Page]:
    """The plan on each of the pages, which have all but their beginning in common, and pages on it."""
    view = plan_view(scene, union, plan)
    body = press.piece("plan_body", view, addresses.plan(plan))
    linked = _linked(scene, press, plan, view)
    yield from (press.page("plan", view, here, body=body, linked=linked) for here in pages)
    thread = red_thread_view(scene, union, plan)
    yield press.page("red_thread", thread, thread.here)
    for each in report.annual_reports(scene, union, plan):
        yield press.page("annual_report", each, each.here)


def _linked(scene: Scene, press: Press, plan: Plan, view: PlanView) -> Markup:
    """What search engines read on the plan's pages, where the address is known, in the first language."""
    if not scene.site or not press.language.is_first:
        return Markup()
    return press.data_block(plan_for_search_engines(scene, plan, view, press.language))


def _due_pages(scene: Scene, press: Press, union: Union, plan: Plan) -> Iterable[Page]:
    """What a union is to do, by day and by role."""
    rows = due_rows(scene, scene.agenda.by_union[union.id])
    dates = union_calendar_view(scene, union, rows)
    yield press.page("union_calendar", dates, dates.here)
    roles_view = union_roles_view(scene, union, plan, rows)
    yield press.page("union_roles", roles_view, roles_view.here)

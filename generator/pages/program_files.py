"""The files that are for other programs: calendars and feeds in each language, open data once."""

from collections.abc import Iterable, Iterator

from generator import addresses
from generator.addresses import Address
from generator.exports.atom import feed
from generator.exports.calendar_files import CalendarWriter
from generator.exports.open_data.files import plan_files, shared_files, shared_places
from generator.language import Language
from generator.model import Union
from generator.pages.part import OfUnion, Part, as_it_is
from generator.press import Page
from generator.views.common import Scene
from generator.views.due_rows import due_rows
from generator.views.feeds import feeds
from generator.views.plan import plan_view


def calendar_parts(scene: Scene, language: Language, of_union: OfUnion = as_it_is) -> list[Part]:
    """What makes the calendar files of each union, and the feeds of what changed."""
    return [
        Part.of(_feeds, scene, language, at=_feed_places(scene)),
        *(
            of_union(each, Part.of(_calendars, scene, language, each, at=_calendar_places(each)))
            for each in scene.body.unions
            if each.plans
        ),
    ]


def data_parts(scene: Scene, language: Language, of_union: OfUnion = as_it_is) -> list[Part]:
    """What makes the open data but the index and the tables; nothing in a further language."""
    if not language.is_first:
        return []
    return [
        Part.of(_shared_data, scene, language, at=shared_places(scene)),
        *(
            of_union(
                each, Part.of(_plan_data, scene, language, each, at=[addresses.union_data_folder(each.id)])
            )
            for each in scene.body.unions
        ),
    ]


def _calendar_places(union: Union) -> list[str]:
    """Where they are, and where they were before; those of roles lie in a folder."""
    of_all = addresses.union_calendar_file(union.id)
    return [
        place
        for folder in map(addresses.union_folder, (union.id, *union.former))
        for place in (folder + of_all.page.rpartition("/")[2], f"{folder}roller/")
    ]


def _calendars(scene: Scene, language: Language, union: Union) -> Iterator[Page]:
    rows = due_rows(scene, scene.agenda.by_union[union.id])
    for to, text in CalendarWriter(scene, language).files(union, rows):
        for each in _also_before(union, to):
            yield Page(each.page, text)


def _feed_places(scene: Scene) -> list[str]:
    of_all = (
        Address(addresses.CHANGES_FEED),
        *(addresses.changes_feed_in(each.id) for each in scene.body.federation.counties),
    )
    of_unions = (
        each
        for union in scene.body.unions
        for each in _also_before(union, addresses.union_changes_feed(union.id))
    )
    return [each.page for each in (*of_all, *of_unions)]


def _feeds(scene: Scene, language: Language) -> Iterator[Page]:
    unions = {union.id: union for union in scene.body.unions}
    for each in feeds(scene):
        text = feed(each, scene.site, language)
        of = unions.get(addresses.union_of(each.here.page))
        for to in _also_before(of, each.here) if of else (each.here,):
            yield Page(to.page, text)


def _also_before(union: Union, file: Address) -> Iterable[Address]:
    """The address of a file that programs ask for again and again, and those that it had before."""
    return (file, *(addresses.moved_to(each, file) for each in union.former))


def _shared_data(scene: Scene, language: Language) -> Iterator[Page]:
    for to, text in shared_files(scene, language):
        yield Page(to.page, text)


def _plan_data(scene: Scene, language: Language, union: Union) -> Iterator[Page]:
    for plan in union.plans:
        for to, text in plan_files(scene, plan, plan_view(scene, union, plan), language):
            yield Page(to.page, text)

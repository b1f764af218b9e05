"""Floor 11: views and templates to Markdown pages."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator import addresses, markup
from generator.addresses import Address
from generator.checks import RULES
from generator.coverage import Stance
from generator.diagnostics import Message
from generator.exports.atom import feed
from generator.exports.calendar_files import CalendarWriter
from generator.exports.union_list import union_list
from generator.labels import LABELS
from generator.language import Language
from generator.model import Union
from generator.periods import Interval
from generator.standing import current
from generator.texts import Text
from generator.views import (
    calendars,
    change_lists,
    courses,
    coverage,
    front,
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
from generator.views.plan import plan_view
from generator.views.red_thread import red_thread_view
from generator.views.union_calendar import union_calendar_view
from generator.views.union_changes import union_changes_views
from generator.views.union_roles import union_roles_view


@dataclass(frozen=True, slots=True, order=True)
class Page:
    """A file below `docs/`, most often Markdown: its path and its text."""

    path: str
    text: str

    @property
    def content(self) -> bytes:
        """What stands in the file."""
        return self.text.encode()


class OnSite(Protocol):
    """A view that is read outside of the site, and knows what begins the site's addresses."""

    @property
    def site(self) -> str: ...


class Press:
    """Renders views with the templates of one folder in one language."""

    def __init__(self, templates: Path, language: Language) -> None:
        self.language = language
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=self._printed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters.update(
            title=_title,
            plain=_plain,
            date=self._date,
            interval=self._interval,
            month=self.language.month,
            month_of_year=self.language.month_of_year,
            short_month=self.language.short_month,
            href=_href,
            url=_url,
            whole=_whole,
            sign=self._sign,
            word=self._word,
            paragraphs=self._paragraphs,
        )
        self._environment.globals.update(
            {"_": self._gettext, "ngettext": self._ngettext, "addresses": addresses}
        )

    def page(self, template: str, view: object, here: Address) -> Page:
        """The page at `here` that the template makes of the view."""
        text = self._environment.get_template(f"{template}.md").render(view=view, here=here)
        return Page(here.page, text)

    def html(self, template: str, view: object) -> str:
        """The view as HTML by itself; what is encoded for Markdown is encoded for HTML."""
        return self._environment.get_template(f"{template}.html").render(
            view=view, language=self.language.code
        )

    def _printed(self, value: object) -> Markup:
        """What a template prints: macros and translations as they are, all else encoded."""
        if isinstance(value, Markup):
            return value
        if value is None:
            raise TypeError("a template prints a value that is absent")
        if isinstance(value, StrEnum) and value in LABELS:
            return self._printed(LABELS[value])
        words = self.language.text(value) if isinstance(value, Message) else value
        encoded = markup.encode(words)
        of = (value.language or self.language.first) if isinstance(value, Text) else self.language.code
        foreign = of != self.language.code and any(map(str.isalpha, encoded))
        return Markup(markup.in_language(encoded, of) if foreign else encoded)  # noqa: S704 - this is the encoding

    def _gettext(self, text: str, /, **values: object) -> Markup:
        return self._filled(self.language.translations.gettext(text), values)

    def _ngettext(self, one: str, many: str, n: int, /, **values: object) -> Markup:
        text = self.language.translations.ngettext(one, many, n)
        return self._filled(text, {"n": n, **values})

    def _filled(self, text: str, values: dict[str, object]) -> Markup:
        encoded = {name: self._printed(value) for name, value in values.items()}
        return Markup(text.format_map(encoded))  # noqa: S704 - our own catalogue, encoded values

    def _sign(self, word: StrEnum) -> str:
        """The first letter of what the site shows for a word of a vocabulary, for tables; a dash for none."""
        return "–" if word is Stance.SILENT else self.language.text(LABELS[word])[0]

    def _word(self, word: StrEnum) -> str:
        """What the site shows for a word of a vocabulary, inside a sentence."""
        return self.language.text(LABELS[word]).lower()

    def _paragraphs(self, text: Message) -> list[str]:
        return rules.paragraphs(text, self.language)

    def _interval(self, days: Interval) -> str:
        return self.language.interval(days.start, days.end)

    def _date(self, day: datetime.date) -> str:
        return self.language.date(day)


def _title(words: object) -> Markup:
    return Markup(markup.title(_without_tags(words)))  # noqa: S704 - neutralised there


def _plain(words: object) -> Markup:
    """The words without what says that some are of another language, for attributes."""
    return Markup(markup.encode(_without_tags(words)))  # noqa: S704 - this is the encoding


def _without_tags(words: object) -> object:
    return words.striptags() if isinstance(words, Markup) else words


@pass_context
def _href(context: Context, address: Address | str) -> Markup:
    """The address as a relative link on the page that is rendered; made of ids alone."""
    to = Address(address) if isinstance(address, str) else address
    here: Address = context["here"]
    return Markup(to.seen_from(here.page))  # noqa: S704 - ids only


@pass_context
def _url(context: Context, address: Address | str) -> Markup:
    """The finished address as a relative link, for HTML that no engine rewrites; made of ids alone."""
    to = Address(address) if isinstance(address, str) else address
    here: Address = context["here"]
    return Markup(to.published_seen_from(here.page))  # noqa: S704 - ids only


@pass_context
def _whole(context: Context, address: Address) -> Markup:
    """The finished address as a whole one, of the site that the view names; made of ids alone."""
    view: OnSite = context["view"]
    return Markup(markup.encode(address.absolute(view.site)))  # noqa: S704 - encoded


def pages(scene: Scene, press: Press, unpublished: Iterable[places.UnionWithoutPlan]) -> list[Page]:
    """Every page of the site that is not written by hand."""
    made = [
        press.page("front", front.front_view(scene), Address(addresses.FRONT)),
        press.page("unions", places.unions_view(scene), Address(addresses.UNIONS)),
        Page(addresses.UNION_LIST, union_list(places.listed(scene))),
        *(press.page("county", view, view.here) for view in places.county_views(scene)),
        *(press.page("union_without_plan", view, view.here) for view in unpublished),
        *_plan_pages(scene, press),
        *_report_pages(scene, press),
        *_strategy_pages(scene, press),
        *_role_pages(scene, press),
        *_coverage_pages(scene, press),
        *_calendar_pages(scene, press),
        *_course_pages(scene, press),
        *_change_pages(scene, press),
        *_rule_pages(press),
        press.page("search", search.search_view(scene), Address(addresses.SEARCH)),
    ]
    return sorted(made)


def _plan_pages(scene: Scene, press: Press) -> Iterable[Page]:
    for union in scene.body.unions:
        for plan in union.plans:
            here = addresses.plan(plan)
            yield press.page("plan", plan_view(scene, union, plan, here), here)
            thread = red_thread_view(scene, union, plan)
            yield press.page("red_thread", thread, thread.here)
        newest = current(union.plans, scene.today)
        if newest is not None:
            here = addresses.union(union.id)
            yield press.page("plan", plan_view(scene, union, newest, here), here)


def _report_pages(scene: Scene, press: Press) -> Iterable[Page]:
    for union in scene.body.unions:
        for plan in union.plans:
            for view in report.annual_reports(scene, union, plan):
                yield press.page("annual_report", view, view.here)


def _strategy_pages(scene: Scene, press: Press) -> Iterable[Page]:
    yield press.page("strategies", strategy.editions(scene), Address(addresses.STRATEGIES))
    for edition in scene.body.strategies:
        view = strategy.strategy_view(scene, edition)
        yield press.page("strategy", view, view.here)
        for area in edition.areas:
            area_view = strategy.area_view(scene, edition, area)
            yield press.page("strategy_area", area_view, area_view.here)
    for reference, item in scene.thread.items.items():
        item_view = strategy.item_view(scene, reference, item)
        yield press.page("strategy_item", item_view, item_view.here)
        for rest in strategy.followers_in_counties(scene, reference, item_view):
            yield press.page("followers_in_county", rest, rest.here)


def _coverage_pages(scene: Scene, press: Press) -> Iterable[Page]:
    yield press.page("coverages", coverage.editions(scene), Address(addresses.COVERAGE))
    for view in coverage.coverage_views(scene):
        yield press.page("coverage", view, view.here)
    for inside in coverage.county_coverages(scene):
        yield press.page("county_coverage", inside, inside.here)


def _calendar_pages(scene: Scene, press: Press) -> Iterable[Page]:
    yield press.page("calendar", calendars.calendar_view(scene), Address(addresses.CALENDAR))
    for year in calendars.year_views(scene):
        yield press.page("calendar_year", year, year.here)
    for county in calendars.county_year_views(scene):
        yield press.page("county_calendar", county, county.here)
    writer = CalendarWriter(scene, press.language)
    for union in scene.body.unions:
        yield from _union_calendar_pages(scene, press, union, writer)


def _union_calendar_pages(scene: Scene, press: Press, union: Union, writer: CalendarWriter) -> Iterable[Page]:
    """What a union is to do, by day and by role, as pages and as files for calendar programs."""
    plan = current(union.plans, scene.today)
    if plan is None:
        return
    rows = due_rows(scene, scene.agenda.by_union[union.id])
    dates = union_calendar_view(scene, union, rows)
    yield press.page("union_calendar", dates, dates.here)
    roles_view = union_roles_view(scene, union, plan, rows)
    yield press.page("union_roles", roles_view, roles_view.here)
    for to, text in writer.files(union, rows):
        yield Page(to.page, text)


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
    for each in feeds(scene):
        yield Page(each.here.page, feed(each, scene.site, press.language))


def _role_pages(scene: Scene, press: Press) -> Iterable[Page]:
    yield press.page("roles", roles.roles_view(scene), Address(addresses.ROLES))
    for role in scene.body.federation.roles:
        view = roles.role_view(scene, role)
        yield press.page("role", view, view.here)
        for rest in roles.role_in_counties(scene, role, view):
            yield press.page("role_in_county", rest, rest.here)


def _rule_pages(press: Press) -> Iterable[Page]:
    yield press.page("rules", rules.rules_view(RULES.values()), Address(addresses.RULES))
    for rule in RULES.values():
        view = rules.rule_view(rule)
        yield press.page("rule", view, view.here)

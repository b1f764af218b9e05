"""Floor 10: views and templates to Markdown pages."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator import addresses, markup
from generator.addresses import Address
from generator.checks import RULES
from generator.diagnostics import Message
from generator.labels import LABELS
from generator.language import Language
from generator.standing import current
from generator.views import front, places, roles, rules, strategy
from generator.views.common import Scene
from generator.views.plan import plan_view


@dataclass(frozen=True, slots=True, order=True)
class Page:
    """A Markdown file: its path below `docs/` and its text."""

    path: str
    text: str


class Press:
    """Renders views with the templates of one folder in one language."""

    def __init__(self, templates: Path, language: Language) -> None:
        self._language = language
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
            title=_title, date=self._date, href=_href, paragraphs=self._paragraphs
        )
        self._environment.globals.update(
            {"_": self._gettext, "ngettext": self._ngettext, "addresses": addresses}
        )

    def page(self, template: str, view: object, here: Address) -> Page:
        """The page at `here` that the template makes of the view."""
        text = self._environment.get_template(f"{template}.md").render(view=view, here=here)
        return Page(here.page, text)

    def _printed(self, value: object) -> Markup:
        """What a template prints: macros and translations as they are, all else encoded."""
        if isinstance(value, Markup):
            return value
        if value is None:
            raise TypeError("a template prints a value that is absent")
        if isinstance(value, StrEnum) and value in LABELS:
            return self._printed(LABELS[value])
        words = self._language.text(value) if isinstance(value, Message) else value
        return Markup(markup.encode(words))  # noqa: S704 - this is the encoding

    def _gettext(self, text: str, /, **values: object) -> Markup:
        return self._filled(self._language.translations.gettext(text), values)

    def _ngettext(self, one: str, many: str, n: int, /, **values: object) -> Markup:
        text = self._language.translations.ngettext(one, many, n)
        return self._filled(text, {"n": n, **values})

    def _filled(self, text: str, values: dict[str, object]) -> Markup:
        encoded = {name: self._printed(value) for name, value in values.items()}
        return Markup(text.format_map(encoded))  # noqa: S704 - our own catalogue, encoded values

    def _paragraphs(self, text: Message) -> list[str]:
        return rules.paragraphs(text, self._language)

    def _date(self, day: datetime.date) -> str:
        return self._language.date(day)


def _title(words: object) -> Markup:
    plain = words.unescape() if isinstance(words, Markup) else words
    return Markup(markup.title(plain))  # noqa: S704 - neutralised there


@pass_context
def _href(context: Context, address: Address | str) -> Markup:
    """The address as a relative link on the page that is rendered; made of ids alone."""
    to = Address(address) if isinstance(address, str) else address
    here: Address = context["here"]
    return Markup(to.seen_from(here.page))  # noqa: S704 - ids only


def pages(scene: Scene, press: Press, unpublished: Iterable[places.UnionWithoutPlan]) -> list[Page]:
    """Every page of the site that is not written by hand."""
    made = [
        press.page("front", front.front_view(scene), Address(addresses.FRONT)),
        press.page("unions", places.unions_view(scene), Address(addresses.UNIONS)),
        *(press.page("county", view, view.here) for view in places.county_views(scene)),
        *(press.page("union_without_plan", view, view.here) for view in unpublished),
        *_plan_pages(scene, press),
        *_strategy_pages(scene, press),
        *_role_pages(scene, press),
        *_rule_pages(press),
    ]
    return sorted(made)


def _plan_pages(scene: Scene, press: Press) -> Iterable[Page]:
    for union in scene.body.unions:
        for plan in union.plans:
            here = addresses.plan(plan)
            yield press.page("plan", plan_view(scene, union, plan, here), here)
        newest = current(union.plans, scene.today)
        if newest is not None:
            here = addresses.union(union.id)
            yield press.page("plan", plan_view(scene, union, newest, here), here)


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

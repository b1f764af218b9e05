"""Floor 11: one view and its template to one page."""

import datetime
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import Markup

from generator import addresses, markup
from generator.addresses import Address
from generator.coverage import Stance
from generator.diagnostics import Message
from generator.labels import LABELS
from generator.language import Language
from generator.periods import Interval
from generator.texts import Text
from generator.views import rules


@dataclass(frozen=True, slots=True, order=True)
class Page:
    """A file below `docs/`, most often Markdown: its path and its text."""

    path: str
    text: str

    @property
    def content(self) -> bytes:
        """What stands in the file."""
        return self.text.encode()


NO_PAGE = Address("")
NOWHERE_ELSE: Mapping[str, str] = MappingProxyType({})

_SAID = re.compile(r'\b_\("([^"\\]*)"\)')
"""A text of the catalogue in a template, without values."""


class OnSite(Protocol):
    """A view that is read outside of the site, and knows what begins the site's addresses."""

    @property
    def site(self) -> str: ...


class _Constants(Extension):
    """Translates what a template says without values when it is compiled, not whenever it is rendered."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template, each `_("…")` in it a constant."""
        del name, filename
        return _SAID.sub(self._constant, source)

    def _constant(self, match: re.Match[str]) -> str:
        return f"({json.dumps(self.environment.translated(match[1]))}|safe)"  # type: ignore[attr-defined]


class EncodedOnce(CodeGenerator):
    """Has templates print what `Press` has encoded as it is: Jinja would look again, at a third of the time.

    Where Jinja no longer asks this class, it looks again, and all is as safe and slower; a test says so.
    """

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if finalize.src is None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"({finalize.src}")


class Templates(Environment):
    """Templates that are compiled so."""

    code_generator_class = EncodedOnce


class Press:
    """Renders views with the templates of one folder in one language."""

    def __init__(
        self,
        templates: Path,
        language: Language,
        elsewhere: Mapping[str, str] = NOWHERE_ELSE,
        encode: Callable[[object], str] = markup.encode,
    ) -> None:
        """`elsewhere` are the whole addresses of folders of unions on other sites, by the unions' ids.

        `encode` makes plan text harmless where the pages are read, if that is not on the site.
        """
        self.language = language
        self._encode = encode
        self.elsewhere = elsewhere
        self._environment = Templates(
            loader=FileSystemLoader(templates),
            extensions=[_Constants],
            undefined=StrictUndefined,
            autoescape=True,
            finalize=self._printed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.extend(translated=self.language.translations.gettext)
        self._environment.filters.update(
            title=_title,
            plain=_plain,
            date=self._date,
            interval=self._interval,
            month=self.language.month,
            month_of_year=self.language.month_of_year,
            short_month=self.language.short_month,
            href=self._href_or_away if elsewhere else _href,
            url=self._url_or_away if elsewhere else _url,
            whole=_whole,
            root_url=self._root_url,
            sign=self._sign,
            word=self._word,
            paragraphs=self._paragraphs,
        )
        self._environment.globals.update(
            {"_": self._gettext, "ngettext": self._ngettext, "addresses": addresses}
        )

    def page(self, template: str, view: object, here: Address, **pieces: Markup) -> Page:
        """The page at `here` that the template makes of the view, and of what was made before."""
        return Page(here.page, self._rendered(template, view, here, pieces))

    def piece(self, template: str, view: object, here: Address) -> Markup:
        """What the template makes of the view for pages that lie beside `here`."""
        return Markup(self._rendered(template, view, here, {}))  # noqa: S704 - what a template made

    def _rendered(self, template: str, view: object, here: Address, pieces: Mapping[str, Markup]) -> str:
        return self._environment.get_template(f"{template}.md").render(view=view, here=here, **pieces)

    def html(self, template: str, view: object, here: Address = NO_PAGE) -> str:
        """The view as HTML by itself, at `here`; what is encoded for Markdown is encoded for HTML."""
        return self._environment.get_template(f"{template}.html").render(
            view=view, here=here, language=self.language.code
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
        encoded = self._encode(words)
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

    @pass_context
    def _href_or_away(self, context: Context, address: Address | str) -> Markup:
        """The address as a link, which leads to another site where the page is there."""
        return self._away(address) or _href(context, address)

    @pass_context
    def _url_or_away(self, context: Context, address: Address | str) -> Markup:
        return self._away(address) or _url(context, address)

    def _away(self, address: Address | str) -> Markup | None:
        """The whole address of a page that is another site's; None where it is ours."""
        to = Address(address) if isinstance(address, str) else address
        folder = self.elsewhere.get(addresses.union_of(to.page))
        if folder is None:
            return None
        return Markup(addresses.in_folder(to, str(markup.encode(folder))))  # noqa: S704 - encoded, and ids

    @pass_context
    def _root_url(self, context: Context, address: Address | str) -> Markup:
        """The finished file, which is there once for all languages, as a relative link; made of ids alone."""
        if self.language.is_first:
            return _url(context, address)
        to = Address(address) if isinstance(address, str) else address
        return Markup(to.at_root_seen_from(context["here"].page))  # noqa: S704 - ids only

    def data_block(self, data: Mapping[str, object]) -> Markup:
        """The data for programs that read a page, as a part of it that nothing runs."""
        return Markup(markup.data_block(data))  # noqa: S704 - encoded there

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

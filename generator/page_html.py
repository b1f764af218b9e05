"""Floor 1: the Markdown that templates write, to the HTML that Python-Markdown makes of it, much faster.

Plan text is encoded, so every mark in such a page is a template's, and they are few: headings with
`{ #id .class }`, paragraphs, a line `{ .class }` below one, lists, tables, fenced code, and HTML, where
`markdown` says that Markdown stands inside.  CommonMark knows most of them; the rest is done here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import unescape
from typing import TypedDict

import pyromark
from markdown.extensions.toc import slugify, unique

EXTENSIONS = frozenset({"attr_list", "fenced_code", "md_in_html", "tables", "toc"})
"""The extensions of Python-Markdown that give the same HTML."""

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
_LINK = re.compile(r"\]\(([^)\s]*)\)")
_CLASS = re.compile(r"\n\{ \.([\w-]+) \}$", re.MULTILINE)
_MARK = re.compile(r"\n\x02([\w-]+)\x03(?=</p>)")
_MARKDOWN_INSIDE = re.compile(r"(<[a-z]+[^>]*?) markdown>")
_HEADING = re.compile(r"<h([1-6])([^>]*)>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r'\sid="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Settings:
    """How a heading leads to itself, and the deepest level in the table of contents."""

    permalink: str
    permalink_title: str
    toc_depth: int


class Heading(TypedDict):
    """A heading in the table of contents, as Python-Markdown's `toc` has it; the name is HTML."""

    level: int
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Converted:
    """A page's HTML, the headings of its table of contents in their order, and every id on it."""

    html: str
    headings: list[Heading]
    ids: set[str]


def converted(text: str, settings: Settings, resolve: Callable[[str], str]) -> Converted:
    """The page, less its front matter, as HTML; `resolve` says where a link leads on the finished page."""
    linked = _LINK.sub(lambda link: f"]({resolve(link[1])})", text)
    html = pyromark.html(_CLASS.sub("\n\x02\\1\x03", linked), options=_OPTIONS)
    html = _with_classes(_MARKDOWN_INSIDE.sub(r"\1>", html))
    page = Converted("", [], set(_ID.findall(html)))
    html = _HEADING.sub(partial(_heading, settings, page), html.rstrip("\n"))
    return Converted(html, page.headings, page.ids)


def _with_classes(html: str) -> str:
    """Gives each paragraph that ends with a mark the class in it."""
    *marked, rest = _MARK.split(html)
    pieces = []
    for text, name in zip(marked[::2], marked[1::2], strict=True):
        before, _, paragraph = text.rpartition("<p>")
        pieces.append(f'{before}<p class="{name}">{paragraph}')
    return "".join(pieces) + rest


def _heading(settings: Settings, page: Converted, match: re.Match[str]) -> str:
    level, attributes, words = match.groups()
    name = " ".join(_TAG.sub("", words).split())
    own = _ID.search(attributes)
    anchor = own[1] if own else unique(slugify(unescape(name), "-"), page.ids)
    page.ids.add(anchor)
    if int(level) <= settings.toc_depth:
        page.headings.append({"level": int(level), "id": anchor, "name": name})
    stated = attributes if own else f' id="{anchor}"{attributes}'
    link = (
        f'<a class="headerlink" href="#{anchor}" title="{settings.permalink_title}">{settings.permalink}</a>'
    )
    return f"<h{level}{stated}>{words}{link}</h{level}>"

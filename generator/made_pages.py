"""Floor 13: pages that the generator made, as MkDocs builds them.

A page of these is read and converted while it is built, and then let go: MkDocs, which converts all pages
before it builds the first, would hold a gigabyte for a thousand unions.
"""

import posixpath
from collections.abc import MutableMapping
from dataclasses import dataclass, fields
from functools import cache, partial

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils.meta import get_data

from generator.page_html import EXTENSIONS, Settings, converted

OUR_PLUGINS = "planverk/"
"""What begins the names of the plugins that a build adds itself."""


def are_plain(config: MkDocsConfig) -> bool:
    """Whether MkDocs, as it is configured, would make of a page what is made of it here."""
    plugins = [name for name in config.plugins if not name.startswith(OUR_PLUGINS)]
    settings = config.mdx_configs.get("toc", {}).keys() == {field.name for field in fields(Settings)}
    return settings and not plugins and EXTENSIONS.issuperset(config.markdown_extensions)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is known of a page while it is built; it leads to pages and places on them, `page.md#anchor`."""

    meta: MutableMapping[str, object]
    content: str
    toc: TableOfContents
    anchors: list[str]
    leads_to: list[str]


_UNREAD = _Reading({}, "", get_toc([]), [], [])


class _WhileBuilt:
    """An attribute of a page that is there while the page is built; what MkDocs sets is nothing yet."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, page: "MadePage", owner: type) -> object:
        return getattr(page.reading, self._name)

    def __set__(self, page: "MadePage", value: object) -> None:
        pass


class MadePage(Page):
    """A page that is empty to MkDocs until it is built: read when it becomes active, and then let go."""

    content = _WhileBuilt()  # type: ignore[assignment]
    toc = _WhileBuilt()  # type: ignore[assignment]
    meta = _WhileBuilt()  # type: ignore[assignment]

    def __init__(self, file: File, config: MkDocsConfig, files: Files) -> None:
        self.reading = _UNREAD
        self._settings = Settings(**config.mdx_configs.get("toc", {}))
        self._files = files
        super().__init__(None, file, config)

    @property
    def active(self) -> bool:
        """Whether the page is being built."""
        return super().active

    @active.setter
    def active(self, value: bool) -> None:
        Page.active.fset(self, value)  # type: ignore[attr-defined]
        self.reading = self._read() if value else _UNREAD

    def read_source(self, config: MkDocsConfig) -> None:
        """Reads nothing yet."""
        del config
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Converts nothing yet."""

    def _read(self) -> _Reading:
        text, meta = get_data(self.file.content_string)
        leads_to: set[str] = set()
        page = converted(text, self._settings, cache(partial(self._resolved, leads_to)))
        toc = get_toc(nest_toc_tokens(page.headings))
        return _Reading(meta, page.html, toc, sorted(page.ids), sorted(leads_to))

    def _resolved(self, leads_to: set[str], link: str) -> str:
        """Where a link of the Markdown leads on the finished page."""
        path, mark, anchor = link.partition("#")
        if ":" in path:
            return link
        here = self.file.src_uri
        to = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
        leads_to.add(f"{to}{mark}{anchor}")
        file = self._files.get_file_from_path(to)
        return f"{file.url_relative_to(self.file)}{mark}{anchor}" if path and file else link

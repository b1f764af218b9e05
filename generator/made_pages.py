"""Floor 13: pages that the generator made, as MkDocs builds them.

A page of these is read and converted while it is built, and then let go: MkDocs, which converts all pages
before it builds the first, would hold a gigabyte for a thousand unions.
"""

import posixpath
from collections.abc import MutableMapping
from dataclasses import dataclass, field, fields
from functools import cache

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils.meta import get_data
from mkdocs.utils.templates import TemplateContext

from generator.page_html import EXTENSIONS, Settings, converted

OUR_PLUGINS = "planverk/"
"""What begins the names of the plugins that a build adds itself."""

_log = get_plugin_logger("planverk")


def are_plain(config: MkDocsConfig) -> bool:
    """Whether MkDocs, as it is configured, would make of a page what is made of it here."""
    plugins = [name for name in config.plugins if not name.startswith(OUR_PLUGINS)]
    settings = config.mdx_configs.get("toc", {}).keys() == {field.name for field in fields(Settings)}
    return settings and not plugins and EXTENSIONS.issuperset(config.markdown_extensions)


@dataclass(slots=True)
class Links:
    """Places on pages, as `page.md#anchor`: those there are, and those wanted, by which page."""

    present: set[str] = field(default_factory=set)
    wanted: dict[str, str] = field(default_factory=dict)

    def add(self, other: "Links") -> None:
        """Adds what other pages have and want."""
        self.present |= other.present
        self.wanted |= other.wanted

    def missing(self) -> list[str]:
        """What is wanted and not there, with a page that leads to it."""
        gone = self.wanted.keys() - self.present
        return sorted(f"{self.wanted[place]} leads to {place}, which is not there" for place in gone)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is known of a page while it is built."""

    meta: MutableMapping[str, object]
    content: str
    toc: TableOfContents


_UNREAD = _Reading({}, "", get_toc([]))


class _WhileBuilt:
    """An attribute of a page that is there while the page is built; what MkDocs sets is nothing yet."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, page: "MadePage", owner: type) -> object:
        return getattr(page.reading, self._name)

    def __set__(self, page: "MadePage", value: object) -> None:
        pass


class MadePage(Page):
    """A page that is empty to MkDocs until it is built: read when it becomes active, and then let go.

    Its places are noted in `links`, and those that it leads to.
    """

    content = _WhileBuilt()  # type: ignore[assignment]
    toc = _WhileBuilt()  # type: ignore[assignment]
    meta = _WhileBuilt()  # type: ignore[assignment]

    def __init__(self, file: File, config: MkDocsConfig, files: Files, links: Links) -> None:
        self.reading = _UNREAD
        self._settings = Settings(**config.mdx_configs.get("toc", {}))
        self._files, self._links = files, links
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
        page = converted(text, self._settings, cache(self._resolved))
        here = self.file.src_uri
        self._links.present.update(f"{here}#{anchor}" for anchor in page.ids)
        return _Reading(meta, page.html, get_toc(nest_toc_tokens(page.headings)))

    def _resolved(self, link: str) -> str:
        """Where a link of the Markdown leads on the finished page; a link to no file is warned of."""
        path, _, anchor = link.partition("#")
        if ":" in path:
            return link
        here = self.file.src_uri
        to = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
        if anchor:
            self._links.wanted.setdefault(f"{to}#{anchor}", here)
        if not path:
            return link
        file = self._files.get_file_from_path(to)
        if file is None:
            _log.warning("%s leads to %s, which is not there", here, link)
            return link
        return file.url_relative_to(self.file) + (f"#{anchor}" if anchor else "")


@dataclass(frozen=True, slots=True)
class Share:
    """Which of the pages that the generator made one of `of` builds of the same site builds."""

    number: int = 0
    of: int = 1

    @property
    def is_first(self) -> bool:
        """Whether the share has what no other has: the files beside the pages, and what is made once."""
        return self.number == 0


class MadePages(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Has MkDocs build a share of the pages that were made, and with the first share all else."""

    def __init__(self, made: frozenset[str], share: Share) -> None:
        self._made, self._share = made, share
        self._all: list[File] = []
        self.links = Links()

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """All files; what is made once is left to the first share."""
        if not self._share.is_first:
            config.theme.static_templates.clear()
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """The navigation as it is; what is left to other shares is excluded from here on."""
        self._all = list(files.documentation_pages())
        led_to = {page.file.src_uri for page in nav.pages}
        wanted = self._made - led_to
        made = [file for file in self._all if file.src_uri in wanted]
        for file in made:
            MadePage(file, config, files, self.links)
        ours = {file.src_uri for file in made[self._share.number :: self._share.of]}
        others = {file.src_uri for file in (made if self._share.is_first else files)} - ours
        for path in others:
            files.src_uris[path].inclusion = InclusionLevel.EXCLUDED
        return nav

    def on_template_context(self, context: TemplateContext, /, **_: object) -> TemplateContext:
        """What the sitemap sees: the pages of all shares."""
        context["pages"] = self._all
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Notes the places on the pages that MkDocs converted, and those that they lead to."""
        del config
        for page in (file.page for file in self._all):
            if page is not None and not isinstance(page, MadePage):
                self._note(page)

    def _note(self, page: Page) -> None:
        here = page.file.src_uri
        self.links.present.update(f"{here}#{anchor}" for anchor in page.present_anchor_ids or ())
        for to, anchors in (page.links_to_anchors or {}).items():
            if isinstance(to.page, MadePage):
                self.links.wanted |= {f"{to.src_uri}#{anchor}": here for anchor in anchors}

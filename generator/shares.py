"""Floor 14: the share of a site's pages that one of several builds of it makes, or recalls."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.kept import Kept
from generator.made_pages import MadePage


@dataclass(slots=True)
class Links:
    """Places, which are pages or `page.md#anchor`: those that there are, and those wanted, by which page."""

    present: set[str] = field(default_factory=set)
    wanted: dict[str, str] = field(default_factory=dict)

    def note(self, page: str, anchors: Iterable[str], leads_to: Iterable[str]) -> None:
        """Notes the anchors that are on the page, and the places that it leads to."""
        self.present.update(f"{page}#{anchor}" for anchor in anchors)
        for place in leads_to:
            self.wanted.setdefault(place, page)

    def add(self, other: "Links") -> None:
        """Adds what other pages have and want."""
        self.present |= other.present
        self.wanted |= other.wanted

    def missing(self) -> list[str]:
        """What is wanted and not there, with a page that leads to it."""
        gone = self.wanted.keys() - self.present
        return sorted(f"{self.wanted[place]} leads to {place}, which is not there" for place in gone)


@dataclass(frozen=True, slots=True)
class Share:
    """Which of the pages that the generator made one of `of` builds of the same site builds."""

    number: int = 0
    of: int = 1

    @property
    def is_first(self) -> bool:
        """Whether the share has what no other has: the files beside the pages, and what is made once."""
        return self.number == 0


_NAVIGATION = "partials/menu.html", "partials/tabs.html"
"""Templates that show of a made page no more than how deep it lies, and in which part of the site."""

_Render = Callable[[Context], Iterator[str]]


def _remembered(render: _Render) -> _Render:
    """The function that renders a template; for all made pages of a kind it does so once."""
    known: dict[tuple[str, str], str] = {}

    def rendered(context: Context) -> Iterator[str]:
        page = context["page"]
        if not isinstance(page, MadePage):
            yield from render(context)
            return
        part = context["base_url"], page.url.partition("/")[0]
        if part not in known:
            known[part] = "".join(render(context))
        yield known[part]

    return rendered


class MadePages(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Has MkDocs build a share of the pages that were made, and with the first share all else.

    A page that was built before of the same Markdown is not built again.
    """

    def __init__(self, made: frozenset[str], share: Share, kept: Kept) -> None:
        self._made, self._share, self._kept = made, share, kept
        self._all: list[File] = []
        self._names: dict[str, str] = {}
        self.links = Links()

    @property
    def asked(self) -> set[str]:
        """The names of what is kept of this share."""
        return set(self._names.values())

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """All files; what is made once is left to the first share."""
        if not self._share.is_first:
            config.theme.static_templates.clear()
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """The navigation as it is; what is left to other shares, or recalled, is excluded from here on."""
        self._all = list(files.documentation_pages())
        self.links.present.update(files.src_uris)
        wanted = self._made - {page.file.src_uri for page in nav.pages}
        made = [file for file in self._all if file.src_uri in wanted]
        for file in made:
            MadePage(file, config, files)
        ours = made[self._share.number :: self._share.of]
        building = {file.src_uri for file in ours if not self._recall(file)}
        others = {file.src_uri for file in (made if self._share.is_first else files)} - building
        for path in others:
            files.src_uris[path].inclusion = InclusionLevel.EXCLUDED
        return nav

    def on_env(self, env: Environment, /, **_: object) -> Environment:
        """The theme's templates; the navigation, in which no made page stands, is rendered once for many."""
        for name in _NAVIGATION:
            template = env.get_template(name)
            template.root_render_func = _remembered(template.root_render_func)
        return env

    def _recall(self, file: File) -> bool:
        """Puts the finished page in its place, if it is kept; whether it is."""
        name = self._names[file.src_uri] = self._kept.name(file.src_uri, file.content_bytes)
        known = self._kept.recall_texts(name)
        if known is None:
            return False
        html, links = known
        anchors, leads_to = json.loads(links)
        place = Path(file.abs_dest_path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(html, encoding="utf-8")
        self.links.note(file.src_uri, anchors, leads_to)
        return True

    def on_template_context(self, context: TemplateContext, /, **_: object) -> TemplateContext:
        """What the sitemap sees: the pages of all shares."""
        context["pages"] = self._all
        return context

    def on_post_page(self, output: str, /, *, page: Page, **_: object) -> str:
        """The finished page as it is, which is kept."""
        if isinstance(page, MadePage):
            here, reading = page.file.src_uri, page.reading
            self.links.note(here, reading.anchors, reading.leads_to)
            links = json.dumps([reading.anchors, reading.leads_to])
            self._kept.keep_texts(self._names[here], [output, links])
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Notes the anchors of the pages that MkDocs converted, and where they lead on made ones."""
        del config
        for page in (file.page for file in self._all):
            if page is not None and not isinstance(page, MadePage):
                leads_to = (
                    f"{to.src_uri}#{anchor}"
                    for to, anchors in (page.links_to_anchors or {}).items()
                    for anchor in anchors
                    if isinstance(to.page, MadePage)
                )
                self.links.note(page.file.src_uri, page.present_anchor_ids or (), leads_to)

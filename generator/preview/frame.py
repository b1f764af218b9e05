"""The theme around one page at a time, as MkDocs puts it around all of them."""

import mimetypes
import posixpath
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from generator.addresses import Translation
from generator.made_pages import MadePage, are_plain
from generator.publish import written_by_hand
from generator.translated_site import configuration

NOT_FOUND = "404.html"


class _Files(Files):
    """The files that are there, and the pages that would be made if somebody asked for them."""

    def __init__(self, files: Iterable[File], config: MkDocsConfig, exists: Callable[[str], bool]) -> None:
        super().__init__(files)
        self._config, self._exists = config, exists

    def get_file_from_path(self, path: str) -> File | None:
        """The file at the path below the folder of pages."""
        found = super().get_file_from_path(path)
        if found is not None or path.startswith(".."):
            return found
        return self.made(path) if self._exists(path) or self._is_asset(path) else None

    def made(self, path: str) -> File:
        """The file at the path, whether there is one or not."""
        config = self._config
        file = super().get_file_from_path(path)
        if file is None:
            file = File(path, config.docs_dir, config.site_dir, use_directory_urls=config.use_directory_urls)
            set_exclusions([file], config)
            self.append(file)
        return file

    def _is_asset(self, path: str) -> bool:
        """Whether the project's own file at the path goes to the site as it is."""
        name = posixpath.normpath(path)
        return not name.endswith(".md") and Path(self._config.docs_dir, name).is_file()


class Frame:
    """Puts the theme around the pages of one language; `exists` says which pages are made."""

    def __init__(
        self,
        root: Path,
        here: Translation,
        languages: tuple[Translation, ...],
        exists: Callable[[str], bool],
    ) -> None:
        self._config = configuration(root, root / "site", here, languages)
        self._config.plugins.on_startup(command="serve", dirty=False)
        self._config = self._config.plugins.on_config(self._config)
        env = self._config.theme.get_env()
        self._files = self._gathered(env, exists)
        self._by_hand = {file.src_uri for file in self._files if file.is_documentation_page()}
        navigation = get_navigation(self._files, self._config)
        self._nav: Navigation = self._config.plugins.on_nav(
            navigation, config=self._config, files=self._files
        )
        self._env: Environment = self._config.plugins.on_env(env, config=self._config, files=self._files)
        self._is_plain = are_plain(self._config)
        self._led_to = {page.file.src_uri for page in self._nav.pages}

    def _gathered(self, env: Environment, exists: Callable[[str], bool]) -> _Files:
        """The pages that are written by hand with their pictures, and the theme's own files."""
        config = self._config
        by_hand = Files(
            File(path, config.docs_dir, config.site_dir, use_directory_urls=config.use_directory_urls)
            for path in written_by_hand(Path(config.docs_dir))
        )
        by_hand.add_files_from_theme(env, config)
        files = config.plugins.on_files(by_hand, config=config)
        set_exclusions(files, config)
        return _Files(files, config, exists)

    def written(self, path: str) -> str | None:
        """The text of the page that is written by hand; None where there is none."""
        file = self._files.src_uris[path] if path in self._by_hand else None
        if file is None or file.inclusion is InclusionLevel.EXCLUDED:
            return None
        source = Path(file.src_dir or "", path)
        return source.read_text(encoding="utf-8-sig") if source.is_file() else None

    def asset(self, path: str) -> tuple[bytes, str] | None:
        """A file of the project or the theme that goes to the site as it is, and its media type."""
        file = self._files.get_file_from_path(path)
        source = Path(file.abs_src_path or "") if file and not file.is_documentation_page() else None
        if (
            file is None
            or source is None
            or file.inclusion is InclusionLevel.EXCLUDED
            or not source.is_file()
        ):
            return None
        folder = Path(file.src_dir or "").resolve()
        if not source.resolve().is_relative_to(folder):
            return None
        return source.read_bytes(), media_type(path)

    def page(self, path: str, text: str, seen: Mapping[str, object]) -> str:
        """The whole HTML of the page of that text; `seen` is what the theme sees beside."""
        file = self._files.made(path)
        file.content_string = text
        page = self._page(file)
        try:
            page.active = True
            context = get_context(self._nav, self._files, self._config, page)
            template = self._env.get_template(str(page.meta.get("template", "main.html")))
            plugins = self._config.plugins
            context = plugins.on_page_context(context, page=page, config=self._config, nav=self._nav)
            html = template.render({**context, **seen})
            return str(plugins.on_post_page(html, page=page, config=self._config))
        finally:
            page.active = False

    def _page(self, file: File) -> Page:
        """The page with its content; one that the build would leave to us is read when it is active."""
        is_ours = file.src_uri not in self._by_hand and file.src_uri not in self._led_to
        if is_ours and self._is_plain:
            return MadePage(file, self._config, self._files)
        config, plugins = self._config, self._config.plugins
        page: Page = plugins.on_pre_page(
            file.page or Page(None, file, config), config=config, files=self._files
        )
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=self._files
        )
        page.render(config, self._files)
        page.content = plugins.on_page_content(
            page.content or "", page=page, config=config, files=self._files
        )
        return page

    def not_found(self, seen: Mapping[str, object]) -> str:
        """The site's page for what is not there."""
        config = self._config
        base = urlsplit(config.site_url or "/").path
        context = get_context(self._nav, self._files, config, base_url=base)
        context = config.plugins.on_template_context(context, template_name=NOT_FOUND, config=config)
        return self._env.get_template(NOT_FOUND).render({**context, **seen})


_KINDS = {
    ".js": "text/javascript",
    ".ics": "text/calendar",
    ".csv": "text/csv",
    ".xml": "application/xml",
    ".jsonld": "application/ld+json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""What the endings mean that systems know by other names, or by none."""


def media_type(path: str) -> str:
    """What a file of that name is."""
    name, ending = posixpath.splitext(path)
    is_feed = ending == ".xml" and not name.startswith("data/")
    kind = "application/atom+xml" if is_feed else _KINDS.get(ending) or mimetypes.guess_type(path)[0]
    kind = kind or "application/octet-stream"
    is_text = kind.startswith("text/") or kind.endswith(("xml", "json"))
    return f"{kind}; charset=utf-8" if is_text else kind

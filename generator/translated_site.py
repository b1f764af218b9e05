"""Floor 13: MkDocs' configuration for the site in each of its languages.

`mkdocs.yml` is that of the first language.  A further one says what it says in the words of
`mkdocs.<code>.yml`; what has none there stays as it is.  The assets of the first serve all.
"""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from jinja2 import Environment, pass_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_theme_dir
from mkdocs.utils.templates import TemplateContext, url_filter
from mkdocs.utils.yaml import yaml_load

from generator.addresses import OWNED, Translation
from generator.forge import Forge
from generator.forge_setting import stated_forge
from generator.language import Language
from generator.markup import block_in_language
from generator.publish import written_by_hand

_ASSETS = "assets/"
_AT_ROOT = "../"
"""From where a further language's addresses begin to where those of the first do."""

Words = Mapping[str, str]


def configuration(
    root: Path, site_dir: Path, here: Translation, languages: tuple[Translation, ...]
) -> MkDocsConfig:
    """The configuration that builds the pages in one of the site's languages into `site_dir`.

    Raises ForgeSettingError where `mkdocs.yml` says of the repository what cannot be meant.
    """
    file = root / "mkdocs.yml"
    stated = _stated(root, file, here) if here.path else {}
    stated |= {"strict": True, "site_dir": str(site_dir), "hooks": []}
    config = load_config(str(file), **stated)  # type: ignore[arg-type]
    site = config.site_url and f"{config.site_url.removesuffix('/')}/"
    config.site_url = site and f"{site}{here.path}"
    if len(languages) > 1:
        config.plugins["planverk/languages"] = _OneOfSeveral(
            here, languages, site or "", root / languages[0].docs
        )
    forge = stated_forge(root)
    if forge is not None:
        config.plugins["planverk/forge"] = _WrittenByHand(root, forge)
    return config


def words_of(root: Path, code: str) -> Words:
    """The words of `mkdocs.yml` with those that the language has in their place."""
    file = root / f"mkdocs.{code}.yml"
    words: Words = yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return words


def _stated(root: Path, file: Path, here: Translation) -> dict[str, object]:
    """What `mkdocs.yml` states, in the language."""
    with file.open(encoding="utf-8") as text:
        base = yaml_load(text)
    words = words_of(root, here.language)
    said = {name: _said(value, words) for name, value in base.items()}
    said |= {name: _from_root(base.get(name, [])) for name in ("extra_css", "extra_javascript")}
    extra = dict(base.get("extra", {}))
    theme_words = _said(extra.get("words", {}), words)
    own = {"language": here.language}
    return said | {
        "docs_dir": str(root / here.docs),
        "theme": _theme(base["theme"], words, here.language),
        "extra": extra | {"words": {**theme_words, **own} if isinstance(theme_words, dict) else own},
    }


def _theme(theme: Mapping[str, object], words: Words, code: str) -> dict[str, object]:
    """The theme, which says what it says itself in the language too, if it can."""
    translated = {name: _said(value, words) for name, value in theme.items()}
    known = Path(get_theme_dir(str(theme["name"])), "partials", "languages", f"{code}.html").is_file()
    return {**translated, "language": code} if known else translated


def _said(value: object, words: Words) -> object:
    """The value with the language's words for those in it."""
    match value:
        case str():
            return words.get(value, value)
        case list():
            return [_said(each, words) for each in value]
        case dict():
            return {words.get(name, name): _said(each, words) for name, each in value.items()}
    return value


def _from_root(value: object) -> object:
    """The paths of assets, seen from a further language."""
    match value:
        case str() if value.startswith(_ASSETS):
            return f"{_AT_ROOT}{value}"
        case list():
            return [_from_root(each) for each in value]
        case dict():
            return {name: _from_root(each) for name, each in value.items()}
    return value


class _Link(str):
    """A link that is right as it stands."""

    __slots__ = ()


@pass_context
def _url(context: TemplateContext, value: str) -> str:
    """MkDocs' filter, which would take nothing for a way out of a language."""
    return value if isinstance(value, _Link) else url_filter(context, value)


@pass_context
def _url_below(context: TemplateContext, value: str) -> str:
    """The same for a further language: the theme's own assets lie at the root too."""
    return value if isinstance(value, _Link) else url_filter(context, str(_from_root(str(value))))


class _OneOfSeveral(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Leads from each page to the same page in the other languages."""

    def __init__(self, here: Translation, languages: tuple[Translation, ...], site: str, docs: Path) -> None:
        self._here, self._languages, self._site, self._docs = here, languages, site, docs
        self._borrowed: set[str] = set()

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """All files; a further language has no assets, nor a page of its own for what is not found.

        It borrows the pages that are written by hand in the first language alone, and the pictures on them.
        """
        if not self._here.path:
            return files
        config.theme.static_templates.discard("404.html")
        own = Files([file for file in files if not file.src_uri.startswith(_ASSETS)])
        self._borrowed = {path for path in written_by_hand(self._docs) if not own.get_file_from_path(path)}
        for path in sorted(self._borrowed):
            own.append(File(path, str(self._docs), config.site_dir, config.use_directory_urls))
        return own

    def on_page_content(self, html: str, /, *, page: Page, **_: object) -> str:
        """The page's HTML, which says that it is borrowed."""
        borrowed = page.file.src_uri in self._borrowed
        return block_in_language(html, self._languages[0].language) if borrowed else html

    def on_env(self, env: Environment, /, **_: object) -> Environment:
        """The theme's templates; those of a further language look for assets at the root."""
        env.filters["url"] = _url_below if self._here.path else _url
        return env

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """What the page's template sees: the same page in each language."""
        url = page.url.removeprefix("./")
        config.extra["alternate"] = self._alternates(url, _AT_ROOT * f"{self._here.path}{url}".count("/"))
        return context

    def on_template_context(
        self, context: TemplateContext, /, *, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """What the template of no page sees: the front page in each language."""
        config.extra["alternate"] = self._alternates("", urlsplit(self._site or "/").path)
        return context

    def _alternates(self, url: str, to_root: str) -> list[dict[str, object]]:
        """The page in each language, seen from here, and whole where the site's address is known."""
        return [
            {
                "lang": each.language,
                "name": Language(each.language).name,
                "seen": _Link(f"{to_root}{each.path}{url}" or "."),
                "link": _Link(f"{self._site or to_root}{each.path}{url}" or "."),
                "current": each == self._here,
            }
            for each in self._languages
        ]


class _WrittenByHand(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Leads from each page that is written by hand to where its file is changed."""

    def __init__(self, root: Path, forge: Forge) -> None:
        self._root, self._forge = root, forge

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """What the page's template sees: where its file is changed, if it is written by hand."""
        by_hand = page.file.src_dir is not None and not page.file.src_uri.startswith(OWNED)
        config.extra["suggestion"] = self._address(page.file) if by_hand else ""
        return context

    def _address(self, file: File) -> str:
        folder = Path(file.src_dir or "").relative_to(self._root)
        return self._forge.file((folder / file.src_uri).as_posix())

    def on_template_context(
        self, context: TemplateContext, /, *, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """What the template of no page sees: nothing."""
        config.extra["suggestion"] = ""
        return context

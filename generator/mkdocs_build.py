"""Floor 15: Markdown to HTML by MkDocs, in several processes where there are many pages."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator import kept, processes
from generator.addresses import Translation
from generator.made_pages import are_plain
from generator.publish import kept_folder, owned_files
from generator.shares import Links, MadePages, Share
from generator.translated_site import configuration

MANY = 400
"""Pages that are worth a process of their own, which takes as long to start as to build some hundred."""


_STATED = (
    "site_name",
    "site_url",
    "site_description",
    "copyright",
    "repo_url",
    "extra",
    "extra_css",
    "extra_javascript",
    "use_directory_urls",
    "nav",
)
"""What pages show of the configuration."""


class SiteNotBuiltError(Exception):
    """MkDocs refused the pages, for the reasons that its message lists; the old site stands."""


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@dataclass(frozen=True, slots=True)
class _Part:
    """A share of the pages in the language `here`, of which some were `made`, for a folder of its own."""

    root: Path
    here: Translation
    languages: tuple[Translation, ...]
    made: frozenset[str]
    share: Share
    folder: Path


def build_pages(root: Path, site: Path, languages: tuple[Translation, ...]) -> None:
    """Builds all pages into `site`, which is not there yet, every link and anchor validated.

    Works in the folder `parts` beside it.
    Raises SiteNotBuiltError where MkDocs refuses, or a link leads nowhere.
    """
    parts = list(_parts(root, site.parent / "parts", languages))
    built = list(zip(parts, processes.each(_build, parts, len(parts)), strict=True))
    for each in languages:
        ours = [of for part, of in built if part.here == each]
        _validate([of.links for of in ours])
        _kept(root, each, "").clear({name for of in ours for name in of.asked})
    for part in parts:
        _move(part.folder, site / part.here.path)


def _parts(root: Path, folder: Path, languages: tuple[Translation, ...]) -> Iterator[_Part]:
    """The shares that are worth a build of their own; one a language where all pages together are few."""
    for each in languages:
        made = frozenset(owned_files(root / each.docs))
        of = max(1, min(processes.most(), len(made) // MANY))
        for number in range(of):
            place = folder / f"{each.language}-{number}"
            yield _Part(root, each, languages, made, Share(number, of), place)


@dataclass(frozen=True, slots=True)
class _Built:
    """The links of the pages that were built, and the names by which they are kept."""

    links: Links
    asked: set[str]


def _kept(root: Path, language: Translation, made_of: str) -> kept.Kept:
    """The finished pages in the language, which are made of the Markdown and of what is given."""
    return kept.Kept(kept_folder(root, language.language, "pages"), made_of)


def _frame(part: _Part, config: MkDocsConfig) -> str:
    """A hash of all that a page is made of besides its Markdown."""
    stated = sorted(f"{name}: {config[name]}" for name in _STATED)
    theme = [file for folder in config.theme.dirs[:1] for file in Path(folder).rglob("*") if file.is_file()]
    said = (repr(part.here), repr(part.languages), config.theme["language"])
    files = kept.of_files([*theme, *part.root.glob("mkdocs*.yml")])
    return kept.fingerprint(kept.of_program(), files, *stated, *said)


def _build(part: _Part) -> _Built:
    """Builds the part."""
    warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        config = configuration(part.root, part.folder, part.here, part.languages)
        made = part.made if are_plain(config) else frozenset()
        plugin = MadePages(made, part.share, _kept(part.root, part.here, _frame(part, config)))
        config.plugins["planverk/pages"] = plugin
        build(config)
    except (MkDocsException, SystemExit) as error:
        raise SiteNotBuiltError("\n".join([*warnings.lines, str(error)])) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)
    return _Built(plugin.links, plugin.asked)


def _validate(shares: list[Links]) -> None:
    whole = Links()
    for each in shares:
        whole.add(each)
    missing = whole.missing()
    if missing:
        raise SiteNotBuiltError("\n".join(missing))


def _move(folder: Path, to: Path) -> None:
    """Moves what was built to its place, beside what other parts have put there."""
    for file in [path for path in folder.rglob("*") if path.is_file()]:
        place = to / file.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        file.rename(place)

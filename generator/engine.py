"""Floor 16: Markdown to the finished site, by MkDocs, and its search index, by Pagefind.

The new site is built beside the old one and takes its place only when it is whole.  That takes two
renames; where a build is stopped between them, the next one begins by undoing the first.
"""

from pathlib import Path

from generator.addresses import Translation
from generator.cms import add_page, stated_cms
from generator.diagnostics import message
from generator.mkdocs_build import SiteNotBuiltError, build_pages
from generator.pipeline import Searched
from generator.publish import alone, discard, owned_folder
from generator.search import SearchIndexError, guides, write_index
from generator.steps import Announce, unannounced


def build_site(
    root: Path,
    searched: Searched | None = None,
    translations: tuple[Translation, ...] = (),
    announce: Announce = unannounced,
) -> None:
    """Builds `site/` anew in all languages, every link and anchor validated, with its search indexes.

    Raises SiteNotBuiltError where MkDocs or Pagefind refuses, RefusedError where `site/` is a link or the
    forms that `mkdocs.yml` wants cannot be made, and OSError where the system does, for example because the
    disk is full; each time the old site stands.
    """
    with alone(root) as work:
        site, fresh = owned_folder(root / "site"), work / "site"
        _recover(site, work)
        languages = translations or (Translation(""),)
        try:
            announce(message("Building the site"))
            build_pages(root, fresh, languages)
            for each in languages:
                if searched is not None:
                    announce(message("Making the search index ({language})", language=each.language))
                    add_search(root / each.docs, fresh / each.path, searched.in_language(each.language))
            _add_cms(root, fresh, announce)
            announce(message("Putting the site in its place"))
            if site.exists():
                site.rename(work / "earlier")
            fresh.rename(site)
        finally:
            _recover(site, work)


def _add_cms(root: Path, site: Path, announce: Announce) -> None:
    """Adds the forms for those who write plans, where `mkdocs.yml` switches them on."""
    setting = stated_cms(root)
    if setting is not None:
        announce(message("Adding the forms of Sveltia CMS"))
        add_page(root, site, setting)


def add_search(docs: Path, site: Path, searched: Searched) -> None:
    """Adds the search index to the finished site, of which the Markdown is in `docs`.

    Raises SiteNotBuiltError where Pagefind refuses.
    """
    records = (*searched.records, *guides(docs))
    try:
        write_index(records, docs.parent / "templates", site, searched.language)
    except SearchIndexError as error:
        raise SiteNotBuiltError(str(error)) from error


def _recover(site: Path, work: Path) -> None:
    """Puts back the old site where there is no new one, and clears what builds leave behind.

    The old site is whole as long as it bears the name `earlier`.
    """
    earlier, discarded = work / "earlier", work / "discarded"
    for leftover in (discarded, work / "site", work / "parts"):
        discard(leftover)
    if earlier.is_dir() and not earlier.is_symlink() and not site.exists():
        earlier.rename(site)
    elif earlier.exists() or earlier.is_symlink():
        earlier.rename(discarded)
    discard(discarded)

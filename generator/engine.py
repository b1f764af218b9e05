"""Floor 13: Markdown to the finished site, by MkDocs.

The new site is built beside the old one and takes its place only when it is whole.
"""

import logging
import shutil
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException


class SiteNotBuiltError(Exception):
    """MkDocs refused the pages, for the reasons that its message lists; the old site stands."""


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def build_site(root: Path) -> None:
    """Builds `site/` anew, every link and anchor validated.  Raises SiteNotBuiltError."""
    work = root / ".planverk"
    fresh, earlier, site = work / "site", work / "earlier", root / "site"
    for leftover in (fresh, earlier):
        shutil.rmtree(leftover, ignore_errors=True)
    work.mkdir(exist_ok=True)
    warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        build(load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(fresh), hooks=[]))
    except (MkDocsException, SystemExit) as error:
        raise SiteNotBuiltError("\n".join([*warnings.lines, str(error)])) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)
    if site.exists():
        site.rename(earlier)
    fresh.rename(site)
    shutil.rmtree(earlier, ignore_errors=True)


def serve_site(root: Path) -> None:
    """Serves the site and renews it at every change, until interrupted.

    A fault in a plan is logged and does not stop the preview, so not strict.
    """
    mkdocs_serve(config_file=str(root / "mkdocs.yml"), livereload=True, strict=False)

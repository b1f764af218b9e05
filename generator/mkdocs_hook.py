"""Top floor: lets `mkdocs build` and `mkdocs serve` regenerate the pages.  Holds no logic."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from generator import clock, reports
from generator.engine import add_search
from generator.forge import ForgeSettingError
from generator.language import of_messages
from generator.pipeline import generate

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

_SEARCHED = "planverk_searched"
"""Where the build keeps what the search finds, until the pages are there."""

_log = get_plugin_logger("planverk")


def on_pre_build(config: "MkDocsConfig") -> None:
    """Regenerates the pages in the first language; faults are logged, an error as a warning to MkDocs."""
    root = Path(config.config_file_path).parent
    day = clock.today(os.environ)
    language = of_messages(os.environ)
    try:
        outcome = generate(root, day, lambda _: None, config.site_url or "")
    except ForgeSettingError as error:
        raise PluginError(" ".join(map(language.text, error.messages))) from error
    text = reports.as_text(outcome.diagnostics, language)
    config.extra[_SEARCHED] = outcome.searched
    if text:
        log = _log.info if outcome.sound else _log.warning
        log("%s", text)


def on_post_build(config: "MkDocsConfig") -> None:
    """Adds the search index of the pages that were regenerated."""
    searched = config.extra.get(_SEARCHED)
    if searched is not None:
        add_search(Path(config.docs_dir), Path(config.site_dir), searched)


def on_serve(server: "LiveReloadServer", config: "MkDocsConfig", **_: object) -> "LiveReloadServer":
    """Watches the sources and the templates too."""
    root = Path(config.config_file_path).parent
    for folder in ("plans", "templates"):
        server.watch(str(root / folder))
    return server

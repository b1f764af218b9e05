"""The same pages with the searches that others use: Material's own (lunr), and Pagefind as it comes."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from pagefind_bin import get_executable  # type: ignore[import-untyped]

from bench.corpus import ROOT
from generator import addresses
from generator.language import Language
from generator.press import Press
from generator.views.common import Scene
from generator.views.plan import plan_view

_CONFIGURATION = """
site_name: Search
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, language: nb, font: false}}
plugins: [{plugins}]
markdown_extensions: [admonition, attr_list, md_in_html, pymdownx.details, tables, toc]
not_in_nav: "*"
validation: {{links: {{not_found: ignore, anchors: ignore, unrecognized_links: ignore}}}}
"""


def write_plans(scene: Scene, docs: Path) -> None:
    """The page of each plan, as the site has it, with none beside them but an empty front page."""
    press = Press(ROOT / "templates", Language("nb"))
    for union in scene.body.unions:
        for plan in union.plans:
            here = addresses.plan(plan)
            _write(docs / here.page, press.page("plan", plan_view(scene, union, plan, here), here).text)
    _write(docs / "index.md", "# Search\n")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def build_stock(docs: Path, site: Path, *, search: bool) -> float:
    """Builds the pages with stock MkDocs and Material; the seconds that it took."""
    settings = docs.parent / f"{site.name}.yml"
    plugins = "search" if search else ""
    settings.write_text(_CONFIGURATION.format(docs=docs, site=site, plugins=plugins), encoding="utf-8")
    return _seconds([sys.executable, "-m", "mkdocs", "--quiet", "build", "--config-file", str(settings)])


def index_stock(site: Path) -> float:
    """Has Pagefind index the finished pages as they are; the seconds that it took."""
    return _seconds([str(get_executable()), "--site", str(site), "--quiet"])


def _seconds(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(
        command, check=True, capture_output=True, env={"NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/bin:/bin"}
    )
    return perf_counter() - start


def weighed(folder: Path) -> tuple[int, float]:
    """How many files there are, and their megabytes."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return len(sizes), sum(sizes) / 1e6

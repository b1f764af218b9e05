"""The search of the site side by side with Material's own (lunr) and with Pagefind as it comes.

For the same plans: what each adds to the build, the files and bytes of its index, and what a browser
on a slow line fetches and waits from a cold page to the first results of a common word.
Run as `python -m bench.search 10 100 350 1000`; needs Chromium and the tests' requirements.
"""

import datetime
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from bench import browsing, peers, trees
from bench.corpus import ROOT, make
from bench.processes import run
from generator import addresses, pipeline
from generator.language import Language
from generator.pages import union_parts
from generator.press import Press
from generator.search import write_index
from generator.views.common import Scene
from generator.views.search import search_records

TODAY = datetime.date(2025, 6, 1)
QUERY = "heltid"
LETTERS = "orga", "organ", "organi", "organis", "organisa"
BLANK = '<!doctype html><html lang="nb"><link rel="icon" href="data:,"><title>bench</title>'

OURS = """async (query) => {
    const modules = ["index", "corrections", "words"].map((name) => `/assets/search/${name}.js`);
    for (const href of [...modules, "/pagefind/pagefind.js"]) {
        document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
    }
    const { open } = await import("/assets/search/index.js");
    window.index ??= await open(new URL("/", location.href));
    return (await window.index.search(query, {})).entries.length;
}"""
STOCK_PAGEFIND = """async (query) => {
    const pagefind = await import("/pagefind/pagefind.js");
    if (!window.ready) await pagefind.options({ noWorker: true });
    window.ready = true;
    const { results } = await pagefind.search(query);
    return (await Promise.all(results.slice(0, 5).map((each) => each.data()))).length;
}"""


def main(sizes: list[int]) -> None:
    """Prints a table for each size."""
    for unions in sizes:
        title = f"{unions} unions"
        print(f"{title:20} build, s  files     MB   cold, kB  requests     ms  a letter, ms  MB held")
        with tempfile.TemporaryDirectory() as folder:
            _compare(Path(folder), unions)


def _compare(work: Path, unions: int) -> None:
    make(work / "project", unions)
    scene = pipeline.look(work / "project", TODAY).scene
    if scene is None:
        raise SystemExit("the corpus has errors")
    _write_plans(scene, work / "docs")
    plain = peers.lean("plain", work / "docs", work)
    lunr = peers.lean("lunr", work / "docs", work, search=True)
    without = run(plain.command).seconds
    added = run(lunr.command).seconds - without
    print(f"  (stock Material without a search builds in {without:.1f} s)")
    index = lunr.site / "search" / "search_index.json"
    weight = (1, index.stat().st_size / 1e6)
    _print("Material (lunr)", added, weight, _visited(lunr.site, _ask_material))
    seconds = run(peers.pagefind(plain.site)).seconds
    visited = _visited(plain.site, _asks(STOCK_PAGEFIND))
    _print("Pagefind, stock", seconds, _weighed(plain.site / "pagefind"), visited)
    seconds = _ours(scene, work / "ours")
    visited = _visited(work / "ours", _asks(OURS))
    _print("Planverk", seconds, _weighed(work / "ours" / "pagefind"), visited)


def _write_plans(scene: Scene, docs: Path) -> None:
    """The page of each plan, as the site has it, with none beside them but an empty front page."""
    press = Press(ROOT / "templates", Language("nb"))
    for union in scene.body.unions:
        wanted = {addresses.plan(plan).page for plan in union.plans}
        for page in chain.from_iterable(part() for part in union_parts(scene, press, union)):
            if page.path in wanted:
                _write(docs / page.path, page.text)
    _write(docs / "index.md", "# Search\n")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _weighed(folder: Path) -> tuple[int, float]:
    """How many files there are, and their megabytes."""
    found = trees.weight(folder)
    return found.files, found.bytes / 1e6


def _ours(scene: Scene, site: Path) -> float:
    site.mkdir()
    (site / "index.html").write_text(BLANK, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", site / "assets")
    begun = time.perf_counter()
    write_index(search_records(scene), ROOT / "templates", site, Language("nb"))
    return time.perf_counter() - begun


PATIENCE = 300_000
"""Milliseconds that a first result may take: a large index takes a minute on a slow line."""

_Ask = Callable[[Page, str], None]


def _asks(script: str) -> _Ask:
    def ask(page: Page, query: str) -> None:
        if not page.evaluate(script, query):
            raise SystemExit("nothing was found, so nothing was measured")

    return ask


def _ask_material(page: Page, query: str) -> None:
    """Types into the field of the theme, and waits for a first result."""
    page.evaluate(
        "for (const each of document.querySelectorAll('.md-search-result__item')) each.dataset.old = 1"
    )
    field = page.locator("[data-md-component=search-query]")
    if not field.is_visible():
        page.keyboard.press("f")
    field.fill(query[:-1])
    field.press(query[-1])
    page.locator(".md-search-result__item:not([data-old])").first.wait_for(timeout=PATIENCE)


def _visited(site: Path, ask: _Ask) -> str:
    """Kilobytes, requests and milliseconds to a first result; then for a further letter; megabytes held."""
    with browsing.served(site) as address, browsing.browser() as browser:
        empty = browsing.memory()
        with browsing.visit(browser, address) as seen:
            first = _timed(ask, seen.page, QUERY)
            fetched = f"{seen.kilobytes:10.0f} {len(seen.searches):9} {first:6.0f}"
            further = median(_timed(ask, seen.page, letters) for letters in LETTERS)
            return f"{fetched} {further:13.0f} {browsing.memory() - empty:8.0f}"


def _timed(ask: _Ask, page: Page, query: str) -> float:
    begun = time.perf_counter()
    ask(page, query)
    return 1000 * (time.perf_counter() - begun)


def _print(name: str, seconds: float, weight: tuple[int, float], visited: str) -> None:
    print(f"{name:20} {seconds:8.1f} {weight[0]:6} {weight[1]:6.1f} {visited}", flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10, 100, 350, 1000])

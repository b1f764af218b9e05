"""How well the judged queries are answered, side by side with Material's search (lunr) and stock Pagefind.

All three search the same finished pages of the project's own plans, which must have been generated
(`make site`).  Run as `python -m bench.judged`; needs Chromium and the tests' requirements.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from bench import browsing, judging, peers
from bench.corpus import ROOT
from bench.processes import run

OURS = """async (queries) => {
    const { open } = await import("/assets/search/index.js");
    const index = await open(new URL("/", location.href));
    const found = [];
    for (const query of queries) found.push((await index.search(query, {})).entries.map((each) => each.to));
    return found;
}"""
STOCK_PAGEFIND = """async (queries) => {
    const pagefind = await import("/pagefind/pagefind.js");
    const found = [];
    for (const query of queries) {
        const { results } = await pagefind.search(query);
        const pages = await Promise.all(results.slice(0, 5).map((each) => each.data()));
        const parts = (page) => page.sub_results.slice(0, 3).map((part) => part.url);
        found.push(pages.flatMap((page) => [...parts(page), page.url]));
    }
    return found;
}"""
MATERIAL = """async (queries) => {
    const field = document.querySelector("[data-md-component=search-query]");
    const told = document.querySelector(".md-search-result__meta");
    const say = async (text, isThere) => {
        field.value = text;
        field.dispatchEvent(new KeyboardEvent("keyup"));
        while (!isThere(told.textContent.trim())) await new Promise(requestAnimationFrame);
    };
    field.focus();
    const found = [];
    for (const query of queries) {
        let blank;
        await say("", (now) => (blank = now) && !/[0-9]|treff/i.test(now));
        await say(query, (now) => now !== blank);
        const links = [...document.querySelectorAll("a.md-search-result__link")];
        found.push(links.map((each) => each.href.replace(/[?]h=[^#]*/, "")));
    }
    return found;
}"""
Answers = list[list[str]]


def main() -> None:
    """Prints a table for each set of queries and each search."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(ROOT / "docs", work / "docs", ignore=shutil.ignore_patterns("adr", "skjema"))
        lunr = peers.lean("lunr", work / "docs", work, search=True)
        plain = peers.lean("plain", work / "docs", work)
        for command in (lunr.command, plain.command, peers.pagefind(plain.site)):
            run(command)
        for name, file in judging.SETS.items():
            asked = judging.queries(file)
            for peer, site, ask in (
                ("Material (lunr)", lunr.site, _evaluates(MATERIAL)),
                ("Pagefind, stock", plain.site, _evaluates(STOCK_PAGEFIND)),
                ("Planverk", ROOT / "site", _evaluates(OURS)),
            ):
                _print(f"{name}.yml, {peer}", asked, _answers(site, ask, [query.ask for query in asked]))


def _answers(site: Path, ask: Callable[[Page, list[str]], Answers], texts: list[str]) -> Answers:
    with browsing.served(site) as address, browsing.browser() as browser:
        page = browser.new_page()
        page.goto(f"{address}om/")
        return ask(page, texts)


def _evaluates(script: str) -> Callable[[Page, list[str]], Answers]:
    def ask(page: Page, texts: list[str]) -> Answers:
        found: Answers = page.evaluate(script, texts)
        return found

    return ask


def _print(title: str, asked: tuple[judging.Query, ...], answers: Answers) -> None:
    ranks = [query.rank(found) for query, found in zip(asked, answers, strict=True)]
    print(title, *judging.table(asked, ranks), "", sep="\n", flush=True)


if __name__ == "__main__":
    main()

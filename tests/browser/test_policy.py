"""The Content-Security-Policy of every page: there, met by nothing, passed by nothing foreign."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from generator.markup import data_block
from tests.browser.conftest import Visit
from tests.browser.page_kinds import PAGE_KINDS

pytestmark = pytest.mark.browser

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
DECLARED = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
WITHIN = re.compile(
    r'<script(?! type="application/ld\+json">|[^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|=.?javascript:',
    re.IGNORECASE,
)


def test_every_page_declares_the_policy_and_runs_nothing_from_within(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 300
    assert [page for page in pages if page.read_text(encoding="utf-8").count(DECLARED) != 1] == []
    assert [page for page in pages if WITHIN.search(page.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("path", PAGE_KINDS)
def test_no_page_says_anything_or_keeps_anything(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(base_url=address)
    page, met = context.new_page(), list[str]()
    page.on("console", lambda line: met.append(line.text))
    page.on("pageerror", lambda error: met.append(str(error)))
    page.on("request", lambda sent: met.append(sent.url) if address not in sent.url[:30] else None)
    page.goto(path)
    assert [each for each in met if not each.startswith(("data:", "blob:"))] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert context.cookies() == []
    context.close()


INJECTED = (
    "<script>window.struck = 1</script>"
    "<img src=x onerror='window.struck = 2'>"
    "<script src='https://example.org/foreign.js'></script>"
    "<base href='https://example.org/'>"
)


def test_a_script_that_gets_into_a_page_does_not_run(visit: Visit) -> None:
    def spoilt(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<h1", f"{INJECTED}<h1", 1))

    page = visit.page
    refused: list[str] = []
    page.on("console", lambda line: refused.append(line.text))
    page.route("**/om/", spoilt)
    visit.open("/om/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.struck") is None
    assert page.evaluate("document.baseURI").startswith(visit.address)
    assert len([line for line in refused if "Content Security Policy" in line]) >= 4
    assert [url for url in visit.elsewhere if not url.startswith("https://example.org/")] == []
    visit.errors.clear()
    visit.elsewhere.clear()


def test_data_in_a_page_is_read_by_nobody_and_breaks_no_policy(visit: Visit) -> None:
    block = data_block({"name": "</script><script>window.struck = 3</script>"})

    def with_data(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</h1>", f"</h1>{block}", 1))

    page, said = visit.page, list[str]()
    page.on("console", lambda line: said.append(line.text))
    page.route("**/om/", with_data)
    visit.open("/om/")
    page.wait_for_load_state("networkidle")
    told = page.evaluate("""JSON.parse(document.querySelector("[type='application/ld+json']").textContent)""")
    assert told == {"name": "</script><script>window.struck = 3</script>"}
    assert page.evaluate("window.struck") is None
    assert said == []

"""The search, as people use it: the judged queries, the field, the facets, the address, the keys."""

from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from generator.search.words import canonical, stem
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

QUERIES = Path(__file__).parent.parent / "search" / "queries.yml"
ASK = """async ([root, queries]) => {
    const { open } = await import(root + "assets/search/index.js");
    const index = await open(root);
    const found = [];
    for (const query of queries) found.push((await index.search(query, {})).entries.map((each) => each.to));
    return found;
}"""


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/om/")
    yield page
    context.close()


def rank(found: list[str], wanted: list[str]) -> int:
    """The place of the first wanted result, from 1; 0 for none.  Nothing wanted, nothing found: 1."""
    if not wanted:
        return 0 if found else 1
    ends = tuple(f"{mark}{each}" for each in wanted for mark in "/#")
    return next((at for at, to in enumerate(found, 1) if f"/{to}".endswith(ends)), 0)


def test_people_find_what_they_want(page: Page, address: str) -> None:
    judged: dict[str, list[dict[str, object]]] = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    rows = [(kind, str(each["ask"]), each["want"]) for kind, queries in judged.items() for each in queries]
    answers = page.evaluate(ASK, [f"{address}/", [ask for _, ask, _ in rows]])
    ranks = [
        (kind, ask, rank(found, wanted))
        for (kind, ask, wanted), found in zip(rows, answers, strict=True)
        if isinstance(wanted, list)
    ]
    for kind in [*judged, ""]:
        of_kind = [each for name, _, each in ranks if kind in ("", name)]
        print(  # noqa: T201 - the table, seen with -s
            f"{kind or 'all':15} {len(of_kind):4} success@1 {mean(each == 1 for each in of_kind):.2f}"
            f" success@5 {mean(0 < each <= 5 for each in of_kind):.2f}"
            f" MRR {mean(1 / each if each else 0 for each in of_kind):.2f}"
        )
    missed = [(kind, ask, each) for kind, ask, each in ranks if not 0 < each <= 5]
    print(missed)  # noqa: T201
    assert len(rows) >= 100
    assert len(missed) <= 0.05 * len(rows), missed


def test_the_page_compares_words_as_the_index_does(page: Page, address: str) -> None:
    known = "Heiltid hovudmål tillitsvalde Aas lønsforhandlingar forhandlingene leiar tenesta kvinnene poeng"
    made = page.evaluate(
        """async ([root, all]) => {
            const { comparer, stem } = await import(root + "assets/search/words.js");
            const { forms } = await (await fetch(root + "pagefind/planverk-words.json")).json();
            const canonical = comparer(forms);
            return all.map((word) => [canonical(word), stem(canonical(word))]);
        }""",
        [f"{address}/", known.split()],
    )
    assert made == [[canonical(word), stem(canonical(word))] for word in known.split()]


def test_nothing_is_fetched_before_the_field_is_touched(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.open("/sok/")
    visit.page.wait_for_load_state("networkidle")
    assert [each for each in asked if "pagefind" in each or each.endswith("results.js")] == []
    with visit.page.expect_request("**/pagefind.js"):
        visit.page.get_by_role("searchbox").focus()


def test_a_search_is_announced_narrowed_shared_and_left_by_keys(visit: Visit) -> None:
    visit.open("/fagforeninger/as/")
    visit.page.keyboard.press("/")
    field = visit.page.get_by_role("searchbox", name="Søk i alle planene")
    expect(field).to_be_focused()
    visit.page.keyboard.type("klubb")
    expect(visit.page.get_by_role("status")).to_contain_text("treff")
    visit.page.get_by_text("Avgrens søket").click()
    visit.page.locator("select[name=rolle]").select_option("Klubbleder")
    expect(visit.page.get_by_role("status")).to_have_text("7 treff, samlet etter fagforening")
    visit.page.goto(visit.page.url)
    expect(visit.page.get_by_role("status")).to_have_text("7 treff, samlet etter fagforening")
    expect(visit.page.locator(".pv-find__facets summary")).to_contain_text("Klubbleder")
    field.focus()
    visit.page.keyboard.press("ArrowDown")
    expect(visit.page.get_by_role("link", name="Tiltak 3.1.5")).to_be_focused()
    visit.page.keyboard.press("Escape")
    expect(field).to_be_focused()
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/pleie-og-omsorg-oslo/2023/?vis=*#tiltak-3-1-5")


def test_finding_nothing_helps_on(visit: Visit) -> None:
    visit.open("/sok/?q=barnehage&fylke=Oslo")
    expect(visit.page.get_by_role("status")).to_have_text("Ingen treff på «barnehage».")
    visit.page.get_by_role("button", name="Søk uten avgrensning").click()
    expect(visit.page.get_by_role("button", name="Søk uten avgrensning")).to_have_count(0)
    visit.page.get_by_role("searchbox").fill("sommrfest")
    expect(visit.page.get_by_role("status")).to_contain_text("Mente du «sommerfest»?")


def test_without_scripts_the_field_leads_to_all_unions(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/")
    page.get_by_role("searchbox").fill("heltid")
    page.get_by_role("button", name="Søk").click()
    page.wait_for_url(f"{address}/fagforeninger/?q=heltid")
    page.context.close()

"""The search, as people use it: the judged queries, the field, the facets, the address, the keys."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bench import judging
from generator.language import Language
from generator.pipeline import look
from generator.search import write_index
from generator.views.search import search_records
from generator.words import canonical, stem
from tests.browser.conftest import Visit, served
from tests.case_folders import assemble
from tests.project import ROOT

pytestmark = pytest.mark.browser

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


def field_of(visit: Visit) -> Locator:
    """The field of the page itself."""
    return visit.page.get_by_role("searchbox", name="Søk i alle planene")


@pytest.mark.parametrize("file", judging.SETS.values(), ids=judging.SETS)
def test_people_find_what_they_want(page: Page, address: str, file: Path) -> None:
    asked = judging.queries(file)
    answers = page.evaluate(ASK, [f"{address}/", [query.ask for query in asked]])
    ranks = [query.rank(found) for query, found in zip(asked, answers, strict=True)]
    missed = [query for query, rank in zip(asked, ranks, strict=True) if not 0 < rank <= judging.FIRST]
    print(*judging.table(asked, ranks), *missed, sep="\n")  # noqa: T201 - the table, seen with -s
    assert len(asked) >= 100
    assert len(missed) <= 0.05 * len(asked), missed


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
        field_of(visit).focus()


def test_a_search_is_announced_narrowed_shared_and_left_by_keys(visit: Visit) -> None:
    visit.open("/sok/")
    visit.page.keyboard.press("/")
    field = field_of(visit)
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


def test_the_union_that_the_reader_keeps_comes_first(page: Page, address: str) -> None:
    first = """async ([root, name]) => {
        const { remember } = await import(root + "assets/mine.js");
        const { open } = await import(root + "assets/search/index.js");
        if (name) remember("as", name);
        const { entries } = await (await open(root)).search("heltid", {});
        return entries[0].record.union;
    }"""
    assert page.evaluate(first, [f"{address}/", ""]) != "Fagforbundet Ås"
    assert page.evaluate(first, [f"{address}/", "Fagforbundet Ås"]) == "Fagforbundet Ås"


def test_finding_nothing_helps_on(visit: Visit) -> None:
    visit.open("/sok/?q=barnehage&fylke=Oslo")
    expect(visit.page.get_by_role("status")).to_have_text("Ingen treff på «barnehage».")
    visit.page.get_by_role("button", name="Søk uten avgrensning").click()
    expect(visit.page.get_by_role("button", name="Søk uten avgrensning")).to_have_count(0)
    field_of(visit).fill("sommrfest")
    expect(visit.page.get_by_role("status")).to_contain_text("Mente du «sommerfest»?")


def test_the_header_of_every_page_searches(visit: Visit) -> None:
    """On a phone it leads to the page of the search; on a desk the results lie over the page."""
    visit.open("/fagforeninger/as/")
    visit.page.keyboard.press("/")
    size = visit.page.viewport_size
    if size and size["width"] < 960:
        visit.page.wait_for_url("**/sok/#sok")
        expect(field_of(visit)).to_be_focused()
        return
    visit.page.keyboard.type("sommerfest")
    link = visit.page.get_by_role("link", name="Alle treff, og søk med avgrensning")
    expect(link).to_have_attribute("href", f"{visit.address}/sok/?q=sommerfest")
    visit.page.mouse.click(5, 800)
    expect(link).to_be_hidden()
    visit.page.get_by_role("searchbox", name="Søk", exact=True).press("Enter")
    visit.page.wait_for_url("**/sok/?q=sommerfest")


@pytest.fixture
def two_sites(site: Path, tmp_path: Path) -> Iterator[str]:
    """Where the site is served as `en/`, and the index of another one beside it as `to/`."""
    scene = look(assemble(tmp_path / "other"), datetime.date(2024, 6, 1)).scene
    assert scene is not None
    write_index(search_records(scene), ROOT / "templates", tmp_path / "served" / "to", Language("nb"))
    (tmp_path / "served" / "en").symlink_to(site)
    with served(tmp_path / "served") as at:
        yield at


def test_two_sites_are_searched_as_one(page: Page, two_sites: str) -> None:
    page.goto(f"{two_sites}/en/sok/")
    form = page.locator("main .pv-find")
    header = page.locator(".md-header")
    header.evaluate("(header, other) => { header.dataset.also = other; }", f"{two_sites}/to/")
    form.get_by_role("searchbox").fill("hele stillinger")
    links = page.locator(".pv-find__list h3 a")
    expect(links.first).to_be_visible()
    leads = links.evaluate_all("(all) => all.map((each) => each.href)")
    sites = {lead.removeprefix(two_sites).split("/")[1] for lead in leads}
    assert sites == {"en", "to"}


def test_without_scripts_the_field_leads_to_all_counties(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/")
    page.get_by_role("searchbox", name="Søk i alle planene").fill("heltid")
    page.get_by_role("button", name="Søk").click()
    page.wait_for_url(f"{address}/sok/?q=heltid")
    expect(page.get_by_role("main").get_by_role("link", name="Østfold")).to_be_visible()
    page.context.close()

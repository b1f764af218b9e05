"""Finding one's union: the field, its spelling, its keys, what it remembers, and the way without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

LILLEHAMMER = "Fagforbundet Lillehammer"
AS = "Fagforbundet Ås"
FORSE = "Fagforbundet ForSe"
OSLO = "Fagforbundet Pleie og Omsorg Oslo"
ASKED = {
    "aas": [AS],
    "Ås": [AS],
    "AS": [AS],
    "A\N{COMBINING RING ABOVE}s": [AS],
    "lillehamer": [LILLEHAMMER],
    "lilehamm": [LILLEHAMMER],
    "forse": [FORSE],
    "for se": [FORSE],
    "59": [LILLEHAMMER],
    "059": [LILLEHAMMER],
    "avd. 59": [LILLEHAMMER],
    "innlandet": [LILLEHAMMER],
    "oslo": [OSLO, FORSE],
    "omsorg": [OSLO],
    "fagforbundet forse": [FORSE],
    "60": [],
    "bergen": [],
}
MATCH = """async ([root, asked]) => {
    const { matching, prepared } = await import(root + "assets/find-union/match.js");
    const known = prepared(await (await fetch(root + "fagforeninger/finn.json")).json());
    return asked.map((text) => matching(known, text).map((each) => each.name));
}"""


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/om/")
    yield page
    context.close()


def test_a_union_is_found_however_it_is_spelt(page: Page, address: str) -> None:
    found = page.evaluate(MATCH, [f"{address}/", list(ASKED)])
    assert dict(zip(ASKED, map(sorted, found), strict=True)) == {
        asked: sorted(wanted) for asked, wanted in ASKED.items()
    }


def test_the_list_is_fetched_when_the_field_is_touched(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.open("/")
    visit.page.wait_for_load_state("networkidle")
    assert [each for each in asked if each.endswith("finn.json")] == []
    with visit.page.expect_request("**/fagforeninger/finn.json"):
        visit.page.get_by_role("combobox").focus()


@pytest.mark.parametrize("path", ["/", "/fagforeninger/"])
def test_the_field_works_by_keys_and_tells_what_it_offers(visit: Visit, path: str) -> None:
    visit.open(path)
    field = visit.page.get_by_role("combobox", name="Navn, nummer eller fylke")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("osl")
    options = visit.page.get_by_role("listbox").get_by_role("option")
    expect(options).to_have_count(2)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(visit.page.get_by_role("status").first).to_have_text("2 fagforeninger. Velg i lista.")
    field.press("ArrowUp")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(options.nth(1).get_attribute("id")))
    field.press("Escape")
    expect(visit.page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("osl")
    field.press("ArrowDown")
    field.press("Enter")
    visit.page.wait_for_url("**/fagforeninger/forse/")


def test_a_union_is_opened_by_a_tap(visit: Visit) -> None:
    visit.open("/")
    visit.page.get_by_role("combobox").fill("aas")
    visit.page.get_by_role("option", name=AS).click()
    visit.page.wait_for_url("**/fagforeninger/as/")


def test_a_union_that_is_not_here_is_told_of(visit: Visit) -> None:
    visit.open("/")
    visit.page.get_by_role("combobox").fill("Bergen")
    expect(visit.page.get_by_text("Ingen fagforening her heter det")).to_be_visible()
    expect(visit.page.get_by_role("listbox")).to_be_hidden()


def test_without_scripts_there_is_no_field_but_the_counties(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    for path in ("/", "/fagforeninger/"):
        page.goto(address + path)
        expect(page.locator(".pv-choose")).to_be_hidden()
    page.get_by_role("link", name=AS).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(AS)
    expect(page.locator(".pv-own")).to_be_hidden()
    page.context.close()

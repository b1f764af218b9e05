"""The page of a plan in use: narrowed by keys and address, shared, printed, remembered, without scripts."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

OSLO = "/fagforeninger/pleie-og-omsorg-oslo/"
CARDS = "[data-omrade]:visible"
KEPT = "[localStorage.getItem('planverk.fagforening'), document.cookie]"


def test_a_phone_shows_first_which_plan_it_is_how_it_stands_and_its_areas(
    browser: Browser, address: str
) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    for union in ("pleie-og-omsorg-oslo", "forse", "as", "lillehammer"):
        page.goto(f"{address}/fagforeninger/{union}/")
        for seen in ("h1", ".pv-phase", ".pv-glance li:last-child", "#innhold", ".pv-areas li:first-child a"):
            box = page.locator(seen).first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 844, (union, seen)
    page.context.close()


def test_a_plan_is_narrowed_and_the_address_keeps_it(visit: Visit) -> None:
    visit.open(OSLO)
    everything = visit.page.locator(CARDS).count()
    visit.page.get_by_role("combobox", name="Ansvar", exact=True).select_option("klubbleder")
    visit.page.get_by_role("combobox", name="Frist", exact=True).select_option(label="Fristen er ute (43)")
    expect(visit.page.locator(".pv-narrow [role=status]")).to_have_text("Viser 7 av 45 mål og tiltak.")
    expect(visit.page.locator(CARDS)).to_have_count(7)
    expect(visit.page.get_by_role("heading", name="3.8 Solidaritet")).to_be_hidden()
    expect(visit.page.locator("article details:visible")).to_have_count(0)
    expect(visit.page).to_have_url(f"{visit.address}{OSLO}?rolle=klubbleder&frist=ute")
    visit.page.reload()
    expect(visit.page.locator(CARDS)).to_have_count(7)
    visit.page.get_by_role("button", name="Vis alle 45").press("Enter")
    expect(visit.page.locator(CARDS)).to_have_count(everything)
    expect(visit.page).to_have_url(visit.address + OSLO)
    expect(visit.page.get_by_role("combobox", name="Område", exact=True)).to_be_focused()


def test_narrowing_to_nothing_says_so_and_hides_all_areas(visit: Visit) -> None:
    visit.open(f"{OSLO}?rolle=klubbleder&omrade=omrade-solidaritet&frist=tull")
    expect(visit.page.locator(CARDS)).to_have_count(0)
    expect(visit.page.get_by_text("Ingen mål eller tiltak passer til alt dette.")).to_be_visible()
    expect(visit.page.get_by_role("combobox", name="Frist", exact=True)).to_have_value("")


def test_a_link_to_a_measure_that_is_not_shown_shows_it(visit: Visit) -> None:
    visit.open(f"{OSLO}?rolle=klubbleder#tiltak-3-1-1")
    expect(visit.page.locator("#tiltak-3-1-1")).to_be_in_viewport()
    expect(visit.page).to_have_url(f"{visit.address}{OSLO}#tiltak-3-1-1")


def test_paper_shows_the_whole_plan_also_when_the_screen_does_not(visit: Visit) -> None:
    visit.open(f"{OSLO}?rolle=klubbleder")
    expect(visit.page.locator(CARDS)).to_have_count(7)
    visit.page.emulate_media(media="print")
    expect(visit.page.locator(CARDS)).to_have_count(45)
    expect(visit.page.get_by_role("heading", name="3.8 Solidaritet")).to_be_visible()
    expect(
        visit.page.locator(".pv-narrow, .pv-bar, .pv-actions, .pv-own").locator("visible=true")
    ).to_have_count(0)


def test_a_mark_in_the_picture_leads_to_its_measure(visit: Visit) -> None:
    visit.open(OSLO)
    picture = visit.page.get_by_role("img", name="Fristene i planen 2023")
    expect(picture.locator("[data-to]")).to_have_count(43)
    visit.page.locator(".pv-time__mark[data-to=tiltak-3-3-1]").click()
    expect(visit.page.locator("#tiltak-3-3-1")).to_be_in_viewport()


def test_a_union_is_remembered_only_when_the_reader_asks(visit: Visit) -> None:
    visit.open("/fagforeninger/as/")
    assert visit.page.evaluate(KEPT) == [None, ""]
    visit.page.get_by_role("button", name="Dette er min fagforening").press("Enter")
    expect(visit.page.get_by_role("button", name="Glem")).to_be_focused()
    assert visit.page.evaluate(KEPT) == ["as", ""]
    visit.open("/fagforeninger/forse/")
    expect(visit.page.get_by_role("button", name="Dette er min fagforening")).to_be_visible()
    visit.open("/")
    visit.page.locator(".pv-own-line").get_by_role("link", name="Fagforbundet Ås").click()
    visit.page.wait_for_url("**/fagforeninger/as/")
    visit.open("/")
    visit.page.get_by_role("button", name="Glem").click()
    expect(visit.page.locator(".pv-own-line")).to_be_hidden()
    assert visit.page.evaluate(KEPT) == [None, ""]


def test_a_browser_that_keeps_nothing_says_so(visit: Visit) -> None:
    visit.page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full'); }")
    visit.open("/fagforeninger/as/")
    visit.page.get_by_role("button", name="Dette er min fagforening").click()
    expect(visit.page.get_by_text("Nettleseren ville ikke huske det.")).to_be_visible()


def test_the_address_is_copied_and_the_page_printed(visit: Visit) -> None:
    visit.page.add_init_script(
        "window.print = () => { document.title = 'printed'; }; delete Navigator.prototype.share"
    )
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.open(OSLO)
    visit.page.get_by_role("button", name="Del").click()
    expect(visit.page.get_by_text("Adressen er kopiert.")).to_be_visible()
    assert visit.page.evaluate("navigator.clipboard.readText()") == visit.address + OSLO
    visit.page.get_by_role("button", name="Skriv ut").click()
    expect(visit.page).to_have_title("printed")


def test_the_areas_are_near_wherever_a_phone_is_in_a_long_plan(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"{address}/fagforeninger/as/#mal-fag-3")
    expect(page.locator(".pv-bar__here")).to_have_text("Fag- og tjenesteutvikling")
    page.locator(".pv-bar").get_by_role("link", name="Områder").click()
    expect(page.locator("#innhold")).to_be_in_viewport()
    page.context.close()


def test_without_scripts_everything_is_there_and_no_dead_control(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}{OSLO}?rolle=klubbleder")
    expect(page.locator(CARDS)).to_have_count(45)
    expect(page.locator("article").locator("button:visible, select:visible")).to_have_count(0)
    expect(page.get_by_role("link", name="Skriv ut")).to_have_attribute("href", "../../hjelp/#skrive-ut")
    expect(page.get_by_role("img", name="Fristene i planen 2023")).to_be_visible()
    page.context.close()

"""What a member does on a phone, and at a desk, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.page_kinds import PAGE_KINDS

pytestmark = pytest.mark.browser


def test_finding_the_union_takes_two_taps(visit: Visit) -> None:
    visit.open("/")
    visit.page.get_by_role("link", name="Akershus").click()
    visit.page.get_by_role("link", name="Fagforbundet Ås").click()
    expect(visit.page).to_have_url(f"{visit.address}/fagforeninger/as/")
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text("Fagforbundet Ås")
    expect(visit.page.locator(".pv-glance")).to_contain_text("75 egne mål")


def test_a_measure_leads_up_to_the_strategy_and_back(visit: Visit) -> None:
    visit.open("/fagforeninger/forse/2024-2025/#tiltak-organisasjon-1")
    card = visit.page.locator(".pv-card", has=visit.page.locator("#tiltak-organisasjon-1"))
    expect(card).to_contain_text("Hele 2025")
    expect(card).to_contain_text("Ikke rapportert")
    card.get_by_role("link", name=re.compile("vervepotensial")).click()
    expect(visit.page).to_have_url(f"{visit.address}/strategi/2024-2025/organisasjon/vervepotensial/")
    visit.page.get_by_role("link", name="Tiltak/aktivitet 1, Organisasjonsbygging og tariffmakt").click()
    expect(visit.page).to_have_url(f"{visit.address}/fagforeninger/forse/2024-2025/#tiltak-organisasjon-1")


def test_a_role_leads_to_its_measures(visit: Visit) -> None:
    visit.open("/roller/pensjonistutvalget/")
    expect(visit.page.locator(".pv-card")).to_contain_text("sommerhalvåret")
    expect(visit.page.locator(".pv-card")).to_contain_text("Styret og pensjonistutvalget")


def test_search_finds_a_goal_and_opens_it(visit: Visit) -> None:
    visit.open("/")
    visit.page.get_by_role("searchbox", name="Søk i alle planene").fill("vikarbyråer Ås")
    visit.page.locator(".pv-find__group", has_text="Fagforbundet Ås").get_by_role("link").first.click()
    expect(visit.page).to_have_url(re.compile(r"/fagforeninger/as/2024-2025/\?vis=.*#mal-heltid-12"))
    expect(visit.page.locator("mark").first).to_contain_text("vikarbyråer")
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text("Fagforbundet Ås")


@pytest.mark.parametrize("path", PAGE_KINDS)
def test_no_kind_of_page_scrolls_sideways(visit: Visit, path: str) -> None:
    visit.open(path)
    assert visit.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

"""A walk by keyboard alone: find my union, what is overdue, who owns it, into the calendar."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

PATIENCE = 40
"""More presses of Tab than these nobody has patience for."""


def tab_to(page: Page, goal: Locator) -> int:
    """Presses Tab until the goal has the focus; how many times."""
    for presses in range(1, PATIENCE):
        page.keyboard.press("Tab")
        if goal.evaluate("(goal) => goal === document.activeElement"):
            return presses
    pytest.fail(f"not reached by {PATIENCE} presses of Tab")


def test_from_the_front_page_to_the_calendar(visit: Visit) -> None:
    page = visit.page
    visit.open("/")
    assert tab_to(page, page.get_by_role("combobox", name="Navn, nummer eller fylke")) < 20
    page.keyboard.type("pleie og omsorg")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Pleie og Omsorg Oslo")

    calendar = page.get_by_role("link", name="Legg i kalenderen")
    tab_to(page, calendar)
    expect(calendar).to_have_attribute("href", "kalender.ics")

    tab_to(page, page.get_by_label("Frist", exact=True))
    page.keyboard.type("Fristen er ute")
    expect(page.get_by_role("main").get_by_role("status").filter(has_text="mål og tiltak")).not_to_be_empty()
    first = page.locator(".pv-card:visible", has=page.get_by_text("Fristen er ute")).first
    owner = first.get_by_role("link").filter(has_text="Fagforeningsleder")
    tab_to(page, owner)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fagforeningsleder")

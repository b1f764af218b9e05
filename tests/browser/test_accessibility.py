"""Everybody can read and use every page: by the rules of axe-core, by keyboard, enlarged, in any colours."""

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import Launch, Visit
from tests.browser.page_kinds import PAGE_KINDS, SEARCHES

pytestmark = pytest.mark.browser

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
PHONE, DESK = 390, 1280
HEADING = re.compile(r"<h([1-6])[\s>]")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTENT = ["article"]
"""What has the same colours at any width, and the same places in any colours: seen twice, not four times."""

RUN = f"""async (without) => (await axe.run(
        {{ include: ["html"], exclude: without }}, {{ runOnly: {RULES}, resultTypes: ["violations"] }}
    )).violations
    .flatMap(({{ id, nodes }}) => nodes.map((node) => `${{id}}: ${{node.target}} ${{node.html}}`))"""
OVERFLOWING = """() => [...document.querySelectorAll("body *")]
    .filter((each) => document.documentElement.scrollWidth > innerWidth && each.checkVisibility()
        && each.getBoundingClientRect().right > innerWidth + 1 && !each.closest(".pv-scroll"))
    .map((each) => `${each.tagName} ${each.className} ${each.textContent.slice(0, 40)}`)"""
FOCUSED = """() => {
    const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
    const name = `${at.tagName} ${at.className} ${at.textContent.trim().slice(0, 30)}`;
    const seen = at.checkVisibility({ opacityProperty: true }) && box.width > 0 && box.bottom > 0;
    return at === document.body ? "" : seen && style.outlineStyle !== "none" ? "seen" : name;
}"""


def open_page(page: Page, path: str) -> None:
    """Opens the page, and waits for the answer where it asks the search something."""
    page.goto(path)
    if "?" in path:
        expect(page.get_by_role("status")).not_to_be_empty()


def faults(page: Page, width: int, scheme: str, without: Sequence[str] = ()) -> list[str]:
    """What axe-core finds on the page at the width, in light or dark, but for what is left out."""
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    found: list[str] = page.evaluate(RUN, list(without))
    return [f"{width} {scheme} {each}" for each in found]


@pytest.fixture(scope="module")
def scripted(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def unscripted(browser: Browser, address: str) -> Iterator[Page]:
    """A page whose own scripts never come; what tests it can still run."""
    context = browser.new_context(base_url=address)
    context.route("**/*.js", lambda route: route.abort())
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGE_KINDS)
def test_axe_finds_nothing(scripted: Page, path: str) -> None:
    open_page(scripted, path)
    scripted.evaluate(AXE)
    found = [
        *faults(scripted, PHONE, "light"),
        *faults(scripted, DESK, "dark"),
        *faults(scripted, PHONE, "dark", CONTENT),
        *faults(scripted, DESK, "light", CONTENT),
    ]
    assert found == []


@pytest.mark.parametrize("path", ["/", "/fylker/oslo/", "/fagforeninger/forse/", "/hjelp/redaktor/", "/sok/"])
def test_axe_finds_nothing_where_no_script_runs(unscripted: Page, path: str) -> None:
    unscripted.goto(path)
    unscripted.evaluate(AXE)
    assert [*faults(unscripted, PHONE, "light"), *faults(unscripted, DESK, "dark")] == []


@pytest.mark.parametrize("path", ["/", "/fagforeninger/forse/", "/hjelp/redaktor/"])
def test_axe_finds_nothing_with_all_unfolded(scripted: Page, path: str) -> None:
    scripted.set_viewport_size({"width": PHONE, "height": 844})
    open_page(scripted, path)
    scripted.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    scripted.evaluate(AXE)
    assert [*faults(scripted, PHONE, "light"), *faults(scripted, DESK, "dark")] == []


def test_headings_come_in_order_below_one_title(site: Path) -> None:
    wrong = []
    for page in sorted(site.rglob("*.html")):
        levels = [int(each) for each in HEADING.findall(page.read_text(encoding="utf-8"))]
        steps = [after - before for before, after in pairwise(levels)]
        if levels[:1] != [1] or levels.count(1) != 1 or max(steps, default=0) > 1:
            wrong.append((page, levels))
    assert wrong == []


@pytest.fixture(scope="module", params=[(320, 16), (390, 32)], ids=["320 px", "200 % text"])
def narrow(launch: Launch, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The narrowest screen, and a phone whose owner reads letters of double size."""
    width, letters = request.param
    browser = launch(f"--blink-settings=defaultFontSize={letters}")
    yield browser.new_page(base_url=address, viewport={"width": width, "height": 700})
    browser.close()


@pytest.mark.parametrize("path", PAGE_KINDS)
def test_nothing_must_be_scrolled_sideways(narrow: Page, path: str) -> None:
    open_page(narrow, path)
    assert narrow.evaluate(OVERFLOWING) == []


def _tabbed_through(page: Page, most: int) -> list[str]:
    """What each press of the tab key leads to, until the page ends: `seen`, or what cannot be seen."""
    steps = []
    for _ in range(most):
        page.keyboard.press("Tab")
        step: str = page.evaluate(FOCUSED)
        if not step:
            break
        steps.append(step)
    return steps


@pytest.mark.parametrize("path", ["/", "/fylker/oslo/", "/dekning/2024-2025/innlandet/", *SEARCHES[:1]])
def test_the_tab_key_leads_through_the_page_and_focus_is_always_seen(visit: Visit, path: str) -> None:
    visit.page.emulate_media(reduced_motion="reduce")
    visit.open(path)
    if "?" in path:
        expect(visit.page.get_by_role("status")).not_to_be_empty()
    steps = _tabbed_through(visit.page, 300)
    assert len(steps) > 10
    assert [each for each in steps if each != "seen"] == []


def test_the_first_key_skips_to_the_content(visit: Visit) -> None:
    for path in ("/fagforeninger/as/", "/404.html"):
        visit.open(path)
        visit.page.keyboard.press("Tab")
        expect(visit.page.locator(":focus")).to_have_text("Gå til innhold")
        visit.page.keyboard.press("Enter")
        expect(visit.page.locator("h1")).to_be_in_viewport()
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("runs", ["with scripts", "without scripts"])
def test_the_menu_of_phones_opens_and_closes_by_keys(browser: Browser, address: str, runs: str) -> None:
    scripts = runs == "with scripts"
    size: ViewportSize = {"width": PHONE, "height": 844}
    context = browser.new_context(base_url=address, viewport=size, java_script_enabled=scripts)
    page = context.new_page()
    page.goto("/om/")
    menu, link = (
        page.locator(".pv-menu > summary"),
        page.locator(".pv-menu").get_by_role("link", name="Strategi"),
    )
    expect(link).not_to_be_visible()
    menu.focus()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    if scripts:
        page.keyboard.press("Escape")
        expect(link).not_to_be_visible()
        expect(menu).to_be_focused()
        page.keyboard.press("Enter")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/strategi/")
    context.close()


def test_light_and_dark_are_chosen_by_keys_and_remembered_only_when_they_differ(visit: Visit) -> None:
    page = visit.page
    page.emulate_media(color_scheme="light")
    visit.open("/om/")
    button = page.get_by_role("button", name="Mørk visning")
    kept = "Object.entries({ ...localStorage })"
    expect(button).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(kept) == []
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    visit.open("/hjelp/")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    assert page.evaluate(kept) == [["planverk-scheme", "dark"]]
    button.click()
    assert page.evaluate(kept) == []


def test_what_an_address_names_is_not_hidden_below_the_header(visit: Visit) -> None:
    visit.open("/fagforeninger/as/2024-2025/#mal-heltid-12")
    target = visit.page.locator("#mal-heltid-12").bounding_box()
    header = visit.page.locator("header").bounding_box()
    assert target is not None
    assert header is not None
    assert target["y"] >= header["y"] + header["height"]


def test_statuses_are_words_in_forced_colours_too(visit: Visit) -> None:
    visit.page.emulate_media(forced_colors="active")
    visit.open("/fagforeninger/lillehammer/")
    status = visit.page.locator(".pv-status").first
    expect(status).to_have_text("Oppnådd")
    sign = status.evaluate("(each) => getComputedStyle(each, '::before').backgroundColor")
    ground = status.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert sign != ground

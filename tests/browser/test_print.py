"""The plan and the report as papers: all of the plan, nothing of the site, black on white, in order."""

import pytest

from generator.load import load
from generator.model import Plan
from tests.browser.conftest import Visit
from tests.project import ROOT

pytestmark = pytest.mark.browser

OF_THE_SITE = (
    ".md-skip, .md-header, .pv-tabs, .pv-beside, .pv-footer, .pv-top, .md-button, .headerlink, "
    ".pv-up, .pv-onward, .pv-onward-links"
)
PAGES = {
    "/fagforeninger/as/2024-2025/": ("as", "2024-2025"),
    "/fagforeninger/lillehammer/": ("lillehammer", "2024-2025"),
    "/fagforeninger/forse/2024-2025/": ("forse", "2024-2025"),
    "/fagforeninger/pleie-og-omsorg-oslo/2023/": ("pleie-og-omsorg-oslo", "2023"),
}
REPORT = "/fagforeninger/lillehammer/2024-2025/rapport-2024/"


def plan(union: str, period: str) -> Plan:
    body = load(ROOT).body
    assert body is not None
    return next(each for each in body.plans if (each.union, each.period.id) == (union, period))


def on_paper(visit: Visit, path: str) -> str:
    """All words that are printed, white space folded."""
    visit.open(path)
    visit.page.emulate_media(media="print", color_scheme="dark")
    return " ".join(visit.page.locator("body").inner_text().split())


def words(of: Plan) -> list[str]:
    """What a plan is made of: each text of its own."""
    found = [*of.introduction, *(part.title for part in (*of.situation, *of.chapters))]
    for part in (*of.situation, *of.chapters):
        found += [*part.paragraphs, *part.points]
    for area in of.areas:
        found += [*area.introduction, *(each.text for each in area.goals_and_measures)]
        found += [each.text for each in area.deviations if each.text]
        found += [each.name for each in area.courses]
        for measure in area.measures:
            found += [each.words for each in measure.responsible]
            found += [measure.deadline.words] if measure.deadline else []
    return [" ".join(text.split()) for text in found]


@pytest.mark.parametrize("path", PAGES)
def test_all_of_the_plan_is_printed_and_nothing_of_the_site(visit: Visit, path: str) -> None:
    printed = on_paper(visit, path)
    assert [text for text in words(plan(*PAGES[path])) if text not in printed] == []
    shown = visit.page.locator(OF_THE_SITE).evaluate_all(
        "all => all.filter(each => each.checkVisibility()).map(each => each.className)"
    )
    assert shown == []


@pytest.mark.parametrize("path", [*PAGES, REPORT])
def test_paper_is_black_on_white_also_in_the_dark(visit: Visit, path: str) -> None:
    on_paper(visit, path)
    colours = visit.page.evaluate(
        """() => [...document.querySelectorAll("body, .md-content *")].filter(each => each.checkVisibility())
        .map(each => getComputedStyle(each)).flatMap(style => [style.color, style.backgroundColor])"""
    )
    dark_ink = {"rgb(0, 0, 0)", "rgb(34, 34, 34)"}
    paper = {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert set(colours) <= dark_ink | paper


def test_the_paper_begins_with_who_when_and_who_adopted_it_and_then_goes_on_in_order(visit: Visit) -> None:
    on_paper(visit, "/fagforeninger/lillehammer/2024-2025/")
    headings = visit.page.locator("h1, .pv-on-paper, h2").evaluate_all(
        """all => all.filter(each => each.checkVisibility())
        .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
        .map(each => each.innerText.trim())"""
    )
    assert headings[0] == "Fagforbundet Lillehammer"
    assert headings[1].split("\n")[0] == "Godkjent av årsmøtet 30. januar 2024"
    kept = ["Innledning", "Nåsituasjon og utfordringer", "Kort fortalt", "Digitalisering", "Om planen"]
    assert [each for each in headings if each in kept] == kept
    assert headings[-1] == "Om planen"


def test_nothing_is_unfolded_on_the_screen(visit: Visit) -> None:
    visit.open("/fagforeninger/as/2024-2025/")
    shown = visit.page.locator("details li, .pv-on-paper").evaluate_all(
        "all => all.filter(each => each.checkVisibility()).length"
    )
    assert shown == 0


def test_a_report_is_a_paper_of_few_pages(visit: Visit) -> None:
    visit.open(REPORT)
    paper = visit.page.pdf(prefer_css_page_size=True)
    assert paper.startswith(b"%PDF-")
    assert 1 <= paper.count(b"/Type /Page\n") <= 3

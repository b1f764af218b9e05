"""`planverk serve` in a browser: what is saved is shown at once; a fault is told, and takes nothing away."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.case_folders import CASES
from tests.project import copy_project
from tests.serving import serving

pytestmark = pytest.mark.browser

PLAN = "plans/fagforeninger/forse/2024-2025.yml"
PAGE = "/fagforeninger/forse/2024-2025/"
GUESTS = CASES / "accepted/unions-of-another-site/kilder"
MEASURE = "Skaffe oversikt over vervepotensialet"
BANNER = ".pv-preview--error"


@dataclass
class Writing:
    """A project that somebody writes in, the page of its plan in a browser, and what the terminal said."""

    root: Path
    page: Page
    address: str
    terminal: Path

    def replace(self, before: str, after: str) -> None:
        """Saves the plan with other words."""
        file = self.root / PLAN
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.fixture
def writing(browser: Browser, tmp_path: Path) -> Iterator[Writing]:
    root, terminal = copy_project(tmp_path / "project"), tmp_path / "terminal.txt"
    with serving(root, terminal) as address:
        page = browser.new_context(locale="nb-NO").new_page()
        page.goto(address + PAGE)
        yield Writing(root, page, address, terminal)
        page.context.close()


def test_what_is_saved_is_shown_by_itself(writing: Writing) -> None:
    writing.replace(MEASURE, "Kartlegge alle som kan verves")
    expect(writing.page.get_by_text("Kartlegge alle som kan verves").first).to_be_visible()
    expect(writing.page.get_by_text(MEASURE)).to_have_count(0)


def test_a_fault_is_told_and_the_page_keeps_what_it_had(writing: Writing) -> None:
    writing.replace("ansvar: [Verveutvalget]", "ansvar: [Vervetoget]")
    banner = writing.page.locator(BANNER)
    expect(banner).to_contain_text("«Vervetoget» er ingen rolle i forbund.yml.")
    expect(banner).to_contain_text(f"{PLAN}:")
    expect(writing.page.get_by_text(MEASURE).first).to_be_visible()
    assert "«Vervetoget» er ingen rolle i forbund.yml." in writing.terminal.read_text(encoding="utf-8")
    other = writing.page.context.new_page()
    other.goto(f"{writing.address}/fagforeninger/lillehammer/")
    expect(other.get_by_text("Vervetoget")).to_have_count(0)

    writing.replace("ansvar: [Vervetoget]", "ansvar: [Verveutvalget]")
    expect(writing.page.get_by_text("Vervetoget")).to_have_count(0)
    expect(writing.page.get_by_text(MEASURE).first).to_be_visible()


def test_a_copy_of_another_site_s_plans_comes_while_it_is_shown(writing: Writing) -> None:
    source = "kilder:\n  - {id: nabo, navn: Naboforbundet, nettsted: 'https://nabo.example/'}\n"
    federation = writing.root / "plans/forbund.yml"
    federation.write_text(federation.read_text(encoding="utf-8") + source, encoding="utf-8")
    writing.page.goto(f"{writing.address}/fylker/innlandet/")
    expect(writing.page.get_by_text("Fagforbundet Lillehammer").first).to_be_visible()
    guest = writing.page.get_by_text("Fagforbundet Vik i nord")
    expect(guest).to_have_count(0)
    shutil.copytree(GUESTS, writing.root / "kilder")
    expect(guest.first).to_be_visible()
    name = writing.root / "kilder/nabo/plans/fagforeninger/vik/fagforening.yml"
    name.write_text(name.read_text(encoding="utf-8").replace("i nord", "i sør"), encoding="utf-8")
    expect(writing.page.get_by_text("Fagforbundet Vik i sør").first).to_be_visible()

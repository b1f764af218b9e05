"""Sveltia CMS in a browser, on a copy of the plans: what is saved differs in what was changed alone."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.cms import CmsSetting, add_page
from tests.browser.conftest import served
from tests.case_folders import CASES
from tests.project import copy_project, planverk
from tests.readings import as_texts

pytestmark = pytest.mark.browser

PLAN = "plans/fagforeninger/forse/2024-2025.yml"
FULL = "plans/fagforeninger/full/2024-2025.yml"
ALL = CASES / "accepted/all-that-a-plan-can-hold"
GITHUB = CmsSetting({"name": "github", "repo": "eksempel/planer", "branch": "main"})

PICK = """window.showDirectoryPicker = async () => {
  return (await navigator.storage.getDirectory()).getDirectoryHandle("planer");
};"""
"""Whoever works on a copy of their own picks its folder, which no test can; this one lies in the browser."""

FILL = """async (files) => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("planer", { create: true });
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    let folder = root;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
READ = """async (path) => {
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("planer");
  const parts = path.split("/");
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  const file = await folder.getFileHandle(parts.at(-1)).catch(() => null);
  return file ? (await file.getFile()).text() : "";
}"""

PATIENCE = 30_000
"""Milliseconds that a busy machine may take."""


@dataclass
class Desk:
    """The page of the CMS, on a copy of the project; what it asked of others, and what came of that."""

    page: Page
    project: Path
    address: str
    elsewhere: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)

    def open(self, plan: str) -> None:
        """Opens the plan in the copy that lies in the browser."""
        self.page.goto(f"{self.address}/admin/config.json")
        plans = sorted((self.project / "plans").rglob("*.yml"))
        files = {
            path.relative_to(self.project).as_posix(): path.read_text(encoding="utf-8") for path in plans
        }
        self.page.evaluate(FILL, files)
        self.page.goto(f"{self.address}/admin/")
        self.page.get_by_role("button", name="lokalt").click()
        expect(self.page.get_by_text("Fagforbundet ForSe").first).to_be_visible(timeout=PATIENCE)
        entry = plan.removeprefix("plans/fagforeninger/").removesuffix(".yml")
        self.page.evaluate(f"location.hash = '/collections/handlingsplaner/entries/{entry}'")
        expect(self.at("kilde").locator("input")).to_have_value(re.compile("."), timeout=PATIENCE)

    def at(self, path: str) -> Locator:
        """The field at the place in the source."""
        return self.page.locator(f'[data-key-path="{path}"]').first

    def unfold(self, path: str, number: int) -> None:
        """Unfolds an entry of the list."""
        self.at(path).locator(".item-list").first.locator("> *").nth(number).locator(
            "[aria-expanded]"
        ).first.click()

    def write(self, path: str, words: str) -> None:
        """Puts the words into the field at the place, as somebody does who types them and goes on."""
        self.at(path).locator("input").fill(words)
        self.at(path).locator("input").blur()
        expect(self.page.get_by_role("button", name="Gem", exact=True)).to_be_enabled(timeout=PATIENCE)

    def save(self, path: str, words: str) -> None:
        """Saves, and takes what was written, with these words in it, into the project, in canonical form."""
        self.page.get_by_role("button", name="Gem", exact=True).click()
        text = ""
        while words not in text:
            self.page.wait_for_timeout(100)
            text = self.page.evaluate(READ, path)
        (self.project / path).write_text(text, encoding="utf-8", newline="\n")
        assert planverk(self.project, "fmt", path).returncode == 0


@pytest.fixture
def desk(browser: Browser, tmp_path: Path) -> Iterator[Desk]:
    project = copy_project(tmp_path / "project")
    full = (project / FULL).parent
    shutil.copytree(ALL / "plans/fagforeninger/vik", full, dirs_exist_ok=True)
    site = tmp_path / "site"
    site.mkdir()
    kept = project / ".planverk/sveltia"
    kept.symlink_to(Path(__file__).parents[2] / ".planverk/sveltia")
    add_page(project, site, GITHUB)
    context = browser.new_context(viewport={"width": 1280, "height": 9000}, locale="nb-NO")
    context.add_init_script(PICK)
    with served(site) as address:
        made = Desk(context.new_page(), project, address)
        note = _noting(made)
        made.page.on("request", lambda sent: note(made.elsewhere, sent.url))
        made.page.on("response", lambda got: note(made.answered, got.url))
        yield made
        context.close()


def _noting(desk: Desk) -> Callable[[list[str], str], None]:
    def note(where: list[str], url: str) -> None:
        if not url.startswith((desk.address, "data:", "blob:")):
            where.append(url)

    return note


def test_a_deadline_is_changed_and_nothing_else(desk: Desk) -> None:
    before = (desk.project / PLAN).read_text(encoding="utf-8")
    desk.open(PLAN)
    desk.unfold("områder", 2)
    desk.unfold("områder.2.tiltak", 0)
    expect(desk.at("områder.2.tiltak.0.frist").locator("input")).to_have_value("Hele 2025")
    desk.write("områder.2.tiltak.0.frist", "3. mai 2025")
    desk.save(PLAN, "frist: 3. mai 2025")
    after = (desk.project / PLAN).read_text(encoding="utf-8")
    changed = [
        (was, now) for was, now in zip(before.splitlines(), after.splitlines(), strict=True) if was != now
    ]
    assert changed == [("        frist: Hele 2025", "        frist: 3. mai 2025")]
    assert desk.answered == [], "nobody is asked before somebody signs in there"
    hosts = {url.split("/")[2] for url in desk.elsewhere}
    assert hosts <= {"cdn.jsdelivr.net", "www.githubstatus.com"}, "what the policy stops"


def test_nothing_that_a_plan_can_hold_is_lost(desk: Desk) -> None:
    assert planverk(desk.project, "fmt", FULL).returncode == 0
    before = as_texts(desk.project / FULL, desk.project)
    assert isinstance(before, dict)
    desk.open(FULL)
    desk.write("kilde", "Handlingsplanen, slik årsmøtet vedtok den")
    desk.save(FULL, "slik årsmøtet vedtok den")
    after = as_texts(desk.project / FULL, desk.project)
    assert after == {**before, "kilde": "Handlingsplanen, slik årsmøtet vedtok den"}

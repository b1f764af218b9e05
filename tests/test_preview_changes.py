"""The preview while somebody writes: what comes, what goes, what breaks, and what is told of it."""

import datetime
import shutil
from html import unescape
from pathlib import Path

import pytest

from generator import pipeline
from generator.preview import Preview, Setting
from tests.project import copy_project
from tests.rendering import less_preview

TODAY = datetime.date(2025, 6, 1)
HUB = "https://github.com/eksempel/planer"
PLAN = "plans/fagforeninger/forse/2024-2025.yml"


@pytest.fixture
def preview(tmp_path: Path) -> tuple[Path, Preview]:
    root = copy_project(tmp_path / "project")
    return root, Preview(Setting(root, TODAY))


def shown(preview: Preview, address: str) -> str:
    """The page, after a look at the files."""
    preview.look()
    return preview.answer(address).content.decode()


def test_a_union_that_comes_and_a_plan_that_goes(preview: tuple[Path, Preview]) -> None:
    root, site = preview
    new = root / "plans/fagforeninger/ny"
    shutil.copytree(root / "plans/fagforeninger/forse", new)
    assert "Til toppen" in shown(site, "fagforeninger/ny/2024-2025/")
    assert '["ny",' in shown(site, "fagforeninger/finn.json")
    (new / "2024-2025.yml").unlink()
    shown(site, "")
    assert site.answer("fagforeninger/ny/2024-2025/").status == 404
    assert site.answer("fagforeninger/ny/").status == 200
    shutil.rmtree(new)
    shown(site, "")
    assert site.answer("fagforeninger/ny/").status == 404


def test_a_page_written_by_hand_changes_and_another_comes(preview: tuple[Path, Preview]) -> None:
    root, site = preview
    shown(site, "om/")
    page = root / "docs/om/index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nSkrevet til. [Mer](mer.md)\n", encoding="utf-8")
    (root / "docs/om/mer.md").write_text("# Enda mer\n", encoding="utf-8")
    assert 'Skrevet til. <a href="mer/">' in shown(site, "om/")
    assert "Enda mer" in shown(site, "om/mer/")


def test_a_template_changes_and_breaks(preview: tuple[Path, Preview]) -> None:
    root, site = preview
    template = root / "templates/plan.md"
    text = template.read_text(encoding="utf-8")
    template.write_text(f"{text}\nNederst på sida.\n", encoding="utf-8")
    assert "Nederst på sida." in shown(site, "fagforeninger/forse/")
    template.write_text(f"{text}\n{{% if %}}\n", encoding="utf-8")
    shown(site, "")
    broken = site.answer("fagforeninger/forse/")
    assert broken.status == 500
    assert b"plan.md:" in broken.content
    template.write_text(text, encoding="utf-8")
    assert "Nederst på sida." not in shown(site, "fagforeninger/forse/")


def test_where_things_are_changed_follows_the_settings(preview: tuple[Path, Preview]) -> None:
    root, site = preview
    pages = ("fagforeninger/forse/", "om/")
    assert not any("pv-suggest" in shown(site, page) for page in pages)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('!ENV [PLANVERK_REPO_URL, ""]', HUB), encoding="utf-8")
    assert f"{HUB}/edit/main/{PLAN}" in unescape(shown(site, pages[0]))
    assert f"{HUB}/edit/main/docs/om/index.md" in unescape(shown(site, pages[1]))
    settings.write_text(text.replace('!ENV [PLANVERK_REPO_URL, ""]', "svn.example.no"), encoding="utf-8")
    shown(site, "")
    broken = site.answer(pages[0])
    assert broken.status == 500
    assert broken.content.decode().startswith(
        "repo_url i mkdocs.yml er ikke adressen til et kodelager: «svn.example.no». Skriv den som i https://"
    )


def test_a_fault_is_told_where_it_is_and_the_page_stays(preview: tuple[Path, Preview]) -> None:
    root, site = preview
    before = less_preview(shown(site, "fagforeninger/forse/2024-2025/rod-trad/"))
    (root / PLAN).write_text("periode: [", encoding="utf-8")
    after = shown(site, "fagforeninger/forse/2024-2025/rod-trad/")
    assert f"{PLAN}:1:" in after
    assert less_preview(after) == before
    assert f"{PLAN}:1:" in shown(site, "")
    assert PLAN not in shown(site, "fagforeninger/lillehammer/")


def test_a_fault_in_the_federation_holds_all(preview: tuple[Path, Preview]) -> None:
    root, site = preview
    federation = root / "plans/forbund.yml"
    before = less_preview(shown(site, "strategi/"))
    federation.write_text("navn: [", encoding="utf-8")
    after = shown(site, "strategi/")
    assert "plans/forbund.yml:1:" in after
    assert less_preview(after) == before


def test_a_fault_at_the_start_shows_what_the_last_build_wrote(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    pipeline.generate(root, TODAY, lambda _: None)
    (root / PLAN).write_text("periode: [", encoding="utf-8")
    site = Preview(Setting(root, TODAY))
    assert "Til toppen" in shown(site, "fagforeninger/forse/2024-2025/rod-trad/")
    (root / "docs/.planverk.json").unlink()
    assert site.answer("fagforeninger/forse/2024-2025/rod-trad/").status == 404


def test_what_is_new_is_told_once(preview: tuple[Path, Preview]) -> None:
    root, site = preview
    assert site.look() is None
    text = (root / PLAN).read_text(encoding="utf-8")
    (root / PLAN).write_text(text.replace("[Verveutvalget]", "[Vervutvalget]"), encoding="utf-8")
    news = site.look()
    assert news is not None
    assert news.files == (PLAN,)
    assert "unknown-role" in {each.rule.name for each in news.found}
    assert {each.position.file for each in news.found} == {PLAN}
    assert site.look() is None

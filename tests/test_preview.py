"""The preview: what it shows is what a build makes, and what it says is what a check finds."""

import datetime
import json
import random
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest

from bench.corpus import make
from generator import pipeline
from generator.addresses import Translation
from generator.diagnostics import Diagnostic
from generator.media import Media
from generator.mkdocs_build import build_pages
from generator.preview import Preview, Setting
from generator.preview.moment import Moment
from generator.preview.sources import Stock
from tests.case_folders import assemble, every_case
from tests.project import copy_project
from tests.rendering import Element, parsed
from tests.repository import repository

TODAY = datetime.date(2025, 6, 1)
FIRST = Translation("nb")
UNIONS = 4
PLAN = "plans/fagforeninger/forse/2024-2025.yml"


def texts(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{each.position} {each.rule.name} {each.message} {each.hint}" for each in found]


def less_preview(html: str) -> list[Element | str]:
    """What a page holds, less what the preview adds: a style sheet, a script, what is wrong."""
    parts: list[Element | str] = []
    left_out = ""
    for part in parsed(html):
        if left_out:
            left_out = "" if part[0] == left_out else left_out
            continue
        values = [value or "" for value in part[1].values()] if isinstance(part, tuple) else []
        if any("pv-preview" in value for value in values):
            left_out = "/aside"
        elif any("/-/preview/" in value for value in values):
            left_out = "/script" if part[0] == "script" else ""
        else:
            parts.append(part)
    return parts


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own project with a history, built in all languages, less PDFs and pictures; `docs/` is clean."""
    root = copy_project(tmp_path_factory.mktemp("preview") / "project", translated=True)
    made = repository(root)
    made.commit("2025-01-01")
    plan = root / PLAN
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("frist: sommerhalvåret", "frist: uke 34"), encoding="utf-8")
    made.commit("2025-03-01")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "make", lambda *_: Media())
        outcome = pipeline.generate(root, TODAY, lambda _: None, whole=True)
    build_pages(root, root / "built", outcome.translations)
    for translation in outcome.translations:
        docs = root / translation.docs
        for name in json.loads((docs / ".planverk.json").read_text(encoding="utf-8")):
            (docs / name).unlink()
        (docs / ".planverk.json").unlink()
    return root


def test_every_page_is_as_the_build_makes_it(site: Path) -> None:
    preview = Preview(Setting(site, TODAY))
    built = {path.relative_to(site / "built").as_posix(): path for path in (site / "built").rglob("*.html")}
    assert len(built) > 300
    different = []
    for name, path in sorted(built.items()):
        answer = preview.answer(quote(name.removesuffix("index.html")))
        assert answer.status == (404 if name == "404.html" else 200)
        if less_preview(answer.content.decode()) != parsed(path.read_text(encoding="utf-8")):
            different.append(name)
    assert different == []


def test_every_other_file_is_as_the_build_leaves_it(site: Path) -> None:
    preview = Preview(Setting(site, TODAY))
    files = [path for path in (site / "built").rglob("*") if path.is_file() and path.suffix != ".html"]
    names = {path.relative_to(site / "built").as_posix(): path.read_bytes() for path in files}
    different = {name for name, content in names.items() if preview.answer(name).content != content}
    assert any(name.endswith(".ics") for name in names)
    assert {name for name in different if "sitemap" not in name} == set()


def test_nothing_is_written(site: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*") if ".git" not in path.parts}
    Preview(Setting(site, TODAY)).answer("fagforeninger/forse/")
    after = {path: path.stat().st_mtime_ns for path in site.rglob("*") if ".git" not in path.parts}
    assert after == before


def test_no_address_leads_out_of_the_project(site: Path) -> None:
    preview = Preview(Setting(site, TODAY))
    (site / "docs/assets/ut.css").symlink_to(site / "mkdocs.yml")
    beside = ("../mkdocs.yml", "assets/../../mkdocs.yml", "assets/..%2f..%2fmkdocs.yml", "..\\mkdocs.yml")
    for address in (*beside, "/etc/passwd", "assets/ut.css", "adr/", "\0", ".planverk.json"):
        assert preview.answer(address).status == 404, address
    (site / "docs/assets/ut.css").unlink()


def test_each_union_by_itself_has_the_faults_that_a_check_of_all_finds(tmp_path: Path) -> None:
    different = []
    for number, case in enumerate(every_case()):
        root = assemble(tmp_path / str(number), case)
        if texts(Stock(root).look()[0].found) != texts(pipeline.examine(root)[1]):
            different.append(case.name)
    assert different == []


def test_after_any_edits_all_is_as_after_a_fresh_start(tmp_path: Path) -> None:
    make(tmp_path, UNIONS)
    chance = random.Random(7)  # noqa: S311 - the same edits each time
    stock = Stock(tmp_path)
    stock.look()
    for _ in range(12):
        edit(tmp_path, chance)
        sources = stock.look()[0]
        fresh = Stock(tmp_path).look()[0]
        assert texts(sources.found) == texts(pipeline.examine(tmp_path)[1])
        assert sources.body == fresh.body
        same_pages(tmp_path, Moment(Setting(tmp_path, TODAY), sources))


def same_pages(root: Path, moment: Moment) -> None:
    """Asserts that the moment has the pages that a build would make, but for those that are held."""
    outcome = pipeline.generate(root, TODAY, lambda _: None)
    assert (outcome.published is not None) == moment.is_shown
    if not moment.is_shown:
        return
    for name in json.loads((root / "docs/.planverk.json").read_text(encoding="utf-8")):
        if not any(f"{name}/".startswith(held) or name == held for held in moment.held):
            text = moment.page(FIRST, name)
            assert text is not None, name
            assert text.encode() == (root / "docs" / name).read_bytes(), name


def edit(root: Path, chance: random.Random) -> None:
    """Changes something in the plans, as editors do: words, faults, files that come and go."""
    plans = sorted((root / "plans/fagforeninger").glob("*/20*.yml"))
    plan = chance.choice(plans)
    text = plan.read_text(encoding="utf-8")
    match chance.randrange(8):
        case 0:
            plan.write_text(text.replace("frist: ", "frist: uke 34 # ", 3), encoding="utf-8")
        case 1:
            plan.write_text(text.replace("følger:\n", "følger:\n  - finnes/ikke\n", 1), encoding="utf-8")
        case 2:
            plan.write_text(f"{text}\nukjent: [", encoding="utf-8")
        case 3 if len(plans) > UNIONS:
            plan.rename(plan.with_suffix(".bort"))
        case 4:
            folder = plan.parent.with_name(f"ny-{chance.randrange(1000)}")
            folder.mkdir(exist_ok=True)
            (folder / "fagforening.yml").write_text("navn: Ny\nnr: 9\nfylke: agder\n", encoding="utf-8")
            (folder / plan.name).write_text(text, encoding="utf-8")
        case 5:
            edition = root / "plans/strategi/2024-2025.yml"
            words = edition.read_text(encoding="utf-8")
            edition.write_text(words.replace("tekst: ", "tekst: Alle ", 1), encoding="utf-8")
        case 6:
            federation = root / "plans/forbund.yml"
            words = federation.read_text(encoding="utf-8")
            broken = words.removesuffix("[") if words.endswith("[") else f"{words}["
            federation.write_text(broken, encoding="utf-8")
        case _:
            for each in (root / "plans/fagforeninger").glob("*/*.yml"):
                whole = each.read_text(encoding="utf-8").removesuffix("\nukjent: [")
                each.write_text(whole.replace("\n  - finnes/ikke", ""), encoding="utf-8")


def test_commits_are_noticed(tmp_path: Path) -> None:
    made = repository(tmp_path)
    make(tmp_path, 2)
    made.commit("2025-01-01")
    stock = Stock(tmp_path)
    assert not stock.look()[0].archive.is_outdated
    plan = next((tmp_path / "plans/fagforeninger").glob("*/2024-2025.yml"))
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("frist: ", "frist: uke 34 # ", 1), encoding="utf-8"
    )
    folder = plan.parent.name
    address = f"fagforeninger/{folder}/endringer.md"
    before = Moment(Setting(tmp_path, TODAY), stock.look()[0]).page(FIRST, address)
    made.commit("2025-02-01")
    after = Moment(Setting(tmp_path, TODAY), stock.look()[0]).page(FIRST, address)
    assert before
    assert after
    assert "2025-02-01" not in before
    assert "2025-02-01" in after


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

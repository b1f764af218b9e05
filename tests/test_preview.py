"""The preview: what it shows is what a build makes, and what it says is what a check finds."""

import datetime
import json
import random
from pathlib import Path
from urllib.parse import quote

import pytest

from bench.corpus import make
from generator import examination, pipeline
from generator.addresses import Translation
from generator.diagnostics import Diagnostic
from generator.media import Media
from generator.mkdocs_build import build_pages
from generator.preview import Preview, Setting
from generator.preview.moment import Moment
from generator.preview.sources import Stock
from tests.case_folders import assemble, every_case
from tests.project import copy_project
from tests.rendering import less_preview, parsed
from tests.repository import repository

TODAY = datetime.date(2025, 6, 1)
FIRST = Translation("nb")
UNIONS = 4
PLAN = "plans/fagforeninger/forse/2024-2025.yml"


def texts(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{each.position} {each.rule.name} {each.message} {each.hint}" for each in found]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own project with a history, built in all languages, less PDFs and pictures; `docs/` is clean."""
    root = copy_project(tmp_path_factory.mktemp("preview") / "project", translated=True)
    with (root / "plans/fagforeninger/forse/fagforening.yml").open("a", encoding="utf-8") as union:
        union.write(
            "tidligere: [for-se]\nnedlagt:\n  - {adresse: fagforeninger/forse/2023/, grunn: Borte.}\n"
        )
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace('!ENV [PLANVERK_REPO_URL, ""]', "https://github.com/eksempel/planer")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
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
        if texts(Stock(root).look()[0].found) != texts(examination.examine(root)[1]):
            different.append(case.name)
    assert different == []


def test_after_any_edits_all_is_as_after_a_fresh_start(tmp_path: Path) -> None:
    make(tmp_path, UNIONS)
    chance = random.Random(7)  # noqa: S311 - the same edits each time
    stock = Stock(tmp_path)
    stock.look()
    for _ in range(8):
        edit(tmp_path, chance)
        sources = stock.look()[0]
        fresh = Stock(tmp_path).look()[0]
        assert texts(sources.found) == texts(examination.examine(tmp_path)[1])
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
            content = text.encode() if text is not None else moment.whole_data(name)
            assert content == (root / "docs" / name).read_bytes(), name


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

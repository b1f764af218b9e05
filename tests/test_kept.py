"""What is kept is recalled whole or not at all, and a build that recalls makes the same site as any other."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from bench.corpus import make
from generator.addresses import Address
from generator.diagnostics import Message, errors
from generator.kept import Kept, fingerprint
from generator.language import Language
from generator.media import PlanPapers, Store
from generator.pipeline import generate, look
from generator.press import Page, Press
from tests.case_folders import assemble
from tests.project import copy_project, files, planverk
from tests.test_golden import TODAY, pages

UNION = "plans/fagforeninger/vik"
PLAN = f"{UNION}/2024-2025.yml"
PAGES = ".planverk/kept"


@pytest.fixture
def keep(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept", "common")


def test_what_is_kept_is_recalled_by_all_that_it_is_made_of(keep: Kept, tmp_path: Path) -> None:
    keep.keep_texts(keep.name("a", "b"), ["æ\n", ""])
    assert keep.recall_texts(keep.name("a", "b")) == ["æ\n", ""]
    assert keep.recall_texts(keep.name("ab")) is None
    assert Kept(tmp_path / "kept", "other").recall_texts(keep.name("a", "b")) == ["æ\n", ""]
    assert Kept(tmp_path / "kept", "other").name("a", "b") != keep.name("a", "b")
    assert fingerprint("a", "b") != fingerprint("ab", "") != fingerprint("", "ab")


@pytest.mark.parametrize("harm", ["torn", "empty", "poisoned", "taken from another"])
def test_what_is_not_whole_is_not_there(keep: Kept, tmp_path: Path, harm: str) -> None:
    name, other = keep.name("a"), keep.name("b")
    keep.keep_texts(name, ["mine"] * 100)
    keep.keep_texts(other, ["another"])
    file = tmp_path / "kept" / name
    content = file.read_bytes()
    harmed = {
        "torn": content[:-1],
        "empty": b"",
        "poisoned": content[:-1] + bytes([content[-1] ^ 1]),
        "taken from another": (tmp_path / "kept" / other).read_bytes(),
    }
    file.write_bytes(harmed[harm])
    assert keep.recall_texts(name) is None
    assert keep.recall_texts(other) == ["another"]


def test_what_nobody_wants_goes(keep: Kept) -> None:
    for each in ("a", "b"):
        keep.keep_texts(keep.name(each), [each])
    keep.clear({keep.name("a")})
    assert [keep.recall_texts(keep.name(each)) for each in ("a", "b")] == [["a"], None]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = copy_project(tmp_path / "project")
    shutil.rmtree(project / "plans")
    return assemble(project)


def test_a_build_that_recalls_makes_the_same_site(project: Path, tmp_path: Path) -> None:
    """Also when a plan has changed, when only what CI keeps is there, and when that is harmed."""
    assert planverk(project, "build").returncode == 0
    plan = (project / PLAN).read_text(encoding="utf-8")
    plan = plan.replace("Kreve hele stillinger", "Kreve faste stillinger")
    (project / PLAN).write_text(plan, encoding="utf-8")
    cold = tmp_path / "cold"
    shutil.copytree(project, cold, ignore=shutil.ignore_patterns(".planverk", "site"))
    assert planverk(cold, "build").returncode == 0
    assert b"Kreve faste stillinger" in files(cold / "site")["fagforeninger/vik/index.html"]
    assert planverk(project, "build").returncode == 0
    assert files(project / "site") == files(cold / "site")
    kept = [file for file in (project / PAGES).rglob("*") if file.is_file()]
    assert len(kept) > 20
    for number, file in enumerate(kept):
        content = file.read_bytes()
        file.write_bytes([content, content[: len(content) // 2], b"", b"x" + content[1:]][number % 4])
    shutil.rmtree(project / "site")
    for file in (project / "docs/fagforeninger").rglob("*.md"):
        file.unlink()
    assert planverk(project, "build").returncode == 0
    assert files(project / "site") == files(cold / "site")


def test_nothing_is_made_again_that_is_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    generate(project, TODAY, lambda _: None)
    made: list[str] = []
    page = Press.page

    def noted(press: Press, template: str, view: object, here: Address, **pieces: Markup) -> Page:
        made.append(template)
        return page(press, template, view, here, **pieces)

    monkeypatch.setattr(Press, "page", noted)
    generate(project, TODAY, lambda _: None)
    assert not {"plan", "red_thread", "annual_report", "union_calendar", "union_roles"} & set(made)
    for template in ("plan.md", "macros.md"):
        changed = project / "templates" / template
        changed.write_text(changed.read_text(encoding="utf-8") + "{# changed #}\n", encoding="utf-8")
        made.clear()
        generate(project, TODAY, lambda _: None)
        assert "plan" in made


def copied(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("vikk"))


def renamed(folder: Path) -> None:
    folder.rename(folder.with_name("vikk"))


@pytest.mark.parametrize("changed", [copied, renamed])
def test_a_union_in_another_folder_is_another_union(
    project: Path, tmp_path: Path, changed: Callable[[Path], None]
) -> None:
    """Also where not a byte of its files changed."""
    cold = shutil.copytree(project, tmp_path / "cold")
    generate(project, TODAY, lambda _: None)
    for each in (project, cold):
        changed(each / UNION)
        generate(each, TODAY, lambda _: None)
    assert pages(project / "docs") == pages(cold / "docs")
    assert (project / "docs/fagforeninger/vikk").exists()


def test_what_is_edited_during_a_build_is_not_taken_for_what_was_read(project: Path) -> None:
    plan = project / PLAN
    text = plan.read_text(encoding="utf-8")
    edited = text.replace("Kreve hele stillinger", "Kreve faste stillinger")

    def edit(step: Message) -> None:
        if step.text.startswith("Making the pages"):
            plan.write_text(edited, encoding="utf-8")

    generate(project, TODAY, edit)
    generate(project, TODAY, lambda _: None)
    assert "Kreve faste stillinger" in (project / "docs/fagforeninger/vik/index.md").read_text(
        encoding="utf-8"
    )


def test_nothing_is_kept_of_templates_that_are_edited_during_a_build(project: Path) -> None:
    template = project / "templates/plan.md"

    def edit(step: Message) -> None:
        if step.text.startswith("Making the pages"):
            template.write_text(template.read_text(encoding="utf-8") + "{# changed #}\n", encoding="utf-8")

    generate(project, TODAY, lambda _: None)
    assert list((project / PAGES / "nb/unions").glob("*"))
    generate(project, TODAY, edit)
    assert not list((project / PAGES / "nb/unions").glob("*"))


@pytest.mark.parametrize("make_odd", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("nothing")])
def test_an_odd_file_among_the_shared_is_told_and_stops_no_hash(
    project: Path, make_odd: Callable[[Path], None]
) -> None:
    federation = project / "plans/forbund.yml"
    federation.unlink()
    make_odd(federation)
    outcome = generate(project, TODAY, lambda _: None)
    assert [each.position.file for each in errors(outcome.diagnostics)][:1] == ["plans/forbund.yml"]
    assert outcome.published is None


def papers(root: Path) -> dict[str, list[str]]:
    """The hashes of each union's papers."""
    scene = look(root, TODAY).scene
    assert scene
    of = PlanPapers(scene, Press(root / "templates", Language("nb")), "", Store(root / ".planverk/media"))
    return {union.id: of.hashes(union) for union in scene.body.unions}


def test_the_pages_and_papers_of_a_union_are_made_of_no_other_union(tmp_path: Path) -> None:
    """What a union's pages are kept by names no other union, so none may show on them."""
    together = tmp_path / "together"
    make(together, 6)
    generate(together, TODAY, lambda _: None)
    whole, all_papers = pages(together / "docs"), papers(together)
    for folder in sorted((together / "plans/fagforeninger").iterdir())[::2]:
        alone = tmp_path / folder.name
        shutil.copytree(together, alone, ignore=shutil.ignore_patterns("docs", ".planverk"))
        for other in (alone / "plans/fagforeninger").iterdir():
            if other.name != folder.name:
                shutil.rmtree(other)
        (alone / "docs").mkdir()
        generate(alone, TODAY, lambda _: None)
        of_union = re.compile(f"fagforeninger/{folder.name}/")
        ours = {path: text for path, text in whole.items() if of_union.match(path)}
        assert len(ours) > 5
        assert {path: text for path, text in pages(alone / "docs").items() if of_union.match(path)} == ours
        assert papers(alone) == {folder.name: all_papers[folder.name]}

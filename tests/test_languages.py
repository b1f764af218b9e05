"""One site in several languages: the same pages in each, which lead to each other; and one more language."""

import datetime
import re
import shutil
from functools import cache
from pathlib import Path

import pytest
import yaml

from generator import language
from generator.addresses import translations
from generator.engine import build_site
from generator.language import Language
from generator.pipeline import Outcome, generate
from generator.translated_site import configuration, words_of
from tests import test_links
from tests.case_folders import assemble
from tests.project import ROOT, copy_project, hand_written
from tests.rendering import parsed

TODAY = datetime.date(2025, 6, 1)
SITE = "https://planer.example.org/planverk/"
PLAN = "plans/fagforeninger/vik/2024-2025.yml"
LANGUAGES = ("nb", "nn", "en")
FOLDERS = {"docs": "nb", "docs-nn": "nn", "docs-en": "en"}


def small_project(to: Path, *languages: str) -> Path:
    """The project with the plans of the tests, in the languages."""
    copy_project(to)
    shutil.rmtree(to / "plans")
    assemble(to)
    speak(to, *languages)
    return to


def speak(project: Path, *languages: str) -> None:
    file = project / "plans/forbund.yml"
    federation = yaml.safe_load(file.read_text(encoding="utf-8"))
    text = yaml.safe_dump({**federation, "språk": list(languages)}, allow_unicode=True)
    file.write_text(text, encoding="utf-8")


def made(project: Path, site: str = "") -> Outcome:
    return generate(project, TODAY, lambda _: None, site, whole=True)


def page(project: Path, path: str) -> str:
    return (project / path).read_text(encoding="utf-8")


def addresses(folder: Path) -> set[str]:
    """The pages of a language; `nn/` and `en/` belong to others."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    return {path for path in found if not path.startswith(("nn/", "en/"))} - {"404.html"}


@cache
def elements(file: Path) -> list[tuple[str, dict[str, str | None]]]:
    parts = parsed(file.read_text(encoding="utf-8"))
    return [part for part in parts if not isinstance(part, str)]


@pytest.mark.parametrize("further", LANGUAGES[1:])
def test_every_page_is_there_in_every_language(site: Path, further: str) -> None:
    assert addresses(site / further) == addresses(site)


@pytest.mark.parametrize("path", ["", "nn/", "en/"])
def test_every_page_says_its_language_and_leads_to_itself_in_the_others(site: Path, path: str) -> None:
    own = dict(zip(("", "nn/", "en/"), LANGUAGES, strict=True))
    for address in sorted(addresses(site / path)):
        file = site / path / address
        found = elements(file)
        assert next(attributes["lang"] for name, attributes in found if name == "html") == own[path]
        for element in ("a", "link"):
            leads = {
                attributes["hreflang"]: (file.parent / (attributes["href"] or "")).resolve() / "index.html"
                for name, attributes in found
                if name == element and "hreflang" in attributes
            }
            assert leads == {code: (site / begins / address).resolve() for begins, code in own.items()}


def test_alternates_are_whole_where_the_address_of_the_site_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANVERK_SITE_URL", SITE)
    project = small_project(tmp_path / "project", "nb", "en")
    outcome = made(project, SITE)
    build_site(project, None, outcome.translations)
    found = elements(project / "site/en/fagforeninger/vik/index.html")
    links = {
        (name, attributes["hreflang"], attributes["href"])
        for name, attributes in found
        if "hreflang" in attributes
    }
    assert links == {
        ("link", "nb", f"{SITE}fagforeninger/vik/"),
        ("link", "en", f"{SITE}en/fagforeninger/vik/"),
        ("a", "nb", "../../../fagforeninger/vik/"),
        ("a", "en", "../../../en/fagforeninger/vik/"),
    }
    canonical = [attributes["href"] for _, attributes in found if attributes.get("rel") == "canonical"]
    assert canonical == [f"{SITE}en/fagforeninger/vik/"]
    for path in ("", "en/"):
        told = re.findall("<loc>(.*?)</loc>", page(project, f"site/{path}sitemap.xml"))
        pages = (each.removesuffix("index.html") for each in addresses(project / "site" / path))
        assert sorted(told) == sorted(f"{SITE}{path}{each}" for each in pages)
    assert f"{SITE}en/fagforeninger/vik/2024-2025/" in page(project, "docs-en/fagforeninger/vik/2024-2025.md")


def test_a_federation_of_one_language_has_no_other(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", "nb")
    outcome = made(project)
    build_site(project, None, outcome.translations)
    assert sorted(path.name for path in project.glob("docs-*/*")) == ["hjelp", "hjelp", "om", "om"]
    assert not (project / "site/en").exists()
    assert "hreflang" not in page(project, "site/index.html")


def test_the_preview_makes_the_first_language_alone(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", *LANGUAGES)
    outcome = generate(project, TODAY, lambda _: None)
    assert outcome.translations == translations(["nb"])
    assert not (project / "docs-en/index.md").exists()


def test_a_language_that_is_given_up_leaves_only_what_is_written_by_hand(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", *LANGUAGES)
    made(project)
    assert (project / "docs-nn/index.md").is_file()
    speak(project, "nb", "en")
    made(project)
    assert sorted(path.name for path in (project / "docs-nn").iterdir()) == ["hjelp", "om"]
    assert (project / "docs-en/index.md").is_file()


def test_pages_of_a_faulty_plan_are_held_in_every_language(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", *LANGUAGES)
    made(project)
    names = [f"{folder}/fagforeninger/vik/2024-2025.md" for folder in FOLDERS]
    before = [page(project, name) for name in names]
    text = page(project, PLAN)
    broken = text.replace("hele stillinger", "faste stillinger").replace("[Leder]", "[Ledr]")
    (project / PLAN).write_text(broken, encoding="utf-8")
    assert not made(project).sound
    assert [page(project, name) for name in names] == before


def test_plan_texts_say_their_language_where_it_is_another(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", *LANGUAGES)
    with (project / "plans/fagforeninger/vik/fagforening.yml").open("a", encoding="utf-8") as union:
        union.write("språk: nn\n")
    made(project)
    text = "Kreve hele stillinger i drøftinger."
    of_plan = f'<span lang="nn">{text}</span>'
    shown = {folder: page(project, f"{folder}/fagforeninger/vik/2024-2025.md") for folder in FOLDERS}
    assert {folder: of_plan in found for folder, found in shown.items()} == {
        "docs": True,
        "docs-nn": False,
        "docs-en": True,
    }
    marked = {
        folder: re.findall(r'<span lang="(\w+)">', page(project, f"{folder}/strategi/2024-2025/index.md"))
        for folder in FOLDERS
    }
    assert {folder: set(found) for folder, found in marked.items()} == {
        "docs": set(),
        "docs-nn": {"nb"},
        "docs-en": {"nb"},
    }


def test_titles_and_attributes_hold_no_mark_of_language(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", "nb", "en")
    made(project)
    pages = sorted((project / "docs-en").rglob("*.md"))
    texts = [path.read_text(encoding="utf-8") for path in pages]
    assert [
        path for path, text in zip(pages, texts, strict=True) if "<span" in text.split("---\n", 2)[1]
    ] == []
    assert [found for text in texts for found in re.findall(r'="[^"<>]*<span lang', text)] == []


def entries(nav: object) -> list[tuple[str, str]]:
    """The titles and pages of a navigation; a section has no page."""
    found: list[tuple[str, str]] = []
    for each in nav if isinstance(nav, list) else []:
        for title, leads in each.items():
            found += [(title, leads)] if isinstance(leads, str) else [(title, ""), *entries(leads)]
    return found


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_every_word_of_the_configuration_is_translated(code: str) -> None:
    first, further = translations(("nb", code))
    base, config = (configuration(ROOT, ROOT / "site", each, ()) for each in (first, further))
    said = [base.site_name, base.site_description, base.copyright, base.mdx_configs["toc"]["permalink_title"]]
    said += [*base.extra["words"].values(), *(title for title, _ in entries(base.nav))]
    words = words_of(ROOT, code)
    assert set(said) == set(words)
    assert entries(config.nav) == [(words[title], leads) for title, leads in entries(base.nav)]
    assert (config.site_name, config.theme["language"]) == (words[base.site_name], code)


SAMI = ROOT / "tests/languages"


@pytest.fixture
def sami(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that has been given Northern Sámi, as CONTRIBUTING tells it, and been built."""
    catalogues = tmp_path / "locale"
    shutil.copytree(ROOT / "generator/locale", catalogues)
    (catalogues / "se/LC_MESSAGES").mkdir(parents=True)
    shutil.copy(SAMI / "se.po", catalogues / "se/LC_MESSAGES/planverk.po")
    monkeypatch.setattr(language, "_CATALOGUES", catalogues)
    project = small_project(tmp_path / "project", "nb", "se")
    shutil.copy(SAMI / "mkdocs.se.yml", project)
    outcome = made(project)
    build_site(project, None, outcome.translations)
    return project / "site"


def test_northern_sami_can_be_added(sami: Path) -> None:
    assert addresses(sami / "se") == addresses(sami) - {each for each in addresses(sami) if each[:3] == "se/"}
    shown = page(sami, "se/fagforeninger/vik/index.html")
    found = elements(sami / "se/fagforeninger/vik/index.html")
    assert next(attributes["lang"] for name, attributes in found if name == "html") == "se"
    assert "Davvisámegiella" in shown
    assert "Áigemearri" in shown
    assert "Ikke rapportert" in shown  # in the first language, for want of words
    assert "Not reported" not in shown
    assert '<span lang="nb">Kreve hele stillinger i drøftinger.</span>' in shown
    assert "2024 ođđajagemánnu 30" in shown
    assert "Kaleandar" in page(sami, "se/index.html")


def test_what_is_written_by_hand_is_borrowed_from_the_first_language(sami: Path) -> None:
    help_page = page(sami, "se/hjelp/index.html")
    assert '<html lang="se"' in help_page
    assert '<div lang="nb">' in help_page
    assert "Hva statusordene betyr" in help_page
    pages = sorted((sami / "se").rglob("*.html"))
    faults = [test_links._fault(sami, path, link) for path in pages for link in test_links._read(path).links]  # noqa: SLF001
    assert [fault for fault in faults if fault] == []


def test_english_needs_no_catalogue_and_falls_back_to_none() -> None:
    assert Language("nn", "nb").translations.gettext("Not reported") == "Ikkje meldt"
    assert Language("en", "nb").translations.gettext("Not reported") == "Not reported"
    assert Language("nb", "nb").translations.gettext("No catalogue says this") == "No catalogue says this"


@pytest.mark.parametrize("docs", ["docs-nn", "docs-en"])
def test_pages_written_by_hand_are_all_there_with_their_anchors(docs: str) -> None:
    anchors = re.compile(r"\{ #([a-z-]+) \}")
    ours = [path for path in hand_written() if path.suffix == ".md" and path.parts[0] != "adr"]
    first = {path.as_posix(): anchors.findall(page(ROOT, f"docs/{path}")) for path in ours}
    pages = [path for path in hand_written(docs) if path.suffix == ".md"]
    there = {path.as_posix(): anchors.findall(page(ROOT, f"{docs}/{path}")) for path in pages}
    assert there == first

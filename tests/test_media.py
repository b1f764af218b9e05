"""The plans as PDF, and the pictures of links: what is in them, when they are made, and when they cannot be.

These tests need Pango, as `make pango` installs it; where it is missing they fail.
"""

import datetime
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFont
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from generator import addresses, pipeline
from generator.language import Language
from generator.media import cards, plan_papers, typesetting
from generator.pipeline import Outcome, generate
from generator.press import Press
from generator.views.paper import paper_view
from tests.case_folders import assemble
from tests.project import COMMAND, ENVIRONMENT, MEDIA, ROOT, copy_project
from tests.test_golden import GOLDEN
from tests.test_hostile import HOSTILE, poisoned

TODAY = datetime.date(2025, 6, 1)
SITE = "https://planer.example/alle/"
PLAN = "fagforeninger/nes/2024-2025/nes-2024-2025.pdf"
CARD = "fagforeninger/nes/2024-2025/kort.png"


def project(root: Path) -> Path:
    for name in ("plans", "templates"):
        shutil.copytree((GOLDEN if name == "plans" else ROOT) / name, root / name)
    return root


def build(root: Path, site: str = SITE, *, whole: bool = True) -> Outcome:
    return generate(root, TODAY, lambda _: None, site, whole=whole)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages, PDFs and pictures of the golden plans."""
    root = project(tmp_path_factory.mktemp("media"))
    assert build(root).left_out == ()
    return root


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "copy")


def made(root: Path) -> dict[str, bytes]:
    docs = root / "docs"
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in sorted(docs.rglob("*"))
        if path.suffix in {".pdf", ".png"}
    }


def text_of(pdf: Path | BytesIO) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def structure(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every element of the tree that those who listen follow."""
    waiting = [reader.root_object["/StructTreeRoot"]]
    while waiting:
        each = waiting.pop().get_object()
        if isinstance(each, DictionaryObject):
            if "/S" in each:
                yield each
            kids = each.get("/K")
            waiting += [] if kids is None else kids if isinstance(kids, list) else [kids]


def part(of: DictionaryObject, *names: str) -> object:
    """What lies at the end of the path of names."""
    found: object = of
    for name in names:
        assert isinstance(found, DictionaryObject)
        found = found[name].get_object()
    return found


def annotations(reader: PdfReader) -> list[DictionaryObject]:
    return [each.get_object() for page in reader.pages for each in page.get("/Annots", [])]


def test_every_plan_has_a_paper_and_a_picture_and_the_site_a_picture(built: Path) -> None:
    plans = (("nes", "2023"), ("nes", "2024-2025"), ("ulvik", "2026-2027"))
    papers = {f"fagforeninger/{union}/{period}/{union}-{period}.pdf" for union, period in plans}
    pictures = {f"fagforeninger/{union}/{period}/kort.png" for union, period in plans}
    assert set(made(built)) == papers | pictures | {addresses.SITE_CARD}


def test_the_paper_says_what_it_is_and_is_tagged_in_its_language(built: Path) -> None:
    reader = PdfReader(built / "docs" / PLAN)
    assert {name: str(value) for name, value in (reader.metadata or {}).items()} == {
        "/Title": "Handlingsplan 2024–2025 – Fagforbundet Nes",
        "/Author": "Fagforbundet Nes",
        "/Subject": "Handlingsplan 2024–2025 – Fagforbundet Nes. Søndre.",
        "/Keywords": "Prøveforbundet, Fagforbundet Nes, 2024–2025",
        "/Creator": "Planverk",
        "/Producer": f"WeasyPrint {version('weasyprint')}",
    }
    root = reader.root_object
    assert part(root, "/Lang") == "nb"
    assert bool(part(root, "/MarkInfo", "/Marked"))
    assert bool(part(root, "/ViewerPreferences", "/DisplayDocTitle"))
    metadata = part(root, "/Metadata")
    assert isinstance(metadata, StreamObject)
    assert b'pdfuaid:part="1"' in metadata.get_data()
    kinds = {str(each["/S"]) for each in structure(reader)}
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/THead", "/TH", "/TD", "/Link"} <= kinds
    cells = [each for each in structure(reader) if part(each, "/S") == "/TD"]
    assert [cell for cell in cells if not part(cell, "/A", "/Headers")] == []


def test_the_bookmarks_are_the_parts_of_the_plan(built: Path) -> None:
    reader = PdfReader(built / "docs" / PLAN)
    titles = [each.title for each in reader.outline if not isinstance(each, list)]
    assert titles == [
        "Innhold",
        "Kort fortalt",
        "Innledning",
        "Nåsituasjon og utfordringer",
        "1 Heltid og likelønn",
        "Digitalisering",
        "Sosiale *aktiviteter* <i>her</i>",
        "2 Etikk",
        "Hvem gjør hva",
        "Om planen",
    ]


def test_every_measure_stands_in_the_paper_with_who_and_when(built: Path) -> None:
    scene = pipeline.look(built, TODAY).scene
    assert scene is not None
    for plan in scene.body.plans:
        told = text_of(built / "docs" / addresses.plan_paper(plan).page)
        measures = [measure for area in plan.areas for measure in area.measures]
        wanted = {
            words
            for each in measures
            for words in (
                each.text,
                each.number or "",
                each.deadline.words if each.deadline else "",
                *(responsible.words for responsible in each.responsible),
            )
        }
        assert {words for words in wanted if " ".join(words.split()) not in told} == set()


def test_links_lead_into_the_paper_or_to_the_site(built: Path) -> None:
    reader = PdfReader(built / "docs" / PLAN)
    links = annotations(reader)
    inside = {str(each["/Dest"]) for each in links if "/Dest" in each}
    outside = {str(part(each, "/A", "/URI")) for each in links if "/A" in each}
    assert inside <= set(reader.named_destinations)
    assert any("tiltak-" in each for each in inside)
    assert f"{SITE}fagforeninger/nes/2024-2025/" in outside
    assert {each for each in outside if not each.startswith(SITE)} == set()


def test_without_an_address_of_the_site_no_link_leads_out(tmp_path: Path) -> None:
    root = project(tmp_path)
    build(root, "")
    assert [each for each in annotations(PdfReader(root / "docs" / PLAN)) if "/A" in each] == []
    assert "\ncard: " not in (root / "docs/fagforeninger/nes/2024-2025.md").read_text(encoding="utf-8")


def test_pages_link_to_the_paper_and_name_the_picture(built: Path) -> None:
    for page, link in (("2024-2025.md", "2024-2025/"), ("index.md", "2024-2025/")):
        text = (built / "docs/fagforeninger/nes" / page).read_text(encoding="utf-8")
        assert f"[Planen som PDF]({link}nes-2024-2025.pdf)" in text
        assert f'\ncard: "{SITE}{CARD}"\n' in text
    assert f'\ncard: "{SITE}{addresses.SITE_CARD}"\n' in (built / "docs/index.md").read_text(encoding="utf-8")


def test_two_builds_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    root = project(tmp_path)
    build(root)
    assert made(root) == made(built)


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many papers each build makes."""
    counts: list[int] = []

    def counting(papers: dict[Path, Callable[[], str]], css: str) -> object:
        counts.append(len(papers))
        return typesetting.typeset(papers, css)

    monkeypatch.setattr(plan_papers, "typeset", counting)
    return counts


def change(root: Path, old: str, new: str) -> None:
    path = root / "plans/fagforeninger/nes/2024-2025.yml"
    source = path.read_text(encoding="utf-8")
    assert old in source
    path.write_text(source.replace(old, new), encoding="utf-8")


def test_only_what_changed_is_made_and_what_is_stale_goes(copy: Path, rendered: list[int]) -> None:
    before = made(copy)
    build(copy)
    assert (rendered, made(copy)) == ([], before)
    change(copy, "\nkilde: ", "\nkilde: Ny ")
    build(copy)
    assert rendered == [1]
    assert {path for path, content in made(copy).items() if content != before[path]} == {PLAN}
    kept = {path.name for path in (copy / ".planverk/media").iterdir()}
    assert len(kept) == len(made(copy))


def test_a_day_on_which_nothing_happens_makes_no_paper_anew(copy: Path, rendered: list[int]) -> None:
    generate(copy, TODAY + datetime.timedelta(days=1), lambda _: None, SITE, whole=True)
    assert rendered == []


def test_a_faulty_plan_keeps_its_paper_and_its_picture(copy: Path) -> None:
    before = made(copy)
    change(copy, "\nområder:", "\nområdr:")
    assert not build(copy).sound
    assert {path: content for path, content in made(copy).items() if path in (PLAN, CARD)} == {
        PLAN: before[PLAN],
        CARD: before[CARD],
    }


def test_a_preview_has_no_papers_and_no_links_to_them(copy: Path) -> None:
    build(copy, whole=False)
    assert made(copy) == {}
    assert "pdf" not in (copy / "docs/fagforeninger/nes/index.md").read_text(encoding="utf-8")


def stand_in(folder: Path, *lines: str) -> dict[str, str]:
    """An environment in which another module passes for WeasyPrint."""
    folder.mkdir()
    (folder / "weasyprint.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return {**ENVIRONMENT, "PYTHONPATH": str(folder)}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["raise OSError('cannot load library libpango-1.0-0')"], "Pango mangler. På Debian og Ubuntu"),
        (["raise RuntimeError('i stykker')"], "WeasyPrint stoppet: RuntimeError: i stykker"),
    ],
)
def test_where_papers_cannot_be_made_the_build_says_so_and_goes_on(
    tmp_path: Path, lines: list[str], told: str
) -> None:
    root = copy_project(tmp_path / "project")
    shutil.rmtree(root / "plans")
    shutil.rmtree(root / MEDIA)
    assemble(root)
    environment = stand_in(tmp_path / "instead", *lines)
    done = subprocess.run(  # noqa: S603 - our own command
        [COMMAND, "build"], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f"\nPDF-er som er utelatt, og lenkene til dem: 1.\n{told}" in done.stderr
    assert list(root.glob("site/**/*.pdf")) == []
    assert "PDF" not in (root / "site/fagforeninger/vik/index.html").read_text(encoding="utf-8")
    assert (root / "site/fagforeninger/vik/2024-2025/kort.png").is_file()


def test_hostile_words_are_words(tmp_path: Path) -> None:
    root = project(tmp_path)
    path = root / "plans/fagforeninger/nes/2024-2025.yml"
    words = "<img src='file:///etc/passwd'><script>alert(1)</script><style>@import url(file:///x)</style>"
    path.write_text(poisoned(path.read_text(encoding="utf-8"), words), encoding="utf-8")
    assert build(root).left_out == ()
    reader = PdfReader(root / "docs" / PLAN)
    assert words.replace(" ", "") in text_of(root / "docs" / PLAN).replace(" ", "")
    assert [page.images for page in reader.pages if len(page.images)] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_make_an_element(words: str, tmp_path: Path) -> None:
    scene = pipeline.look(project(tmp_path), TODAY, SITE).scene
    assert scene is not None
    press = Press(ROOT / "templates", Language("nb"))
    union = scene.body.unions[0]
    tame = press.html("plan_paper", paper_view(scene, union, union.plans[-1]))
    for source in (tmp_path / "plans").rglob("*.yml"):
        source.write_text(poisoned(source.read_text(encoding="utf-8"), words), encoding="utf-8")
    other = pipeline.look(tmp_path, TODAY, SITE).scene
    assert other is not None
    union = other.body.unions[0]
    hostile = press.html("plan_paper", paper_view(other, union, union.plans[-1]))
    assert hostile.count("<") == tame.count("<")
    assert hostile.count('"') == tame.count('"')


def test_the_program_fetches_nothing(tmp_path: Path) -> None:
    Image.new("RGB", (9, 9), "red").save(tmp_path / "red.png")
    (tmp_path / "far.css").write_text("p { content: 'HENTET' }", encoding="utf-8")
    file = tmp_path.as_uri()
    html = (
        f'<html lang="nb"><title>x</title><link rel="stylesheet" href="{file}/far.css">'
        f'<link rel="attachment" href="{file}/far.css"><p>tekst</p><img alt="a" src="{file}/red.png">'
        f'<img alt="b" src="data:image/svg+xml,%3Csvg/%3E"><object data="{file}/red.png"></object>'
    )
    css = f"@import '{file}/far.css'; p {{ background: url('{file}/red.png') }}"
    pdf = tmp_path / "x.pdf"
    assert typesetting.typeset({pdf: lambda: html}, css) is None
    reader = PdfReader(pdf)
    assert "tekst" in text_of(pdf)
    assert "HENTET" not in text_of(pdf)
    assert [len(page.images) for page in reader.pages] == [0]
    assert reader.attachments == {}


def test_the_program_says_by_its_end_that_pango_is_missing(tmp_path: Path) -> None:
    environment = stand_in(tmp_path / "instead", "raise OSError")
    jobs = tmp_path / "jobs.json"
    jobs.write_text(json.dumps({"css": "", "papers": []}), encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-P", str(typesetting.PROGRAM), str(jobs)], env=environment, check=False
    )
    assert done.returncode == typesetting.NO_PANGO


def test_the_pictures_are_small_and_of_the_size_that_others_ask_for(built: Path) -> None:
    for path, content in made(built).items():
        if path.endswith(".png"):
            with Image.open(BytesIO(content)) as picture:
                assert (picture.size, picture.mode) == (cards.SIZE, "P")
            assert len(content) < 30_000


@pytest.mark.parametrize("weight", ["Regular", "Semibold"])
def test_the_letters_hold_norwegian_and_sami(weight: str) -> None:
    font = ImageFont.truetype(typesetting.FONTS / f"SourceSansPro-{weight}.ttf", 40)
    missing = bytes(font.getmask("\uffff"))
    assert [each for each in "æøåÆØÅášŋžđčŧÁŠŊŽĐČŦ–«»…" if bytes(font.getmask(each)) == missing] == []

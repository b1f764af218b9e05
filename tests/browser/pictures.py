"""The pictures in the guide and in README, taken of the site itself: `make pictures`.

Each picture carries what its part of the page says and how it looks, for any reader: not the pixels, which
differ with the fonts of a machine.  A test compares that with the site as it is now.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from math import ceil, floor
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Browser, Page

from tests.browser.conftest import chromium
from tests.project import ROOT, copy_project
from tests.serving import PATIENCE, serving

DOCS = {"nb": ("docs", ""), "nn": ("docs-nn", "/nn"), "en": ("docs-en", "/en")}
"""The folder of each language's pages, and where they are on the site."""

FACTS = "planverk-facts"
"""The name under which a picture carries what it shows."""

COLOURS = 64
SETTLED = 300
"""Milliseconds without a change, after which a page is as its scripts leave it."""

MARGIN = 12
"""Pixels of the page around what is shown."""

SLIP = (
    "plans/fagforeninger/pleie-og-omsorg-oslo/2023.yml",
    "ansvar: [Fagforeningsleder]",
    "ansvar: [Fagforeningslder]",
)
"""A slip of the pen: the file, what stood there, and what stands there now."""

REPORT = (
    "plans/fagforeninger/forse/2024-2025.yml",
    "        frist: 1. mai 2025\n",
    "        frist: 1. mai 2025\n        status: [{dato: 2025-05-01, status: gjennomført}]\n",
)
SITES = {"before": SLIP, "after": REPORT}
"""What is changed in the sources of the previews that pictures are taken of."""

WITH_LINKS = {"PLANVERK_REPO_URL": "https://github.com/eksempel/planer"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page: all that the selectors find first, as wide as the page.

    `name` is the file; `site` says which of the previews, whose banner is there only where it is asked for.
    """

    name: str
    path: str
    shows: tuple[str, ...]
    width: int = 390
    scale: int = 2
    site: str = "before"
    language: str = "nb"
    folder: str = "hjelp/bilder"

    @property
    def file(self) -> Path:
        return ROOT / DOCS[self.language][0] / self.folder / self.name

    @property
    def address(self) -> str:
        return DOCS[self.language][1] + self.path

    def __str__(self) -> str:
        return self.file.relative_to(ROOT).as_posix()


MEASURE = ".pv-card:has([id=tiltak-sosialt-1])"
PREVIEW = ".pv-preview"

ABOVE_THE_PLAN = ("h1", ".pv-lead", ".pv-who", ".pv-actions", ".pv-glance", ".pv-areas")

OF_THE_GUIDE = (
    Picture("siden.png", "/fagforeninger/forse/", (".md-content .pv-up", ".pv-actions")),
    Picture("tiltak.png", "/fagforeninger/forse/", (MEASURE,)),
    Picture("meldt.png", "/fagforeninger/forse/", (MEASURE,), site="after"),
    Picture("feil.png", "/fagforeninger/pleie-og-omsorg-oslo/2023/", ("header", PREVIEW), width=800, scale=1),
)
OF_README = Picture(
    "planverk-side.png",
    "/fagforeninger/lillehammer/",
    ("header", ".pv-tabs", ".pv-beside--toc", ".md-content .pv-up", *ABOVE_THE_PLAN),
    width=1280,
    scale=1,
    folder="assets",
)
PICTURES = (
    OF_README,
    *(replace(picture, language=language) for language in DOCS for picture in OF_THE_GUIDE),
)

_LOOKS = """shows => shows.flatMap(selector => {
  const root = document.querySelector(selector)
  return [root, ...root.querySelectorAll("*")].flatMap(element => {
    const own = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE)
    const text = own.map(node => node.data).join(" ").replace(/\\s+/g, " ").trim()
    const box = element.getBoundingClientRect()
    const seen = element.checkVisibility({visibilityProperty: true, opacityProperty: true})
    if (!text || !seen || box.width < 2 || box.height < 2) return []
    const {color, backgroundColor, fontWeight, display} = getComputedStyle(element)
    return [[element.localName, text, color, backgroundColor, fontWeight, display].join(" | ")]
  })
})"""
_EDGES = """shows => {
  const boxes = shows.map(selector => document.querySelector(selector).getBoundingClientRect())
  return [Math.min(...boxes.map(box => box.top)), Math.max(...boxes.map(box => box.bottom))]
}"""


@contextmanager
def shown(browser: Browser, address: str, picture: Picture) -> Iterator[Page]:
    """The page that the picture is of, as a new reader has it in daylight."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": 844},
        device_scale_factor=picture.scale,
        color_scheme="light",
        reduced_motion="reduce",
        locale="nb-NO",
    )
    page = context.new_page()
    page.goto(address + picture.address)
    made_by_script = ".pv-actions button"
    page.wait_for_selector(PREVIEW if PREVIEW in picture.shows else made_by_script, timeout=PATIENCE * 1000)
    if PREVIEW not in picture.shows:
        page.evaluate("selector => document.querySelector(selector)?.remove()", PREVIEW)
    yield page
    context.close()


def looks(page: Page, picture: Picture) -> list[str]:
    """What the part of the page says, element by element, and how that looks, when its scripts are done."""
    found: list[str] = []
    before = None
    while found != before:
        before = found
        page.wait_for_timeout(SETTLED)
        found = page.evaluate(_LOOKS, list(picture.shows))
    return [f"{picture.address} at {picture.width}", *found]


def kept_looks(picture: Picture) -> list[str]:
    """What the page said when the picture was taken."""
    with Image.open(picture.file) as image:
        found: list[str] = json.loads(image.text[FACTS])  # type: ignore[attr-defined]
    return found


def take(page: Page, picture: Picture) -> None:
    """Takes the picture anew, unless it shows what it should."""
    seen = looks(page, picture)
    if picture.file.is_file() and kept_looks(picture) == seen:
        return
    top, bottom = page.evaluate(_EDGES, list(picture.shows))
    above = max(0, floor(top - MARGIN))
    clip = {"x": 0, "y": above, "width": picture.width, "height": ceil(bottom + MARGIN) - above}
    with Image.open(BytesIO(page.screenshot(clip=clip, full_page=True))) as image:  # type: ignore[arg-type]
        facts = PngInfo()
        facts.add_text(FACTS, json.dumps(seen), zip=True)
        picture.file.parent.mkdir(parents=True, exist_ok=True)
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
            picture.file, optimize=True, pnginfo=facts
        )


@contextmanager
def previews(folder: Path) -> Iterator[dict[str, str]]:
    """Where the previews are that pictures are taken of."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(_preview(folder / name, *change)) for name, change in SITES.items()}


@contextmanager
def _preview(folder: Path, path: str, old: str, new: str) -> Iterator[str]:
    project = copy_project(folder, translated=True)
    source = (project / path).read_text(encoding="utf-8")
    assert old in source, path
    (project / path).write_text(source.replace(old, new, 1), encoding="utf-8")
    with serving(project, project / "log", **WITH_LINKS) as address:
        yield address


def main() -> None:
    """Takes all pictures that show something else than the site does."""
    with TemporaryDirectory() as folder, previews(Path(folder)) as addresses, chromium() as start:
        browser = start()
        for picture in PICTURES:
            with shown(browser, addresses[picture.site], picture) as page:
                take(page, picture)


if __name__ == "__main__":
    main()

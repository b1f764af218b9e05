"""Every link on the finished site leads to a file and an anchor of it, also those in plain HTML."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit


class _Reader(HTMLParser):
    """The ids of a page, and what it links to and asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in ("href", "src") and value is not None and tag != "base":
                self.links.add(value)


@cache
def _read(page: Path) -> _Reader:
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader


def _fault(site: Path, page: Path, link: str) -> str | None:
    """What is wrong with the link; None where it leads somewhere, or out of the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return None
    path, anchor = urldefrag(link)
    path = path.split("?")[0]
    target = (page.parent / unquote(path)).resolve() if path else page
    if target.is_dir():
        target /= "index.html"
    if not target.is_file() or not target.is_relative_to(site):
        return f"{page.relative_to(site)}: {link} leads nowhere"
    if anchor and target.suffix == ".html" and unquote(anchor) not in _read(target).ids:
        return f"{page.relative_to(site)}: {link} has no such anchor"
    return None


def test_every_link_leads_somewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 200
    faults = [_fault(site, page, link) for page in pages for link in sorted(_read(page).links)]
    assert [fault for fault in faults if fault] == []


def test_a_dead_link_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        '<p id="a"><a href="borte/">x</a> <a href="#b">x</a> <a href="#a">x</a>', encoding="utf-8"
    )
    assert [_fault(tmp_path, page, link) for link in ("borte/", "#b", "#a")] == [
        "index.html: borte/ leads nowhere",
        "index.html: #b has no such anchor",
        None,
    ]

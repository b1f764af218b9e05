"""Floor 12: the pages that are written by hand, as records of the search."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2.filters import do_striptags
from markdown import Markdown

from generator.addresses import Address
from generator.views.search import Entry, Kind, Record

_FOLDERS = "hjelp", "om"
_HEADING = re.compile(r'<h[1-6] id="([^"]*)">(.*?)</h[1-6]>', re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def guides(docs: Path) -> tuple[Record, ...]:
    """A record for each page of the folders for help, an entry in it for each heading."""
    files = (file for folder in _FOLDERS for file in sorted((docs / folder).rglob("*.md")))
    return tuple(record for file in files for record in _records(file, file.relative_to(docs).as_posix()))


def _records(file: Path, page: str) -> Iterable[Record]:
    entries = tuple(_entries(file.read_text(encoding="utf-8"), page))
    if entries and isinstance(entries[0].label, str):
        yield Record(to=Address(page), of=entries[0].label, title=entries[0].label, entries=entries)


def _entries(text: str, page: str) -> Iterator[Entry]:
    """The page's parts; the first heading stands for the page."""
    html = Markdown(extensions=["toc", "attr_list", "tables"]).convert(_FRONT_MATTER.sub("", text))
    _, *pieces = _HEADING.split(html)
    for place in range(0, len(pieces), 3):
        anchor, heading, rest = pieces[place : place + 3]
        yield Entry(
            to=Address(page, anchor if place else ""),
            kind=Kind.HELP,
            label=do_striptags(heading),
            text=do_striptags(rest),
        )

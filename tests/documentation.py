"""What the hand-written pages show: their examples and commands, with the remarks that stand before them.

A remark is a comment right above a block.  Readers do not see it; who changes the page does:

- `<!-- before: COMMAND -->` is run first; `<!-- ends: 1 -->` says how the commands end.
- `<!-- said by: COMMAND -->` says the text; `<!-- file: PATH -->` is where the text is kept.
- `<!-- listing -->`: its lines are paths; `<!-- part of: PATH -->`: it stands there.
- `<!-- settings: COMMAND -->`: it goes into `mkdocs.yml`, and the command then ends well.
- `<!-- not run: REASON -->`: it can only be read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.project import ROOT

SHOWING = (
    "README.md",
    "CONTRIBUTING.md",
    *sorted(
        path.relative_to(ROOT).as_posix()
        for docs in ("docs", "docs-nn", "docs-en")
        for part in ("hjelp", "om")
        for path in (ROOT / docs / part).glob("*.md")
    ),
)
"""The pages written by hand that show examples and commands, or may."""

TRANSLATED = tuple(page for page in SHOWING if page.startswith(("docs-nn/", "docs-en/")))

_FENCE = re.compile(
    r"(?P<remarks>(?:^<!--[^\n]*-->\n)*)^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_REMARK = re.compile(r"<!-- ([a-z ]+?)(?:: (.*?))? -->")
_INLINE = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block, the line that it begins in, and its remarks in order: what they are, and on what."""

    page: str
    line: int
    language: str
    text: str
    remarks: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"

    def remark(self, name: str) -> str | None:
        """What the remark of the name says; None where there is none."""
        return next((said for each, said in self.remarks if each == name), None)


def read(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(page: str) -> Iterator[Block]:
    """The fenced blocks of the page, in order."""
    text = read(page)
    for found in _FENCE.finditer(text):
        yield Block(
            page,
            1 + text.count("\n", 0, found.start("language")),
            found["language"],
            found["text"],
            tuple(_REMARK.findall(found["remarks"])),
        )


def fences(page: str) -> int:
    """How many fences open a block, however they stand."""
    return len(re.findall(r"^[ >]*(?:```|~~~)", read(page), re.MULTILINE)) // 2


def inline(page: str) -> list[str]:
    """What stands as code within the page's sentences and tables."""
    return _INLINE.findall(_FENCE.sub("", read(page)))


def translated_from(page: str) -> str:
    """The page in Bokmål that this one says in another language."""
    return "/".join(("docs", *Path(page).parts[1:]))

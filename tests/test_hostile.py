"""Plan text stays text on every page: hostile words in every field, all pages rendered."""

import datetime
import shutil
from pathlib import Path

import pytest

from generator.pipeline import generate
from tests.project import ROOT
from tests.rendering import rendered
from tests.test_golden import GOLDEN, pages

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    "[klikk](javascript:alert(1))",
    "![bilde](https://example.org/spor.png)",
    "{{ 7 * 7 }} {% raw %} {# borte #}",
    "x { #overtatt .klasse onclick=alert(1) }",
    "</div><div class='pv-card' markdown>",
    "| a | b |",
    "# Overskrift",
    "> - 1. liste",
    '!!! danger "Tittel"',
    '??? note "Tittel"',
    "```\\nkode",
    "--- title: annet",
    "<!-- kommentar",
    "[TOC]",
    "[^1]: fotnote",
    "javascript:alert(1)",
    "\\*stjerne\\*",
]

FIELDS = ("navn: ", "tittel: ", "tekst: ", "grunn: ", "begrunnelse: ", "merknad: ", "kilde: ", "organ: ")


def poisoned(text: str, words: str) -> str:
    """The YAML with the words, and the line's number, in every field of plain text."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        quoted = "'" + words.replace("'", "''") + f" {number}'"
        if "{" not in line:
            head, field, _ = next((line.partition(each) for each in FIELDS if each in line), (line, "", ""))
            lines.append(f"{head}{field}{quoted}" if field else line)
        else:
            lines.append(_in_short_map(line, quoted))
    return "\n".join(lines) + "\n"


def _in_short_map(line: str, quoted: str) -> str:
    head, brace, rest = line.partition("{")
    parts = []
    for part in rest.rstrip("}").split(", "):
        key, colon, value = part.partition(": ")
        parts.append(f"{key}{colon}{quoted if f'{key}: ' in FIELDS else value}")
    return f"{head}{brace}{', '.join(parts)}}}"


@pytest.fixture(scope="module")
def tame(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    return elements(tmp_path_factory.mktemp("tame"), "tamt")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_change_no_element(words: str, tame: dict[str, list[object]], tmp_path: Path) -> None:
    assert elements(tmp_path, words) == tame


def elements(root: Path, words: str) -> dict[str, list[object]]:
    """For each page, its elements with their attributes, the texts left out."""
    return {path: _elements(text) for path, text in poisoned_pages(root, words).items()}


def poisoned_pages(root: Path, words: str) -> dict[str, str]:
    """The golden project's pages, the words in every field."""
    shutil.copytree(ROOT / "templates", root / "templates")
    for source in (GOLDEN / "plans").rglob("*.yml"):
        target = root / "plans" / source.relative_to(GOLDEN / "plans")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(poisoned(source.read_text(encoding="utf-8"), words), encoding="utf-8")
    outcome = generate(root, datetime.date(2025, 6, 1), lambda _: None)
    assert outcome.sound
    return pages(root / "docs")


def _elements(page: str) -> list[object]:
    _, _, body = page.split("---\n", 2)
    found = [part for part in rendered(body) if isinstance(part, tuple)]
    headings = {"h1", "h2", "h3", "h4", "h5"}
    return [
        (name, {} if name in headings or "headerlink" in str(attributes) else _without_label(attributes))
        for name, attributes in found
    ]


def _without_label(attributes: dict[str, str | None]) -> dict[str, str | None]:
    """The attributes; that there is a label counts, its words are a text like others."""
    return {name: None if name == "aria-label" else value for name, value in attributes.items()}

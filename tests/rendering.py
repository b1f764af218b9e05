"""Markdown as the site renders it, taken apart into elements and text."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import markdown
from mkdocs.config import load_config

ROOT = Path(__file__).parent.parent

Element = tuple[str, dict[str, str | None]]
"""The name of an element that begins, with its attributes; `/name` where it ends."""


@cache
def converter() -> markdown.Markdown:
    """Python-Markdown as `mkdocs.yml` has it."""
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def rendered(source: str) -> list[Element | str]:
    """Elements and texts in order, white space folded."""
    return parsed(converter().reset().convert(source))


def parsed(html: str) -> list[Element | str]:
    """Elements and texts of HTML in order, white space folded."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.parts


def less_preview(html: str) -> list[Element | str]:
    """A page of the preview less what the preview adds: a style sheet, a script, what is wrong."""
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


class _Reader(HTMLParser):
    """Collects what it reads; adjoining texts are one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Element | str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.parts.append((f"/{tag}", {}))

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text:
            self.parts.append(text)

    def handle_comment(self, data: str) -> None:
        self.parts.append(("!--", {"text": data}))

    def handle_decl(self, decl: str) -> None:
        self.parts.append(("!", {"text": decl}))

    def handle_pi(self, data: str) -> None:
        self.parts.append(("?", {"text": data}))

    def unknown_decl(self, data: str) -> None:
        self.parts.append(("![", {"text": data}))

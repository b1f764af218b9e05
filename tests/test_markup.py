"""Plan text stays text: wherever a template prints it, the page shows just that and nothing else."""

import html

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator import markup
from generator.page_html import converted
from tests.rendering import Element, parsed, rendered
from tests.test_page_html import SETTINGS

PERMALINK: list[Element | str] = [
    ("a", {"class": "headerlink", "href": "#x", "title": "Fast lenke hit"}),
    ("/a", {}),
]


def _around(text: str, *tags: str | Element) -> list[Element | str]:
    """The text in the elements, the outermost first."""
    opened = [(tag, {}) if isinstance(tag, str) else tag for tag in tags]
    return [*opened, text, *((f"/{name}", {}) for name, _ in reversed(opened))]


CARD: Element = ("div", {"class": "pv-card"})
NOTE: Element = ("details", {"class": "note"})

PLACES: dict[str, tuple[str, list[Element | str]]] = {
    "paragraph": ("{}", _around("TEXT", "p")),
    "paragraph after another": (
        "a\n\n{}\n\nb",
        [*_around("a", "p"), *_around("TEXT", "p"), *_around("b", "p")],
    ),
    "list item": ("- {}", _around("TEXT", "ul", "li")),
    "list item after a label": (
        "- **a:** {}\n",
        [("ul", {}), ("li", {}), *_around("a:", "strong"), "TEXT", ("/li", {}), ("/ul", {})],
    ),
    "heading": ("## {} {{ #x }}", [("h2", {"id": "x"}), "TEXT", *PERMALINK, ("/h2", {})]),
    "heading after a number": (
        "### 1.1 {} {{ #x }}",
        [("h3", {"id": "x"}), "1.1 TEXT", *PERMALINK, ("/h3", {})],
    ),
    "table cell": (
        "| a | b |\n| --- | --- |\n| {} | {} |",
        [
            *[
                ("table", {}),
                ("thead", {}),
                ("tr", {}),
                *_around("a", "th"),
                *_around("b", "th"),
                ("/tr", {}),
            ],
            *[("/thead", {}), ("tbody", {}), ("tr", {}), *_around("TEXT", "td"), *_around("TEXT", "td")],
            *[("/tr", {}), ("/tbody", {}), ("/table", {})],
        ],
    ),
    "link": ("[{}](a.md#b)", _around("TEXT", "p", ("a", {"href": "a.md#b"}))),
    "link in bold": ("**[{}](a.md)**", _around("TEXT", "p", "strong", ("a", {"href": "a.md"}))),
    "bold": ("**{}**", _around("TEXT", "p", "strong")),
    "brackets after a link": (
        "[a](b.md) <small>({})</small>",
        [("p", {}), *_around("a", ("a", {"href": "b.md"})), *_around("(TEXT)", "small"), ("/p", {})],
    ),
    "attribute": ('<span class="{}">a</span>', _around("a", "p", ("span", {"class": "TEXT"}))),
    "attribute of a block": ('<p class="{}">a</p>', _around("a", ("p", {"class": "TEXT"}))),
    "raw block": ("<p>{}</p>", _around("TEXT", "p")),
    "Markdown in a block": ('<div class="pv-card" markdown>\n\n{}\n\n</div>', _around("TEXT", CARD, "p")),
    "list in a block": (
        '<div class="pv-card" markdown>\n\n- {}\n\n</div>',
        _around("TEXT", CARD, "ul", "li"),
    ),
    "folded note": (
        '<details class="note" markdown>\n<summary>a</summary>\n\n{}\n\n</details>',
        [NOTE, *_around("a", "summary"), *_around("TEXT", "p"), ("/details", {})],
    ),
    "heading of a folded note": (
        '<details class="note" markdown>\n<summary>{}</summary>\n\na\n\n</details>',
        [NOTE, *_around("TEXT", "summary"), *_around("a", "p"), ("/details", {})],
    ),
    "list in a folded note": (
        '<details class="note" markdown>\n<summary>a</summary>\n\n- {}\n\n</details>',
        [NOTE, *_around("a", "summary"), *_around("TEXT", "ul", "li"), ("/details", {})],
    ),
}

NASTY = [
    "<script>alert(1)</script>",
    "</title><script>",
    "&lt;/title&gt;",
    "&amp;",
    "&#60;b&#62;",
    "&amp;amp; & &;",
    "<!-- x",
    "-->",
    "<![CDATA[x]]>",
    "<?php x ?>",
    "</div>",
    "<https://a.example>",
    "{: #x }",
    "{ .x onclick=alert(1) }",
    "a {: .x }",
    "[x](javascript:alert(1))",
    "![x](https://a.example/x.png)",
    "[x]: https://a.example",
    "[x][y]",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# x #}",
    "1. x",
    "1) x",
    "12. mai",
    "- x",
    "+ x",
    "* x",
    "-",
    "--- x",
    "---",
    "===",
    "# x",
    "x #",
    "####### x",
    "| a |",
    "a | b",
    "|---|---|",
    "\\",
    "\\*x\\*",
    "C:\\planer\\",
    "`x`",
    "``` x",
    "~~~",
    "~~x~~",
    "***",
    "**x**",
    "_x_ __y__",
    "> x",
    ":::",
    "::: x",
    ": x",
    "^x^ ==x== ++y++",
    "!!! note",
    "!!! danger",
    "!!!",
    "??? x",
    "???+ note",
    "=== x",
    "/// x",
    "--8<-- x",
    "[TOC]",
    "*[HTML]: x",
    "[^1]: x",
    "[ ] x",
    "@x #1 :smile:",
    "'x' \"y\" " + "'" * 3,
    "x=y",
    "$x$ \\(x\\)",
    "😀 👩‍👩‍👧 🇳🇴",
    "שלום (עולם) مرحبا!",
    "a\u200fb\u200e",
    "a\x85b\u2028c\u2029d",
    "  a \t\n\n    b\r\nc  ",
    "\ufeffa",
    "wzxhzdk:0",
    "klzzwxh:0000",
    "a\u00a0b",
    "e\u0301 æøå ÆØÅ ß",
    "http://a.example www.a.example a@b.example",
]

SPECIAL = st.text(st.sampled_from("\\`*_{}[]<>()#+-.!|~^&;:=\"'?/%$@ 0a1x\n\u2028é"), min_size=1, max_size=30)
TEXTS = (st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60) | SPECIAL).filter(
    lambda text: bool(text.split())
)


def _filled(part: Element | str, text: str) -> Element | str:
    if isinstance(part, str):
        return part.replace("TEXT", text)
    name, attributes = part
    return name, {key: value and value.replace("TEXT", text) for key, value in attributes.items()}


def _assert_shown_as_text(place: str, text: str) -> None:
    template, expected = PLACES[place]
    encoded = markup.encode(text)
    shown = " ".join(text.split())
    page = template.format(*[encoded] * 2)
    wanted = [_filled(part, shown) for part in expected]
    assert rendered(page) == wanted
    assert parsed(converted(page, SETTINGS, str).html) == wanted


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("place", PLACES)
def test_text_that_looks_like_markup_is_shown_as_it_is(place: str, text: str) -> None:
    _assert_shown_as_text(place, text)


@pytest.mark.parametrize("place", PLACES)
@given(text=TEXTS)
def test_any_text_is_shown_as_it_is(place: str, text: str) -> None:
    _assert_shown_as_text(place, text)


@given(TEXTS)
def test_encoded_text_is_one_line_that_reads_as_the_folded_text(text: str) -> None:
    encoded = markup.encode(text)
    assert encoded.splitlines() == [encoded]
    assert html.unescape(encoded) == " ".join(text.split())


@pytest.mark.parametrize("value", ["", " \n ", "\u2028"])
def test_nothing_stays_nothing(value: str) -> None:
    assert markup.encode(value) == ""


@given(TEXTS.filter(lambda text: not set("\ufffe\uffff") & set(text)))
@example("&lt;/title&gt;")
@example("&lt &ltx &#60 &#x3c; &notit; &&amp;")
@example("</title><script>")
@example('" onload="alert(1)')
@example("\\")
@example("a: b # c")
@example("{{ 7*7 }}")
@example("\x85")
def test_a_title_is_one_yaml_string_without_markup(text: str) -> None:
    title = yaml.safe_load(f"title: {markup.title(text)}\n")
    shown = " ".join(text.split()).translate(str.maketrans('<>"', "‹›”"))
    assert {name: value.replace("＆", "&") for name, value in title.items()} == {
        "title": shown.replace("＆", "&")
    }
    assert set('<>"') & set(title["title"]) == set()
    assert html.unescape(title["title"]) == title["title"]


def test_a_title_keeps_an_ampersand_that_begins_no_entity() -> None:
    assert markup.title("Helse & sosial; A&B") == '"Helse & sosial; A＆B"'

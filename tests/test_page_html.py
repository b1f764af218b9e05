"""What is made of a page quickly is what Python-Markdown makes of it: elements, texts, ids, contents."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config import load_config

from generator.page_html import Settings, converted
from generator.publish import owned_files
from tests.project import ROOT
from tests.rendering import Element, converter, parsed
from tests.test_golden import GOLDEN, pages
from tests.test_hostile import HOSTILE, poisoned_pages

SETTINGS = Settings(permalink=" ", permalink_title="Fast lenke hit", toc_depth=2)

WORDS = """\
# Å lære { .pv-sentence }

Først [én](a.md#b) og **to**,
så &#42;tre&#42; &amp; fire.
{ .pv-onward }

## Likt

## Likt

### Uten plass i innholdet { #dypt }

<div class="pv-card" data-x="a &#62; b" markdown>

- én
- to
    - to og én

| A | B |
| --- | --- |
| 1 | <span id="x">2</span> |

</div>

<details class="note" markdown>
<summary>Mer</summary>

&#123; .pv-up &#125;

</details>

```yaml
# en nøkkel
a: <b>
```
"""


def agree(text: str) -> None:
    """Fails where the two do not make the same of the page."""
    body = text.split("---\n", 2)[-1] if text.startswith("---\n") else text
    reference = converter().reset()
    expected = parsed(reference.convert(body))
    made = converted(body, SETTINGS, str)
    assert parsed(made.html) == expected
    assert made.ids == {each[1]["id"] for each in expected if isinstance(each, tuple) and "id" in each[1]}
    assert [(each["id"], parsed(each["name"])) for each in made.headings] == list(
        _flat(reference.toc_tokens)  # type: ignore[attr-defined]
    )


def _flat(tokens: list[dict[str, Any]]) -> Iterator[tuple[str, list[Element | str]]]:
    """The headings in order; names are HTML, read as such."""
    for each in tokens:
        yield each["id"], parsed(each["name"])
        yield from _flat(each["children"])


def test_every_mark_is_read_as_python_markdown_reads_it() -> None:
    agree(WORDS)


def test_the_pages_of_the_golden_plans_are_the_same() -> None:
    for text in pages(GOLDEN / "docs").values():
        agree(text)


def test_the_pages_of_all_plans_are_the_same(site: Path) -> None:
    docs = site.parent / "docs"
    made = [path for path in owned_files(docs) if path.endswith(".md")]
    assert len(made) > 200
    for path in made:
        agree((docs / path).read_text(encoding="utf-8"))


def test_hostile_words_are_the_same_words(tmp_path: Path) -> None:
    for text in poisoned_pages(tmp_path, " ".join(HOSTILE)).values():
        agree(text)


def test_links_lead_where_they_are_said_to() -> None:
    made = converted("[a](../b.md#c) og [d](e.pdf)\n", SETTINGS, lambda link: f"til/{link}")
    assert made.html == '<p><a href="til/../b.md#c">a</a> og <a href="til/e.pdf">d</a></p>'


def test_the_settings_are_those_of_the_site() -> None:
    assert Settings(**load_config(str(ROOT / "mkdocs.yml"), hooks=[]).mdx_configs["toc"]) == SETTINGS

"""What search engines and catalogues read: whole, true, and unable to end the element that it stands in."""

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.exports.open_data.columns import TABLES
from generator.markup import data_block
from generator.page_html import EXTENSIONS, Settings, converted
from tests.test_open_data import SITE, Document, built

__all__ = ["built"]

HOSTILE = st.lists(
    st.sampled_from(
        [
            "</script>",
            "<script>",
            "<!--",
            "-->",
            "]]>",
            "](",
            "x)",
            "[a](b.md#c)",
            "`",
            "\\",
            '"',
            "&lt;",
            "\u2028",
            "{ .a }",
            "\n",
            "é",
        ]
    )
).map("".join)


class Blocks(HTMLParser):
    """The elements of a page, and what stands in those of data."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.data: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        if dict(attrs).get("type") == "application/ld+json":
            self.data.append("")

    def handle_data(self, data: str) -> None:
        if self.data and self.elements[-1] == "script":
            self.data[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.elements.append(f"/{tag}")


def read(html: str) -> tuple[list[str], list[Document]]:
    blocks = Blocks()
    blocks.feed(html)
    return blocks.elements, [json.loads(each) for each in blocks.data]


def as_built(text: str) -> list[str]:
    """The page's HTML, by each of the two that make it."""
    settings = Settings(permalink=" ", permalink_title="", toc_depth=2)
    fast = converted(text, settings, lambda link: f"resolved/{link}").html
    return [fast, Markdown(extensions=sorted(EXTENSIONS)).convert(text)]


@given(st.dictionaries(HOSTILE, HOSTILE))
def test_no_text_gets_out_of_a_block_of_data(data: Mapping[str, str]) -> None:
    for html in as_built(f"# A\n\nb\n\n{data_block(data)}\n"):
        elements, found = read(html)
        assert found == [data]
        assert elements.count("script") == elements.count("/script") == 1
        assert elements[-2:] == ["script", "/script"]


def linked(built: dict[str, bytes], path: str) -> Document:
    block = re.findall(
        r'^<script type="application/ld\+json">(.*)</script>$', built[path].decode(), re.MULTILINE
    )
    (data,) = [json.loads(each) for each in block]
    assert isinstance(data, dict)
    return data


def test_a_plans_pages_say_whose_it_is_and_where_its_data_is(built: dict[str, bytes]) -> None:
    data = linked(built, "fagforeninger/nes/2024-2025.md")
    assert data == linked(built, "fagforeninger/nes/index.md")
    plan = json.loads(built["data/v1/planer/nes/2024-2025.json"])
    assert data["@id"] == plan["adresse"]
    assert data["temporalCoverage"] == "2024-01-01/2025-12-31"
    assert data["creator"]["name"] == plan["fagforening"]["navn"]
    assert [part["@id"] for part in data["hasPart"]] == [area["adresse"] for area in plan["omrader"]]
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert [each["contentUrl"].removeprefix(SITE) in built for each in data["encoding"]] == [True, True]


@pytest.mark.parametrize("key", ["dct:title", "dct:description", "dct:publisher", "dcat:contactPoint"])
def test_the_catalogue_has_what_dcat_ap_no_asks_for(built: dict[str, bytes], key: str) -> None:
    catalogue = json.loads(built["data/v1/katalog.jsonld"])
    sets = catalogue["dcat:dataset"]
    assert all(key in each for each in (catalogue, *sets))
    assert [each["@type"] for each in sets] == ["dcat:Dataset"] * 2
    assert all({"dct:identifier", "dcat:theme", "dcat:distribution"} <= each.keys() for each in sets)
    files = [file["dcat:downloadURL"]["@id"] for each in sets for file in each["dcat:distribution"]]
    made_with_the_pages = [each for each in files if "/tabeller/" not in each]
    assert [each for each in made_with_the_pages if each.removeprefix(SITE) not in built] == []
    beside = ("datapackage.json", "planverk.xlsx")
    assert len(files) - len(made_with_the_pages) == len(TABLES) + len(beside)

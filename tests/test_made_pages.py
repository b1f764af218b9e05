"""MkDocs builds the pages that were made as it builds all others, and sees every link that leads nowhere."""

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from generator import mkdocs_build, processes
from generator.addresses import Translation
from generator.made_pages import are_plain
from generator.mkdocs_build import SiteNotBuiltError, build_pages
from generator.press import Page
from generator.publish import publish
from tests.project import ROOT, copy_project
from tests.rendering import parsed

NOTHING: frozenset[str] = frozenset()
PLAN = """---
title: "Vik 2024–2025"
hide: [navigation]
---

[Fagforeninger](../index.md) › [Ås](../as/index.md#tiltak)
{ .pv-up }

# Vik

## Tiltak { #tiltak }

Mer i [kalenderen](kalender.ics) og på [forsida](../../index.md).
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with pages that were made, of two unions."""
    root = copy_project(tmp_path / "project")
    nav = ("fagforeninger", "strategi", "dekning", "roller", "sok", "kalender", "kurs", "regler", "data")
    pages = [
        Page("index.md", "# Forside\n"),
        *(Page(f"{each}/index.md", "# Side\n") for each in nav),
        Page("fagforeninger/vik/index.md", PLAN),
        Page("fagforeninger/as/index.md", PLAN.replace("../as/", "../vik/")),
        *(Page(f"fagforeninger/{each}/kalender.ics", "BEGIN:VCALENDAR\n") for each in ("vik", "as")),
    ]
    publish(root / "docs", pages, NOTHING)
    return root


def built(root: Path, name: str) -> dict[str, str]:
    """Every page of the site."""
    folder = root / "built" / name
    folder.mkdir(parents=True)
    build_pages(root, folder / "site", (Translation("nb"),))
    return {
        page.relative_to(folder).as_posix(): page.read_text(encoding="utf-8")
        for page in folder.rglob("*.html")
    }


def test_the_site_is_that_of_mkdocs_itself(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What MadePage takes from MkDocs is still there, and means what it did."""
    ours = built(root, "ours")
    monkeypatch.setattr(mkdocs_build, "are_plain", lambda _: False)
    theirs = built(root, "theirs")
    assert ours.keys() == theirs.keys()
    assert "site/fagforeninger/vik/index.html" in ours
    assert {page: parsed(html) for page, html in ours.items()} == {
        page: parsed(html) for page, html in theirs.items()
    }


def test_shares_make_the_same_site(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = built(root, "whole")
    monkeypatch.setattr(mkdocs_build, "MANY", 5)
    monkeypatch.setenv(processes.MOST, "2")
    assert built(root, "shared") == whole
    sitemaps = [(root / "built" / each / "site/sitemap.xml").read_bytes() for each in ("whole", "shared")]
    assert sitemaps[0] == sitemaps[1]


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("(kalender.ics)", "vik/index.md leads to fagforeninger/vik/borte.md, which is not there"),
        (
            "#tiltak)",
            "vik/index.md leads to fagforeninger/as/index.md#borte, which is not there",
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_told(root: Path, link: str, told: str) -> None:
    page = root / "docs/fagforeninger/vik/index.md"
    page.write_text(PLAN.replace(link, "(borte.md)" if "." in link else "#borte)"), encoding="utf-8")
    with pytest.raises(SiteNotBuiltError, match=told.replace("(", r"\(")):
        built(root, "faulty")


def test_a_page_by_hand_that_leads_to_no_place_on_a_made_one_is_told(root: Path) -> None:
    page = root / "docs/om/index.md"
    page.write_text("# Om\n\n[Vik](../fagforeninger/vik/index.md#borte)\n", encoding="utf-8")
    told = "om/index.md leads to fagforeninger/vik/index.md#borte, which is not there"
    with pytest.raises(SiteNotBuiltError, match=told):
        built(root, "faulty")


@pytest.mark.parametrize(
    "changed",
    [
        {"markdown_extensions": ["attr_list", "md_in_html", "footnotes"]},
        {"markdown_extensions": ["attr_list", {"toc": {"permalink": " ", "baselevel": 2}}]},
        {"plugins": ["search"]},
    ],
)
def test_what_mkdocs_would_make_otherwise_is_left_to_it(changed: dict[str, Any]) -> None:
    config = str(ROOT / "mkdocs.yml")
    assert are_plain(load_config(config, hooks=[]))
    assert not are_plain(load_config(config, **changed))

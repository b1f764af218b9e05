"""What a page weighs for a reader who comes for the first time, compressed as hosts do."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

AT_MOST = 80_000
"""Bytes; the largest plan and all that it loads took 51,000 when this was written."""


def compressed(site: Path, url: str) -> int:
    path = site / urlsplit(url).path.lstrip("/")
    return len(gzip.compress((path / "index.html" if path.is_dir() else path).read_bytes(), 6))


@pytest.mark.parametrize("path", ["/", "/fagforeninger/as/"])
def test_a_page_is_light(visit: Visit, site: Path, path: str) -> None:
    asked: set[str] = set()
    visit.page.on("request", lambda request: asked.add(request.url))
    visit.open(path)
    visit.page.wait_for_load_state("networkidle")
    assert sum(compressed(site, url) for url in asked if url.startswith("http")) < AT_MOST

"""The site below a project's path, on the web server of `deploy/`, with links to where pages are changed."""

import re
import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visit
from tests.browser.test_accessibility import AXE, faults
from tests.project import ENVIRONMENT, copy_project, planverk
from tests.repository import repository
from tests.web_server import caddy

pytestmark = pytest.mark.browser

PATH = "/handlingsplaner"
SITE = f"https://eksempel.github.io{PATH}/"
HUB = "https://github.com/eksempel/handlingsplaner"
PLAN = "plans/fagforeninger/pleie-og-omsorg-oslo/2023.yml"
LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')
WHOLE = re.compile(r"https://eksempel\.github\.io[^\s\"'<>(),…\\]*+(?!…)")
"""But those that are cut short for show."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own plans with a history, one union renamed and one gone, built for the path of a project."""
    root = copy_project(tmp_path_factory.mktemp("path") / "project", translated=True)
    unions = root / "plans/fagforeninger"
    (unions / "as").rename(unions / "aas")
    with (unions / "aas/fagforening.yml").open("a", encoding="utf-8") as union:
        union.write("tidligere: [as]\n")
    shutil.rmtree(unions / "lillehammer")
    with (root / "plans/forbund.yml").open("a", encoding="utf-8") as federation:
        federation.write("nedlagt:\n  - {adresse: fagforeninger/lillehammer/, grunn: Slått sammen.}\n")
    made = repository(root)
    made.commit("2025-01-01")
    plan = root / PLAN
    plan.write_text(plan.read_text(encoding="utf-8").replace("frist: 01.10.2023", "frist: 02.10.2023", 1))
    made.commit("2025-03-01")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(ENVIRONMENT, "PLANVERK_SITE_URL", SITE)
        patch.setitem(ENVIRONMENT, "PLANVERK_REPO_URL", HUB)
        built = planverk(root, "build")
    assert built.returncode == 0, built.stderr
    return root / "site"


@pytest.fixture(scope="module")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with caddy(site, tmp_path_factory.mktemp("caddy"), PATH) as at:
        yield at


@cache
def answer(url: str) -> tuple[int, str, str]:
    """The status, the address that it ended at, and the text where it is a page."""
    try:
        with urllib.request.urlopen(url, timeout=30) as got:  # noqa: S310 - our own server
            is_page = got.headers.get_content_type() == "text/html"
            return got.status, got.url, got.read().decode() if is_page else ""
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.url, error.read().decode()


def inside(page: str, text: str, origin: str) -> set[str]:
    """What the page at the address leads to on the same host, without places on pages."""
    links = {urldefrag(urljoin(page, unescape(link)))[0] for link in LINK.findall(text)}
    return {link for link in links if link.startswith(f"{origin}/")} - {page}


def test_every_link_on_every_page_leads_somewhere_below_the_path(site: Path, address: str) -> None:
    """Also those of the page for what is not found, wherever that is shown."""
    origin = address.removesuffix(PATH)
    pages = [f"{address}/{page.relative_to(site).parent.as_posix()}/" for page in site.rglob("index.html")]
    pages = [page.replace("/./", "/") for page in pages]
    assert len(pages) > 500
    lost = [f"{address}/borte", f"{address}/nn/fagforeninger/borte/2024/"]
    assert [answer(page)[0] for page in lost] == [404, 404]
    wanted: dict[str, str] = {}
    for page in (*pages, *lost):
        wanted |= dict.fromkeys(inside(page, answer(page)[2], origin), page)
    assert len(wanted) > len(pages)
    assert [(link, on) for link, on in wanted.items() if not link.startswith(f"{address}/")] == []
    assert [(link, on) for link, on in wanted.items() if answer(link)[0] != 200] == []


def test_every_whole_address_is_of_the_site_and_leads_to_a_file(site: Path) -> None:
    """In pages, feeds, calendars, the map of the site and the data."""
    found: dict[str, Path] = {}
    for file in site.rglob("*"):
        if file.suffix in {".html", ".xml", ".ics", ".json", ".jsonld", ".csv", ".txt"}:
            text = unescape(file.read_text(encoding="utf-8").replace("\n ", ""))
            found |= dict.fromkeys((urldefrag(url)[0].split("?")[0] for url in WHOLE.findall(text)), file)
    assert len(found) > 500
    lost = []
    for url, file in found.items():
        path = unquote(urlsplit(url).path).removeprefix(urlsplit(SITE).path)
        target = site / path
        if not url.startswith(SITE) or not (target / "index.html" if url.endswith("/") else target).exists():
            lost.append((url, file.relative_to(site)))
    assert lost == []


def test_what_is_not_there_has_a_page_that_leads_on(visit: Visit) -> None:
    page = visit.page
    visit.open("/fagforeninger/borte/")
    expect(page.get_by_role("heading", name="Vi fant ikke siden")).to_be_visible()
    assert [each for each in visit.errors if "404" not in each] == []
    visit.errors.clear()
    field = page.locator("article").get_by_role("searchbox")
    field.fill("likelønn")
    field.press("Enter")
    page.locator("article li a").filter(has_text="likelønn").first.click()
    page.wait_for_url(re.compile(re.escape(f"{visit.address}/") + "(fagforeninger|strategi)/"))


def test_an_old_address_leads_on_below_the_path(visit: Visit) -> None:
    visit.open("/fagforeninger/as/2024-2025/")
    visit.page.wait_for_url(f"{visit.address}/fagforeninger/aas/2024-2025/")
    visit.open("/fagforeninger/lillehammer/")
    expect(visit.page.get_by_text("Slått sammen.")).to_be_visible()


def landed(page: Page, link: str) -> str:
    """Where one gets by pressing the link of that name."""
    went: list[str] = []

    def stop(route: Route) -> None:
        went.append(route.request.url)
        assert "referer" not in route.request.headers
        route.fulfill(body="")

    page.route(f"{HUB}/**", stop)
    page.get_by_role("link", name=link, exact=True).click()
    page.wait_for_url(f"{HUB}/**")
    return page.url.removeprefix(HUB)


def test_a_measure_leads_to_its_line_once_pressed(visit: Visit, site: Path) -> None:
    visit.open("/fagforeninger/pleie-og-omsorg-oslo/")
    visit.page.wait_for_load_state("networkidle")
    assert visit.elsewhere == []
    to = landed(visit.page, "Foreslå endring i tiltak 3.1.4")
    visit.elsewhere.clear()
    path, _, line = to.partition("#L")
    assert path == f"/edit/main/{PLAN}"
    source = (site.parent / PLAN).read_text(encoding="utf-8").splitlines()
    assert source[int(line) - 1].strip() == "- nr: 3.1.4"


@pytest.mark.parametrize(
    ("page", "link", "to"),
    [
        ("/fagforeninger/pleie-og-omsorg-oslo/2023/rod-trad/", "Foreslå endring", PLAN),
        ("/hjelp/", "Foreslå endring", "docs/hjelp/index.md"),
        ("/nn/hjelp/redaktor/", "Foreslå endring", "docs-nn/hjelp/redaktor.md"),
        ("/en/om/", "Suggest a change", "docs-en/om/index.md"),
    ],
)
def test_a_page_leads_to_its_file(visit: Visit, page: str, link: str, to: str) -> None:
    visit.open(page)
    assert landed(visit.page, link) == f"/edit/main/{to}"
    visit.elsewhere.clear()


def test_the_links_are_not_on_paper_nor_in_the_search(visit: Visit, site: Path) -> None:
    visit.open("/fagforeninger/pleie-og-omsorg-oslo/")
    links = visit.page.get_by_text("Foreslå endring", exact=True)
    assert links.count() > 40
    visit.page.emulate_media(media="print")
    assert not any(link.is_visible() for link in links.all())
    words = (site / "pagefind/planverk-words.json").read_text(encoding="utf-8")
    assert "tiltak" in words
    visit.page.emulate_media(media="screen")
    sizes = [link.bounding_box() for link in links.all()]
    assert all(each and each["height"] >= 20 for each in sizes)


@pytest.mark.parametrize(
    "path", ["/fagforeninger/pleie-og-omsorg-oslo/", "/strategi/2024-2025/heltid/", "/om/"]
)
def test_axe_finds_nothing_where_the_links_are(visit: Visit, path: str) -> None:
    visit.open(path)
    visit.page.evaluate(AXE)
    width = visit.page.viewport_size["width"] if visit.page.viewport_size else 0
    assert [*faults(visit.page, width, "light"), *faults(visit.page, width, "dark")] == []

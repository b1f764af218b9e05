"""What was published goes on leading to something: renamed, merged, moved to another period, or gone."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from generator import address_lists, lasting
from generator.load import load
from tests.project import ENVIRONMENT, ROOT, copy_project, planverk

PLAN = "plans/fagforeninger/forse/2024-2025.yml"
STRATEGY = "plans/strategi/2024-2025.yml"
HOST = "https://vert.example/under/"
LANGUAGES = ("", "nn/", "en/")


def change(root: Path, file: str, *pairs: tuple[str, str]) -> None:
    text = (root / file).read_text(encoding="utf-8")
    for before, after in pairs:
        assert before in text, before
        text = text.replace(before, after, 1)
    (root / file).write_text(text, encoding="utf-8")


def add(root: Path, file: str, lines: str) -> None:
    with (root / file).open("a", encoding="utf-8") as text:
        text.write(lines)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own plans, noted as they are, and then renamed, merged and taken out in every way."""
    root = copy_project(tmp_path_factory.mktemp("lasting"), translated=True)
    shutil.rmtree(root / address_lists.FOLDER, ignore_errors=True)
    noted = planverk(root, "addresses", "--update")
    assert noted.returncode == 0, noted.stderr
    unions = root / "plans/fagforeninger"
    (unions / "as").rename(unions / "aas")
    add(root, "plans/fagforeninger/aas/fagforening.yml", "tidligere: [as]\n")
    shutil.rmtree(unions / "lillehammer")
    add(root, "plans/fagforeninger/forse/fagforening.yml", "tidligere: [lillehammer]\n")
    shutil.rmtree(unions / "pleie-og-omsorg-oslo")
    gone = "{adresse: fagforeninger/pleie-og-omsorg-oslo/, navn: Pleie og <b>, grunn: Slått *sammen*.}"
    add(root, "plans/forbund.yml", f"nedlagt:\n  - {gone}\n")
    change(
        root,
        STRATEGY,
        ("      - id: heltidskultur\n", "      - id: kultur\n        tidligere: [heltidskultur]\n"),
    )
    change(
        root,
        PLAN,
        ("id: heltid-1\n", "id: heltid-a\n        tidligere: [heltid-1]\n"),
        ("navn: Trinnskolering 1-5", "navn: Trinn 1–5, tidligere: [trinnskolering-1-5]"),
    )
    place = "fagforeninger/forse/2024-2025/#kurs-opplaring-i-hovedavtalen"
    change(root, PLAN, ("navn: Opplæring i hovedavtalen", "navn: Hovedavtalen"))
    add(root, PLAN, f"nedlagt:\n  - {{adresse: '{place}', navn: Hovedavtalekurset, grunn: Avlyst.}}\n")
    return root


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(ENVIRONMENT, "PLANVERK_SITE_URL", HOST)
        built = planverk(root, "build")
    assert built.returncode == 0, built.stderr
    return root / "site"


class _Page(HTMLParser):
    """The ids of a page, its text, and where it leads on by itself."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.text = ""
        self.leads_on = self.canonical = ""
        self.scripts = 0
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids.add(found.get("id") or "")
        self.scripts += tag == "script"
        if found.get("http-equiv") == "refresh":
            self.leads_on = (found.get("content") or "").removeprefix("0; url=")

        if found.get("rel") == "canonical":
            self.canonical = found.get("href") or ""

    def handle_data(self, data: str) -> None:
        self.text += data


def noted(root: Path) -> list[str]:
    lines = (
        line for file in (root / address_lists.FOLDER).rglob("*.txt") for line in file.read_text().split("\n")
    )
    return [line for line in lines if line and not line.startswith("#")]


def test_nothing_is_reported_that_is_accounted_for(root: Path) -> None:
    told = planverk(root, "check").stderr
    assert not re.search(r"address-lost|anchor-lost|union-lost|gone-in-vain|former-id-taken", told), told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_that_was_noted_still_leads_to_something(root: Path, site: Path, language: str) -> None:
    """Followed as a browser does on a host below a path; a place on a page that stayed is there."""
    lost = []
    for address in noted(root):
        path, _, anchor = address.partition("#")
        page = _Page(site / language / path / "index.html")
        if page.leads_on:
            assert not page.scripts
            to = urljoin(f"{HOST}{language}{path}", page.leads_on)
            assert to == page.canonical
            assert to.startswith(f"{HOST}{language}")
            assert to.endswith("/")
            page = _Page(site / urlsplit(to).path.removeprefix("/under/") / "index.html")
            assert not page.leads_on
        elif anchor and "pleie-og-omsorg" not in path and anchor not in page.ids:
            lost.append(address)
    assert lost == []


@pytest.mark.parametrize(
    ("address", "to"),
    [
        ("fagforeninger/as/", "../aas/"),
        ("fagforeninger/as/2024-2025/", "../../aas/2024-2025/"),
        ("fagforeninger/as/2024-2025/rod-trad/", "../../../aas/2024-2025/rod-trad/"),
        ("fagforeninger/as/2024-2025/rapport-2024/", "../../../aas/2024-2025/rapport-2024/"),
        ("fagforeninger/as/kalender/", "../../aas/kalender/"),
        ("fagforeninger/as/roller/", "../../aas/roller/"),
        ("fagforeninger/lillehammer/2024-2025/", "../../forse/2024-2025/"),
        ("strategi/2024-2025/heltid/heltidskultur/", "../kultur/"),
    ],
)
def test_an_old_address_leads_to_the_like_of_it(site: Path, address: str, to: str) -> None:
    assert _Page(site / address / "index.html").leads_on == to


def test_what_is_gone_says_so_and_is_text(site: Path) -> None:
    for path in ("", "2023/"):
        page = _Page(site / "fagforeninger/pleie-og-omsorg-oslo" / path / "index.html")
        assert "Pleie og <b>" in page.text
        assert "Slått *sammen*." in page.text
    plan = _Page(site / "fagforeninger/forse/2024-2025/index.html")
    assert "Hovedavtalekurset: Avlyst." in plan.text


def test_what_programs_fetch_stays_at_the_old_address(site: Path) -> None:
    now = site / "fagforeninger/forse"
    files = sorted(now.rglob("*.ics"))
    assert len(files) > 1
    for file in files:
        before = site / "fagforeninger/lillehammer" / file.relative_to(now)
        assert before.read_bytes() == file.read_bytes()


def test_what_leads_on_is_in_no_site_map_and_no_search(site: Path) -> None:
    moved = "fagforeninger/as/"
    assert moved not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "fagforeninger/aas/" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_list_is_written_once_and_keeps_what_it_has(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    shutil.rmtree(root / address_lists.FOLDER, ignore_errors=True)
    before = planverk(root, "addresses")
    assert before.returncode == 1
    assert "fagforeninger/forse/2024-2025/#tiltak-heltid-1\n" in before.stdout
    planverk(root, "addresses", "--update")
    first = {file: file.read_bytes() for file in (root / address_lists.FOLDER).rglob("*.txt")}
    change(root, PLAN, ("id: heltid-1\n", "id: heltid-a\n"))
    again = planverk(root, "addresses", "--update")
    assert again.returncode == 0
    after = {file: file.read_bytes() for file in (root / address_lists.FOLDER).rglob("*.txt")}
    changed = [file.name for file in after if after[file] != first[file]]
    assert changed == ["forse.txt"]
    assert b"#tiltak-heltid-1\n" in after[root / "plans/adresser/fagforeninger/forse.txt"]
    assert planverk(root, "addresses").returncode == 0


def test_our_own_lists_name_nothing_that_is_lost() -> None:
    body = load(ROOT).body
    assert body
    there = lasting.of_body(body)
    noted = {*body.published}.union(*(union.published for union in body.unions))
    assert {each.address for each in noted} <= there

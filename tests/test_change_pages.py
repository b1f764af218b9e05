"""The pages and feeds of what changed, made of a scratch repository; none without history."""

import datetime
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from generator.addresses import Address
from generator.diagnostics import message
from generator.exports.atom import feed
from generator.history.changes import Field, Kind
from generator.labels import LABELS
from generator.language import Language
from generator.model import DeviationKind, ItemKind, Level, ResolutionKind, Status
from generator.pipeline import generate
from generator.standing import Phase
from generator.views import change_lists, union_changes
from generator.views.feeds import ENTRIES, FeedEntry, FeedView
from tests.case_folders import assemble
from tests.project import ROOT, copy_project, planverk
from tests.rendering import rendered
from tests.repository import Repository, repository
from tests.test_history import MEASURE, PLAN, TEXT, change
from tests.test_hostile import HOSTILE

TODAY = datetime.date(2025, 6, 1)
EXPECTED = Path(__file__).parent / "golden" / "changes"
SITE = "https://planer.example.org/"
ATOM = "{http://www.w3.org/2005/Atom}"
LOG = "fagforeninger/vik/endringer.md"


@pytest.fixture
def git(tmp_path: Path) -> Repository:
    """The base's sources, committed before the plan was adopted on 30 January 2024."""
    return fresh_history(repository(tmp_path))


def fresh_history(made: Repository) -> Repository:
    """The repository with the base's sources."""
    assemble(made.root)
    made.commit("2024-01-10")
    return made


def made(git: Repository, site: str = "") -> dict[str, str]:
    """Every page and feed, by its path."""
    if not (git.root / "templates").exists():
        shutil.copytree(ROOT / "templates", git.root / "templates")
    assert generate(git.root, TODAY, lambda _: None, site).published is not None
    files = (path for path in (git.root / "docs").rglob("*.*") if path.suffix in (".md", ".xml"))
    return {
        path.relative_to(git.root / "docs").as_posix(): path.read_text(encoding="utf-8") for path in files
    }


def of_changes(pages: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in pages.items() if "endringer" in path}


def all_that_can_happen(git: Repository) -> None:
    now, later = (
        "{dato: 2024-05-01, status: delvis, grunn: Ett møte er holdt.}",
        "{dato: 2025-12-31, status: gjennomført}",
    )
    reports = f"        ansvar: [Leder]\n        status:\n          - {now}\n          - {later}\n"
    board = "vedtak:\n  - {organ: styret, type: godkjent, dato: 2024-01-09}\n"
    private = "Grille. Ring 911 22 333."
    more = (
        "    tiltak:\n      - {id: bading, tekst: Bade med medlemmene., ansvar: Styret, frist: hver sommer}\n"
    )
    faster = (MEASURE, "Kreve hele og faste stillinger i drøftinger.")
    change(git, "2024-02-01", faster, ("1. mai 2025", "mai 2025"))
    change(git, "2024-05-02", ("        ansvar: [Leder]\n", reports))
    change(
        git, "2024-06-01", ("områder:\n", "innledning: Slik vil vi ha det.\nområder:\n"), ("vedtak:\n", board)
    )
    change(git, "2024-07-01", ("Grille med medlemmene.", private))
    change(git, "2024-08-01", (private, "Grille med medlemmene."))
    change(
        git,
        "2024-09-01",
        ("Flere får hel stilling.", "Nok folk."),
        ("aktiviteter\n    tiltak:\n", f"aktiviteter\n{more}"),
    )


def test_every_page_and_feed_is_as_expected(git: Repository, update_expected: bool) -> None:  # noqa: FBT001
    all_that_can_happen(git)
    found = of_changes(made(git, SITE))
    if update_expected:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for path, text in found.items():
            (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / path).write_text(text, encoding="utf-8")
        pytest.fail("golden/changes is written; read the difference and run again without the flag")
    expected = {
        path.relative_to(EXPECTED).as_posix(): path.read_text(encoding="utf-8")
        for path in EXPECTED.rglob("*.*")
    }
    assert found == expected


def test_two_builds_make_the_same(git: Repository) -> None:
    all_that_can_happen(git)
    assert made(git) == made(git)


def test_without_history_there_are_no_pages_and_no_links_to_them(git: Repository) -> None:
    shutil.rmtree(git.root / ".git")
    pages = made(git)
    assert of_changes(pages) == {}
    assert [path for path, text in pages.items() if "endringer." in text or "endringer/" in text] == []


def test_pages_go_when_the_history_goes(git: Repository) -> None:
    assert of_changes(made(git)) != {}
    shutil.rmtree(git.root / ".git")
    assert generate(git.root, TODAY, lambda _: None).published is not None
    assert not (git.root / "docs" / "endringer").exists()


def _card(page: str, anchor: str) -> str:
    """What the plan's page says from the item's heading to the end of its card."""
    return page[page.index(f"#{anchor} }}") :].split("</div>", maxsplit=1)[0]


def test_the_plan_s_page_shows_what_changed_since_it_was_adopted(git: Repository) -> None:
    all_that_can_happen(git)
    page = made(git)["fagforeninger/vik/2024-2025.md"]
    since = next(line for line in page.splitlines() if line.startswith("- **Siden"))
    counted = "1 tiltak lagt til, 1 tiltak endret, 1 mål endret, ny frist for 1 tiltak, 1 rapportert"
    assert since == (
        "- **Siden årsmøtet 30&#46; januar 2024:** "
        f"[{counted}, 1 vedtak ført opp, 1 endret ellers](endringer.md#2024-2025)"
    )
    card = _card(page, "tiltak-1-1")
    assert "<summary>Endret 1&#46; februar 2024</summary>" in card
    assert "<del>" in card
    assert "<ins>" in card
    assert "[Lagt til 1&#46; september 2024](endringer.md#2024-2025)" in _card(page, "tiltak-bading")
    assert "911" not in page


def test_a_plan_that_did_not_change_says_so_and_marks_nothing(git: Repository) -> None:
    page = made(git)["fagforeninger/vik/2024-2025.md"]
    assert "- **Siden årsmøtet 30&#46; januar 2024:** ingen endringer" in page
    assert "pv-mark" not in page


def test_old_words_are_words_whatever_they_look_like(git: Repository) -> None:
    for number, words in enumerate(HOSTILE):
        quoted = "'" + words.replace("'", "''") + "'"
        git.write(PLAN, TEXT.replace(MEASURE, quoted).replace("Sosiale aktiviteter", quoted))
        git.commit(f"2024-03-{number + 1:02}")
    change(
        git, "2024-04-01", ("tiltak:", "mål:"), ("ansvar: [Leder]", "begrunnelse: x"), ("nr: 1.1", "id: m1")
    )
    git.write(PLAN, TEXT)
    git.commit("2024-04-02")
    pages = made(git)
    allowed = {"p", "h1", "h2", "h3", "a", "ul", "li", "strong", "em", "span", "del", "ins", "div"}
    parts = rendered(pages[LOG].split("---\n", 2)[2])
    elements = [part for part in parts if isinstance(part, tuple)]
    assert {name.removeprefix("/") for name, _ in elements} <= allowed
    assert [
        value for _, attributes in elements for name, value in attributes.items() if name.startswith("on")
    ] == []
    shown = " ".join(part for part in parts if isinstance(part, str))
    assert "<script>alert(1)</script>" in shown
    assert parsed(pages["endringer/nytt.xml"]).tag == f"{ATOM}feed"


def test_a_page_does_not_grow_with_the_changes(git: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    all_that_can_happen(git)
    monkeypatch.setattr(union_changes, "SHOWN", 2)
    monkeypatch.setattr(change_lists, "SHOWN", 3)
    pages = made(git)
    assert pages[LOG].count('<div class="pv-change"') == 2
    assert "1 endring denne dagen er ikke vist for seg." in pages[LOG]
    county = pages["endringer/vestland.md"]
    assert county.count("- [Fagforbundet Vik 2024–2025]") == 3
    assert "Dette er de 3 nyeste av 7." in county


def test_a_report_of_an_area_is_told_once(git: Repository) -> None:
    report = "    resultat:\n      - {dato: 2025-01-02, status: oppnådd, grunn: Det gikk bra.}\n"
    change(git, "2025-01-03", ("  - område: heltid\n", f"  - område: heltid\n{report}"))
    pages = made(git)
    assert pages[LOG].count("Det gikk bra.") == 1
    assert "[Selve området](2024-2025.md#omrade-heltid)** · Heltid og likelønn" in pages[LOG]


def test_a_plan_with_an_error_keeps_its_pages_of_changes(git: Repository) -> None:
    before = of_changes(made(git))
    git.write(PLAN, TEXT.replace("område: heltid", "område: finnes-ikke"))
    assert of_changes(made(git))[LOG] == before[LOG]


def parsed(text: str) -> ElementTree.Element:
    """The root of XML that we have made ourselves."""
    return ElementTree.fromstring(text.encode())  # noqa: S314


def feeds(pages: dict[str, str]) -> Iterator[tuple[str, ElementTree.Element]]:
    for path, text in pages.items():
        if path.endswith(".xml") and not path.startswith("data/"):
            yield path, parsed(text)


def ids(git: Repository, site: str = "") -> dict[str, list[str | None]]:
    """The ids of each feed and of its entries."""
    return {
        path: [
            root.findtext(f"{ATOM}id"),
            *(each.findtext(f"{ATOM}id") for each in root.iter(f"{ATOM}entry")),
        ]
        for path, root in feeds(made(git, site))
    }


def test_feeds_are_what_rfc_4287_asks_for(git: Repository) -> None:
    all_that_can_happen(git)
    found = dict(feeds(made(git, SITE)))
    assert sorted(found) == [
        "endringer/nytt.xml",
        "endringer/vestland.xml",
        "fagforeninger/vik/endringer.xml",
    ]
    for path, root in found.items():
        assert root.tag == f"{ATOM}feed"
        _sound(root, once={"id", "title", "updated", "author"}, often={"link", "entry"})
        assert root.findtext(f"{ATOM}author/{ATOM}name")
        entries = root.findall(f"{ATOM}entry")
        assert 0 < len(entries) <= ENTRIES
        for entry in entries:
            _sound(entry, once={"id", "title", "updated", "content"}, often={"link"})
            assert [link.get("rel") for link in entry.iter(f"{ATOM}link")] == ["alternate"]
        moments = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
        assert moments == sorted(moments, reverse=True)
        assert root.findtext(f"{ATOM}updated") == moments[0]
        assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
        links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
        assert links == {"self": f"{SITE}{path}", "alternate": f"{SITE}{_about(path)}"}


def _about(path: str) -> str:
    return {"endringer/nytt.xml": "endringer/"}.get(path, path.replace(".xml", "/"))


def _sound(element: ElementTree.Element, *, once: set[str], often: set[str]) -> None:
    """Each child is known, those of which there must be one are there, and all that has words has some."""
    names = [child.tag.removeprefix(ATOM) for child in element]
    assert {name: names.count(name) for name in once} == dict.fromkeys(once, 1)
    assert set(names) == once | often
    for child in element:
        match child.tag.removeprefix(ATOM):
            case "id":
                assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", child.text or "")
            case "updated":
                assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", child.text or "")
            case "title" | "content":
                assert (child.text or "").strip()
                assert child.get("type", "text") == "text"
                assert len(child) == 0
            case "link":
                assert set(child.attrib) == {"rel", "type", "href"}


def test_links_lead_to_pages_also_where_the_site_has_no_address(git: Repository) -> None:
    pages = made(git)
    targets = {
        urljoin(f"https://x/{path}", link.get("href"))
        for path, root in feeds(pages)
        for link in root.iter(f"{ATOM}link")
    }
    served = {
        "https://x/" + re.sub(r"(?<=/)index\.md$|\.md$", "/", page).replace("//", "/") for page in pages
    }
    served |= {f"https://x/{page}" for page in pages}
    assert {target.split("#")[0] for target in targets} <= served


def test_ids_last(git: Repository) -> None:
    change(git, "2024-02-01", ("1. mai 2025", "mai 2025"))
    before = ids(git)
    assert ids(git, SITE) == before
    change(git, "2024-03-01", ("mai 2025", "juni 2025"))
    after = ids(git)
    assert {path: [found[0], *found[2:]] for path, found in after.items()} == before


def test_what_is_not_committed_is_in_no_feed(git: Repository) -> None:
    before = ids(git)
    git.write(PLAN, TEXT.replace("1. mai 2025", "mai 2025"))
    assert ids(git) == before
    assert "1&#46; juni 2025" in made(git)[LOG]


def test_a_feed_holds_the_newest_only(git: Repository) -> None:
    day = datetime.date(2024, 2, 1)
    for number in range(ENTRIES + 2):
        git.write(PLAN, TEXT.replace("1. mai 2025", f"{(number + 1) % 28 + 1}. mai 2025"))
        git.commit(str(day + datetime.timedelta(number)))
    (_, root), *_ = feeds(made(git))
    assert len(root.findall(f"{ATOM}entry")) == ENTRIES
    assert root.findtext(f"{ATOM}updated") == f"{day + datetime.timedelta(ENTRIES + 1)}T00:00:00Z"


def test_what_xml_cannot_hold_is_left_out() -> None:
    page = Address("endringer/index.md")
    entry = FeedEntry(
        id="vik/2024/2024-01-01",
        plan="Vik\x00\x0b\ud800\ufffe <b>&amp;",
        day=datetime.date(2024, 1, 1),
        tally=(message("the plan was put in"),),
        changes=(),
        left_out=0,
        to=page,
    )
    view = FeedView(
        here=Address("endringer/nytt.xml"),
        about=page,
        title=message("Changes"),
        author="F\x01",
        entries=(entry,),
    )
    root = parsed(feed(view, "", Language("en")))
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "Vik <b>&amp;: the plan was put in"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "F"


def test_every_word_of_a_vocabulary_has_a_label_of_its_own() -> None:
    """Words of different vocabularies that are spelt alike would share a label."""
    vocabularies = (Status, Phase, Level, ItemKind, DeviationKind, ResolutionKind, Kind, Field)
    words = [word for vocabulary in vocabularies for word in vocabulary]
    assert len({str(word) for word in words}) == len(words)
    assert [word for word in words if word not in LABELS] == []


EARLIER = """
periode: 2023
strategi: 2023
ordlyd: gjengitt
kilde: Planen for 2023
områder:
  - {id: eget, tittel: Eget, tiltak: [{id: tur, tekst: Gå på tur., ansvar: styret, frist: 2023}]}
"""


def test_a_faulty_plan_stops_neither_the_site_nor_the_other_plan(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    history = repository(project)
    folder = project / "plans/fagforeninger/forse"
    plan = folder / "2024-2025.yml"
    history.write("plans/fagforeninger/forse/2023.yml", EARLIER)
    history.commit("2024-03-01")
    plan.write_text(plan.read_text(encoding="utf-8").replace("sommerfest", "sommerleir"), encoding="utf-8")
    history.commit("2024-04-01")
    assert planverk(project, "build").returncode == 0
    (folder / "2023.yml").write_text("periode: [", encoding="utf-8")
    plan.write_text(plan.read_text(encoding="utf-8").replace("sommerleir", "sommermøte"), encoding="utf-8")
    history.commit("2024-05-01")
    built = planverk(project, "build")
    assert built.returncode == 1
    assert "nye eller endret" in built.stderr, built.stderr
    site = project / "site/fagforeninger/forse"
    assert "sommermøte" in (site / "2024-2025/index.html").read_text(encoding="utf-8")
    assert "Gå på tur" in (site / "2023/index.html").read_text(encoding="utf-8")
    assert "sommerleir" in (site / "endringer/index.html").read_text(encoding="utf-8")

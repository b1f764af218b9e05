"""Calendars, roles of unions and courses, against figures that are drawn from the sources anew."""

import datetime
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.pipeline import generate
from tests.case_folders import assemble
from tests.project import ROOT
from tests.rendering import rendered

TODAY = datetime.date(2025, 2, 1)
LAST_DAY = {
    "1. mai 2025": "2025-05-01",
    "2025": "2025-12-31",
    "November 2025": "2025-11-30",
    "første halvår 2025": "2025-06-30",
    "i løpet av 2025": "2025-12-31",
    "i løpet av 2025.": "2025-12-31",
    "sommerhalvåret": "2025-09-30",
    "tidlig 2025": "2025-03-31",
    "Hele 2025": "",
}
"""The last days of the deadlines that the shipped plans do not write as days; empty for no day."""

MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
ANCHOR = re.compile(r"\.md#((?:tiltak|kurs)-[\w-]+)$")


@dataclass(frozen=True)
class Measure:
    """A measure as its source has it."""

    union: str
    county: str
    anchor: str
    roles: frozenset[str]
    deadline: str | None

    @property
    def day(self) -> datetime.date | None:
        if self.deadline is None:
            return None
        written = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", self.deadline)
        iso = "-".join(reversed(written.groups())) if written else LAST_DAY[self.deadline]
        return datetime.date.fromisoformat(iso) if iso else None


def source(path: str) -> dict[str, Any]:
    plain: dict[str, Any] = yaml.safe_load((ROOT / "plans" / path).read_text(encoding="utf-8"))
    return plain


def shipped_plans() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each union's id, its county and its one plan."""
    for folder in sorted((ROOT / "plans/fagforeninger").iterdir()):
        (plan,) = folder.glob("20*.yml")
        county = source(f"fagforeninger/{folder.name}/fagforening.yml")["fylke"]
        yield folder.name, county, source(f"fagforeninger/{folder.name}/{plan.name}")


def shipped_measures() -> list[Measure]:
    roles = {
        words.casefold(): role["id"]
        for role in source("forbund.yml")["roller"]
        for words in (role["id"], role["navn"], *role.get("skrivemåter", ()))
    }
    return [
        Measure(
            union=union,
            county=county,
            anchor="tiltak-" + str(each.get("id") or str(each["nr"]).replace(".", "-")),
            roles=frozenset(roles[words.casefold()] for words in each.get("ansvar", ())),
            deadline=str(each["frist"]) if "frist" in each else None,
        )
        for union, county, plan in shipped_plans()
        for area in plan["områder"]
        for each in area.get("tiltak", ())
    ]


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the shipped plans."""
    root = tmp_path_factory.mktemp("shipped")
    for name in ("plans", "templates"):
        shutil.copytree(ROOT / name, root / name)
    return built(root)


def built(root: Path, today: datetime.date = TODAY) -> Path:
    assert generate(root, today, lambda _: None).published is not None
    return root / "docs"


def body(page: Path) -> str:
    return page.read_text(encoding="utf-8").split("---\n", 2)[2]


def table(page: Path) -> list[list[str]]:
    """The texts of the cells of the page's table, a list a row."""
    rows: list[list[str]] = []
    for part in rendered(body(page)):
        if isinstance(part, str):
            if rows and rows[-1]:
                rows[-1][-1] += part
        elif part[0] == "tr":
            rows.append([])
        elif part[0] in ("th", "td"):
            rows[-1].append("")
        elif part[0] == "/table":
            break
    return rows


def linked(page: Path) -> dict[str, list[str]]:
    """The anchors of measures and courses that the page links to, by the heading above them."""
    found: dict[str, list[str]] = defaultdict(list)
    heading, inside = "", False
    for part in rendered(body(page)):
        if isinstance(part, str):
            heading, inside = (part, False) if inside else (heading, inside)
        elif part[0] in ("h2", "h3"):
            inside = True
        elif part[0] == "a":
            anchor = ANCHOR.search(part[1].get("href") or "")
            if anchor:
                found[heading].append(anchor[1])
    return dict(found)


def month_of_year(day: datetime.date) -> str:
    return f"{MONTHS[day.month - 1].capitalize()} {day.year}"


def test_each_county_has_its_deadlines_in_each_month(docs: Path) -> None:
    names = {county["id"]: county["navn"] for county in source("forbund.yml")["fylker"]}
    expected: dict[int, dict[str, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
    for each in shipped_measures():
        if each.day:
            expected[each.day.year][names[each.county]][each.day.month] += 1
    assert sorted(expected) == [2022, 2023, 2024, 2025]
    for year, counties in expected.items():
        _, *lines, sums = table(docs / f"kalender/{year}/index.md")
        assert {name: cells for name, *cells in lines} == {
            name: [str(months[month] or "–") for month in range(1, 13)] + [str(months.total())]
            for name, months in counties.items()
        }
        whole = sum(counties.values(), Counter())
        assert sums == ["I alt", *(str(whole[month] or "–") for month in range(1, 13)), str(whole.total())]


def test_the_years_are_counted_and_this_year_comes_first(docs: Path) -> None:
    days = [each.day for each in shipped_measures() if each.day]
    counts = Counter(day.year for day in days)
    past = Counter(day.year for day in days if day < TODAY)
    texts = [part for part in rendered(body(docs / "kalender/index.md")) if isinstance(part, str)]
    years = [part.removeprefix("I år: ") for part in texts if part.removeprefix("I år: ").isdigit()]
    assert years == ["2025", "2024", "2023", "2022"]
    said = [re.findall(r"\d+", part) for part in texts if "frist" in part and part[0] in "·0123456789"]
    assert said == [[str(n) for n in (counts[year], past[year]) if n] for year in (2025, 2024, 2023, 2022)]


def test_a_unions_calendar_has_each_measure_in_its_month_or_on_its_shelf(docs: Path) -> None:
    expected: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    unstated: Counter[str] = Counter()
    for each in shipped_measures():
        if each.deadline is None:
            unstated[each.union] += 1
        else:
            place = month_of_year(each.day) if each.day else "Gjennom hele perioden, eller gjentas"
            expected[each.union][place].append(each.anchor)
    for union, _, _ in shipped_plans():
        page = docs / f"fagforeninger/{union}/kalender.md"
        found = {heading: sorted(anchors) for heading, anchors in linked(page).items()}
        assert found == {heading: sorted(anchors) for heading, anchors in expected[union].items()}
        told = re.findall(r"(\d+) tiltak har ingen frist", body(page))
        assert told == [str(n) for n in (unstated[union],) if n]


def test_a_unions_roles_have_their_measures(docs: Path) -> None:
    names = {role["id"]: role["navn"] for role in source("forbund.yml")["roller"]}
    expected: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for each in shipped_measures():
        for role in each.roles:
            expected[each.union][names[role]].append(each.anchor)
        if not each.roles:
            expected[each.union]["Ingen har ansvaret"].append(each.anchor)
    for union, _, _ in shipped_plans():
        found = linked(docs / f"fagforeninger/{union}/roller.md")
        assert {heading: sorted(anchors) for heading, anchors in found.items()} == {
            heading: sorted(anchors) for heading, anchors in expected[union].items()
        }


def test_a_county_lists_its_courses_by_audience(docs: Path) -> None:
    expected: dict[str, dict[str, int]] = defaultdict(Counter)
    for _, county, plan in shipped_plans():
        for area in plan["områder"]:
            for course in area.get("kurs", ()):
                expected[county][course["målgruppe"]] += 1
    pages = {page.stem: page for page in (docs / "kurs").iterdir() if page.stem != "index"}
    assert {
        county: {heading: len(anchors) for heading, anchors in linked(page).items()}
        for county, page in pages.items()
    } == expected


def test_every_link_of_a_table_of_months_leads_to_its_place(site: Path) -> None:
    """They are HTML, which no engine looks at."""
    pages = sorted((site / "kalender").rglob("index.html"))
    found = {page: _links_of_tables(page) for page in pages}
    assert sum(map(len, found.values())) > 40
    for page, links in found.items():
        for link in links:
            path, _, anchor = link.partition("#")
            target = (page.parent / path / "index.html").resolve()
            assert not anchor or f'id="{anchor}"' in target.read_text(encoding="utf-8"), (page, link)
            assert target.is_relative_to(site.resolve())
            assert target.is_file(), (page, link)


def _links_of_tables(page: Path) -> list[str]:
    tables = re.findall(r"<table.*?</table>", page.read_text(encoding="utf-8"), re.DOTALL)
    return re.findall(r'href="([^"]*)"', "".join(tables))


# What follows is seen on a small project, on a day of its own.

DAY = datetime.date(2025, 6, 1)
HEAD = """
periode: {period}
strategi: 2024-2025
ordlyd: gjengitt
kilde: Handlingsplan
områder:
  - område: heltid
"""


def small(root: Path, unions: dict[str, str], period: str = "2024-2025") -> Path:
    """The pages of the base project with these unions, each with one area of its one plan."""
    assemble(root)
    shutil.copytree(ROOT / "templates", root / "templates")
    for union, area in unions.items():
        folder = root / "plans/fagforeninger" / union
        folder.mkdir(exist_ok=True)
        (folder / "fagforening.yml").write_text(f"navn: Fagforbundet {union}\nfylke: vestland\n", "utf-8")
        (folder / f"{period}.yml").write_text(HEAD.format(period=period) + area, "utf-8")
    return built(root, DAY)


def test_measures_to_come_stand_before_those_past_in_a_role(tmp_path: Path) -> None:
    area = """
    tiltak:
      - {id: lengst-siden, tekst: A., ansvar: [Styret], frist: mars 2024}
      - {id: nylig, tekst: B., ansvar: [styret], frist: mai 2025}
      - {id: uten, tekst: C., ansvar: [Styret]}
      - {id: senere, tekst: D., ansvar: [Styret, Leder], frist: 2025}
      - {id: snart, tekst: E., ansvar: [fagforeningsstyret, Leder], frist: juni 2025}
      - {id: ingens, tekst: F., frist: juni 2025}
"""
    docs = small(tmp_path, {"vik": area.replace("fagforeningsstyret", "STYRET")})
    assert linked(docs / "fagforeninger/vik/roller.md") == {
        "Leder": ["tiltak-snart", "tiltak-senere"],
        "Styret": ["tiltak-snart", "tiltak-senere", "tiltak-uten", "tiltak-nylig", "tiltak-lengst-siden"],
        "Ingen har ansvaret": ["tiltak-ingens"],
    }


def test_the_roles_are_those_of_the_current_plan_and_the_calendar_that_of_all(tmp_path: Path) -> None:
    small(tmp_path, {"vik": "    tiltak: [{id: ny, tekst: A., ansvar: [Styret], frist: 2026}]\n"}, "2026")
    docs = tmp_path / "docs"
    assert linked(docs / "fagforeninger/vik/roller.md") == {
        "Leder": ["tiltak-1-1"],
        "Styret": ["tiltak-grilling"],
    }
    assert linked(docs / "fagforeninger/vik/kalender.md") == {
        "Desember 2026": ["tiltak-ny"],
        "Mai 2025": ["tiltak-1-1"],
        "Gjennom hele perioden, eller gjentas": ["tiltak-grilling"],
    }
    files = sorted(path.name for path in (docs / "fagforeninger/vik/roller").iterdir())
    assert files == ["leder.ics", "styret.ics"]


def facts(page: Path, anchor: str) -> str:
    """What the line of the measure says below its text."""
    (line,) = (line for line in body(page).splitlines() if f"#{anchor})" in line)
    parts = rendered(line[line.index("<span") :])
    return " ".join(part for part in parts if isinstance(part, str))


def test_a_long_time_stands_at_its_end_with_its_words_and_its_days(tmp_path: Path) -> None:
    area = """
    frist: våren 2025
    tiltak:
      - {id: dag, tekst: A., frist: 1. mars 2025}
      - {id: maaned, tekst: B., frist: mars 2025}
      - {id: halvaar, tekst: C., frist: første halvår 2025}
      - {id: omradets, tekst: D.}
      - {id: alltid, tekst: E., frist: kontinuerlig}
      - {id: uklar, tekst: F., frist: når det passer}
"""
    page = small(tmp_path, {"vik": area}) / "fagforeninger/vik/kalender.md"
    assert linked(page) == {
        "Mars 2025": ["tiltak-dag", "tiltak-maaned"],
        "Juni 2025": ["tiltak-halvaar", "tiltak-omradets"],
        "Gjennom hele perioden, eller gjentas": ["tiltak-alltid"],
        "Frister vi ikke kunne tolke": ["tiltak-uklar"],
    }
    said = {
        name: facts(page, f"tiltak-{name}")
        for name in ("dag", "maaned", "halvaar", "omradets", "alltid", "uklar")
    }
    assert said == {
        "dag": "Frist: 1. mars 2025 · Ikke rapportert Fristen er ute",
        "maaned": "Frist: mars 2025 · Ikke rapportert Fristen er ute",
        "halvaar": "Frist: første halvår 2025 (1. jan.–30. juni 2025) · Ikke rapportert",
        "omradets": "Frist for hele området: våren 2025 (1. jan.–30. juni 2025) · Ikke rapportert",
        "alltid": "Frist: kontinuerlig (1. jan. 2024–31. des. 2025) · Ikke rapportert",
        "uklar": "Frist: når det passer · Ikke rapportert",
    }


def test_a_month_of_a_county_previews_every_union_before_any_a_second_time(tmp_path: Path) -> None:
    mine = "    tiltak:\n" + "".join(
        f"      - {{id: m{n:02}, tekst: A., frist: mai 2025}}\n" for n in range(20)
    )
    other = "    tiltak: [{id: annen, tekst: B., frist: 31. mai 2025}]\n"
    page = small(tmp_path, {"vik": mine, "os": other}) / "kalender/2025/vestland.md"
    assert linked(page) == {"Mai 2025": ["tiltak-annen", *(f"tiltak-m{n:02}" for n in range(9))]}
    assert "11 til i denne måneden" in body(page)
    _, *lines = table(page)
    assert [(name, cells[4], cells[-1]) for name, *cells in lines] == [
        ("Fagforbundet os", "1", "1"),
        ("Fagforbundet vik", "20", "20"),
        ("I alt", "21", "21"),
    ]


def test_what_stands_in_no_month_is_counted_beside(tmp_path: Path) -> None:
    area = """
    tiltak:
      - {id: a, tekst: A., frist: mai 2025}
      - {id: b, tekst: B., frist: kontinuerlig}
      - {id: c, tekst: C., frist: hele 2024}
      - {id: d, tekst: D., frist: når det passer}
      - {id: e, tekst: E.}
"""
    page = small(tmp_path, {"vik": area}) / "kalender/2025/index.md"
    assert re.findall(r"^- (\d+ .*)$", body(page).partition("Utenom månedene")[2], re.MULTILINE) == [
        "1 tiltak varer hele året eller perioden, eller gjentas",
        "1 frist er skrevet slik at vi ikke kunne tolke den",
        "1 tiltak har ingen frist",
    ]


def test_courses_are_grouped_by_audience_whatever_the_case_and_ordered_by_time(tmp_path: Path) -> None:
    area = """
    kurs:
      - {id: sist, navn: A, målgruppe: Ørjan-klubben, tidspunkt: kontinuerlig}
      - {id: aar, navn: B, målgruppe: nye tillitsvalgte, tidspunkt: 2025}
      - {id: host, navn: C, målgruppe: Nye  Tillitsvalgte, tidspunkt: høsten 2025}
      - {id: mars, navn: D, målgruppe: Nye tillitsvalgte, tidspunkt: mars 2025}
      - {id: uklart, navn: E, målgruppe: Nye tillitsvalgte, tidspunkt: etter avtale}
      - {id: alle, navn: F}
      - {id: arlig, navn: G, målgruppe: Årsmøtet, tidspunkt: 2024}
"""
    docs = small(tmp_path, {"vik": area})
    assert linked(docs / "kurs/vestland.md") == {
        "Nye tillitsvalgte": ["kurs-mars", "kurs-aar", "kurs-host", "kurs-uklart"],
        "Ørjan-klubben": ["kurs-sist"],
        "Årsmøtet": ["kurs-arlig"],
        "Målgruppe ikke oppgitt": ["kurs-alle"],
    }
    counts = re.findall(r"^- (.*) · (\d+) kurs$", body(docs / "kurs/index.md"), re.MULTILINE)
    assert counts == [
        ("I løpet av 2024", "1"),
        ("Første halvår 2025", "1"),
        ("Andre halvår 2025", "1"),
        ("I løpet av 2025", "1"),
        ("Gjentas, eller gjennom hele perioden", "1"),
        ("Tid ikke oppgitt, eller ikke tolket", "2"),
        ("Nye tillitsvalgte", "4"),
        ("Ørjan-klubben", "1"),
        ("Årsmøtet", "1"),
    ]
    in_order = ["sist", "aar", "host", "uklart", "alle", "mars", "arlig"]
    assert linked(docs / "kurs/index.md") == {"Vestland": [f"kurs-{each}" for each in in_order]}


def test_courses_of_plans_that_do_not_count_now_are_left_out(tmp_path: Path) -> None:
    docs = small(tmp_path, {"vik": "    kurs: [{id: a, navn: A}]\n"}, "2026")
    assert linked(docs / "kurs/index.md") == {}
    assert not (docs / "kurs/vestland.md").exists()

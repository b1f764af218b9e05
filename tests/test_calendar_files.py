"""Calendar files: read back by two libraries, with the same identities whenever they are made."""

import datetime
import json
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from generator.exports.content_lines import OCTETS, content_line, spelled
from generator.pipeline import generate
from tests.case_folders import assemble
from tests.project import ROOT

TODAY = datetime.date(2025, 6, 1)
SITE = "https://planer.example.org/tavla/"
PLAN = "plans/fagforeninger/vik/2024-2025.yml"
FILE = "fagforeninger/vik/kalender.ics"

HEAD = """
periode: 2024-2025
strategi: 2024-2025
ordlyd: gjengitt
kilde: Handlingsplan
"""


def made(root: Path, plan: str | None = None, today: datetime.date = TODAY, site: str = SITE) -> Path:
    """The folder of pages of the small project, its one plan replaced."""
    assemble(root)
    if plan is not None:
        (root / PLAN).write_text(plan, encoding="utf-8")
    shutil.copytree(ROOT / "templates", root / "templates", dirs_exist_ok=True)
    outcome = generate(root, today, lambda _: None, site)
    assert outcome.sound, outcome.diagnostics
    return root / "docs"


def events(file: Path) -> list[Event]:
    """The events, the file read strictly."""
    calendar = Calendar.from_ical(file.read_bytes())
    found = [each for each in calendar.walk("VEVENT") if isinstance(each, Event)]
    assert [event.errors for event in found] == [[] for _ in found]
    assert {item.name for item in calendar.subcomponents} <= {"VEVENT"}
    return found


def lines(file: Path) -> list[str]:
    """The file's content lines, unfolded."""
    return file.read_bytes().decode().replace("\r\n ", "").split("\r\n")


def files(docs: Path) -> list[str]:
    return sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.ics"))


def test_an_event_says_all_of_its_measure(tmp_path: Path) -> None:
    docs = made(
        tmp_path,
        HEAD
        + """
vedtak: [{organ: årsmøtet, type: vedtatt, dato: 2024-01-30}]
områder:
  - område: heltid
    tiltak:
      - nr: 1.1
        tekst: Kreve hele stillinger.
        ansvar: [Leder, styret]
        frist: første halvår 2025
        status: [{status: delvis, dato: 2025-02-03, grunn: Halve kommunen}]
""",
    )
    link = f"{SITE}fagforeninger/vik/2024-2025/#tiltak-1-1"
    rest = (
        "Frist: første halvår 2025 (1. jan.–30. juni 2025)\\nAnsvar: Leder\\; styret"
        "\\nStatus: Delvis oppnådd (3. februar 2025): Halve kommunen"
        f"\\nPlan: Fagforbundet Vik\\, 2024–2025\\n{link}"
    )
    assert lines(docs / FILE) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Planverk//Planverk//NO",
        "X-WR-CALNAME:Frister – Fagforbundet Vik",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "BEGIN:VEVENT",
        "UID:tiltak-1-1.2024-2025.vik@planverk",
        "DTSTAMP:20250203T000000Z",
        "DTSTART;VALUE=DATE:20250630",
        "DTEND;VALUE=DATE:20250701",
        "SUMMARY:Tiltak 1.1: Kreve hele stillinger.",
        "DESCRIPTION:Kreve hele stillinger.\\n\\n" + rest,
        "CATEGORIES:Heltid og likelønn",
        "TRANSP:TRANSPARENT",
        f"URL:{link}",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_without_an_address_of_the_site_nothing_links_to_it(tmp_path: Path) -> None:
    (event,) = events(made(tmp_path, site="") / FILE)
    assert "URL" not in event
    assert "://" not in str(event["DESCRIPTION"])


def test_what_recurs_or_goes_on_or_is_not_understood_is_left_out(tmp_path: Path) -> None:
    docs = made(
        tmp_path,
        HEAD
        + """
områder:
  - område: heltid
    tiltak:
      - {id: dag, tekst: A., ansvar: Leder, frist: 1. mars 2025}
      - {id: gjentas, tekst: B., ansvar: Styret, frist: 2 ganger i året}
      - {id: gaar, tekst: C., ansvar: Styret, frist: kontinuerlig}
      - {id: hele, tekst: D., ansvar: Styret, frist: hele perioden}
      - {id: uklar, tekst: E., ansvar: Styret, frist: når det passer}
      - {id: uten, tekst: F., ansvar: Styret}
""",
    )
    assert [str(event["UID"]) for event in events(docs / FILE)] == ["tiltak-dag.2024-2025.vik@planverk"]
    assert files(docs) == [FILE, "fagforeninger/vik/roller/leder.ics"]


def test_a_plan_without_dated_deadlines_has_no_file(tmp_path: Path) -> None:
    docs = made(tmp_path, HEAD + "områder: [{område: heltid, tiltak: [{id: a, tekst: A.}]}]\n")
    assert files(docs) == []
    assert ".ics" not in (docs / "fagforeninger/vik/kalender.md").read_text(encoding="utf-8")


def test_the_identities_and_the_bytes_stay_when_the_day_changes(tmp_path: Path) -> None:
    first = made(tmp_path / "a", today=TODAY) / FILE
    later = made(tmp_path / "b", today=datetime.date(2026, 3, 4)) / FILE
    assert first.read_bytes() == later.read_bytes()


def test_the_identities_stay_when_measures_come_and_words_change(tmp_path: Path) -> None:
    before = "områder: [{område: heltid, tiltak: [{nr: 1.1, tekst: A., frist: mai 2025}]}]\n"
    after = (
        "områder: [{område: heltid, tiltak: [{nr: 1.0, tekst: Ny., frist: mai 2025},"
        " {nr: 1.1, tekst: B., frist: mars 2025}]}]\n"
    )
    one = {str(event["UID"]) for event in events(made(tmp_path / "a", HEAD + before) / FILE)}
    two = {str(event["UID"]) for event in events(made(tmp_path / "b", HEAD + after) / FILE)}
    assert (one, two - one) == (
        {"tiltak-1-1.2024-2025.vik@planverk"},
        {"tiltak-1-0.2024-2025.vik@planverk"},
    )


def test_a_report_of_tomorrow_is_not_told_today(tmp_path: Path) -> None:
    plan = """
områder:
  - område: heltid
    tiltak:
      - {nr: 1.1, tekst: A., frist: mai 2025, status: [{status: gjennomført, dato: 2025-06-02}]}
"""
    (event,) = events(made(tmp_path / "a", HEAD + plan) / FILE)
    assert event.stamp == datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    assert "Status: Ikke rapportert" in str(event["DESCRIPTION"])
    (next_day,) = events(made(tmp_path / "b", HEAD + plan, today=datetime.date(2025, 6, 2)) / FILE)
    assert next_day.stamp == datetime.datetime(2025, 6, 2, tzinfo=datetime.UTC)
    assert "Status: Gjennomført" in str(next_day["DESCRIPTION"])


HOSTILE = (
    "Kaffe; te, kaker: «æøå» \\",
    "Linje\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x",
    "Tab\tog\nny linje",
    '";X-ALT-DESC="<b>',
    "BEGIN:VALARM",
    "🚀" * 60,
    "ord" * 100,
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str, tmp_path: Path) -> None:
    quoted = json.dumps(words, ensure_ascii=False)
    areas = f"områder: [{{id: o, tittel: {quoted}, tiltak: [{{id: a, tekst: {quoted}, frist: mai 2025}}]}}]\n"
    docs = made(tmp_path, HEAD + areas)
    plain = " ".join(words.split())
    fields = {name: value for name, _, value in (each.partition(":") for each in lines(docs / FILE))}
    assert Counter(each.partition(":")[0] for each in lines(docs / FILE)) == Counter(
        ["BEGIN", "END"] * 2
        + ["VERSION", "PRODID", "X-WR-CALNAME", "REFRESH-INTERVAL;VALUE=DURATION", "UID", "DTSTAMP"]
        + ["DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION", "CATEGORIES", "TRANSP"]
        + ["URL", ""]
    )
    assert read(fields["DESCRIPTION"]).split("\n")[0] == plain
    assert read(fields["CATEGORIES"]) == plain
    assert len(events(docs / FILE)) == 1
    other = vobject.readOne((docs / FILE).read_bytes().decode())
    assert other.vevent.uid.value == "tiltak-a.2024-2025.vik@planverk"


def read(value: str) -> str:
    """What a spelled text says, one escape after another."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


@given(st.text())
@example("\\n")
@example("\\\\N;,\n\r\x00\x85\u2028")
@example("å" * 200)
def test_any_text_comes_back_from_a_line(text: str) -> None:
    text = text.encode(errors="ignore").decode()
    line = content_line("SUMMARY", spelled(text))
    assert line.endswith("\r\n")
    assert [len(part) for part in line.encode().split(b"\r\n") if len(part) > OCTETS] == []
    unfolded = line.removesuffix("\r\n").replace("\r\n ", "")
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", unfolded)
    left = re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", "", text)
    assert read(unfolded.removeprefix("SUMMARY:")) == left


@given(st.integers(0, 300))
def test_a_line_is_folded_as_late_as_can_be(length: int) -> None:
    parts = content_line("A", "x" * length).removesuffix("\r\n").split("\r\n")
    assert [len(part) for part in parts[:-1]] == [OCTETS] * (len(parts) - 1)


def test_both_libraries_read_every_shipped_file_the_same(site: Path) -> None:
    assert files(site.parent / "docs") == [
        "fagforeninger/forse/kalender.ics",
        *(f"fagforeninger/forse/roller/{role}.ics" for role in FORSE),
        "fagforeninger/pleie-og-omsorg-oslo/kalender.ics",
        *(f"fagforeninger/pleie-og-omsorg-oslo/roller/{role}.ics" for role in OSLO),
    ]
    for name in files(site.parent / "docs"):
        file = site.parent / "docs" / name
        raw = file.read_bytes()
        assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
        other = vobject.readOne(raw.decode())
        other.validate()
        assert [
            (each.uid.value, each.dtstart.value, each.dtend.value, each.summary.value, each.description.value)
            for each in other.vevent_list
        ] == [
            (str(each["UID"]), each.start, each.end, str(each["SUMMARY"]), str(each["DESCRIPTION"]))
            for each in events(file)
        ]


FORSE = ("opplaringsutvalget", "pensjonistutvalget", "styret")
OSLO = (
    "fagforeningsleder",
    "heltidsansvarlig",
    "klubbleder",
    "leder-ungdomsutvalget",
    "leder-yrkesseksjon-helse-og-sosial",
    "leder-yrkesseksjon-samferdsel-og-teknisk",
    "ledere-yrkesseksjonene",
    "nestleder",
    "opplaringsansvarlig",
    "pensjonisttillitsvalgt",
    "valgkampsansvarlig",
)


def test_the_site_has_the_files_byte_for_byte(site: Path) -> None:
    for name in files(site.parent / "docs"):
        assert (site / name).read_bytes() == (site.parent / "docs" / name).read_bytes()


def test_no_two_shipped_events_have_the_same_identity(site: Path) -> None:
    names = [name for name in files(site.parent / "docs") if name.endswith("/kalender.ics")]
    found = [str(event["UID"]) for name in names for event in events(site.parent / "docs" / name)]
    assert len(found) == len(set(found)) == 12 + 43


def test_a_plan_with_an_error_keeps_its_files(tmp_path: Path) -> None:
    docs = made(tmp_path)
    before = {name: (docs / name).read_bytes() for name in files(docs)}
    (tmp_path / PLAN).write_text("periode: 2024-2025\n", encoding="utf-8")
    generate(tmp_path, TODAY, lambda _: None, SITE)
    assert before
    assert {name: (docs / name).read_bytes() for name in files(docs)} == before

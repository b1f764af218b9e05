"""A plan's report for a span: who stands in which group, against figures found without the generator."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import addresses
from generator.deadlines import understand
from generator.diagnostics import errors
from generator.model import Goal, Measure, PlanArea, Status, StatusEntry
from generator.periods import Interval, Period
from generator.pipeline import look
from generator.views.common import Scene
from generator.views.outcomes import Thing
from generator.views.report import ReportView, annual_reports, report_view, years
from tests.case_folders import assemble

ROOT = Path(__file__).parent.parent
DAY = datetime.date
DONE = {"gjennomført", "oppnådd"}
PARTLY = {"delvis", "i gang"}

PLAN = """
periode: 2024-2025
strategi: 2024-2025
ordlyd: vedtatt
kilde: Handlingsplan 2024–2025, Fagforbundet Vik
vedtak:
  - {organ: styret, type: godkjent, dato: 2023-12-31}
  - {organ: årsmøtet, type: vedtatt, dato: 2024-01-01}
  - {organ: styret, type: behandlet, dato: 2024-12-31}
  - {organ: årsmøtet, type: behandlet, dato: 2025-01-01}
  - {organ: landsmøtet, type: behandlet}
områder:
  - id: arbeid
    tittel: Arbeid
    mål:
      - {id: m1, tekst: Udatert mål., status: [{status: oppnådd, grunn: Det gikk.}]}
      - {id: m2, tekst: Mål uten noe.}
      - {id: m3, tekst: Mål til neste år., status: [{dato: 2025-01-01, status: oppnådd}]}
    tiltak:
      - {id: i-fjor, tekst: Gjort i fjor., frist: 2023-12-01,
         status: [{dato: 2023-12-31, status: gjennomført}]}
      - {id: i-ar, tekst: Gjort i år., frist: 2024-05-01, status: [{dato: 2024-12-31, status: gjennomført}]}
      - id: omgjort
        tekst: Først gjort og så utgått.
        status: [{dato: 2024-05-01, status: gjennomført}, {dato: 2024-06-01, status: utgått, grunn: Nei.}]
      - {id: sent, tekst: Meldt for sent., frist: 2024-05-01,
         status: [{dato: 2025-01-01, status: gjennomført}]}
      - {id: siste-dag, tekst: Frist siste dag., frist: 2024-12-31, ansvar: [Fagforeningsleder, Styret]}
      - {id: dagen-etter, tekst: Frist dagen etter., frist: 2025-01-01, ansvar: Styret}
      - {id: nitti, tekst: Frist om nitti dager., frist: 2025-03-31, ansvar: Leder}
      - {id: nittien, tekst: Frist om nittien dager., frist: 2025-04-01, ansvar: Leder}
      - {id: alltid, tekst: Uten ende., frist: kontinuerlig i 2025, ansvar: Styret}
      - {id: uklar, tekst: Uklar frist., frist: når vi får tid}
      - {id: i-gang, tekst: I gang over fristen., frist: 2024-02-01,
         status: [{dato: 2024-02-01, status: i gang}]}
      - {id: venter, tekst: Ikke startet., frist: 2025-02-01,
         status: [{dato: 2024-02-01, status: ikke startet}]}
  - id: samlet
    tittel: Samlet
    frist: 2024-06-01
    mål:
      - {id: s1, tekst: Mål under samlet resultat.}
    tiltak:
      - {id: arvet, tekst: Områdets frist gjelder.}
      - {id: egen, tekst: Egen frist framme., frist: 2025-02-15}
    resultat: [{dato: 2024-11-01, status: delvis, grunn: Halvveis.}]
resultat: [{status: i gang, grunn: Alt i alt.}]
"""

NEXT_PLAN = """
periode: 2026
strategi: 2024-2025
ordlyd: vedtatt
kilde: Handlingsplan 2026
vedtak:
  - {organ: styret, type: godkjent, dato: 2024-10-01}
"""


def scene(root: Path, today: datetime.date) -> Scene:
    sight = look(root, today)
    assert errors(sight.diagnostics) == ()
    assert sight.scene is not None
    return sight.scene


@pytest.fixture(scope="module")
def vik(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    root = assemble(tmp_path_factory.mktemp("report"))
    folder = root / "plans/fagforeninger/vik"
    (folder / "2024-2025.yml").write_text(PLAN, encoding="utf-8")
    (folder / "2026.yml").write_text(NEXT_PLAN, encoding="utf-8")
    return scene(root, DAY(2025, 6, 1))


def of_2024(seen: Scene) -> ReportView:
    (union,) = seen.body.unions
    return report_view(seen, union, union.plans[0], Interval(DAY(2024, 1, 1), DAY(2024, 12, 31)))


def texts(things: Iterable[Thing]) -> list[str]:
    return [each.text for each in things]


def in_groups(view: ReportView) -> list[str]:
    """The addresses of all that stands in full in some group."""
    results = [
        each for group in (view.done, view.partly, view.not_done) for each in (*group.rows, *group.earlier)
    ]
    due = [each for group in (view.passed, view.soon, view.later) for each in group.rows]
    return [f"{each.to.page}#{each.to.anchor}" for each in (*results, *due)]


def test_results_are_grouped_by_the_newest_report_until_the_last_day(vik: Scene) -> None:
    view = of_2024(vik)
    assert texts(view.done.rows) == ["Udatert mål.", "Gjort i år."]
    assert texts(view.done.earlier) == ["Gjort i fjor."]
    assert texts(view.partly.rows) == [
        "Handlingsplan 2024–2025, Fagforbundet Vik",
        "I gang over fristen.",
        "Samlet",
    ]
    assert texts(view.not_done.rows) == ["Først gjort og så utgått.", "Ikke startet."]
    assert (view.undated, view.has_results, view.reported_since) == (True, True, 2)


def test_deadlines_are_seen_from_the_day_after_the_last(vik: Scene) -> None:
    view = of_2024(vik)
    assert texts(view.passed.rows) == ["Meldt for sent.", "Frist siste dag."]
    assert texts(view.passed.reported) == ["I gang over fristen."]
    assert texts(view.soon.rows) == ["Frist dagen etter.", "Egen frist framme.", "Frist om nitti dager."]
    assert texts(view.soon.reported) == ["Ikke startet."]
    assert texts(view.later.rows) == ["Frist om nittien dager.", "Uten ende."]
    assert view.later.reported == ()
    assert view.until == DAY(2025, 3, 31)


def test_a_report_by_area_is_not_spread_and_what_is_silent_is_only_counted(vik: Scene) -> None:
    view = of_2024(vik)
    assert [(row.area.text, row.goals, row.measures, row.report.entry is None) for row in view.silent] == [
        ("Arbeid", 2, 1, True),
        ("Samlet", 1, 1, False),
    ]
    assert (view.measures.total, view.measures.reported) == (14, 5)
    assert (view.goals.total, view.goals.reported) == (4, 1)
    assert (view.areas.total, view.areas.reported) == (2, 1)


def test_roles_carry_what_is_open_by_the_names_of_the_vocabulary(vik: Scene) -> None:
    found = [(row.role, row.total, row.passed, row.soon) for row in of_2024(vik).burdens]
    assert found == [("Leder", 3, 1, 1), ("Styret", 3, 1, 1)]


def test_decisions_are_those_dated_in_the_span_on_any_plan_of_the_union(vik: Scene) -> None:
    assert [(str(each.resolution.date), each.plan.text) for each in of_2024(vik).decisions] == [
        ("2024-01-01", "2024–2025"),
        ("2024-10-01", "2026"),
        ("2024-12-31", "2024–2025"),
    ]


def test_there_is_a_report_for_each_year_that_has_begun_and_the_last_is_cut_at_the_day(vik: Scene) -> None:
    (union,) = vik.body.unions
    plan = union.plans[0]
    found = list(annual_reports(vik, union, plan))
    assert [(str(view.span.start), str(view.span.end)) for view in found] == [
        ("2024-01-01", "2024-12-31"),
        ("2025-01-01", "2025-06-01"),
    ]
    assert [view.here for view in found] == [addresses.annual_report(plan, year) for year in (2024, 2025)]
    assert [view.title.text for view in found] == [
        "Annual report: results {year}",
        "Status and results so far in {year}",
    ]
    assert list(annual_reports(vik, union, union.plans[1])) == []
    days = [DAY(2023, 12, 31), DAY(2024, 1, 1), DAY(2025, 1, 1), DAY(2031, 1, 1)]
    assert [years(plan, day) for day in days] == [(), (2024,), (2024, 2025), (2024, 2025)]


def test_a_deadline_on_the_day_itself_has_not_passed(vik: Scene) -> None:
    (union,) = vik.body.unions
    today = replace(vik, today=DAY(2024, 12, 31))
    running = report_view(today, union, union.plans[0], Interval(DAY(2024, 1, 1), DAY(2024, 12, 31)))
    assert "Frist siste dag." in texts(running.soon.rows)
    assert "Frist siste dag." not in texts(running.passed.rows)


dates = st.dates(DAY(2023, 6, 1), DAY(2026, 6, 1))
reports = st.lists(
    st.builds(StatusEntry, status=st.sampled_from(Status), date=st.none() | dates), max_size=3
).map(tuple)
deadlines = st.none() | st.one_of(
    dates.map(str), st.sampled_from(["2024", "hele 2025", "kontinuerlig", "når vi får tid", "mars 2025"])
).map(lambda words: understand(words, Period(2024, 2025)))


@st.composite
def areas(draw: st.DrawFn) -> PlanArea:
    name = draw(st.uuids()).hex
    return PlanArea(
        id=name,
        title="Området",
        deadline=draw(deadlines),
        goals=tuple(
            Goal(id=f"{name}-{n}", text="Mål", status=draw(reports)) for n in range(draw(st.integers(0, 2)))
        ),
        measures=tuple(
            Measure(id=f"{name}-{n}", text="Tiltak", deadline=draw(deadlines), status=draw(reports))
            for n in range(draw(st.integers(0, 3)))
        ),
        results=draw(reports),
    )


@given(
    parts=st.lists(areas(), max_size=3, unique_by=lambda area: area.id),
    results=reports,
    days=st.tuples(dates, dates, dates),
)
def test_every_goal_and_measure_stands_in_one_group(
    vik: Scene,
    parts: list[PlanArea],
    results: tuple[StatusEntry, ...],
    days: tuple[datetime.date, datetime.date, datetime.date],
) -> None:
    (union,) = vik.body.unions
    start, end = sorted(days[:2])
    plan = replace(union.plans[0], areas=tuple(parts), results=results)
    view = report_view(replace(vik, today=max(days)), union, plan, Interval(start, end))
    found = in_groups(view)
    assert len(set(found)) == len(found)
    items = sum(len(area.goals) + len(area.measures) for area in parts)
    wholes = sum(f"#{addresses.area_anchor(area)}" in place for area in parts for place in found)
    wholes += sum(place.endswith("#") for place in found)
    silent = sum(row.goals + row.measures for row in view.silent)
    assert len(found) - wholes + silent == items
    assert wholes == view.areas.reported + any((entry.date or start) <= end for entry in results)


# The plans of this project, counted from their sources by other means.


@cache
def sources(union: str, period: str) -> Any:  # noqa: ANN401 - untyped by nature
    path = ROOT / "plans" / "fagforeninger" / union / f"{period}.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def entries(of: dict[str, Any], key: str, end: datetime.date) -> list[dict[str, Any]]:
    """The reports known on the day, the newest last."""
    known = [entry for entry in of.get(key, []) if entry.get("dato", DAY.min) <= end]
    return sorted(known, key=lambda entry: entry.get("dato", DAY.min))


def newest(plan: Any, end: datetime.date) -> list[str | None]:  # noqa: ANN401
    """The newest status of each thing, None where there is none."""
    reported = [entries(plan, "resultat", end)]
    for area in plan["områder"]:
        reported += [entries(area, "resultat", end)]
        reported += [entries(each, "status", end) for each in (*area.get("mål", []), *area.get("tiltak", []))]
    return [each[-1]["status"] if each else None for each in reported]


@pytest.mark.parametrize(
    ("union", "period", "year"),
    [
        ("as", "2024-2025", 2024),
        ("as", "2024-2025", 2025),
        ("forse", "2024-2025", 2025),
        ("lillehammer", "2024-2025", 2024),
        ("lillehammer", "2024-2025", 2025),
        ("pleie-og-omsorg-oslo", "2023", 2023),
    ],
)
def test_the_real_plans_are_reported_as_their_sources_say(union: str, period: str, year: int) -> None:
    view = real_report(union, period, year)
    end = min(DAY(year, 12, 31), DAY(2025, 6, 1))
    statuses = newest(sources(union, period), end)
    groups = [view.done, view.partly, view.not_done]
    assert [len(group.rows) + len(group.earlier) for group in groups] == [
        sum(status in DONE for status in statuses),
        sum(status in PARTLY for status in statuses),
        sum(status is not None and status not in DONE | PARTLY for status in statuses),
    ]
    resolutions = sources(union, period).get("vedtak", [])
    assert [each.resolution.date for each in view.decisions] == sorted(
        each["dato"] for each in resolutions if "dato" in each and DAY(year, 1, 1) <= each["dato"] <= end
    )


def real_report(union: str, period: str, year: int) -> ReportView:
    seen = shipped()
    owner = next(each for each in seen.body.unions if each.id == union)
    plan = next(each for each in owner.plans if each.period.id == period)
    return report_view(seen, owner, plan, Interval(DAY(year, 1, 1), DAY(year, 12, 31)))


@cache
def shipped() -> Scene:
    return scene(ROOT, DAY(2025, 6, 1))


def test_lillehammer_has_results_by_area_and_none_by_goal() -> None:
    view = real_report("lillehammer", "2024-2025", 2024)
    assert (len(view.done.rows), len(view.partly.rows), view.undated) == (4, 3, True)
    assert sum(row.goals for row in view.silent) == view.goals.total == 37
    assert all(row.report.entry is not None for row in view.silent)


def test_the_deadlines_of_pleie_og_omsorg_are_dates_that_can_be_counted_otherwise() -> None:
    measures = [
        each for area in sources("pleie-og-omsorg-oslo", "2023")["områder"] for each in area.get("tiltak", [])
    ]
    written = [re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", each["frist"]) for each in measures]
    due = [DAY(int(found[3]), int(found[2]), int(found[1])) for found in written if found]
    assert len(due) == len(measures) == 43
    view = real_report("pleie-og-omsorg-oslo", "2023", 2023)
    assert len(view.passed.rows) == sum(day <= DAY(2023, 12, 31) for day in due)
    assert len(view.soon.rows) == sum(DAY(2023, 12, 31) < day <= DAY(2024, 3, 30) for day in due)
    assert len(view.later.rows) == sum(day > DAY(2024, 3, 30) for day in due)
    assert [each.due for each in view.passed.rows] == sorted(day for day in due if day <= DAY(2023, 12, 31))
    assert not view.has_results

"""How things stand on a day: the newest report, what is overdue, which plan is the one to show."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.deadlines import understand
from generator.model import Measure, Plan, PlanArea, Status, StatusEntry, Wording
from generator.periods import Period
from generator.standing import (
    Phase,
    Summary,
    areas,
    current,
    latest,
    measures,
    overdue,
    phase,
    summary,
)

TODAY = datetime.date(2025, 6, 1)
DAY = datetime.timedelta(days=1)
UNDATED = StatusEntry(status=Status.NOT_STARTED)
OLD = StatusEntry(status=Status.UNDER_WAY, date=datetime.date(2024, 1, 30))
NEW = StatusEntry(status=Status.PARTLY, date=TODAY)
TO_COME = StatusEntry(status=Status.DONE, date=TODAY + DAY)


def _plan(first: int, last: int, *parts: PlanArea) -> Plan:
    period = Period(first, last)
    return Plan(
        union="vik", period=period, strategy=period, wording=Wording.ADOPTED, source="Planen", areas=parts
    )


def _summary(total: int, counts: dict[Status, int]) -> Summary:
    """The summary with these counts, in the vocabulary's order."""
    return Summary(total, tuple((status, counts[status]) for status in Status if status in counts))


def _measure(name: str, *reports: StatusEntry) -> Measure:
    return Measure(id=name, text="Kreve hele stillinger.", status=reports)


@pytest.mark.parametrize(
    ("entries", "newest"),
    [
        ((), None),
        ((UNDATED,), UNDATED),
        ((UNDATED, OLD), OLD),
        ((OLD, UNDATED), OLD),
        ((OLD, NEW), NEW),
        ((NEW, OLD), NEW),
        ((NEW, TO_COME), NEW),
        ((TO_COME, OLD), OLD),
        ((TO_COME, UNDATED), UNDATED),
        ((TO_COME,), None),
    ],
)
def test_the_newest_report_is_the_last_dated_on_or_before_the_day(
    entries: tuple[StatusEntry, ...], newest: StatusEntry | None
) -> None:
    assert latest(entries, TODAY) is newest


@pytest.mark.parametrize("date", [None, TODAY])
def test_of_two_reports_of_one_day_the_last_written_counts(date: datetime.date | None) -> None:
    first = StatusEntry(status=Status.PARTLY, date=date)
    second = StatusEntry(status=Status.ACHIEVED, date=date)
    assert latest((first, second), TODAY) is second
    assert latest((second, first), TODAY) is first


@pytest.mark.parametrize(
    ("words", "last_day"),
    [
        ("1. juni 2025", datetime.date(2025, 6, 1)),
        ("mai 2025", datetime.date(2025, 5, 31)),
        ("første halvår 2025", datetime.date(2025, 6, 30)),
        ("i løpet av 2025", datetime.date(2025, 12, 31)),
        ("kontinuerlig", datetime.date(2025, 12, 31)),
        ("før jul 2025", datetime.date(2025, 12, 23)),
    ],
)
def test_a_deadline_is_overdue_from_the_day_after_its_last(words: str, last_day: datetime.date) -> None:
    deadline = understand(words, Period(2024, 2025))
    assert [overdue(deadline, (), last_day + days * DAY) for days in (-1, 0, 1)] == [False, False, True]


@pytest.mark.parametrize("words", ["når vi får tid", "31.02.2020"])
def test_words_that_are_not_understood_are_never_overdue(words: str) -> None:
    assert not overdue(understand(words, Period(2020, 2020)), [None], datetime.date.max)


def test_without_a_deadline_nothing_is_overdue() -> None:
    assert not overdue(None, (), datetime.date.max)


def test_only_what_is_not_ended_is_overdue() -> None:
    deadline = understand("2024", Period(2024, 2025))
    reports = [StatusEntry(status=status, date=TODAY) for status in Status]
    assert {report.status for report in reports if overdue(deadline, [None, report], TODAY)} == {
        Status.NOT_STARTED,
        Status.UNDER_WAY,
    }


@given(st.dates(datetime.date(2022, 1, 1), datetime.date(2027, 12, 31)))
def test_a_day_lies_in_the_phase_that_the_period_gives_it(today: datetime.date) -> None:
    expected = {2022: Phase.TO_COME, 2023: Phase.TO_COME, 2024: Phase.IN_FORCE, 2025: Phase.IN_FORCE}
    assert phase(Period(2024, 2025), today) is expected.get(today.year, Phase.OVER)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (datetime.date(2023, 12, 31), Phase.TO_COME),
        (datetime.date(2024, 1, 1), Phase.IN_FORCE),
        (datetime.date(2025, 12, 31), Phase.IN_FORCE),
        (datetime.date(2026, 1, 1), Phase.OVER),
    ],
)
def test_a_period_is_in_force_on_its_first_and_on_its_last_day(today: datetime.date, expected: Phase) -> None:
    assert phase(Period(2024, 2025), today) is expected


@pytest.mark.parametrize(
    ("periods", "chosen"),
    [
        ([], None),
        ([(2024, 2025)], (2024, 2025)),
        ([(2023, 2023), (2024, 2025), (2026, 2027)], (2024, 2025)),
        ([(2024, 2025), (2025, 2025)], (2025, 2025)),
        ([(2022, 2022), (2023, 2023), (2026, 2027)], (2023, 2023)),
        ([(2026, 2027), (2028, 2029)], (2026, 2027)),
    ],
)
def test_the_plan_to_show_is_in_force_or_newest_over_or_first_to_come(
    periods: list[tuple[int, int]], chosen: tuple[int, int] | None
) -> None:
    found = current(tuple(_plan(*each) for each in periods), TODAY)
    assert found == (None if chosen is None else _plan(*chosen))


def test_the_plan_to_show_changes_with_the_year() -> None:
    plans = (_plan(2023, 2023), _plan(2024, 2025))
    days = [datetime.date(2023, 12, 31), datetime.date(2024, 1, 1)]
    assert [current(plans, day) for day in days] == list(plans)


def test_a_summary_counts_each_status_and_keeps_the_unreported_apart() -> None:
    found = summary([NEW, None, TO_COME, NEW, None, UNDATED])
    assert found == _summary(6, {Status.NOT_STARTED: 1, Status.PARTLY: 2, Status.DONE: 1})
    assert (found.reported, found.unreported) == (4, 2)


def test_a_summary_of_nothing_is_empty() -> None:
    found = summary([])
    assert (found, found.reported, found.unreported) == (Summary(0, ()), 0, 0)


def test_measures_and_areas_are_summed_up_apart_by_the_newest_report() -> None:
    first = PlanArea(
        id="heltid", measures=(_measure("a", OLD, NEW), _measure("b", TO_COME)), results=(UNDATED, TO_COME)
    )
    second = PlanArea(id="sosialt", title="Sosialt", measures=(_measure("c", OLD),))
    plan = _plan(2024, 2025, first, second)
    reported = {Status.UNDER_WAY: 1, Status.PARTLY: 1}
    assert measures(plan, TODAY) == _summary(3, reported)
    assert measures(plan, TODAY + DAY) == _summary(3, reported | {Status.DONE: 1})
    assert areas(plan, TODAY) == _summary(2, {Status.NOT_STARTED: 1})

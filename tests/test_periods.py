"""Periods: one year or several, as sources write them, as addresses hold them, as pages print them."""

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.periods import Interval, Period, period

YEARS = st.integers(1900, 2099)
PERIODS = st.tuples(YEARS, YEARS).map(sorted).map(lambda years: Period(*years))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2023", Period(2023, 2023)),
        ("2024-2025", Period(2024, 2025)),
        ("2024–2025", Period(2024, 2025)),
        (" 2024-2025\n", Period(2024, 2025)),
        ("2025-2025", Period(2025, 2025)),
        ("1900-2099", Period(1900, 2099)),
        ("2025-2024", None),
        ("1899", None),
        ("2100", None),
        ("1899-2025", None),
        ("2024-2100", None),
        ("2024-25", None),
        ("24-25", None),
        ("2024 - 2025", None),
        ("2024/2025", None),
        ("2024—2025", None),
        ("2024-", None),
        ("2024-2025-2026", None),
        ("02024", None),
        ("2024.", None),
        ("-2024", None),
        ("nå", None),
        ("", None),
    ],
)
def test_the_words_name_this_period(words: str, expected: Period | None) -> None:
    assert period(words) == expected


@given(st.text() | st.text(st.sampled_from("0129-– ")))
@example("20٢٤")
@example("²024")
def test_any_words_name_a_period_that_is_not_backwards_or_none(words: str) -> None:
    found = period(words)
    assert found is None or 1900 <= found.first <= found.last <= 2099


@given(PERIODS)
def test_a_period_comes_back_from_its_id_and_from_its_title(one: Period) -> None:
    assert [period(one.id), period(one.title)] == [one, one]


@pytest.mark.parametrize(
    ("one", "written", "printed"),
    [(Period(2023, 2023), "2023", "2023"), (Period(2024, 2025), "2024-2025", "2024–2025")],
)
def test_the_id_has_a_hyphen_and_the_title_a_dash(one: Period, written: str, printed: str) -> None:
    assert (one.id, one.title) == (written, printed)


@pytest.mark.parametrize(
    ("one", "days"),
    [
        (Period(2024, 2024), Interval(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))),
        (Period(2024, 2025), Interval(datetime.date(2024, 1, 1), datetime.date(2025, 12, 31))),
    ],
)
def test_a_period_runs_from_the_first_new_year_to_the_last_new_years_eve(one: Period, days: Interval) -> None:
    assert one.interval == days


def test_periods_sort_by_their_first_year_and_then_by_their_last() -> None:
    assert sorted([Period(2025, 2025), Period(2024, 2025), Period(2023, 2026), Period(2024, 2024)]) == [
        Period(2023, 2026),
        Period(2024, 2024),
        Period(2024, 2025),
        Period(2025, 2025),
    ]

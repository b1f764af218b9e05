"""What day it is: the environment's word goes before the clock's."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import clock

DAY = datetime.date(2025, 6, 1)
NEW_YEAR = 1_735_689_600
"""The first second of 2025 in UTC."""


@pytest.mark.parametrize(
    ("environment", "day"),
    [
        ({"PLANVERK_TODAY": "2025-06-01"}, DAY),
        ({"PLANVERK_TODAY": "2025-06-01", "SOURCE_DATE_EPOCH": str(NEW_YEAR)}, DAY),
        ({"PLANVERK_TODAY": "", "SOURCE_DATE_EPOCH": str(NEW_YEAR)}, datetime.date(2025, 1, 1)),
        ({"SOURCE_DATE_EPOCH": str(NEW_YEAR)}, datetime.date(2025, 1, 1)),
        ({"SOURCE_DATE_EPOCH": str(NEW_YEAR - 1)}, datetime.date(2024, 12, 31)),
        ({"SOURCE_DATE_EPOCH": str(NEW_YEAR + 86_399)}, datetime.date(2025, 1, 1)),
        ({"SOURCE_DATE_EPOCH": "0"}, datetime.date(1970, 1, 1)),
    ],
)
def test_the_environment_names_the_day(environment: dict[str, str], day: datetime.date) -> None:
    assert clock.today(environment) == day


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Oslo"])
def test_the_day_does_not_depend_on_the_zone(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    assert clock.today({"SOURCE_DATE_EPOCH": str(NEW_YEAR)}) == datetime.date(2025, 1, 1)


@pytest.mark.parametrize("environment", [{}, {"PLANVERK_TODAY": "", "SOURCE_DATE_EPOCH": ""}])
def test_without_a_word_the_clock_decides(environment: dict[str, str]) -> None:
    before = datetime.datetime.now(datetime.UTC).date()
    found = clock.today(environment)
    after = datetime.datetime.now(datetime.UTC).date()
    assert before <= found <= after


@pytest.mark.parametrize(
    "environment",
    [
        {"PLANVERK_TODAY": "1. juni 2025"},
        {"PLANVERK_TODAY": "2025-02-30"},
        {"PLANVERK_TODAY": "i dag", "SOURCE_DATE_EPOCH": str(NEW_YEAR)},
        {"SOURCE_DATE_EPOCH": "2025-06-01"},
        {"SOURCE_DATE_EPOCH": "1.5"},
        {"SOURCE_DATE_EPOCH": "9" * 12},
        {"SOURCE_DATE_EPOCH": "9" * 20},
        {"SOURCE_DATE_EPOCH": "-" + "9" * 20},
    ],
)
def test_a_word_that_names_no_day_is_a_value_error(environment: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        clock.today(environment)


@given(st.dates(datetime.date(1970, 1, 1)))
def test_every_day_comes_back_from_its_word(day: datetime.date) -> None:
    assert clock.today({"PLANVERK_TODAY": day.isoformat()}) == day


@given(st.dates(datetime.date(1970, 1, 1)))
def test_every_day_comes_back_from_its_epoch(day: datetime.date) -> None:
    assert clock.today({"SOURCE_DATE_EPOCH": clock.epoch(day)}) == day


def test_the_epoch_is_the_first_second_of_the_day() -> None:
    assert clock.epoch(datetime.date(2025, 1, 1)) == str(NEW_YEAR)

"""Deadline words: `deadlines.txt` holds a line for each form, in a plan for 2024–2025; rules follow it."""

import datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.deadline_words import CONTINUOUS, MONTHS, ORDINALS, RECURRING
from generator.deadlines import Deadline, Precision, understand
from generator.diagnostics import Position
from generator.periods import Interval, Period

PERIOD = Period(2024, 2025)
TABLE = Path(__file__).with_name("deadlines.txt").read_text(encoding="utf-8").splitlines()
MONTH_NAMES = tuple({number: name for name, number in reversed(MONTHS.items())}.items())
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))
PERIODS = st.builds(
    lambda first, more: Period(first, min(first + more, 2099)), st.integers(1900, 2099), st.integers(0, 3)
)
WORDS = st.text(st.sampled_from("0123456789 .-–/,:abcdefghijklmnoprstuvyæøå")) | st.lists(
    st.sampled_from(
        [line.split("|")[0].strip() for line in TABLE] + ["og", "-", "til", "før", "innen", "i", "av", "/"]
    ),
    max_size=6,
).map(" ".join)


@pytest.mark.parametrize("line", TABLE, ids=lambda line: line.split("|")[0].strip())
def test_the_words_span_these_days(line: str) -> None:
    words, start, end, precision = (part.strip() for part in line.split("|"))
    if precision in ("unknown", "impossible"):
        expected = Deadline(words, None, Precision.UNKNOWN, impossible=precision == "impossible")
    else:
        days = Interval(datetime.date.fromisoformat(start), datetime.date.fromisoformat(end))
        expected = Deadline(words, days, Precision(precision))
    assert understand(words, PERIOD) == expected


def test_the_table_has_a_line_for_every_precision() -> None:
    shown = {line.rsplit("|", 1)[1].strip() for line in TABLE}
    assert shown == {each.value for each in Precision} | {"impossible"}


@pytest.mark.parametrize(("name", "number"), MONTHS.items())
def test_every_name_of_a_month_is_that_month(name: str, number: int) -> None:
    day = datetime.date(2024, number, 7)
    assert understand(f"7. {name} 2024", PERIOD).interval == Interval(day, day)


@pytest.mark.parametrize(("name", "number"), ORDINALS.items())
def test_every_ordinal_is_that_quarter(name: str, number: int) -> None:
    assert understand(f"{name} kvartal", PERIOD) == Deadline(
        f"{name} kvartal", understand(f"Q{number}", PERIOD).interval, Precision.QUARTER
    )


@given(st.text() | WORDS, PERIODS)
@example("-" * 1_000, PERIOD)
@example("1-" * 1_000 + "2025", PERIOD)
@example("mars og " * 1_000 + "mai", PERIOD)
@example("før 01.01.1900", Period(1900, 1900))
@example("vinterhalvåret 2099", Period(2099, 2099))
def test_any_words_give_a_deadline_that_keeps_them(words: str, period: Period) -> None:
    place = Position("plan.yml", 3, 9)
    deadline = understand(words, period, place)
    assert (deadline.words, deadline.position) == (words, place)
    assert (deadline.precision is Precision.UNKNOWN) == (deadline.interval is None)
    assert not (deadline.impossible and deadline.interval)


@given(WORDS, PERIODS)
def test_an_interval_does_not_end_before_it_begins(words: str, period: Period) -> None:
    interval = understand(words, period).interval
    assert interval is None or interval.start <= interval.end


@given(WORDS, PERIODS, st.sampled_from(["  {} ", "{}.", "{} !", "\t{}\n"]))
def test_case_outer_space_and_closing_marks_do_not_matter(words: str, period: Period, frame: str) -> None:
    plain = understand(words, period)
    framed = understand(frame.format(words.upper()), period)
    assert (framed.interval, framed.precision) == (plain.interval, plain.precision)


def _forms_with_year(day: datetime.date) -> list[str]:
    name = dict(MONTH_NAMES)[day.month]
    return [
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day}. {day.month}. {day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}/{day.month}-{day.year}",
        f"{day.day}. {name} {day.year}",
        f"{day.day} {name.capitalize()} {day.year}",
        f"{day.day}.{name} i {day.year}",
        f"innen {day:%d.%m.%Y}.",
        f"senest fredag {day.day}. {name} {day.year}",
        f"Frist: den {day.day}. {name} {day.year}",
    ]


def _forms_without_year(day: datetime.date) -> list[str]:
    name = dict(MONTH_NAMES)[day.month]
    return [
        f"{day.day}.{day.month}",
        f"{day:%d.%m}.",
        f"{day.day}/{day.month}",
        f"{day.day}. {name}",
        f"innen {day.day}.{name}",
        f"laurdag {day.day}. {name}",
    ]


@given(DAYS, PERIODS)
def test_a_day_with_its_year_is_that_day_in_every_form(day: datetime.date, period: Period) -> None:
    forms = _forms_with_year(day)
    expected = [Deadline(words, Interval(day, day), Precision.DAY) for words in forms]
    assert [understand(words, period) for words in forms] == expected


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)), PERIODS)
def test_two_digits_of_a_year_mean_this_century(day: datetime.date, period: Period) -> None:
    assert understand(f"{day:%d.%m.%y}", period).interval == Interval(day, day)


@given(DAYS, st.integers(0, 3))
def test_a_day_without_year_lies_in_the_last_year_of_the_period(day: datetime.date, earlier: int) -> None:
    period = Period(max(day.year - earlier, 1900), day.year)
    forms = _forms_without_year(day)
    expected = [Deadline(words, Interval(day, day), Precision.DAY) for words in forms]
    assert [understand(words, period) for words in forms] == expected


@given(
    st.sampled_from(
        ["mars", "Q3", "andre halvår", "våren", "vinterhalvåret", "jul", "medio mai", "årets slutt"],
    ),
    PERIODS,
)
def test_other_words_without_year_mean_the_last_year_of_the_period(words: str, period: Period) -> None:
    deadline = understand(words, period)
    named = understand(f"{words} {period.last}", Period(1950, 1950))
    assert deadline.interval is not None
    assert (deadline.interval.start.year, deadline.interval) == (period.last, named.interval)


@given(DAYS, PERIODS)
def test_before_a_day_means_at_the_latest_the_day_before(day: datetime.date, period: Period) -> None:
    eve = day - datetime.timedelta(days=1)
    assert understand(f"før {day:%d.%m.%Y}", period).interval == Interval(eve, eve)


@given(st.integers(1, 53), PERIODS)
def test_a_week_runs_from_monday_to_sunday_or_is_not_in_that_year(week: int, period: Period) -> None:
    deadline = understand(f"uke {week}", period)
    try:
        monday = datetime.date.fromisocalendar(period.last, week, 1)
    except ValueError:
        assert deadline == Deadline(f"uke {week}", None, Precision.UNKNOWN, impossible=True)
    else:
        days = Interval(monday, monday + datetime.timedelta(days=6))
        assert deadline == Deadline(f"uke {week}", days, Precision.WEEK)


@given(st.integers(32, 97), st.integers(13, 58), PERIODS)
def test_a_date_that_no_calendar_has_is_impossible(day: int, month: int, period: Period) -> None:
    words = [f"{day}.{month}.2025", f"{day + 2}. mai 2025", f"uke {month + 41}", f"2025-{month}-{day}"]
    expected = [Deadline(each, None, Precision.UNKNOWN, impossible=True) for each in words]
    assert [understand(each, period) for each in words] == expected


@given(WORDS, DAYS, PERIODS)
def test_a_deadline_has_passed_only_after_the_last_day(
    words: str, today: datetime.date, period: Period
) -> None:
    deadline = understand(words, period)
    assert deadline.passed(today) == (deadline.interval is not None and deadline.interval.end < today)


@pytest.mark.parametrize("words", ["årlig", "kontinuerlig"])
def test_duties_span_the_period_or_the_year_that_they_name(words: str) -> None:
    assert understand(words, PERIOD).interval == PERIOD.interval
    assert understand(f"{words} i 2024", PERIOD).interval == Period(2024, 2024).interval


def test_no_word_of_a_month_or_a_day_is_taken_for_a_duty() -> None:
    words = [*MONTHS, *ORDINALS, "mandag", "hver av oss"]
    assert [each for each in words if RECURRING.search(each) or CONTINUOUS.search(each)] == []

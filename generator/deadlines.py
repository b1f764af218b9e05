"""Floor 3: Norwegian deadline words (both written forms) to an interval and a precision.

The words themselves are always kept.  A deadline without a year of its own takes the last
year of the plan's period.  Seasons follow the working year of an organisation: spring is
January to June, autumn August to December.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from generator.deadline_words import (
    BEFORE,
    CONTINUOUS,
    END_OF_YEAR,
    HALF_YEARS,
    LEAD,
    MONTH,
    MONTHS,
    OF_YEAR,
    ORDINAL,
    ORDINALS,
    PARTS,
    PERIOD,
    RECURRING,
    SEASONS,
    THIRDS_OF_MONTH,
    THIRDS_OF_YEAR,
    THROUGHOUT,
    WEEKDAYS,
    YEAR,
)
from generator.diagnostics import Position
from generator.periods import Interval, Period
from generator.value_types import quickly_pickled


class Precision(StrEnum):
    """How finely the words fix the time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    SEASON = "season"
    YEAR = "year"
    EARLY_OR_LATE = "early/late"
    PERIOD = "period"
    WHOLE_PERIOD = "whole period"
    RECURRING = "recurring"
    CONTINUOUS = "continuous"
    UNKNOWN = "unknown"


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Deadline:
    """The plan's own words; the days they span, None where they are not understood."""

    words: str
    interval: Interval | None
    precision: Precision
    impossible: bool = False
    position: Position = field(default=Position(""), compare=False)

    def passed(self, today: date) -> bool:
        """Whether the whole interval lies before `today`; never true of words not understood."""
        return self.interval is not None and self.interval.end < today


class _ImpossibleDateError(Exception):
    """The words have the form of a date that no calendar has, such as 31.02.2025."""


LENGTH_LIMIT = 200
"""Characters of a deadline; what is longer is a text, and not understood."""

_HYPHENS = re.compile(r"[‐‑–—]")
_DAY_ALONE = re.compile(r"\d{1,2}\.?")
_ISO_DAY = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)")
_NUMERIC_DAY = re.compile(
    rf"{WEEKDAYS}(?P<day>\d{{1,2}})[./] ?(?P<month>\d{{1,2}})(?:[./-] ?(?P<year>(?:19|20)\d\d|\d\d))?"
)
_WRITTEN_DAY = re.compile(rf"{WEEKDAYS}(?P<day>\d{{1,2}})\.? ?{MONTH}{OF_YEAR}")
_WEEK = re.compile(
    rf"(?:uke|veke|veka)(?:ne|r)? (?P<first>\d{{1,2}})(?: ?- ?(?P<last>\d{{1,2}}))?,?{OF_YEAR}"
)
_MONTH = re.compile(rf"{MONTH}(?: måned| månad)?{OF_YEAR}")
_QUARTER = re.compile(rf"(?:q ?|kvartal ){ORDINAL}{OF_YEAR}")
_QUARTER_FIRST = re.compile(rf"{ORDINAL} ?kvartal(?:et)?{OF_YEAR}")
_HALF_YEAR = re.compile(rf"h{ORDINAL}{OF_YEAR}")
_HALF_YEAR_FIRST = re.compile(rf"{ORDINAL} (?:halvår(?:et)?|halvdel(?:en)?){OF_YEAR}(?: av året)?")
_SEASONS = tuple((re.compile(f"(?:{words}){OF_YEAR}"), months) for words, months in SEASONS.items())
_WINTER_HALF = re.compile(f"vinterhalvår(?:et)?{OF_YEAR}")
_CHRISTMAS = re.compile(f"jul(?:a|en)?{OF_YEAR}")
_PARTS = tuple(
    (
        part,
        re.compile(f"{words}(?: (?:i|på|av))? (?:året|{YEAR})"),
        re.compile(f"{words}(?: (?:i|på|av))? {MONTH}{OF_YEAR}"),
    )
    for part, words in PARTS.items()
)
_ANY_YEAR = re.compile(rf"\b{YEAR}\b")
_WHOLE_YEAR = re.compile(f"(?:hele |heile )(?:året|{YEAR})")
_YEAR_ALONE = re.compile(f"(?:året |årets slutt )?{YEAR}")
_YEARS = re.compile(rf"(?:hele |heile )?{YEAR} ?(?:-|og|til) ?(?P<last>(?:19|20)\d\d)")

_NOWHERE = Position("")
_Found = tuple[Interval, Precision]
_Reader = Callable[[str, Period], _Found | None]


def understand(words: str, period: Period, position: Position = _NOWHERE) -> Deadline:
    """The deadline that the words state in a plan of the period.

    Words that are not understood give precision UNKNOWN and no interval; a date that no
    calendar has is marked `impossible` as well.  Never raises.
    """
    try:
        found = _read(_normal(words), period) if len(words) <= LENGTH_LIMIT else None
    except _ImpossibleDateError:
        return Deadline(words, None, Precision.UNKNOWN, impossible=True, position=position)
    interval, precision = found or (None, Precision.UNKNOWN)
    return Deadline(words, interval, precision, position=position)


def _normal(words: str) -> str:
    """Lower case, single spaces, plain hyphens in numbers, no closing punctuation."""
    text = " ".join(words.casefold().split())
    return _HYPHENS.sub("-", text).strip(" .,;:!")


def _read(text: str, period: Period) -> _Found | None:
    repeated = _duty(text, period)
    if repeated:
        return repeated
    before = BEFORE.match(text)
    if before:
        found = _point(text[before.end() :], period)
        return found and (_day_before(found[0]), found[1])
    return _point(LEAD.sub("", text), period)


def _day_before(interval: Interval) -> Interval:
    day = max(interval.start, date.min + timedelta(days=1)) - timedelta(days=1)
    return Interval(day, day)


def _duty(text: str, period: Period) -> _Found | None:
    """Duties that recur or never end span the period, or the one year that they name."""
    for pattern, precision in ((RECURRING, Precision.RECURRING), (CONTINUOUS, Precision.CONTINUOUS)):
        if pattern.search(text):
            year = _ANY_YEAR.search(text)
            return (_months(int(year["year"]), 1, 12) if year else period.interval), precision
    return None


def _point(text: str, period: Period) -> _Found | None:
    return _single(text, period) or _joined(text, period)


def _single(text: str, period: Period) -> _Found | None:
    found = (reader(text, period) for reader in _READERS)
    return next((each for each in found if each), None)


def _joined(text: str, period: Period) -> _Found | None:
    """`mars og november 2025`, `mars-april`: from the first part's start to the last's end."""
    head, separator, tail = _split(text)
    if not separator:
        return None
    last = _single(LEAD.sub("", tail), period)
    if last is None:
        return None
    year = last[0].end.year
    if _DAY_ALONE.fullmatch(head):
        head = f"{head.rstrip('.')}.{last[0].end.month}"
    first = _single(LEAD.sub("", head), Period(year, year))
    if first is None or first[0].start > last[0].end:
        return None
    return Interval(first[0].start, last[0].end), first[1]


def _split(text: str) -> tuple[str, str, str]:
    for separator in (" og ", " eller ", " til ", " / ", " - ", "-", "/"):
        head, found, tail = text.partition(separator)
        if found:
            return head.strip(), found, tail.strip()
    return text, "", ""


def _months(year: int, first: int, last: int) -> Interval:
    return Interval(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise _ImpossibleDateError from error


def _year_of(match: re.Match[str], period: Period) -> int:
    written = match["year"]
    if written is None:
        return period.last
    return int(written) if len(written) == len("2025") else 2000 + int(written)


def _numeric_day(text: str, period: Period) -> _Found | None:
    match = _ISO_DAY.fullmatch(text) or _NUMERIC_DAY.fullmatch(text)
    if match is None:
        return None
    if not match["year"] and int(match["month"]) > MONTHS["desember"]:
        return None
    day = _date(_year_of(match, period), int(match["month"]), int(match["day"]))
    return Interval(day, day), Precision.DAY


def _written_day(text: str, period: Period) -> _Found | None:
    match = _WRITTEN_DAY.fullmatch(text)
    if match is None:
        return None
    day = _date(_year_of(match, period), MONTHS[match["month"]], int(match["day"]))
    return Interval(day, day), Precision.DAY


def _week(text: str, period: Period) -> _Found | None:
    match = _WEEK.fullmatch(text)
    if match is None:
        return None
    year = _year_of(match, period)
    try:
        start = date.fromisocalendar(year, int(match["first"]), 1)
        end = date.fromisocalendar(year, int(match["last"] or match["first"]), 7)
    except ValueError as error:
        raise _ImpossibleDateError from error
    return (Interval(start, end), Precision.WEEK) if start <= end else None


def _month(text: str, period: Period) -> _Found | None:
    match = _MONTH.fullmatch(text)
    if match is None:
        return None
    month = MONTHS[match["month"]]
    return _months(_year_of(match, period), month, month), Precision.MONTH


def _ordinal(match: re.Match[str]) -> int:
    words = match["n"].rstrip(".")
    return ORDINALS.get(words) or int(words)


def _quarter(text: str, period: Period) -> _Found | None:
    match = _QUARTER.fullmatch(text) or _QUARTER_FIRST.fullmatch(text)
    if match is None:
        return None
    last = 3 * _ordinal(match)
    return _months(_year_of(match, period), last - 2, last), Precision.QUARTER


def _half_year(text: str, period: Period) -> _Found | None:
    match = _HALF_YEAR_FIRST.fullmatch(text) or _HALF_YEAR.fullmatch(text)
    if match is None or _ordinal(match) not in HALF_YEARS:
        return None
    return _months(_year_of(match, period), *HALF_YEARS[_ordinal(match)]), Precision.HALF_YEAR


def _season(text: str, period: Period) -> _Found | None:
    for pattern, months in _SEASONS:
        match = pattern.fullmatch(text)
        if match:
            return _months(_year_of(match, period), *months), Precision.SEASON
    match = _WINTER_HALF.fullmatch(text)
    if match is None:
        return None
    year = _year_of(match, period)
    return Interval(date(year, 10, 1), date(year + 1, 3, 31)), Precision.SEASON


def _christmas(text: str, period: Period) -> _Found | None:
    match = _CHRISTMAS.fullmatch(text)
    if match is None:
        return None
    day = date(_year_of(match, period), 12, 24)
    return Interval(day, day), Precision.DAY


def _part(text: str, period: Period) -> _Found | None:
    """Early, middle or late in a year or a month."""
    for part, of_year, of_month in _PARTS:
        match = of_year.fullmatch(text)
        if match:
            months = THIRDS_OF_YEAR[part]
            return _months(_year_of(match, period), *months), Precision.EARLY_OR_LATE
        match = of_month.fullmatch(text)
        if match:
            whole = _months(_year_of(match, period), *[MONTHS[match["month"]]] * 2)
            first, last = THIRDS_OF_MONTH[part]
            end = min(last, whole.end.day)
            days = Interval(whole.start.replace(day=first), whole.end.replace(day=end))
            return days, Precision.EARLY_OR_LATE
    return None


def _year(text: str, period: Period) -> _Found | None:
    match = _WHOLE_YEAR.fullmatch(text)
    if match:
        return _months(_year_of(match, period), 1, 12), Precision.WHOLE_PERIOD
    match = _YEAR_ALONE.fullmatch(text) or END_OF_YEAR.fullmatch(text)
    if match:
        return _months(_year_of(match, period), 1, 12), Precision.YEAR
    return None


def _years(text: str, period: Period) -> _Found | None:
    """The years named, or the plan's period: at some time in it, or throughout it."""
    precision = Precision.WHOLE_PERIOD if THROUGHOUT.search(text) else Precision.PERIOD
    match = _YEARS.fullmatch(text)
    if match and int(match["year"]) <= int(match["last"]):
        years = Period(int(match["year"]), int(match["last"]))
        return years.interval, precision
    if PERIOD.fullmatch(text):
        return period.interval, precision
    return None


_READERS: tuple[_Reader, ...] = (
    _numeric_day,
    _written_day,
    _week,
    _month,
    _quarter,
    _half_year,
    _season,
    _christmas,
    _part,
    _year,
    _years,
)

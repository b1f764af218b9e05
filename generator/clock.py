"""Floor 1: what day it is.  The one place that asks the clock."""

import datetime
from collections.abc import Mapping


def today(environment: Mapping[str, str]) -> datetime.date:
    """The day that `PLANVERK_TODAY` names, or `SOURCE_DATE_EPOCH` (seconds), or else this day, in UTC.

    Raises ValueError where the variable that counts holds no date or number.
    """
    written = environment.get("PLANVERK_TODAY")
    if written:
        return datetime.date.fromisoformat(written)
    epoch = environment.get("SOURCE_DATE_EPOCH")
    return _day(epoch) if epoch else datetime.datetime.now(datetime.UTC).date()


def _day(epoch: str) -> datetime.date:
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (OverflowError, OSError) as error:
        raise ValueError(epoch) from error


def epoch(day: datetime.date) -> str:
    """The day's first second in UTC as `SOURCE_DATE_EPOCH` states it, for programs that ask that."""
    midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    return str(int(midnight.timestamp()))

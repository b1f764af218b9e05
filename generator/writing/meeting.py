"""Reports as they are handed in, one or a meeting's worth, and what each of them means."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import forms
from generator.diagnostics import Collector, Position, Rule, message
from generator.model import Body, Plan, Status, StatusEntry, Union
from generator.nodes import readable
from generator.reading_rules import INVALID_DATE, MISSING_KEY, UNKNOWN_WORD
from generator.texts import folded
from generator.writing.naming import Names
from generator.writing.reported import Target, entries
from generator.writing.sheets import Field, Row

TWICE = Rule(name="reported-twice", text=message("The same is reported twice on the same day."))

HEADINGS = {
    **{each: each for each in ("fagforening", "periode", "nr", "status", "dato", "grunn")},
    "union": "fagforening",
    "period": "periode",
    "number": "nr",
    "nummer": "nr",
    "id": "nr",
    "date": "dato",
    "reason": "grunn",
    "foreining": "fagforening",
    "fagforeining": "fagforening",
}
"""What may head a column of a table, and what it means."""

_NEEDED = ("fagforening", "periode", "nr", "status")
_NORWEGIAN_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is to be written of which item."""

    union: Union
    plan: Plan
    target: Target
    entry: StatusEntry
    position: Position


class Meeting:
    """Finds what rows mean; each fault is noted, and a row with one gives nothing."""

    def __init__(self, body: Body, today: datetime.date, faults: Collector) -> None:
        self._names = Names(body, faults)
        self._today = today
        self._faults = faults
        self._seen: set[tuple[str, Target, Status, datetime.date | None]] = set()

    def reports(self, rows: Iterable[Row]) -> list[Report]:
        """What the rows say."""
        found = (self._report(row) for row in rows)
        return [each for each in found if each is not None]

    def _report(self, row: Row) -> Report | None:
        missing = [key for key in _NEEDED if key not in row.fields]
        for key in missing:
            wrong = message("“{key}” is missing.", key=key)
            self._faults.report(
                row.position, MISSING_KEY, wrong, message("Write it in the column “{key}”.", key=key)
            )
        status = self._status(row.fields.get("status"))
        date = self._date(row.fields.get("dato"))
        union = None if "fagforening" in missing else self._names.union(row.fields["fagforening"])
        plan = self._names.plan(union, row.fields["periode"]) if union and "periode" not in missing else None
        target = self._names.target(plan, row.fields["nr"]) if plan and "nr" not in missing else None
        if union is None or plan is None or target is None or status is None or date is None:
            return None
        reason = row.fields.get("grunn")
        entry = StatusEntry(status=status, date=date, reason=reason.text if reason else None)
        report = Report(
            union=union, plan=plan, target=target, entry=entry, position=row.fields["nr"].position
        )
        return None if self._is_repeated(report) else report

    def _is_repeated(self, report: Report) -> bool:
        entry = report.entry
        said = (report.plan.position.file, report.target, entry.status, entry.date)
        reported = entries(report.target.of(report.plan))
        known = any((each.status, each.date) == (entry.status, entry.date) for each in reported)
        repeated = known or said in self._seen
        self._seen.add(said)
        if repeated:
            text = message("“{status}” is reported of it on that day already.", status=report.entry.status)
            self._faults.report(report.position, TWICE, text, message("Delete the row, or correct the day."))
        return repeated

    def _status(self, field: Field | None) -> Status | None:
        if field is None:
            return None
        status = next((each for each in Status if each == folded(field.text).casefold()), None)
        if status is None:
            text = message("“{found}” is no status.", found=field.text)
            allowed = message("Write one of: {known}.", known=", ".join(Status))
            self._faults.report(field.position, UNKNOWN_WORD, text, allowed)
        return status

    def _date(self, field: Field | None) -> datetime.date | None:
        if field is None:
            return self._today
        day = understood_day(field.text)
        if day is None:
            text = message("“{found}” is not a date.", found=field.text)
            hint = message("Write the date as 28.01.2025 or 2025-01-28.")
            self._faults.report(field.position, INVALID_DATE, text, hint)
        elif day > self._today:
            text = message("“{found}” is still to come.", found=field.text)
            hint = message("Write the day on which it was reported.")
            self._faults.report(field.position, INVALID_DATE, text, hint)
            return None
        return day


def understood_day(words: str) -> datetime.date | None:
    """The day, written year-month-day or as in Norwegian: 28.01.2025."""
    match = _NORWEGIAN_DAY.fullmatch(words)
    if match:
        day, month, year = match.groups()
        words = f"{year}-{month:0>2}-{day:0>2}"
    return forms.DATE.read(words)


def one_row(values: Mapping[str, str | None]) -> Row:
    """A single report, as if it stood in a table."""
    nowhere = Position("")
    return Row(
        {
            key: Field(folded(readable(each)), nowhere)
            for key, each in values.items()
            if each and each.strip()
        },
        nowhere,
    )

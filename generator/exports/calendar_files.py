"""A union's deadlines as calendar files (RFC 5545): one of all, and one for each role.

Each measure that is due on a day is an all-day event there, under an identity that lasts as long as
the measure has its id.  A longer time stands at its last day, with the plan's own words and the time
they span.  What recurs or goes on throughout is left out: any date for it would be our invention, and
nothing is due on the last day of a duty that never rests.  The union's page has it on a shelf.
"""

import datetime
from collections.abc import Iterable

from generator import addresses
from generator.addresses import Address
from generator.diagnostics import Message, message
from generator.due import Shelf
from generator.exports.content_lines import content_line, spelled
from generator.labels import LABELS
from generator.language import Language
from generator.model import Plan, Resolution, StatusEntry, Union
from generator.views.common import Report, Scene
from generator.views.due_rows import DueRow, shortened
from generator.views.union_roles import by_role

SHORT = 75
"""Characters of a measure's text in the title of its event."""


class CalendarWriter:
    """Writes the calendar files of unions, as the scene shows them, in one language."""

    def __init__(self, scene: Scene, language: Language) -> None:
        self._scene = scene
        self._text = language.text
        self._language = language

    def files(self, union: Union, rows: Iterable[DueRow]) -> Iterable[tuple[Address, str]]:
        """The union's calendar files, of which these are all rows, by day; none where nothing is due.

        Each event is written once, for it stands in several files.
        """
        dated = [row for row in rows if row.due.shelf is Shelf.DATED]
        known = {plan.period: _last_known(plan, self._scene.today) for plan in union.plans}
        events = {identity(row): self._event(row, known[row.due.plan.period]) for row in dated}
        if not events:
            return
        title = message("Deadlines – {union}", union=union.name)
        yield addresses.union_calendar_file(union.id), self._calendar(title, events.values())
        for role, found in by_role(self._scene, dated).items():
            title = message("Deadlines – {role}, {union}", role=role.name, union=union.name)
            text = self._calendar(title, (events[identity(row)] for row in found))
            yield addresses.union_role_calendar_file(union.id, role.id), text

    def _calendar(self, title: Message, events: Iterable[str]) -> str:
        head = (
            ("BEGIN", "VCALENDAR"),
            ("VERSION", "2.0"),
            ("PRODID", "-//Planverk//Planverk//NO"),
            ("X-WR-CALNAME", spelled(_in_line(self._text(title)))),
            ("REFRESH-INTERVAL;VALUE=DURATION", "P1D"),
        )
        return "".join((_lines(head), *events, content_line("END", "VCALENDAR")))

    def _event(self, row: DueRow, known: datetime.date) -> str:
        title = f"{self._text(row.label)}: {shortened(_in_line(row.due.measure.text), SHORT)}"
        link = row.to.absolute(self._scene.site) if self._scene.site else None
        described = "\n".join((*self._description(row), *([link] if link else [])))
        facts = (
            ("BEGIN", "VEVENT"),
            ("UID", identity(row)),
            ("DTSTAMP", f"{known:%Y%m%d}T000000Z"),
            ("DTSTART;VALUE=DATE", f"{row.due.day:%Y%m%d}"),
            ("DTEND;VALUE=DATE", f"{row.due.day + datetime.timedelta(days=1):%Y%m%d}"),
            ("SUMMARY", spelled(_in_line(title))),
            ("DESCRIPTION", spelled(described)),
            ("CATEGORIES", spelled(_in_line(row.area))),
            ("TRANSP", "TRANSPARENT"),
            *([("URL", link)] if link else []),
            ("END", "VEVENT"),
        )
        return _lines(facts)

    def _description(self, row: DueRow) -> Iterable[str]:
        """The measure in full, then its deadline, who is responsible, how it stands."""
        yield _in_line(row.due.measure.text)
        yield ""
        yield self._fact(message("Deadline"), self._deadline(row))
        if row.owners:
            yield self._fact(message("Responsible"), "; ".join(owner.words for owner in row.owners))
        yield self._fact(message("Status"), self._status(row.report))
        yield self._fact(message("Plan"), f"{row.union.text}, {row.period}")

    def _fact(self, name: Message, words: str) -> str:
        return f"{self._text(name)}: {_in_line(words)}"

    def _deadline(self, row: DueRow) -> str:
        words = row.words or ""
        if row.span is None:
            return words
        return f"{words} ({self._language.interval(row.span.start, row.span.end)})"

    def _status(self, report: Report) -> str:
        return self._text(message("Not reported")) if report.entry is None else self._entry(report.entry)

    def _entry(self, entry: StatusEntry) -> str:
        date = f" ({self._language.date(entry.date)})" if entry.date else ""
        reason = f": {entry.reason}" if entry.reason else ""
        return f"{self._text(LABELS[entry.status])}{date}{reason}"


def identity(row: DueRow) -> str:
    """What calendar programs know the event by; made of ids, as its address is."""
    due = row.due
    return f"{row.to.anchor}.{due.plan.period.id}.{due.union.id}@planverk"


def _lines(facts: Iterable[tuple[str, str]]) -> str:
    return "".join(content_line(name, value) for name, value in facts)


def _in_line(words: str) -> str:
    return " ".join(words.split())


def _last_known(plan: Plan, today: datetime.date) -> datetime.date:
    """The newest date that the plan tells of by the day, or else the first of its period.

    It says when an event was last renewed.  The day of the build would say that of every event, every day.
    """
    told: list[Resolution | StatusEntry] = [*plan.resolutions, *plan.results]
    for area in plan.areas:
        told += area.results
        told += [entry for goal in area.goals for entry in goal.status]
        told += [entry for measure in area.measures for entry in measure.status]
    dates = [each.date for each in told if each.date is not None and each.date <= today]
    return max(dates, default=plan.period.interval.start)

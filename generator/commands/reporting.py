"""`planverk status`: what became of goals and measures, added to the plans."""

import datetime
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn, TypedDict, Unpack

import click

from generator import console
from generator.commands.ground import read_body
from generator.console import _
from generator.diagnostics import Collector, Diagnostic, message
from generator.model import Body, Measure, Plan
from generator.publish import RefusedError
from generator.writing import files
from generator.writing.carrying_out import source_of
from generator.writing.meeting import HEADINGS, Meeting, Report, one_row
from generator.writing.reported import WHOLE, Source
from generator.writing.sheets import Row, rows


class _Said(TypedDict):
    union: str | None
    period: str | None
    number: str | None
    status: str | None
    date: str | None
    reason: str | None


@click.command(
    "status",
    help=_(
        "Report what became of a goal or measure: UNION is the name of its folder, PERIOD the plan's, NUMBER "
        "what the plan calls it (or its id; an area's id; “plan” for the whole), STATUS one of: {known}. "
        "With --from, what a table (CSV) says, all of it or nothing."
    ).format(known="gjennomført, oppnådd, delvis, i gang, ikke startet, ikke oppnådd, utgått"),
)
@click.argument("union", required=False)
@click.argument("period", required=False)
@click.argument("number", required=False)
@click.argument("status", required=False)
@click.option("--date", help=_("The day of the report, 28.01.2025 or 2025-01-28; today where none is given."))
@click.option("--reason", help=_("Why, in a sentence."))
@click.option(
    "--from",
    "table",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("A table (CSV) with the headings fagforening, periode, nr, status, dato, grunn."),
)
@console.today
def status(today: datetime.date, table: Path | None, **said: Unpack[_Said]) -> None:
    root = console.project()
    needed = (said["union"], said["period"], said["number"], said["status"])
    if (table is None and None in needed) or (table is not None and any(said.values())):
        raise click.UsageError(_("Write UNION PERIOD NUMBER STATUS, or --from and a table."))
    body = read_body(root)
    faults = Collector()
    if table is None:
        reports = Meeting(body, today, faults).reports([_row(said)])
        if faults.found:
            raise click.UsageError("\n".join(console.words(each.message, each.hint) for each in faults.found))
    else:
        handed_in = rows(table.read_bytes(), table.as_posix(), HEADINGS, faults)
        reports = Meeting(body, today, faults).reports([] if faults.found else handed_in)
        if faults.found:
            _refuse(faults.found)
    _write(root, body, reports)


def _row(said: _Said) -> Row:
    return one_row(
        {
            "fagforening": said["union"],
            "periode": said["period"],
            "nr": said["number"],
            "status": said["status"],
            "dato": said["date"],
            "grunn": said["reason"],
        }
    )


def _refuse(found: Iterable[Diagnostic]) -> NoReturn:
    console.report(tuple(found))
    console.say(message("Nothing was written."))
    sys.exit(1)


def _write(root: Path, body: Body, reports: list[Report]) -> None:
    """Writes all the reports, or raises RefusedError and writes none."""
    before: dict[str, Source] = {}
    after: dict[str, Source] = {}
    for each in reports:
        name = each.plan.position.file
        source = after.get(name) or before.setdefault(name, source_of(root, body, each.plan))
        after[name] = _with(source, each)
    files.replace_all([(root / name, source.raw, before[name].raw) for name, source in after.items()])
    for each in reports:
        console.show(f"{each.plan.position.file}: {_told(each)}\n")
    console.say(message("{count} reports written.", count=len(reports)))


def _with(source: Source, report: Report) -> Source:
    changed = source.with_report(report.target, report.entry)
    if changed is None:
        raise RefusedError(
            message(
                "Nothing can be added to {path} as it is written. Run planverk fmt on it, or write it by "
                "hand. Nothing was written.",
                path=source.name,
            )
        )
    return changed


def _told(report: Report) -> str:
    item = report.target.of(report.plan)
    match item:
        case Measure():
            name = item.name
        case Plan():
            name = WHOLE
        case _:
            name = item.id
    return f"{name}: {report.entry.status} ({report.entry.date})"

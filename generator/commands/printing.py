"""`planverk schema`, `report` and `coverage`: what is printed of the plans, and of how they are written."""

import datetime
import os
import sys
from pathlib import Path
from typing import TypedDict, Unpack

import click

from generator import console, papers, pipeline
from generator.console import _
from generator.diagnostics import did_you_mean, errors, message
from generator.exports import coverage_table
from generator.load import load
from generator.schema import SOURCES, examples_of
from generator.schema import schema as schema_of
from generator.views.coverage import coverage_views


@click.command(help=_("Print the JSON Schema of a kind of source, for editors."))
@click.argument("source", type=click.Choice(SOURCES), default="plan")
def schema(source: str) -> None:
    body = load(Path.cwd()).body if Path("plans").is_dir() else None
    console.show(schema_of(source, console.LANGUAGE, examples_of(body) if body else {}))


class _Days(TypedDict):
    today: datetime.date
    first: datetime.date | None
    last: datetime.date | None


@click.command(
    help=_(
        "Print a union's report: what was decided, what came of the plan, what is next. UNION is the name "
        "of its folder."
    )
)
@click.argument("union")
@click.option(
    "--from",
    "first",
    type=console.Day(),
    help=_("The report's first day; New Year's Day where none is given."),
)
@click.option("--to", "last", type=console.Day(), help=_("The report's last day; today where none is given."))
@click.option("--period", help=_("The plan's period; the plan in force where none is given."))
@click.option("--format", "form", type=click.Choice(tuple(papers.FORMATS)), default="html", show_default=True)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("The file to write, in place of printing."),
)
@console.today
def report(union: str, *, period: str | None, form: str, output: Path | None, **days: Unpack[_Days]) -> None:
    wanted = papers.Wanted(union=union, period=period, first=days["first"], last=days["last"])
    sight = pipeline.look(console.project(), days["today"], os.environ.get("PLANVERK_SITE_URL", ""))
    faults = papers.in_the_way(sight.diagnostics, wanted)
    if sight.scene is None or faults:
        console.report(faults or sight.diagnostics)
        console.say(message("No report was made."))
        sys.exit(1)
    try:
        view = papers.report(sight.scene, wanted)
    except papers.WrongUseError as error:
        raise click.UsageError(console.words(*error.messages)) from error
    text = papers.FORMATS[form](console.project(), sight.scene, view)
    console.hand_over(text.encode(), output)


@click.command(help=_("Print who follows the strategy up: the figures of the site's page on it."))
@click.option(
    "--period", help=_("The edition's period; the newest that any plan builds on where none is given.")
)
@click.option(
    "--format", "form", type=click.Choice(tuple(coverage_table.FORMATS)), default="text", show_default=True
)
@console.today
def coverage(today: datetime.date, *, period: str | None, form: str) -> None:
    sight = pipeline.look(console.project(), today)
    if sight.scene is None:
        console.report(sight.diagnostics)
        sys.exit(1)
    faults = errors(sight.diagnostics)
    if faults:
        console.report(faults)
    views = {view.period_id: view for view in coverage_views(sight.scene)}
    if not views:
        raise click.UsageError(_("No plan builds on any edition of the strategy yet."))
    wanted = period or max(views, default="")
    if wanted not in views:
        told = [
            message("No plan builds on an edition for “{found}”.", found=wanted),
            did_you_mean(wanted, views),
        ]
        raise click.UsageError(console.words(*told))
    console.show(coverage_table.FORMATS[form](views[wanted]))
    sys.exit(bool(faults))

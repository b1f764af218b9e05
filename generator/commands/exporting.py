"""`planverk export`: the open data, as the site publishes it, to a file or standard output."""

import datetime
import os
import sys
from pathlib import Path
from typing import TypedDict, Unpack

import click

from generator import console, pipeline
from generator.console import _
from generator.diagnostics import errors
from generator.exports.open_data.columns import ITEMS, TABLES
from generator.extracts import FORMS, Extract, extracted
from generator.papers import WrongUseError

_EXAMPLES = (
    "\b\n"
    + _("Examples:")
    + """
  planverk export --format xlsx --output planer.xlsx
  planverk export --format csv --table statuser > statuser.csv
  planverk export --union lillehammer --output lillehammer.json
"""
)


class _Wanted(TypedDict):
    union: str | None
    period: str | None
    table: str | None


@click.command(
    "export",
    help=_(
        "Print the open data, as the site publishes it: as JSON or StratML a union's plan, or without "
        "--union an edition of the strategy; as CSV a table; as XLSX all tables; as DCAT what describes "
        "them. JSON without --union and --period is the index."
    ),
    epilog=_EXAMPLES,
)
@click.option("--format", "form", type=click.Choice(tuple(FORMS)), default="json", show_default=True)
@click.option("--union", help=_("The name of the union's folder; all unions where none is given."))
@click.option(
    "--period",
    help=_("The plan's period. JSON and StratML of a union: the plan in force where none is given."),
)
@click.option(
    "--table",
    type=click.Choice([table.name for table in TABLES]),
    help=_("Which table, as CSV; {table} where none is named.").format(table=ITEMS.name),
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("The file to write, in place of printing."),
)
@console.today
def export(form: str, output: Path | None, today: datetime.date, **wanted: Unpack[_Wanted]) -> None:
    if wanted["table"] and form != "csv":
        raise click.UsageError(_("--table goes with --format csv alone."))
    if form == "xlsx" and output is None and console.is_shown():
        raise click.UsageError(_("A workbook is no text: write --output and a file."))
    sight = pipeline.look(console.project(), today, os.environ.get("PLANVERK_SITE_URL", ""))
    faults = errors(sight.diagnostics)
    if faults:
        console.report(faults)
    if sight.scene is None:
        sys.exit(1)
    try:
        content = extracted(sight.scene, form, Extract(**wanted))
    except WrongUseError as error:
        raise click.UsageError(console.words(*error.messages)) from error
    console.hand_over(content, output)
    sys.exit(bool(faults))

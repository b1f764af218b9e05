"""`planverk changes`: what a change of the plans does, in plain words."""

import sys
from pathlib import Path

import click

from generator import console
from generator.commands.ground import wrong
from generator.console import _
from generator.diagnostics import message
from generator.history.snapshot import NoSnapshotError
from generator.review.records import NotAsExpectedError
from generator.review.rendering import FORMATS
from generator.review.reviewed import reviewed
from generator.review.summary import SIZE, Summary, from_json


@click.command(
    "changes",
    help=_(
        "Tell in plain words what a change of the plans does, by union: measures, deadlines, reports, plans "
        "that came or went; errors and warnings that were not there before; addresses that would lead "
        "nowhere. Compared is what is here with what was there when it forked from a revision."
    ),
)
@click.option(
    "--against",
    metavar="REVISION",
    help=_("The branch, tag or commit to compare with, such as origin/main; what is committed by default."),
)
@click.option(
    "--from",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("Tell what another run has written as JSON; nothing is compared."),
)
@click.option(
    "--strict",
    is_flag=True,
    help=_("End with 1 where the change brings errors, or strikes addresses that were published."),
)
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="plain", show_default=True)
def changes(against: str | None, file: Path | None, form: str, *, strict: bool) -> None:
    root = console.project()
    if file is not None and against is not None:
        raise click.UsageError(_("Write --against or --from, not both."))
    summary = _compared(root, against or "HEAD") if file is None else _read(file)
    console.show(FORMATS[form](summary, root, console.LANGUAGE))
    sys.exit(strict and summary.fails)


def _compared(root: Path, revision: str) -> Summary:
    try:
        return reviewed(root, revision, console.LANGUAGE)
    except NoSnapshotError as error:
        wrong(*error.messages)


def _read(file: Path) -> Summary:
    try:
        with file.open("rb") as opened:
            return from_json(opened.read(SIZE + 1))
    except NotAsExpectedError:
        wrong(message("{path} is no summary of a change.", path=file))

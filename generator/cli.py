"""Top floor: the command `planverk`.  The only module that prints, and that ends the process."""

import datetime
import logging
import os
import sys
from pathlib import Path

import click

from generator import __version__, clock, pipeline, reports
from generator.diagnostics import Diagnostic, Message, errors, message
from generator.engine import SiteNotBuiltError, build_site, serve_site
from generator.language import of_messages
from generator.publish import NotOursError

_LANGUAGE = of_messages(os.environ)


def _(text: str) -> str:
    return _LANGUAGE.text(Message(text))


class _Day(click.ParamType[datetime.date]):
    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(_("Write the date as year-month-day, for example 2025-01-28."), param, ctx)


def _this_day() -> datetime.date:
    try:
        return clock.today(os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


_today = click.option(
    "--today", type=_Day(), default=_this_day, help=_("The day that the site is seen from (year-month-day).")
)


@click.group(help=_("Planverk publishes the action plans of a federation's unions."))
@click.version_option(__version__, prog_name="planverk")
def main() -> None:
    """Nothing of its own: each command stands below."""


@main.command(help=_("Check all sources; write nothing."))
def check() -> None:
    diagnostics = pipeline.examine(_root())[1]
    _report(diagnostics)
    sys.exit(bool(errors(diagnostics)))


@main.command(help=_("Build the whole site from the sources."))
@_today
def build(today: datetime.date) -> None:
    outcome = _generated(today)
    if outcome.published is None:
        _say(message("Nothing was built; the site that was there stands."))
        sys.exit(1)
    _announce(message("Building the site"))
    os.environ["SOURCE_DATE_EPOCH"] = clock.epoch(today)
    try:
        build_site(_root())
    except SiteNotBuiltError as error:
        _say(message("The site was not built ({reason}); the one that was there stands.", reason=error))
        sys.exit(1)
    pages, changed = outcome.published.pages, len(outcome.published.written)
    _say(
        message("{n} pages, {changed} of them new or changed: see site/index.html", n=pages, changed=changed)
    )
    sys.exit(not outcome.sound)


@main.command(help=_("Show the site at http://127.0.0.1:8000/ and renew it at every change."))
@_today
def serve(today: datetime.date) -> None:
    os.environ["PLANVERK_TODAY"] = today.isoformat()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    serve_site(_root())


def _generated(today: datetime.date) -> pipeline.Outcome:
    try:
        outcome = pipeline.generate(_root(), today, _announce)
    except NotOursError as error:
        _say(
            message(
                "docs/{path} is not written by Planverk and stands in the way of a page. Move it.",
                path=error.path,
            )
        )
        sys.exit(1)
    _report(outcome.diagnostics)
    return outcome


def _root() -> Path:
    root = Path.cwd()
    if not (root / "plans").is_dir():
        raise click.UsageError(_("There is no folder plans/ here. Run the command in the project's folder."))
    return root


def _report(diagnostics: tuple[Diagnostic, ...]) -> None:
    click.echo(reports.as_text(diagnostics, _LANGUAGE), nl=False, err=True)
    _say(reports.count(diagnostics))


def _say(text: Message) -> None:
    click.echo(_LANGUAGE.text(text), err=True)


def _announce(step: Message) -> None:
    """Progress, on a terminal only."""
    if sys.stderr.isatty():
        click.echo(f"{_LANGUAGE.text(step)} …", err=True)

"""Top floor: the command `planverk`.  The only module that prints, and that ends the process."""

import cProfile
import datetime
import errno
import logging
import os
import sys
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypedDict, Unpack

import click

from generator import __version__, clock, papers, pipeline, preview, processes, reports
from generator.checks import RULES
from generator.diagnostics import Diagnostic, Message, did_you_mean, errors, message
from generator.engine import build_site
from generator.exports import coverage_table
from generator.language import of_messages
from generator.mkdocs_build import SiteNotBuiltError
from generator.publish import NotOursError, RefusedError
from generator.reports.excerpts import lines_below
from generator.reports.explanation import explanation
from generator.reports.report import Report
from generator.schema import SOURCES
from generator.schema import schema as schema_of
from generator.steps import Announce, Steps
from generator.views.coverage import coverage_views

_LANGUAGE = of_messages(os.environ)
_COLOUR = False if os.environ.get("NO_COLOR") else None
"""On terminals, unless the variable says no: https://no-color.org."""


_NAMED = 5
"""Files that the preview names when they change."""


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

_strict = click.option("--strict", is_flag=True, help=_("End with 1 also where there are only warnings."))
_format = click.option(
    "--format",
    "form",
    type=click.Choice(tuple(reports.FORMATS)),
    help=_(
        "How to tell what is found: terminal (the default on one), plain (the default elsewhere), or, on "
        "standard output, github, json or sarif."
    ),
)


def _explained(context: click.Context, _parameter: click.Parameter, name: str | None) -> None:
    if name is None:
        return
    rule = RULES.get(name)
    if rule is None:
        told = [message("There is no rule “{found}”.", found=name)]
        hint = did_you_mean(name, RULES, at_most=len(RULES))
        raise click.UsageError(" ".join(_LANGUAGE.text(each) for each in (*told, hint) if each))
    click.echo(explanation(rule, _LANGUAGE), nl=False)
    context.exit()


_explain = click.option(
    "--explain",
    metavar="RULE",
    is_eager=True,
    expose_value=False,
    callback=_explained,
    help=_("Explain a rule, by the name that stands in brackets after a message; check nothing."),
)


class _Commands(click.Group):
    """Says what the system does not let a command do, in place of a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except RefusedError as error:
            _say(error.message)
        except BrokenPipeError:
            raise
        except OSError as error:
            _say(_refusal(error))
        except BrokenProcessPool:
            _say(message("A process was ended (too little memory?). The site that was there stands."))
        sys.exit(1)


def _refusal(error: OSError) -> Message:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return message("The disk is full. The site that was there stands.")
    return message(
        "{path} cannot be read or written ({reason}). The site that was there stands.",
        path=error.filename or "",
        reason=error.strerror or error,
    )


@click.group(
    cls=_Commands,
    help=_("Planverk publishes the action plans of a federation's unions."),
    context_settings={"color": _COLOUR},
)
@click.version_option(__version__, prog_name="planverk")
def main() -> None:
    """Nothing of its own: each command stands below."""


@main.command(help=_("Check all sources; write nothing."))
@_format
@_strict
@_explain
def check(*, form: str | None, strict: bool) -> None:
    diagnostics = pipeline.examine(_root())[1]
    _report(diagnostics, form)
    sys.exit(_fails(diagnostics, strict=strict))


@main.command(help=_("Build the whole site from the sources."))
@_today
@_strict
@click.option("--timings", is_flag=True, help=_("Print how many seconds each step took."))
@click.option(
    "--profile",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("Write where the time went, for Python's pstats; all is done by one process."),
)
def build(today: datetime.date, *, strict: bool, timings: bool, profile: Path | None) -> None:
    steps = Steps(_announce)
    with _profiled(profile):
        fails = _built(today, steps, strict=strict)
    for step, seconds in steps.taken() if timings else ():
        click.echo(f"{seconds:8.2f}  {_LANGUAGE.text(step)}", err=True)
    sys.exit(fails)


@contextmanager
def _profiled(file: Path | None) -> Iterator[None]:
    if file is None:
        yield
        return
    os.environ[processes.MOST] = "1"
    with cProfile.Profile() as profile:
        yield
    profile.dump_stats(file)


def _built(today: datetime.date, steps: Steps, *, strict: bool) -> bool:
    """Builds the site; whether the command fails."""
    outcome = _generated(today, steps.begin)
    for each in outcome.left_out:
        _say(each)
    if outcome.published is None:
        _say(message("Nothing was built; the site that was there stands."))
        return True
    os.environ["SOURCE_DATE_EPOCH"] = clock.epoch(today)
    try:
        build_site(_root(), outcome.searched, outcome.translations, steps.begin)
    except SiteNotBuiltError as error:
        _say(message("The site was not built ({reason}); the one that was there stands.", reason=error))
        return True
    pages, changed = outcome.published.pages, len(outcome.published.written)
    _say(
        message("{n} pages, {changed} of them new or changed: see site/index.html", n=pages, changed=changed)
    )
    return _fails(outcome.diagnostics, strict=strict)


@main.command(help=_("Show the site at http://127.0.0.1:8000/ and renew it at every change."))
@_today
def serve(today: datetime.date) -> None:
    def began(found: tuple[Diagnostic, ...], where: Message) -> None:
        _report(found)
        _say(where)

    def changed(news: preview.News) -> None:
        _say(
            message(
                "Changed: {files}", files=", ".join(news.files[:_NAMED]) + " …" * (len(news.files) > _NAMED)
            )
        )
        _report(news.found)
        if len(news.errors) > len(errors(news.found)):
            _say(message("{count} errors in all", count=len(news.errors)))

    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    _announce(message("Reading the plans"))
    with suppress(KeyboardInterrupt):
        preview.serve(preview.Setting(_root(), today), preview.Telling(began, changed))


@main.command(help=_("Print the JSON Schema of a kind of source, for editors."))
@click.argument("source", type=click.Choice(SOURCES), default="plan")
def schema(source: str) -> None:
    click.echo(schema_of(source, _LANGUAGE), nl=False)


class _Days(TypedDict):
    today: datetime.date
    first: datetime.date | None
    last: datetime.date | None


@main.command(
    help=_(
        "Print a union's report: what was decided, what came of the plan, what is next. UNION is the name "
        "of its folder."
    )
)
@click.argument("union")
@click.option(
    "--from", "first", type=_Day(), help=_("The report's first day; New Year's Day where none is given.")
)
@click.option("--to", "last", type=_Day(), help=_("The report's last day; today where none is given."))
@click.option("--period", help=_("The plan's period; the plan in force where none is given."))
@click.option("--format", "form", type=click.Choice(tuple(papers.FORMATS)), default="html", show_default=True)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("The file to write, in place of printing."),
)
@_today
def report(union: str, *, period: str | None, form: str, output: Path | None, **days: Unpack[_Days]) -> None:
    wanted = papers.Wanted(union=union, period=period, first=days["first"], last=days["last"])
    sight = pipeline.look(_root(), days["today"], os.environ.get("PLANVERK_SITE_URL", ""))
    faults = papers.in_the_way(sight.diagnostics, wanted)
    if sight.scene is None or faults:
        _report(faults or sight.diagnostics)
        _say(message("No report was made."))
        sys.exit(1)
    try:
        view = papers.report(sight.scene, wanted)
    except papers.WrongUseError as error:
        raise click.UsageError(" ".join(map(_LANGUAGE.text, error.messages))) from error
    text = papers.FORMATS[form](_root(), sight.scene, view)
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8", newline="\n")


@main.command(help=_("Print who follows the strategy up: the figures of the site's page on it."))
@click.option(
    "--period", help=_("The edition's period; the newest that any plan builds on where none is given.")
)
@click.option(
    "--format", "form", type=click.Choice(tuple(coverage_table.FORMATS)), default="text", show_default=True
)
@_today
def coverage(today: datetime.date, *, period: str | None, form: str) -> None:
    sight = pipeline.look(_root(), today)
    if sight.scene is None:
        _report(sight.diagnostics)
        sys.exit(1)
    faults = errors(sight.diagnostics)
    if faults:
        _report(faults)
    views = {view.period_id: view for view in coverage_views(sight.scene)}
    if not views:
        raise click.UsageError(_("No plan builds on any edition of the strategy yet."))
    wanted = period or max(views, default="")
    if wanted not in views:
        told = [
            message("No plan builds on an edition for “{found}”.", found=wanted),
            did_you_mean(wanted, views),
        ]
        raise click.UsageError(" ".join(_LANGUAGE.text(each) for each in told if each))
    click.echo(coverage_table.FORMATS[form](views[wanted]), nl=False)
    sys.exit(bool(faults))


def _generated(today: datetime.date, announce: Announce) -> pipeline.Outcome:
    try:
        site = os.environ.get("PLANVERK_SITE_URL", "")
        outcome = pipeline.generate(_root(), today, announce, site, whole=True)
    except NotOursError as error:
        _say(
            message(
                "{path} is not written by Planverk and stands in the way of a page. Move it.",
                path=f"{error.folder}/{error.path}",
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


def _report(diagnostics: tuple[Diagnostic, ...], form: str | None = None) -> None:
    chosen = reports.FORMATS[form or ("terminal" if sys.stderr.isatty() else "plain")]
    told = chosen.render(Report(diagnostics, _LANGUAGE, lines_below(Path.cwd())))
    click.echo(told, nl=False, err=not chosen.for_programs)
    _say(reports.count(diagnostics))


def _fails(diagnostics: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    return bool(diagnostics if strict else errors(diagnostics))


def _say(text: Message) -> None:
    click.echo(_LANGUAGE.text(text), err=True)


def _announce(step: Message) -> None:
    """Progress, on a terminal only."""
    if sys.stderr.isatty():
        click.echo(f"{_LANGUAGE.text(step)} …", err=True)

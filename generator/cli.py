"""Top floor: the command `planverk`."""

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

from generator import (
    __version__,
    clock,
    console,
    examination,
    papers,
    pipeline,
    preview,
    processes,
    reports,
    sources,
)
from generator.checks import RULES, is_private
from generator.commands.canonical_form import fmt
from generator.commands.changes import changes
from generator.commands.creation import new
from generator.commands.documents import import_documents
from generator.commands.editing import edit
from generator.commands.exporting import export
from generator.commands.fetched import fetch
from generator.commands.forms_configuration import cms
from generator.commands.issues import form, forms
from generator.commands.lists import lists
from generator.commands.ownership import owners
from generator.commands.posting import post
from generator.commands.pre_commit import pre_commit
from generator.commands.reporting import status
from generator.commands.rollover import rollover
from generator.console import _
from generator.diagnostics import Diagnostic, Message, did_you_mean, errors, message
from generator.engine import build_site
from generator.exports import coverage_table
from generator.forge import ForgeSettingError
from generator.history.archive import Archive
from generator.load import load
from generator.mkdocs_build import SiteNotBuiltError
from generator.publish import NotOursError, RefusedError
from generator.reports.explanation import explanation
from generator.schema import SOURCES, examples_of
from generator.schema import schema as schema_of
from generator.steps import Announce, Steps
from generator.views.coverage import coverage_views

_NAMED = 5
"""Files that the preview names when they change."""


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
        raise click.UsageError(console.words(*told, hint))
    console.show(explanation(rule, console.LANGUAGE))
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
            console.say(error.message)
        except ForgeSettingError as error:
            raise click.UsageError(console.words(*error.messages), ctx) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            console.say(_refusal(error))
        except BrokenProcessPool:
            console.say(message("A process was ended (too little memory?). The site that was there stands."))
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
    context_settings={"color": console.COLOUR},
)
@click.version_option(__version__, prog_name="planverk")
def main() -> None:
    """Each command stands below; what all of them heed is looked at here."""
    try:
        processes.most()
    except ValueError as error:
        text = message("{variable} is to be a number of processes, such as 2.", variable=processes.MOST)
        raise click.UsageError(console.words(text)) from error


@main.command(
    help=_(
        "Check all sources; write nothing. With UNIONS, names of folders, only theirs and what they rest on: "
        "faster, but blind to what looks from one union to another."
    )
)
@click.argument("unions", metavar="[UNIONS]...", nargs=-1)
@_format
@_strict
@_explain
def check(unions: tuple[str, ...], *, form: str | None, strict: bool) -> None:
    diagnostics = _examined(console.project(), unions)
    console.report(diagnostics, form)
    sys.exit(console.fails(diagnostics, strict=strict))


def _examined(root: Path, unions: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """What is wrong in all sources, or with some unions.  A union may be named by its folder's path too."""
    if not unions:
        return examination.examine(root)[1]
    wanted = {Path(each).name for each in unions}
    folders = {each.id for each in sources.find(root).unions}
    for unknown in sorted(wanted - folders):
        told = [message("There is no union “{found}”.", found=unknown), did_you_mean(unknown, folders)]
        raise click.UsageError(console.words(*told))
    return examination.examine_unions(root, wanted, Archive(root, is_private))


@main.command(help=_("Build the whole site from the sources."))
@console.today
@_strict
@click.option("--timings", is_flag=True, help=_("Print how many seconds each step took."))
@click.option(
    "--profile",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("Write where the time went, for Python's pstats; all is done by one process."),
)
def build(today: datetime.date, *, strict: bool, timings: bool, profile: Path | None) -> None:
    steps = Steps(console.announce)
    with _profiled(profile):
        fails = _built(today, steps, strict=strict)
    for step, seconds in steps.taken() if timings else ():
        console.tell(f"{seconds:8.2f}  {console.LANGUAGE.text(step)}")
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
        console.say(each)
    if outcome.published is None:
        console.say(message("Nothing was built; the site that was there stands."))
        return True
    os.environ["SOURCE_DATE_EPOCH"] = clock.epoch(today)
    try:
        build_site(console.project(), outcome.searched, outcome.translations, steps.begin)
    except SiteNotBuiltError as error:
        console.say(
            message("The site was not built ({reason}); the one that was there stands.", reason=error)
        )
        return True
    pages, changed = outcome.published.pages, len(outcome.published.written)
    console.say(
        message("{n} pages, {changed} of them new or changed: see site/index.html", n=pages, changed=changed)
    )
    return console.fails(outcome.diagnostics, strict=strict)


@main.command(help=_("Show the site at http://127.0.0.1:8000/ and renew it at every change."))
@console.today
def serve(today: datetime.date) -> None:
    def began(found: tuple[Diagnostic, ...], where: Message) -> None:
        console.report(found)
        console.say(where)

    def changed(news: preview.News) -> None:
        console.say(
            message(
                "Changed: {files}", files=", ".join(news.files[:_NAMED]) + " …" * (len(news.files) > _NAMED)
            )
        )
        console.report(news.found)
        if len(news.errors) > len(errors(news.found)):
            console.say(message("{count} errors in all", count=len(news.errors)))

    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    console.announce(message("Reading the plans"))
    with suppress(KeyboardInterrupt):
        preview.serve(preview.Setting(console.project(), today), preview.Telling(began, changed))


@main.command(help=_("Print the JSON Schema of a kind of source, for editors."))
@click.argument("source", type=click.Choice(SOURCES), default="plan")
def schema(source: str) -> None:
    body = load(Path.cwd()).body if Path("plans").is_dir() else None
    console.show(schema_of(source, console.LANGUAGE, examples_of(body) if body else {}))


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
    if output is None:
        console.show(text)
    else:
        output.write_text(text, encoding="utf-8", newline="\n")


@main.command(help=_("Print who follows the strategy up: the figures of the site's page on it."))
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


def _generated(today: datetime.date, announce: Announce) -> pipeline.Outcome:
    try:
        site = os.environ.get("PLANVERK_SITE_URL", "")
        outcome = pipeline.generate(console.project(), today, announce, site, whole=True)
    except NotOursError as error:
        console.say(
            message(
                "{path} is not written by Planverk and stands in the way of a page. Move it.",
                path=f"{error.folder}/{error.path}",
            )
        )
        sys.exit(1)
    console.report(outcome.diagnostics)
    return outcome


for each in (
    changes,
    cms,
    edit,
    export,
    fetch,
    fmt,
    form,
    forms,
    import_documents,
    lists,
    new,
    owners,
    post,
    pre_commit,
    rollover,
    status,
):
    main.add_command(each)

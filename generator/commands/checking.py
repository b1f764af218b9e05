"""`planverk check`: what is wrong with the sources."""

import sys
from pathlib import Path

import click

from generator import console, examination, reports, sources
from generator.checks import RULES, is_private
from generator.console import _
from generator.diagnostics import Diagnostic, did_you_mean, message
from generator.history.archive import Archive
from generator.reports.explanation import explanation

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


@click.command(
    help=_(
        "Check all sources; write nothing. With UNIONS, names of folders, only theirs and what they rest on: "
        "faster, but blind to what looks from one union to another."
    )
)
@click.argument("unions", metavar="[UNIONS]...", nargs=-1)
@_format
@console.strict
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

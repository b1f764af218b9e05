"""Floor 16: what all commands share: words, options, the terminal.  The only module that prints."""

import datetime
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from generator import clock, reports, whole_files
from generator.diagnostics import Diagnostic, Message, errors
from generator.language import of_messages
from generator.reports.excerpts import lines_below
from generator.reports.report import Report

_Answer = TypeVar("_Answer")

LANGUAGE = of_messages(os.environ)
COLOUR = False if os.environ.get("NO_COLOR") else None
"""On terminals, unless the variable says no: https://no-color.org."""


def _(text: str) -> str:
    return LANGUAGE.text(Message(text))


def words(*each: Message | None) -> str:
    """The messages that there are, one after the other."""
    return " ".join(LANGUAGE.text(one) for one in each if one)


class Day(click.ParamType[datetime.date]):
    """A day written year-month-day."""

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


def this_day() -> datetime.date:
    """Today, or the day that the environment names."""
    try:
        return clock.today(os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


today = click.option(
    "--today", type=Day(), default=this_day, help=_("The day that the site is seen from (year-month-day).")
)


strict = click.option("--strict", is_flag=True, help=_("End with 1 also where there are only warnings."))


def project() -> Path:
    """The folder that the command runs in, which is a project's."""
    root = Path.cwd()
    if not (root / "plans").is_dir():
        raise click.UsageError(_("There is no folder plans/ here. Run the command in the project's folder."))
    return root


def report(diagnostics: tuple[Diagnostic, ...], form: str | None = None, root: Path | None = None) -> None:
    """Tells what was found in the project, or in the copy of it at `root`, and how much."""
    chosen = reports.FORMATS[form or ("terminal" if sys.stderr.isatty() else "plain")]
    told = chosen.render(Report(diagnostics, LANGUAGE, lines_below(root or Path.cwd())))
    click.echo(told, nl=False, err=not chosen.for_programs)
    say(reports.count(diagnostics))


def fails(diagnostics: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    """Whether what was found makes a command fail."""
    return bool(diagnostics if strict else errors(diagnostics))


def say(text: Message) -> None:
    """Tells whoever runs the command, apart from what it prints."""
    tell(LANGUAGE.text(text))


def tell(line: str) -> None:
    """A line for whoever runs the command, apart from what it prints."""
    click.echo(line, err=True)


def announce(step: Message) -> None:
    """Progress, on a terminal only."""
    if sys.stderr.isatty():
        click.echo(f"{LANGUAGE.text(step)} …", err=True)


def show(text: str) -> None:
    """What the command was asked for."""
    click.echo(text, nl=False)


def hand_over(content: bytes, output: Path | None) -> None:
    """What the command was asked for, as it is: printed, or whole in the file if one is named."""
    if output is None:
        click.echo(content, nl=False)
    elif output.is_file() or not output.exists():
        whole_files.put(output.resolve(), content)
    else:
        output.write_bytes(content)


def is_shown() -> bool:
    """Whether what is printed goes to somebody's terminal."""
    return sys.stdout.isatty()


def is_interactive() -> bool:
    """Whether somebody can answer questions."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def answer(
    given: str | None, option: str, question: str, understand: Callable[[str], _Answer], default: str = ""
) -> _Answer:
    """What the option says, or else the answer to the question; off terminals, the default.

    `understand` raises UsageError for what cannot be meant; on a terminal the question is put again.
    """
    if given is not None:
        return understand(given)
    if is_interactive():
        found: _Answer = click.prompt(question, default=default or None, value_proc=understand, err=True)
        return found
    if not default:
        raise click.UsageError(_("Write {option}.").format(option=option))
    return understand(default)

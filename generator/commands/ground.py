"""What commands that write plans stand on: the body of plans, and unions, periods and editions by name."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from generator import console, forms
from generator.console import _
from generator.diagnostics import Message, did_you_mean, errors, message
from generator.load import load
from generator.model import Body, Strategy, Union
from generator.periods import Period
from generator.writing.editions import covering


def read_body(root: Path) -> Body:
    """The body of plans; where the federation or a strategy is faulty, that is told and ends the command."""
    loaded = load(root)
    if loaded.body is None:
        console.report(errors(loaded.diagnostics))
        console.say(message("Nothing was written."))
        sys.exit(1)
    return loaded.body


def known_union(body: Body, words: str) -> Union:
    """The union of that folder; other words are wrong use."""
    found = {each.id: each for each in body.unions}
    if words not in found:
        wrong(message("There is no union “{found}”.", found=words), did_you_mean(words, found))
    return found[words]


def a_period(words: str) -> Period:
    """The period that the words say; other words are wrong use."""
    found = forms.PERIOD.read(words)
    if found is None:
        wrong(message(forms.PERIOD.fault.text, found=words), forms.PERIOD.instead)
    return found


def choose_edition(strategies: tuple[Strategy, ...], wanted: Period) -> Strategy:
    """The edition that a plan for the period builds on; where none covers it, the newest, which is said."""
    if not strategies:
        raise click.UsageError(_("There is no strategy in plans/strategi yet."))
    found = covering(strategies, wanted)
    if found is not None:
        return found
    console.say(
        message(
            "No edition of the strategy covers {period}; the plan builds on {edition}. Editions: {known}.",
            period=wanted.title,
            edition=strategies[-1].period.title,
            known=", ".join(each.period.title for each in strategies),
        )
    )
    return strategies[-1]


def wrong(*said: Message | None) -> NoReturn:
    """Ends the command as wrong use, with what is wrong and what to write instead."""
    raise click.UsageError(console.words(*said))

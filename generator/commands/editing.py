"""`planverk edit`: one goal or measure of a plan, changed or new, and not one line more."""

import sys
from typing import TypedDict, Unpack

import click

from generator import console
from generator.commands.ground import read_body, wrong
from generator.console import _
from generator.diagnostics import Collector, Position, message
from generator.model import Body
from generator.writing.carrying_out import UnsoundError, carry_out
from generator.writing.edited import Edit
from generator.writing.naming import Names
from generator.writing.orders import Asked, Orders
from generator.writing.sheets import Field


class _Said(TypedDict):
    number: str | None
    area: str | None
    text: str | None
    deadline: str | None
    responsible: tuple[str, ...]
    follows: tuple[str, ...]


@click.command(
    "edit",
    help=_(
        "Change a measure, or write a new one: UNION is the name of its folder, PERIOD the plan's, NUMBER "
        "what the plan calls the measure (or its id). Nothing else in the file changes. With --new AREA, the "
        "measure comes last in that area, with the next number."
    ),
)
@click.argument("union")
@click.argument("period")
@click.argument("number", required=False)
@click.option("--new", "area", metavar="AREA", help=_("Write a new measure in the area of that id or title."))
@click.option("--text", help=_("What is to be done; adopted wording stays."))
@click.option("--deadline", help=_("When, in words: 1. mai 2027, første halvår 2027, kontinuerlig."))
@click.option(
    "--responsible", multiple=True, help=_("The role that carries it out; again for each further one.")
)
@click.option(
    "--follows",
    multiple=True,
    help=_("What of the strategy a new measure follows up: heltid/hele-stillinger."),
)
def edit(union: str, period: str, **said: Unpack[_Said]) -> None:
    root = console.project()
    if (said["number"] is None) == (said["area"] is None):
        raise click.UsageError(_("Write the measure's NUMBER, or --new and an area."))
    if not (said["text"] or said["deadline"] or said["responsible"]):
        raise click.UsageError(_("Say what is to change: --deadline, --responsible or --text."))
    if said["number"] and said["follows"]:
        raise click.UsageError(_("--follows is for new measures only."))
    body = read_body(root)
    faults = Collector()
    wanted = _edit(body, faults, (union, period), said)
    if wanted is None:
        wrong(*(each for fault in faults.found for each in (fault.message, fault.hint)))
    try:
        found = carry_out(root, body, wanted)
    except UnsoundError as error:
        for fault in error.found:
            console.tell(console.words(fault.message, fault.hint))
        console.say(message("Nothing was written."))
        sys.exit(1)
    for each in wanted.told():
        console.show(f"{wanted.plan.position.file}: {console.words(each)}\n")
    if found:
        console.report(found)


def _edit(body: Body, faults: Collector, plan_name: tuple[str, str], said: _Said) -> Edit | None:
    names = Names(body, faults)
    asked = Asked(
        text=said["text"],
        deadline=said["deadline"],
        responsible=said["responsible"],
        follows=said["follows"],
    )
    union = names.union(_field(plan_name[0]))
    plan = names.plan(union, _field(plan_name[1])) if union else None
    if union is None or plan is None:
        return None
    if said["area"] is not None:
        return Orders(body, faults).added(union, plan, said["area"], asked)
    target = names.target(plan, _field(said["number"] or ""))
    return Orders(body, faults).rewritten(plan, target, asked) if target else None


def _field(words: str) -> Field:
    return Field(words, Position(""))

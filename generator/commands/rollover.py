"""`planverk rollover`: the next period's plan from the one that ends."""

import datetime
from collections.abc import Iterator

import click

from generator import console
from generator.commands.creation import a_period, choose_edition, create, known_union, read_body, wrong
from generator.console import _
from generator.diagnostics import message
from generator.model import Plan, Union
from generator.periods import Period
from generator.writing import source_of
from generator.writing.editions import Editions
from generator.writing.next_period import Rollover


@click.command(
    help=_(
        "Write the next period's plan from an earlier one: what is unfinished or recurs is carried over with "
        "links back, and references are moved to the strategy's newer edition."
    )
)
@click.option("--union", help=_("The name of the union's folder."))
@click.option("--all", "every", is_flag=True, help=_("All unions with a plan to carry on."))
@click.option(
    "--from", "first", help=_("The period of the plan to carry on; the newest before where none is given.")
)
@click.option("--to", required=True, help=_("The new plan's period, such as 2026-2027."))
@console.today
def rollover(today: datetime.date, union: str | None, first: str | None, to: str, *, every: bool) -> None:
    root = console.project()
    body = read_body(root)
    period = a_period(to)
    if bool(union) == every:
        raise click.UsageError(_("Write --union and a folder, or --all."))
    unions = body.unions if every else (known_union(body, union or ""),)
    start = a_period(first) if first else None
    plans = [(each, plan) for each in unions if (plan := _earlier(each, period, start, every=every))]
    strategy = choose_edition(body.strategies, period)
    sources = {}
    told: list[str] = []
    for each, plan in plans:
        moved = Rollover(plan, period, strategy, Editions(body.strategies), console.LANGUAGE.text)
        text = source_of(moved.plan(today))
        sources[root / "plans/fagforeninger" / each.id / f"{period.id}.yml"] = text
        told += _told(each, plan, moved)
    create(root, sources)
    console.show("".join(f"{line}\n" for line in told))


def _earlier(union: Union, to: Period, first: Period | None, *, every: bool) -> Plan | None:
    """The plan to carry on; None where one of all unions has none, or has the next already."""
    known = {plan.period: plan for plan in union.plans}
    if every and to in known:
        return None
    before = [plan for plan in union.plans if plan.period.last < to.first and first in {None, plan.period}]
    if not before and not every:
        text = message("{union} has no plan to carry on to {to}.", union=union.name, to=to.title)
        wrong(text, message("Its plans: {periods}.", periods=", ".join(each.title for each in known)))
    if before and not before[-1].whole:
        wrong(
            message("{path} has errors. Correct them first: planverk check.", path=before[-1].position.file)
        )
    return before[-1] if before else None


def _told(union: Union, plan: Plan, moved: Rollover) -> Iterator[str]:
    account = moved.account
    say = console.LANGUAGE.text
    yield say(
        message(
            "{union}, {period}: {carried} goals and measures carried over, {finished} finished or dropped.",
            union=union.name,
            period=plan.period.title,
            carried=account.carried,
            finished=len(account.finished),
        )
    )
    if account.deadlines:
        yield "  " + say(message("Deadlines to set anew: {count}", count=account.deadlines))
    for each in account.lost:
        yield "  " + say(
            message("Without a successor: {reference} ({item})", reference=each.reference, item=each.item)
        )
    left = {"innledning": plan.introduction, "situasjon": plan.situation, "kapitler": plan.chapters}
    written = [key for key, value in left.items() if value]
    if written:
        yield "  " + say(message("Not carried over, write them anew: {keys}", keys=", ".join(written)))

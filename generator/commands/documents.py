"""`planverk import`: a plan or the strategy in Word, PDF or text to a draft of its source."""

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypedDict, TypeVar, Unpack

import click

from generator import console
from generator.commands.ground import a_period, known_union, read_body, wrong
from generator.console import _
from generator.diagnostics import Message, did_you_mean, message
from generator.importer import (
    Imported,
    ImportedStrategy,
    Row,
    StrategyWishes,
    UnreadableError,
    Wishes,
    imported,
    imported_strategy,
)
from generator.importer.side_by_side import side_by_side
from generator.model import Body, Level, Wording
from generator.periods import Period
from generator.writing import files as sources
from generator.writing import source_of
from generator.writing.editions import covering

STANDARD_OUTPUT = Path("-")
_Found = TypeVar("_Found", Imported, ImportedStrategy)


class _Wanted(TypedDict):
    union: str | None
    strategy_plan: bool
    period: str
    strategy: str | None
    wording: str


class _Where(TypedDict):
    output: Path | None
    overwrite: bool
    report: bool


class _Options(_Wanted, _Where):
    """All options of the command."""


@click.command(
    "import",
    help=_(
        "Make a draft of a plan's source from the plan as Word file (.docx), PDF or text. Several FILES are "
        "one plan. What the draft is not sure of stands under “usikkert” in it. With --strategy-plan the "
        "document is the federation's strategy."
    ),
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--union", help=_("The name of the union's folder."))
@click.option(
    "--strategy-plan", is_flag=True, help=_("The document is the federation's strategy, and no union's plan.")
)
@click.option("--period", required=True, help=_("The plan's period, such as 2024-2025."))
@click.option("--strategy", help=_("The edition of the strategy that it follows; that of its period."))
@click.option(
    "--wording",
    type=click.Choice([each.value for each in Wording]),
    default=Wording.ADOPTED.value,
    show_default=True,
    help=_("Whether the document holds the adopted wording."),
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("The file to write; - prints the draft. The file for the period where none is given."),
)
@click.option("--overwrite", is_flag=True, help=_("Write over a file that is there."))
@click.option("--report", is_flag=True, help=_("Show what came from where, and what was left out and why."))
def import_documents(files: tuple[Path, ...], **options: Unpack[_Options]) -> None:
    root = console.project()
    body = read_body(root)
    if options["strategy_plan"]:
        _import_strategy(files, root, body, options)
    else:
        _import_plan(files, root, body, options)


def _import_plan(files: tuple[Path, ...], root: Path, body: Body, options: _Options) -> None:
    wishes = _wishes(body, options)
    target = options["output"] or root / "plans" / "fagforeninger" / wishes.union / f"{wishes.period.id}.yml"
    _guard(target, options)
    found = _read(lambda: imported(files, body, wishes))
    _write(target, source_of(found.plan))
    _tell(found.rows, _counts(found), target, options)


def _import_strategy(files: tuple[Path, ...], root: Path, body: Body, options: _Options) -> None:
    if options["union"] or options["strategy"]:
        told = message("The strategy is of no union and follows no other.")
        wrong(told, message("Leave out --union and --strategy."))
    period = a_period(options["period"])
    wishes = StrategyWishes(period=period, wording=Wording(options["wording"]), told=console.LANGUAGE.text)
    target = options["output"] or root / "plans" / "strategi" / f"{period.id}.yml"
    _guard(target, options)
    found = _read(lambda: imported_strategy(files, body, wishes))
    _write(target, source_of(found.strategy))
    _tell(found.rows, _strategy_counts(found), target, options)


def _read(of: Callable[[], _Found]) -> _Found:
    """What the files hold; ends the command where one cannot be read."""
    try:
        return of()
    except UnreadableError as error:
        console.tell(console.words(*error.messages))
        sys.exit(1)


def _wishes(body: Body, options: _Options) -> Wishes:
    """What is wanted, once the union and the edition are known to exist."""
    union = options["union"]
    if union is None:
        told = message("Say whose plan it is: --union and the name of its folder.")
        instead = message("If it is the federation's strategy, write --strategy-plan.")
        wrong(told, instead)
    period = a_period(options["period"])
    return Wishes(
        union=known_union(body, union).id,
        period=period,
        strategy=_edition(body, options["strategy"], period),
        wording=Wording(options["wording"]),
        told=console.LANGUAGE.text,
    )


def _edition(body: Body, said: str | None, period: Period) -> Period:
    """The edition that is named, or else one that covers the period; it is wrong use where there is none."""
    editions = [strategy.period for strategy in body.strategies]
    covers = covering(body.strategies, period)
    named = a_period(said) if said else covers.period if covers else period
    if named not in editions:
        told = message("There is no edition of the strategy for “{found}”.", found=named.id)
        wrong(told, did_you_mean(named.id, [each.id for each in editions]))
    return named


def _guard(target: Path, options: _Options) -> None:
    if target != STANDARD_OUTPUT and target.exists() and not options["overwrite"]:
        told = message("{path} is there already.", path=target)
        instead = message("Write --overwrite to replace it, or --output with another name.")
        wrong(told, instead)


def _write(target: Path, text: str) -> None:
    """The whole file at once: no reader sees half of it."""
    if target == STANDARD_OUTPUT:
        console.show(text)
        return
    content = text.encode()
    if target.exists():
        sources.replace_all([(target, content, target.read_bytes())])
    else:
        sources.create(target, content)


def _report(rows: Sequence[Row], *, printed: bool) -> None:
    width = shutil.get_terminal_size((100, 24)).columns
    text = side_by_side(rows, width, console.LANGUAGE.text)
    if printed:
        console.tell(text.rstrip("\n"))
    else:
        console.show(text)


def _tell(rows: Sequence[Row], counts: Sequence[Message], target: Path, options: _Options) -> None:
    if options["report"]:
        _report(rows, printed=target == STANDARD_OUTPUT)
    for each in counts:
        console.say(each)
    if target != STANDARD_OUTPUT:
        console.say(message("The draft: {path}. Read it through, then run “planverk check”.", path=target))


def _counts(found: Imported) -> tuple[Message, ...]:
    plan = found.plan
    return (
        message(
            "Areas: {areas}, goals: {goals}, measures: {measures}, courses: {courses}",
            areas=len(plan.areas),
            goals=sum(len(area.goals) for area in plan.areas),
            measures=sum(len(area.measures) for area in plan.areas),
            courses=sum(len(area.courses) for area in plan.areas),
        ),
        message("Without a place, under “usikkert”: {count}", count=len(plan.doubts)),
    )


def _strategy_counts(found: ImportedStrategy) -> tuple[Message, ...]:
    strategy = found.strategy
    levels = Counter(item.level for area in strategy.areas for item in area.items)
    return (
        message(
            "Areas: {areas}, main goals: {goals}, measures: {national} nationally, {county} in counties, "
            "{union} in unions",
            areas=len(strategy.areas),
            goals=levels[None],
            national=levels[Level.NATIONAL],
            county=levels[Level.COUNTY],
            union=levels[Level.UNION],
        ),
        message("Without a place, under “usikkert”: {count}", count=len(strategy.doubts)),
    )

"""`planverk import`: a plan in Word, PDF or text to a draft of its source."""

import shutil
import sys
from pathlib import Path
from typing import TypedDict, Unpack

import click

from generator import console, forms, pipeline
from generator.console import _
from generator.diagnostics import Message, did_you_mean, errors, message
from generator.importer import Imported, UnreadableError, Wishes, imported
from generator.importer.side_by_side import side_by_side
from generator.model import Body, Wording
from generator.periods import Period
from generator.writing import files as sources
from generator.writing import source_of

STANDARD_OUTPUT = Path("-")


class _Period(click.ParamType[Period]):
    name = "period"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        found = value if isinstance(value, Period) else forms.PERIOD.read(str(value))
        return found or self.fail(_("Write the period as 2024-2025 or 2023."), param, ctx)


class _Wanted(TypedDict):
    union: str
    period: Period
    strategy: Period | None
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
        "one plan. What the draft is not sure of stands under “usikkert” in it."
    ),
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--union", required=True, help=_("The name of the union's folder."))
@click.option("--period", required=True, type=_Period(), help=_("The plan's period, such as 2024-2025."))
@click.option(
    "--strategy", type=_Period(), help=_("The edition of the strategy that it follows; that of its period.")
)
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
    help=_("The file to write; - prints the draft. The union's file for the period where none is given."),
)
@click.option("--overwrite", is_flag=True, help=_("Write over a file that is there."))
@click.option("--report", is_flag=True, help=_("Show what came from where, and what was left out and why."))
def import_documents(files: tuple[Path, ...], **options: Unpack[_Options]) -> None:
    root = console.project()
    body = _body(root)
    wishes = _wishes(body, options)
    target = options["output"] or root / "plans" / "fagforeninger" / wishes.union / f"{wishes.period.id}.yml"
    _guard(target, options)
    try:
        found = imported(files, body, wishes)
    except UnreadableError as error:
        console.tell(console.words(*error.messages))
        sys.exit(1)
    _write(target, source_of(found.plan))
    if options["report"]:
        _report(found, printed=target == STANDARD_OUTPUT)
    _tell(found, target)


def _body(root: Path) -> Body:
    loaded, diagnostics = pipeline.examine(root)
    if loaded.body is None:
        console.report(errors(diagnostics))
        sys.exit(1)
    return loaded.body


def _wishes(body: Body, options: _Options) -> Wishes:
    """What is wanted, once the union and the edition are known to exist."""
    unions = [union.id for union in body.unions]
    editions = [strategy.period for strategy in body.strategies]
    edition = options["strategy"] or _edition(options["period"], editions)
    if options["union"] not in unions:
        told = message("There is no union “{found}”.", found=options["union"])
        raise click.UsageError(console.words(told, did_you_mean(options["union"], unions)))
    if edition not in editions:
        named = edition.id if edition else options["period"].id
        told = message("There is no edition of the strategy for “{found}”.", found=named)
        raise click.UsageError(console.words(told, did_you_mean(named, [each.id for each in editions])))
    return Wishes(
        union=options["union"],
        period=options["period"],
        strategy=edition,
        wording=Wording(options["wording"]),
        told=console.LANGUAGE.text,
    )


def _edition(period: Period, editions: list[Period]) -> Period:
    """The edition of the period, or one that holds the period's years; the period itself where none does."""
    holding = [each for each in editions if each.first <= period.first and period.last <= each.last]
    return period if period in editions else next(iter(holding), period)


def _guard(target: Path, options: _Options) -> None:
    if target != STANDARD_OUTPUT and target.exists() and not options["overwrite"]:
        told = message("{path} is there already.", path=target)
        instead = message("Write --overwrite to replace it, or --output with another name.")
        raise click.UsageError(console.words(told, instead))


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


def _report(found: Imported, *, printed: bool) -> None:
    width = shutil.get_terminal_size((100, 24)).columns
    text = side_by_side(found.rows, width, console.LANGUAGE.text)
    if printed:
        console.tell(text.rstrip("\n"))
    else:
        console.show(text)


def _tell(found: Imported, target: Path) -> None:
    for each in _counts(found):
        console.say(each)
    if target != STANDARD_OUTPUT:
        console.say(message("The draft: {path}. Read it through, then run “planverk check”.", path=target))


def _counts(found: Imported) -> tuple[Message, ...]:
    plan = found.plan
    goals = sum(len(area.goals) for area in plan.areas)
    measures = sum(len(area.measures) for area in plan.areas)
    courses = sum(len(area.courses) for area in plan.areas)
    return (
        message(
            "Areas: {areas}, goals: {goals}, measures: {measures}, courses: {courses}",
            areas=len(plan.areas),
            goals=goals,
            measures=measures,
            courses=courses,
        ),
        message("Without a place, under “usikkert”: {count}", count=len(plan.doubts)),
    )

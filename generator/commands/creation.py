"""`planverk new`: the sources of a union or of a plan, by questions on a terminal or by options."""

import datetime
import sys
from pathlib import Path
from typing import NoReturn, TypedDict, Unpack

import click

from generator import console, forms
from generator.console import _
from generator.diagnostics import Message, did_you_mean, errors, message
from generator.language import OF_PLANS
from generator.load import load
from generator.model import Body, County, Strategy, Union
from generator.periods import Period
from generator.standing import Phase, phase
from generator.texts import folded
from generator.writing import files
from generator.writing.blank import plan_source, union_source
from generator.writing.editions import covering


class _Said(TypedDict):
    name: str | None
    county: str | None
    number: str | None
    language: str | None
    folder: str | None


@click.group("new", help=_("Begin a union or a plan: asks on a terminal for what no option says."))
def new() -> None:
    """Nothing of its own: each kind stands below."""


_period = click.option("--period", help=_("The plan's period, such as 2026-2027."))
_title = click.option("--source", "title", help=_("The document that the plan is taken from."))


@new.command("union", help=_("Write who a union is, and a plan with the strategy's areas."))
@click.option("--name", help=_("The union's name, such as Fagforbundet Vik."))
@click.option("--county", help=_("The county, by id or name."))
@click.option("--number", help=_("The union's number, where it has one."))
@click.option(
    "--language", type=click.Choice(OF_PLANS), help=_("The language of its plans, unless it is Bokmål.")
)
@click.option("--id", "folder", help=_("The name of its folder, where its name gives none or a taken one."))
@_period
@_title
@console.today
def new_union(today: datetime.date, period: str | None, title: str | None, **said: Unpack[_Said]) -> None:
    root = console.project()
    body = read_body(root)
    name = console.answer(said["name"], "--name", _("The union's name"), _Unions(body).new_name)
    proposed = forms.slug(name.removeprefix(body.federation.name))
    folder = console.answer(
        said["folder"], "--id", _("The name of its folder"), _Unions(body, root).new_folder, proposed
    )
    county = console.answer(said["county"], "--county", _("The union's county"), _Counties(body).county)
    union = Union(
        id=folder, name=name, county=county.id, number=said["number"], language=said["language"] or ""
    )
    plan = _plan(body, union, period, title, today)
    home = root / "plans/fagforeninger" / folder
    create(root, {home / "fagforening.yml": union_source(union), home / plan[0]: plan[1]})


@new.command(
    "plan", help=_("Write a plan with the strategy's areas. UNION is the name of the union's folder.")
)
@click.argument("union")
@_period
@_title
@console.today
def new_plan(today: datetime.date, union: str, period: str | None, title: str | None) -> None:
    root = console.project()
    body = read_body(root)
    found = _Unions(body).known(union)
    name, text = _plan(body, found, period, title, today)
    create(root, {root / "plans/fagforeninger" / found.id / name: text})


def _plan(
    body: Body, union: Union, period: str | None, title: str | None, today: datetime.date
) -> tuple[str, str]:
    """The name and the text of the file of a new plan."""
    if not body.strategies:
        raise click.UsageError(_("There is no strategy in plans/strategi yet."))
    in_force = [each for each in body.strategies if phase(each.period, today) is Phase.IN_FORCE]
    usual = (in_force or list(body.strategies))[-1].period.id
    wanted = console.answer(period, "--period", _("The plan's period"), a_period, usual)
    strategy = choose_edition(body.strategies, wanted)
    usual = _("Action plan {period}, {union}").format(period=wanted.title, union=union.name)
    source = console.answer(title, "--source", _("The document that the plan is taken from"), folded, usual)
    return f"{wanted.id}.yml", plan_source(wanted, strategy, source)


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


def a_period(words: str) -> Period:
    """The period that the words say; other words are wrong use."""
    found = forms.PERIOD.read(words)
    if found is None:
        wrong(message(forms.PERIOD.fault.text, found=words), forms.PERIOD.instead)
    return found


class _Unions:
    """The unions that there are, of which a new one must differ."""

    def __init__(self, body: Body, root: Path = Path()) -> None:
        self._unions = body.unions
        self._home = root / "plans/fagforeninger"

    def known(self, words: str) -> Union:
        """The union of that folder."""
        found = {each.id: each for each in self._unions}
        if words not in found:
            wrong(message("There is no union “{found}”.", found=words), did_you_mean(words, found))
        return found[words]

    def new_name(self, words: str) -> str:
        """The name, which no other has."""
        name = folded(words)
        for each in self._unions:
            if each.name.casefold() == name.casefold():
                wrong(
                    message("{union} is there already, in the folder {folder}.", union=name, folder=each.id)
                )
        if not name:
            wrong(message("A union must have a name."))
        return name

    def new_folder(self, words: str) -> str:
        """The name of a folder that is not there yet."""
        if forms.IDENTIFIER.read(words) is None:
            wrong(message(forms.IDENTIFIER.fault.text, found=words), forms.IDENTIFIER.instead)
        if (self._home / words).exists():
            taken = message("The folder {folder} is taken.", folder=words)
            wrong(taken, message("Choose another name with --id."))
        return words


class _Counties:
    def __init__(self, body: Body) -> None:
        self._counties = body.federation.counties

    def county(self, words: str) -> County:
        """The county of that id or name."""
        wanted = folded(words).casefold()
        found = [each for each in self._counties if wanted in {each.id, each.name.casefold()}]
        if not found:
            known = [name for each in self._counties for name in (each.id, each.name)]
            hint = did_you_mean(words, known, at_most=len(known))
            wrong(message("There is no county “{found}”.", found=words), hint)
        return found[0]


def known_union(body: Body, words: str) -> Union:
    """The union of that folder; other words are wrong use."""
    return _Unions(body).known(words)


def wrong(*said: Message | None) -> NoReturn:
    """Ends the command as wrong use, with what is wrong and what to write instead."""
    raise click.UsageError(console.words(*said))


def read_body(root: Path) -> Body:
    """The body of plans; where the federation or a strategy is faulty, that is told and ends the command."""
    loaded = load(root)
    if loaded.body is None:
        console.report(errors(loaded.diagnostics))
        console.say(message("Nothing was written."))
        sys.exit(1)
    return loaded.body


def create(root: Path, sources: dict[Path, str]) -> None:
    """Writes the files, none of which may be there."""
    for path in sources:
        if path.exists() or path.is_symlink():
            name = path.relative_to(root).as_posix()
            wrong(message("{path} is there already, and is left as it is.", path=name))
    for path, text in sources.items():
        files.create(path, text.encode())
        console.show(f"{path.relative_to(root).as_posix()}\n")
    console.say(message("Fill in what the plan says, and run planverk check."))

"""`planverk addresses`: the lists of addresses that were published."""

import sys
from collections import defaultdict
from pathlib import Path

import click

from generator import address_lists, console, examination, lasting
from generator.console import _
from generator.diagnostics import errors, message
from generator.load import sound
from generator.model import Body
from generator.writing import files


@click.command(
    "addresses",
    help=_(
        "List the addresses that are not yet among those that were published, and end with 1 if there "
        "are any. What is in the lists, in plans/adresser/, may not vanish: “check” sees to it."
    ),
)
@click.option("--update", is_flag=True, help=_("Add them to the lists."))
def lists(*, update: bool) -> None:
    root = console.project()
    loaded, diagnostics = examination.examine(root)
    if loaded.body is None or any(map(examination.is_of_all, errors(diagnostics))):
        console.report(errors(diagnostics))
        console.say(message("No address was noted: an error stands in the plans."))
        sys.exit(1)
    fresh = lasting.of_body(sound(loaded.body, diagnostics)) - _noted(loaded.body)
    if update:
        _add(root, loaded.body, fresh)
        console.say(message("{n} addresses added to plans/adresser/.", n=len(fresh)))
        return
    console.show("".join(f"{address}\n" for address in sorted(fresh)))
    if fresh:
        console.say(
            message(
                "{n} addresses are not noted yet. When they are published: planverk addresses --update",
                n=len(fresh),
            )
        )
    sys.exit(bool(fresh))


def _noted(body: Body) -> set[str]:
    return {each.address for each in lasting.noted(body)}


def _add(root: Path, body: Body, fresh: set[str]) -> None:
    """Writes each list anew that has something to add; what it has, it keeps."""
    by_list: dict[str, set[str]] = defaultdict(set)
    for address in _noted(body) | fresh:
        by_list[address_lists.place(address)].add(address)
    for name in sorted({address_lists.place(address) for address in fresh}):
        path, content = root / name, address_lists.text(by_list[name]).encode()
        if path.is_file():
            files.replace_all([(path, content, path.read_bytes())])
        else:
            files.create(path, content)

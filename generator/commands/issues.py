"""`planverk form` and `planverk forms`: what an issue asks for, and the forms that ask for it."""

import datetime
import sys
from pathlib import Path
from typing import BinaryIO

import click

from generator import console
from generator.commands.ground import read_body
from generator.console import _
from generator.diagnostics import Collector, message
from generator.forge import Form
from generator.issues import reply
from generator.issues.answers import LIMIT, answers
from generator.issues.forms import path, questions, renewed
from generator.issues.wishes import KINDS, Wishes
from generator.model import Body
from generator.publish import RefusedError
from generator.writing import files
from generator.writing.carrying_out import UnsoundError, carry_out

_WIDEST = 4
"""Bytes of a character."""


@click.command(
    "form",
    help=_(
        "Make the change of a plan that an issue asks for, and print what to answer: a subject, a blank "
        "line, Markdown. KIND is the form that the issue was opened with; ISSUE the file with its text, - "
        "for standard input. Ends with 1, and changes nothing, where the answers have faults."
    ),
)
@click.argument("kind", type=click.Choice([each.value for each in KINDS]))
@click.argument("issue", type=click.File("rb"), default="-")
@console.today
def form(today: datetime.date, kind: str, issue: BinaryIO) -> None:
    root = console.project()
    text = issue.read(LIMIT * _WIDEST + 1).decode("utf-8", "replace")
    answer = _answer(root, read_body(root), kind, text, today)
    console.show(reply.text(root, answer, console.LANGUAGE))
    sys.exit(bool(answer.faults))


def _answer(root: Path, body: Body, kind: str, text: str, today: datetime.date) -> reply.Reply:
    faults = Collector()
    lies = path(root, kind)
    asked = questions(lies.read_text(encoding="utf-8"), lies.relative_to(root).as_posix())
    said = answers(text, asked, faults)
    edit = None if faults.found else KINDS[Form(kind)](Wishes(body, today, faults), said)
    if edit is None:
        return reply.refused(tuple(faults.found))
    try:
        found = carry_out(root, body, edit)
    except UnsoundError as error:
        return reply.refused(error.found)
    except RefusedError as error:
        return reply.impossible(error.message)
    return reply.changed(body, edit, found)


@click.command(
    "forms", help=_("Write the statuses and roles to choose from into the forms in .github/ISSUE_TEMPLATE.")
)
@click.option("--check", is_flag=True, help=_("Write nothing; end with 1 where that would change a form."))
def forms(*, check: bool) -> None:
    root = console.project()
    federation = read_body(root).federation
    changes: list[tuple[Path, bytes, bytes]] = []
    for each in (path(root, kind) for kind in KINDS):
        raw = each.read_bytes()
        new = renewed(raw.decode("utf-8"), each.relative_to(root).as_posix(), federation).encode()
        if new != raw:
            changes.append((each, new, raw))
            console.show(f"{each.relative_to(root).as_posix()}\n")
    if check:
        sys.exit(bool(changes))
    files.replace_all(changes)
    console.say(message("{count} forms changed.", count=len(changes)))

"""`planverk owners`: who is asked about changes, for the code host."""

import difflib
import sys
from dataclasses import replace
from pathlib import Path

import click

from generator import console, sources
from generator.code_owners import FIRST_LINE, PATH, code_owners
from generator.console import _
from generator.diagnostics import errors, message
from generator.load import ground, read_unions
from generator.model import Body
from generator.publish import RefusedError
from generator.writing import files


@click.command(
    "owners",
    help=_(
        "Write .github/CODEOWNERS, by which the code host asks the right people about a change: the teams "
        "under “eiere” in forbund.yml and in each fagforening.yml."
    ),
)
@click.option(
    "--check", is_flag=True, help=_("Write nothing; show what would change, and end with 1 if anything.")
)
def owners(*, check: bool) -> None:
    root = console.project()
    wanted = code_owners(_body(root))
    there = _there(root)
    if there == wanted:
        return
    if check:
        lines = ((there or "").splitlines(keepends=True), wanted.splitlines(keepends=True))
        console.show("".join(difflib.unified_diff(*lines, PATH, PATH)))
        console.say(message("{path} is not made of the plans as they are. Run planverk owners.", path=PATH))
        sys.exit(1)
    _write(root / PATH, there, wanted)
    console.say(message("{path} written.", path=PATH))


def _body(root: Path) -> Body:
    """The federation and the unions, whose plans are not read; where one is faulty, that ends the command."""
    base = ground(root, sources.find(root))
    alone = [replace(each, plans=(), published=None) for each in base.folders]
    unions = list(read_unions(root, alone))
    faults = errors((*base.diagnostics, *(fault for each in unions for fault in each.diagnostics)))
    if base.body is None or faults:
        console.report(faults)
        console.say(message("Nothing was written."))
        sys.exit(1)
    return replace(base.body, unions=tuple(each.union for each in unions if each.union))


def _there(root: Path) -> str | None:
    """What stands in the file; None where there is none.  Raises RefusedError where it is somebody else's."""
    path = root / PATH
    if path.is_symlink() or not path.exists():
        return None
    text = path.read_text(encoding="utf-8", errors="surrogateescape")
    if text.partition("\n")[0].rstrip("\r") != FIRST_LINE:
        told = message(
            "{path} is not written by Planverk. Move what it says to “eiere” in plans/.", path=PATH
        )
        raise RefusedError(told)
    return text


def _write(path: Path, there: str | None, wanted: str) -> None:
    if there is None:
        files.create(path, wanted.encode())
    else:
        files.replace_all([(path, wanted.encode(), there.encode(errors="surrogateescape"))])

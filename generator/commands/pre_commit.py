"""`planverk pre-commit`: what git runs before a commit of plans."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator import console
from generator.console import _
from generator.diagnostics import message
from generator.history.staging import NoIndexError, is_of_one_commit, stage
from generator.staged_plans import Reform, judge
from generator.writing import files


@click.command(
    "pre-commit",
    help=_(
        "Check the plans as they are staged in git, and bring them into canonical form. An error ends it "
        "with 1. Only unions that changed are looked at, and what their plans rest on; all, where that "
        "changed. `make hooks` has git run this before every commit."
    ),
)
def pre_commit() -> None:
    root = console.project()
    with TemporaryDirectory(prefix="planverk-") as folder:
        there = Path(folder)
        try:
            verdict = judge(root, there)
            if verdict.errors:
                console.report(verdict.errors, root=there)
                console.say(
                    message("Nothing was committed. Mend this, stage the file anew and commit again.")
                )
                sys.exit(1)
            refused = [each for each in verdict.reforms if not _reform(root, each)]
        except NoIndexError as error:
            raise click.UsageError(_("Git does not tell what is staged here.")) from error
    sys.exit(bool(refused))


def _reform(root: Path, reform: Reform) -> bool:
    """Brings what is staged into canonical form, and the file too if it says the same; whether it could."""
    path = root / reform.file.path
    if is_of_one_commit():
        text = message(
            "{path} is not in canonical form. Run planverk fmt {path}, then commit again.",
            path=reform.file.path,
        )
        console.say(text)
        return False
    stage(root, reform.file, reform.canonical)
    if path.is_file() and path.read_bytes() == reform.raw:
        files.replace_all([(path, reform.canonical, reform.raw)])
    console.say(message("{path} was brought into canonical form.", path=reform.file.path))
    return True


if __name__ == "__main__":
    pre_commit(
        prog_name="planverk pre-commit"
    )  # the hook comes this way: what other commands need takes a second

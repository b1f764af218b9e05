"""Top floor: the command `planverk`."""

import errno
import sys
from concurrent.futures.process import BrokenProcessPool

import click

from generator import __version__, console, processes
from generator.commands.building import build
from generator.commands.canonical_form import fmt
from generator.commands.changes import changes
from generator.commands.checking import check
from generator.commands.creation import new
from generator.commands.documents import import_documents
from generator.commands.editing import edit
from generator.commands.exporting import export
from generator.commands.fetched import fetch
from generator.commands.forms_configuration import cms
from generator.commands.issues import form, forms
from generator.commands.lists import lists
from generator.commands.ownership import owners
from generator.commands.posting import post
from generator.commands.pre_commit import pre_commit
from generator.commands.previewing import serve
from generator.commands.printing import coverage, report, schema
from generator.commands.reporting import status
from generator.commands.rollover import rollover
from generator.console import _
from generator.diagnostics import Message, message
from generator.forge import ForgeSettingError
from generator.publish import RefusedError


class _Commands(click.Group):
    """Says what the system does not let a command do, in place of a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except RefusedError as error:
            console.say(error.message)
        except ForgeSettingError as error:
            raise click.UsageError(console.words(*error.messages), ctx) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            console.say(_refusal(error))
        except BrokenProcessPool:
            console.say(message("A process was ended (too little memory?). The site that was there stands."))
        sys.exit(1)


def _refusal(error: OSError) -> Message:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return message("The disk is full. The site that was there stands.")
    return message(
        "{path} cannot be read or written ({reason}). What was there before stands.",
        path=error.filename or "",
        reason=error.strerror or error,
    )


@click.group(
    cls=_Commands,
    help=_("Planverk publishes the action plans of a federation's unions."),
    context_settings={"color": console.COLOUR},
)
@click.version_option(__version__, prog_name="planverk")
def main() -> None:
    """Each command stands below; what all of them heed is looked at here."""
    try:
        processes.most()
    except ValueError as error:
        text = message("{variable} is to be a number of processes, such as 2.", variable=processes.MOST)
        raise click.UsageError(console.words(text)) from error


for each in (
    build,
    changes,
    check,
    cms,
    coverage,
    edit,
    export,
    fetch,
    fmt,
    form,
    forms,
    import_documents,
    lists,
    new,
    owners,
    post,
    pre_commit,
    report,
    rollover,
    schema,
    serve,
    status,
):
    main.add_command(each)

"""`planverk post`: the summary of a change on its pull request, for the one workflow that may write there."""

import os
import sys
from pathlib import Path

import click

from generator import console, sources
from generator.commands.ground import wrong
from generator.console import _
from generator.diagnostics import message
from generator.load import ground
from generator.review.code_host import CodeHost, HostError
from generator.review.posting import Run, known_labels, mark_with, pull_of, run_of, summary_of, tell
from generator.review.records import NotAsExpectedError, record
from generator.review.rendering import Comment, comment
from generator.review.summary import Summary


@click.command(
    "post",
    help=_(
        "Tell on a pull request what the change does, in one comment that is kept up to date, and label it. "
        "For a workflow on GitHub that runs after the check of the pull request, with rights that the check "
        "does not have; what the check has left is taken as a stranger's words."
    ),
)
def post() -> None:
    root = console.project()
    host = CodeHost(os.environ.get("GITHUB_REPOSITORY", ""))
    run = _run(host)
    try:
        number, summary = pull_of(host, run), summary_of(host, run)
        if number is None or summary is None:
            console.say(
                message("There is nothing to tell: the pull request has moved on, or the check left nothing.")
            )
            return
        tell(host, number, comment(Comment(summary, run.address), root, console.LANGUAGE))
        mark_with(host, number, _labels(root, summary))
    except NotAsExpectedError:
        console.say(message("What the check has left is no summary; nothing was told."))
        sys.exit(1)
    except HostError as error:
        console.say(error.message)
        sys.exit(1)
    console.say(message("Told on pull request {number}.", number=number))


def _run(host: CodeHost) -> Run:
    """The run that the workflow follows; without one, that is wrong use."""
    try:
        event = Path(os.environ.get("GITHUB_EVENT_PATH", "")).read_bytes()
        return run_of(
            record(event), host.repository, os.environ.get("GITHUB_SERVER_URL", "https://github.com")
        )
    except (OSError, NotAsExpectedError):
        wrong(message("The command belongs in a workflow that follows another (workflow_run)."))


def _labels(root: Path, summary: Summary) -> list[str]:
    inventory = sources.find(root)
    body = ground(root, inventory).body
    counties = [each.id for each in body.federation.counties] if body else []
    return known_labels(summary.labels, [each.id for each in inventory.unions], counties)

"""`planverk build`: the whole site."""

import cProfile
import datetime
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from generator import clock, console, pipeline, processes
from generator.console import _
from generator.diagnostics import message
from generator.engine import build_site
from generator.mkdocs_build import SiteNotBuiltError
from generator.publish import NotOursError
from generator.steps import Announce, Steps


@click.command(help=_("Build the whole site from the sources."))
@console.today
@console.strict
@click.option("--timings", is_flag=True, help=_("Print how many seconds each step took."))
@click.option(
    "--profile",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("Write where the time went, for Python's pstats; all is done by one process."),
)
def build(today: datetime.date, *, strict: bool, timings: bool, profile: Path | None) -> None:
    steps = Steps(console.announce)
    with _profiled(profile):
        fails = _built(today, steps, strict=strict)
    for step, seconds in steps.taken() if timings else ():
        console.tell(f"{seconds:8.2f}  {console.LANGUAGE.text(step)}")
    sys.exit(fails)


@contextmanager
def _profiled(file: Path | None) -> Iterator[None]:
    if file is None:
        yield
        return
    os.environ[processes.MOST] = "1"
    with cProfile.Profile() as profile:
        yield
    profile.dump_stats(file)


def _built(today: datetime.date, steps: Steps, *, strict: bool) -> bool:
    """Builds the site; whether the command fails."""
    outcome = _generated(today, steps.begin)
    for each in outcome.left_out:
        console.say(each)
    if outcome.published is None:
        console.say(message("Nothing was built; the site that was there stands."))
        return True
    os.environ["SOURCE_DATE_EPOCH"] = clock.epoch(today)
    try:
        build_site(console.project(), outcome.searched, outcome.translations, steps.begin)
    except SiteNotBuiltError as error:
        console.say(
            message("The site was not built ({reason}); the one that was there stands.", reason=error)
        )
        return True
    pages, changed = outcome.published.pages, len(outcome.published.written)
    console.say(
        message("{n} pages, {changed} of them new or changed: see site/index.html", n=pages, changed=changed)
    )
    return console.fails(outcome.diagnostics, strict=strict)


def _generated(today: datetime.date, announce: Announce) -> pipeline.Outcome:
    try:
        site = os.environ.get("PLANVERK_SITE_URL", "")
        outcome = pipeline.generate(console.project(), today, announce, site, whole=True)
    except NotOursError as error:
        console.say(
            message(
                "{path} is not written by Planverk and stands in the way of a page. Move it.",
                path=f"{error.folder}/{error.path}",
            )
        )
        sys.exit(1)
    console.report(outcome.diagnostics)
    return outcome

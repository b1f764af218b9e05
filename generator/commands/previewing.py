"""`planverk serve`: the site as it would be, made new at every change."""

import datetime
import logging
from contextlib import suppress

import click

from generator import console, preview
from generator.console import _
from generator.diagnostics import Diagnostic, Message, errors, message

_NAMED = 5
"""Files that are named when they change."""


@click.command(help=_("Show the site at http://127.0.0.1:8000/ and renew it at every change."))
@console.today
def serve(today: datetime.date) -> None:
    def began(found: tuple[Diagnostic, ...], where: Message) -> None:
        console.report(found)
        console.say(where)

    def changed(news: preview.News) -> None:
        console.say(
            message(
                "Changed: {files}", files=", ".join(news.files[:_NAMED]) + " …" * (len(news.files) > _NAMED)
            )
        )
        console.report(news.found)
        if len(news.errors) > len(errors(news.found)):
            console.say(message("{count} errors in all", count=len(news.errors)))

    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    console.announce(message("Reading the plans"))
    with suppress(KeyboardInterrupt):
        preview.serve(preview.Setting(console.project(), today), preview.Telling(began, changed))

"""`planverk fetch`: copies of other sites' plans."""

import sys
from pathlib import Path

import click

from generator import console, copies, sources
from generator.console import _
from generator.diagnostics import did_you_mean, message
from generator.fetching import Fetcher, NotFetchedError
from generator.load import ground
from generator.model import Source
from generator.publish import RefusedError
from generator.writing import files


@click.command(
    help=_(
        "Fetch the published data of the other sites that forbund.yml names under “kilder”, into kilder/. "
        "Nothing else ever asks the network. Without SITES, all that have “data”."
    )
)
@click.argument("wanted", metavar="[SITES]...", nargs=-1)
@click.option(
    "--update",
    is_flag=True,
    help=_("Take what is published now, also where it is not what “sha256” names, and write the new hash."),
)
def fetch(wanted: tuple[str, ...], *, update: bool) -> None:
    root = console.project()
    found = [_renewed(root, each, update=update) for each in _wanted(root, wanted)]
    sys.exit(not all(found))


def _wanted(root: Path, ids: tuple[str, ...]) -> list[Source]:
    base = ground(root, sources.find(root))
    if base.body is None:
        console.report(base.diagnostics)
        sys.exit(1)
    known = {each.id: each for each in base.body.federation.sources if each.data}
    for each in ids:
        if each not in known:
            told = message("forbund.yml names no site “{found}” that has “data”.", found=each)
            raise click.UsageError(console.words(told, did_you_mean(each, known)))
    return [known[each] for each in ids or known]


def _renewed(root: Path, source: Source, *, update: bool) -> bool:
    """Whether there is a copy now of what is published, or of what is pinned."""
    try:
        found = copies.renew(root, source, Fetcher().fetch, update=update)
        if found != source.sha256:
            _pin(root / "plans/forbund.yml", source, found)
    except (NotFetchedError, RefusedError) as error:
        console.say(error.message)
        return False
    console.say(message("{site}: fetched.", site=source.name))
    return True


def _pin(path: Path, source: Source, sha256: str) -> None:
    before = path.read_bytes()
    after = copies.pinned(before.decode(), source, sha256).encode()
    files.replace_all([(path, after, before)])

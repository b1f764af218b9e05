"""Floor 11: the sources, and all that is wrong with them: read, checked, silenced where they say so."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator import address_lists, federated, sources
from generator.checks import OF_HISTORY, OF_ONE, RULES, check, check_texts, is_private
from generator.diagnostics import Diagnostic, errors, in_order, message
from generator.history.archive import Archive
from generator.load import Loaded, load
from generator.processes import collector_held_off
from generator.read_before import ReadBefore
from generator.silences import silence
from generator.steps import Announce, unannounced


@collector_held_off()
def examine(
    root: Path,
    archive: Archive | None = None,
    announce: Announce = unannounced,
    before: ReadBefore | None = None,
) -> tuple[Loaded, tuple[Diagnostic, ...]]:
    """The sources of the project at `root`, and all that is wrong with them, in stable order.

    What was read `before` by this function is recalled, where that is given.
    """
    announce(message("Reading the plans"))
    loaded = load(root, check_texts, before=before)
    guests: tuple[Diagnostic, ...] = ()
    if loaded.body is not None and loaded.body.federation.sources:
        announce(message("Reading the plans of other sites"))
        body, guests = federated.welcome(root, loaded.body)
        loaded = replace(loaded, body=body)
    announce(message("Checking the plans"))
    past = archive or Archive(root, is_private)
    found = check(loaded.body, past) if loaded.body else ()
    left = silence((*loaded.diagnostics, *guests, *found), loaded.silences, RULES, partial(is_blind, past))
    return loaded, in_order(left)


@collector_held_off()
def examine_unions(root: Path, unions: Collection[str], archive: Archive) -> tuple[Diagnostic, ...]:
    """What is wrong in the folders of the unions, and every error in what all plans rest on.

    Other unions are not read.  So what looks from one to another, or at other sites, is not found.
    """
    loaded = load(root, check_texts, unions)
    found = check(loaded.body, archive, OF_ONE) if loaded.body else ()
    left = silence((*loaded.diagnostics, *found), loaded.silences, RULES, partial(is_blind, archive))
    return tuple(
        each
        for each in in_order(left)
        if sources.union_of(each.position.file) in unions or (is_of_all(each) and errors((each,)))
    )


def is_blind(archive: Archive, rule: str) -> bool:
    """Whether the rule looks at what changed, of which nothing is known."""
    return rule in OF_HISTORY and not archive.is_there


def is_of_all(fault: Diagnostic) -> bool:
    """Whether the fault stands in the federation or a strategy, on which all plans rest."""
    others = ("plans/fagforeninger/", address_lists.FOLDER, federated.FOLDER)
    return not fault.position.file.startswith(others)

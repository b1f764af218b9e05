"""Floor 10: the unions of other sites: read from the copies in `kilder/`, checked, the sound ones kept.

A copy is a project of its own: a checkout, or what is made of the data that a site publishes.  Of it
counts what lies below `plans/fagforeninger/`.  What is wrong there stops nothing of ours.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator import sources
from generator.addresses import UNION_FOLDERS
from generator.checks import OF_HISTORY, OF_ONE, RULES, check, check_texts, is_private
from generator.diagnostics import Diagnostic, Message, Position, Rule, Severity, errors, message
from generator.fields import is_identifier
from generator.history.archive import Archive
from generator.load import ReadUnion, read_unions, sound
from generator.model import Body, Home, Measure, Plan, Responsible, Source, Union
from generator.reading_rules import GUEST_CHANGED, GUEST_LEFT_OUT, GUEST_MISSING
from generator.roles import Roles
from generator.silences import silence
from generator.sources import UnionFolder

FOLDER = "kilder/"

BETWEEN = "--"
"""What stands between the ids of site and union, and in no id."""

_NOT_THEIRS = frozenset({"unknown-role"})
"""Errors with us that are none with them: what they call their roles, which we then do not show."""

_ERRORS = tuple(
    each for each in OF_ONE if each.rule.severity is Severity.ERROR and each.rule.name not in _NOT_THEIRS
)


def _said(place: Position, rule: Rule, text: Message, hint: Message | None) -> Diagnostic:
    return Diagnostic(position=place, rule=rule, message=text, hint=hint)


@dataclass(frozen=True, slots=True)
class Guests:
    """The unions of a site, and what is to be said of them."""

    unions: tuple[Union, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def welcome(root: Path, body: Body) -> tuple[Body, tuple[Diagnostic, ...]]:
    """The body with the unions of the sites that the federation names, and what is to be said of them."""
    found = [guests_of(root, body, each) for each in body.federation.sources]
    guests = tuple(union for each in found for union in each.unions)
    return replace(body, guests=guests), tuple(one for each in found for one in each.diagnostics)


def guests_of(root: Path, body: Body, source: Source) -> Guests:
    """The sound unions and plans of the copy of one site."""
    home = root / FOLDER / source.id
    folders = sources.find(home).unions
    place = Position(f"{FOLDER}{source.id}/")
    if not folders:
        text = message("There is no copy of the plans of {site}.", site=source.name)
        hint = message("Put their folder plans in {folder}, or run planverk fetch.", folder=place.file)
        return Guests((), (_said(place, GUEST_MISSING, text, hint),))
    if source.sha256 is not None and source.sha256 != fingerprint(home):
        text = message("The copy of {site} is not the one that forbund.yml names.", site=source.name)
        hint = message("Run planverk fetch, or planverk fetch --update and look at what is new.")
        return Guests((), (_said(place, GUEST_CHANGED, text, hint),))
    return _read(root, body, source, [each for each in folders if is_identifier(each.id)])


def fingerprint(home: Path) -> str:
    """The SHA-256 hash of a copy: of the hashes and the names of the files that count."""
    folders = sources.find(home).unions
    files = (path for folder in folders for path in (folder.union, *folder.plans) if path.is_file())
    lines = (f"{_hash(path)}  {path.relative_to(home).as_posix()}\n" for path in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _read(root: Path, body: Body, source: Source, folders: Iterable[UnionFolder]) -> Guests:
    theirs = [replace(each, id=f"{source.id}{BETWEEN}{each.id}", published=None) for each in folders]
    read = list(read_unions(root, theirs, check_texts, root / FOLDER / source.id))
    roles = Roles(body.federation)
    unions = tuple(_at_home(each.union, source, roles) for each in read if each.union)
    whole = replace(body, unions=unions, guests=(), published=())
    wrong = list(_wrong(root, whole, read))
    shown = (_left_out(each) for each in wrong)
    kept = sound(whole, tuple(wrong)).unions
    return Guests(tuple(each for each in kept if each.plans), tuple(shown))


def _left_out(fault: Diagnostic) -> Diagnostic:
    """The fault as one that leaves a plan out; as private as it is."""
    return replace(fault, rule=replace(GUEST_LEFT_OUT, private=fault.rule.private))


def _at_home(union: Union, source: Source, roles: Roles) -> Union:
    """The union as one of that site, of which we show no more than we know."""
    local = union.id.removeprefix(f"{source.id}{BETWEEN}")
    home = Home(source.name, f"{source.site.removesuffix('/')}/{UNION_FOLDERS}{local}/")
    return replace(union, home=home, plans=tuple(_less_strangers(plan, roles) for plan in union.plans))


def _less_strangers(plan: Plan, roles: Roles) -> Plan:
    """The plan without those responsible that are no role of ours: what it calls them may be a name."""
    areas = (
        replace(
            area, measures=tuple(replace(each, responsible=_known(each, roles)) for each in area.measures)
        )
        for area in plan.areas
    )
    return replace(plan, areas=tuple(areas))


def _known(measure: Measure, roles: Roles) -> tuple[Responsible, ...]:
    return tuple(each for each in measure.responsible if roles.find(each.words) is not None)


def _wrong(root: Path, body: Body, read: Iterable[ReadUnion]) -> Iterator[Diagnostic]:
    """The errors in their files."""
    every = list(read)
    silences = [silence for each in every for silence in each.silences]
    found = (*(one for each in every for one in each.diagnostics), *_found(root, body))
    for each in errors(silence(found, silences, RULES, OF_HISTORY.__contains__)):
        if each.position.file.startswith(FOLDER):
            yield each


def _found(root: Path, body: Body) -> Iterator[Diagnostic]:
    return check(body, Archive(root, is_private), _ERRORS)


def elsewhere(body: Body) -> dict[str, str]:
    """The whole addresses of the folders of unions that are on other sites, by their ids."""
    return {union.id: union.home.folder for union in body.guests if union.home}

"""By what readers narrow a plan's page: area, status, role, deadline; in words fit for an address."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator import forms, standing
from generator.alphabet import alphabetical
from generator.diagnostics import Message, message
from generator.due import Due, Shelf
from generator.labels import LABELS
from generator.model import Measure, Status
from generator.views.common import Report, Scene

FEW = 5
"""Goals and measures that nobody needs to narrow."""

UNREPORTED = "ikke-rapportert"
NOBODY = "ingen"
PASSED = "ute"
TO_COME = "kommer"
THROUGHOUT = "hele-tiden"
NO_DAY = "uten"


@dataclass(frozen=True, slots=True)
class Keys:
    """What a goal or measure answers to; several roles or times with a space between."""

    status: str
    roles: str = ""
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, and how many goals and measures answer to it."""

    key: str
    label: str | Message | StrEnum
    items: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow, by its name in the address."""

    name: str
    label: Message
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """An area by its anchor and title, with the keys of its goals and measures."""

    anchor: str
    title: str
    items: tuple[Keys, ...]


def goal_keys(report: Report) -> Keys:
    """The keys of a goal: nobody is responsible for it, and it has no deadline."""
    return Keys(_status_key(report))


def measure_keys(scene: Scene, due: Due, report: Report) -> Keys:
    """The keys of a measure."""
    return Keys(
        _status_key(report), " ".join(_role_keys(scene, due.measure)), " ".join(_times(scene, due, report))
    )


def _status_key(report: Report) -> str:
    return forms.slug(report.entry.status) if report.entry else UNREPORTED


def _role_keys(scene: Scene, measure: Measure) -> Iterable[str]:
    return [role.id for role in scene.thread.roles.of(measure.responsible)] or [NOBODY]


def _times(scene: Scene, due: Due, report: Report) -> Iterable[str]:
    if due.shelf is Shelf.DATED:
        ended = report.by_area or standing.is_final(report.entry)
        if due.overdue:
            yield PASSED
        elif due.day >= scene.today and not ended:
            yield TO_COME
    elif due.shelf is Shelf.THROUGHOUT:
        yield THROUGHOUT
    else:
        yield NO_DAY
    if due.interval is not None:
        yield from map(str, sorted(due.years))


def facets(scene: Scene, areas: Iterable[Narrowed]) -> tuple[Facet, ...]:
    """The ways to narrow the plan that make a difference; none where it is short or only areas do."""
    inside = [area for area in areas if area.items]
    every = [keys for area in inside for keys in area.items]
    if len(every) <= FEW:
        return ()
    of_items = (
        Facet("status", message("Status"), _statuses(every)),
        Facet("rolle", message("Responsible"), _roles(scene, every)),
        Facet("frist", message("Deadline"), _deadlines(every)),
    )
    useful = tuple(facet for facet in of_items if len(facet.choices) > 1)
    areas_of = tuple(Choice(area.anchor, area.title, len(area.items)) for area in inside)
    by_area = (Facet("omrade", message("Area"), areas_of),) if len(areas_of) > 1 else ()
    return (*by_area, *useful) if useful else ()


def _chosen(
    counts: Counter[str], labels: Iterable[tuple[str, str | Message | StrEnum]]
) -> tuple[Choice, ...]:
    return tuple(Choice(key, label, counts[key]) for key, label in labels if counts[key])


def _statuses(every: Iterable[Keys]) -> tuple[Choice, ...]:
    known = [(forms.slug(status), LABELS[status]) for status in Status]
    return _chosen(Counter(each.status for each in every), [*known, (UNREPORTED, message("Not reported"))])


def _roles(scene: Scene, every: Iterable[Keys]) -> tuple[Choice, ...]:
    roles = sorted(scene.body.federation.roles, key=lambda role: alphabetical(role.name))
    counts = Counter(key for each in every for key in each.roles.split())
    nobody = (NOBODY, message("Nobody is named"))
    return _chosen(counts, [*((role.id, role.name) for role in roles), nobody])


def _deadlines(every: Iterable[Keys]) -> tuple[Choice, ...]:
    counts = Counter(key for each in every for key in each.deadline.split())
    years = sorted(key for key in counts if key.isdigit())
    return _chosen(
        counts,
        [
            (PASSED, message("The deadline has passed")),
            (TO_COME, message("The deadline is to come")),
            *((year, year) for year in years),
            (THROUGHOUT, message("All the time, or repeated")),
            (NO_DAY, message("No deadline on a day")),
        ],
    )

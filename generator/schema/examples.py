"""What the sources of a project let others of them say: its roles, areas, items, counties, editions.

Editors propose it; whether a source says something else is for the checks.
"""

from collections.abc import Callable, Mapping

from generator.model import Body, ItemKind, Strategy

Examples = Mapping[str, tuple[str, ...]]
"""Values that a key can have, by the key, or `record.key` where that means one record's alone."""


def examples_of(body: Body) -> Examples:
    """What the federation and its strategies have names for; of editions the newest comes first."""
    editions = sorted(body.strategies, key=lambda each: each.period, reverse=True)
    return {
        "ansvar": tuple(role.name for role in body.federation.roles),
        "deviation.hovedmål": _each(editions, _main_goals),
        "fylke": tuple(county.id for county in body.federation.counties),
        "følger": _each(editions, _items),
        "område": _each(editions, lambda edition: [area.id for area in edition.areas]),
        "plan.strategi": tuple(edition.period.id for edition in editions),
    }


def _each(editions: list[Strategy], names: Callable[[Strategy], list[str]]) -> tuple[str, ...]:
    """The names in the editions, each once."""
    return tuple(dict.fromkeys(name for edition in editions for name in names(edition)))


def _main_goals(edition: Strategy) -> list[str]:
    every = (item for area in edition.areas for item in area.items)
    return [item.id for item in every if item.kind is ItemKind.MAIN_GOAL]


def _items(edition: Strategy) -> list[str]:
    return [f"{area.id}/{item.id}" for area in edition.areas for item in area.items]

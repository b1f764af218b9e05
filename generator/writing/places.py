"""Where the entries of a source stand: keys of mappings and items of lists, outer ones first."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Position
from generator.nodes import Mapping, Node, Scalar, Sequence

Path = tuple[str | int, ...]
"""Keys and numbers of items, from the whole file inwards."""


@dataclass(frozen=True, slots=True)
class Place:
    """An entry, where it begins, and its value; an item begins after its dash."""

    path: Path
    position: Position
    value: Node


def places(root: Node) -> list[Place]:
    """Every entry below the root, in the order of the file."""
    return list(_below((), root))


def _below(path: Path, node: Node) -> Iterator[Place]:
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _entry((*path, key.text), key.position, value)
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _entry((*path, number), item.position, item)


def _entry(path: Path, position: Position, value: Node) -> Iterator[Place]:
    yield Place(path, position, value)
    if not isinstance(value, Scalar):
        yield from _below(path, value)

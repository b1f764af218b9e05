"""A record more in a list of a source, by adding text at its place: nothing else changes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

import yaml

from generator.nodes import Mapping, Node, Scalar, Sequence, events
from generator.writing.from_model import record
from generator.writing.layout import laid_out
from generator.writing.outline import Outline

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_DASH = 2


class NoPlaceError(Exception):
    """The list is written in a way that nothing can be added to."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The list under a key of a mapping, whose keys the outline knows."""

    mapping: Mapping
    outline: Outline
    key: str

    @property
    def value(self) -> Node | None:
        """What stands under the key."""
        return next((value for key, value in self.mapping.entries if key.text == self.key), None)

    @property
    def key_node(self) -> Scalar:
        """The key itself, or the last one that stands before its place."""
        order = self.outline.order
        before = {*takewhile(lambda each: each != self.key, order), self.key}
        known = [key for key, _ in self.mapping.entries if key.text in before]
        return next(
            (key for key in known if key.text == self.key), (known or [self.mapping.entries[0][0]])[-1]
        )


def with_record(text: str, listing: Listing, one: Mapping) -> str:
    """The text with one more record at the end of the list.

    Raises NoPlaceError where the list is written in a way that lines cannot be added to.
    """
    lines = _LINES.findall(text)
    plain = "".join(re.sub(r"\r\n?|\n", "\n", each) for each in lines).removeprefix("\ufeff")
    ends = _Ends(plain)
    value = listing.value
    if ends.in_brackets(listing.mapping) or (isinstance(value, Sequence) and ends.in_brackets(value)):
        raise NoPlaceError
    if isinstance(value, Scalar) and (value.text.strip() or ends.is_quoted(value)):
        raise NoPlaceError
    column = listing.mapping.position.column - 1
    after, added = _addition(listing, one, ends, column)
    ending = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if after == len(lines) and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += ending
    return "".join([*lines[:after], *(f"{line}{ending}" for line in added), *lines[after:]])


def _addition(listing: Listing, one: Mapping, ends: "_Ends", column: int) -> tuple[int, list[str]]:
    """After which line to add, and what."""
    value = listing.value
    whole = record(**{listing.key: Sequence((one,), one.position)})
    if isinstance(value, Sequence):
        column = value.position.column - 1 - _DASH
    lines = laid_out(whole, listing.outline, indent=column).splitlines()
    indented = [f"{' ' * column}{line}" if column >= 0 else line[-column:] for line in lines]
    if value is None:
        return ends.last_line(
            _value_of(listing.mapping, listing.key_node)
        ) or listing.key_node.position.line, indented
    return ends.last_line(value) or listing.key_node.position.line, indented[1:]


def _value_of(mapping: Mapping, key: Scalar) -> Node:
    return next(value for each, value in mapping.entries if each is key)


class _Ends:
    """Where values of a text end."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._ends: dict[tuple[int, int], int] = {}
        self._brackets: set[tuple[int, int]] = set()
        self._quoted: set[tuple[int, int]] = set()
        opened: list[tuple[int, int]] = []
        for event in events(text):
            if event.start_mark is None or event.end_mark is None:
                continue
            start = event.start_mark.line + 1, event.start_mark.column + 1
            if isinstance(event, yaml.ScalarEvent):
                self._ends[start] = self._last(
                    event.start_mark.line, event.end_mark.line, event.end_mark.column
                )
                self._quoted |= {start} if event.style else set()
            elif isinstance(event, yaml.CollectionStartEvent):
                opened.append(start)
                self._brackets |= {start} if event.flow_style else set()
            elif isinstance(event, yaml.CollectionEndEvent):
                begun = opened.pop()
                if begun in self._brackets:
                    self._ends[begun] = event.end_mark.line + 1

    def _last(self, first: int, last: int, column: int) -> int:
        """The last line, counted from 1, that something of a scalar stands in."""
        while last > first and not self._lines[last][:column].strip():
            last -= 1
            column = len(self._lines[last])
        return last + 1

    def in_brackets(self, node: Node) -> bool:
        """Whether the list or mapping is written in brackets."""
        return _start(node) in self._brackets

    def is_quoted(self, node: Node) -> bool:
        """Whether the scalar stands in quotes, or is a block."""
        return _start(node) in self._quoted

    def last_line(self, node: Node) -> int:
        """The last line of a value; 0 where it has none."""
        if isinstance(node, Scalar) and not node.text:
            return 0
        return max((self._ends.get(_start(each), 0) for each in _all(node)), default=0)


def _all(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from _all(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _all(item)


def _start(node: Node) -> tuple[int, int]:
    return node.position.line, node.position.column

"""Where the values of a source end, and how they are written: what lines can be put after or instead of."""

from collections.abc import Iterator

import yaml

from generator.nodes import Mapping, Node, Scalar, Sequence, events


class Ends:
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
        return start_of(node) in self._brackets

    def is_quoted(self, node: Node) -> bool:
        """Whether the scalar stands in quotes, or is a block."""
        return start_of(node) in self._quoted

    def last_line(self, node: Node) -> int:
        """The last line of a value; 0 where it has none."""
        if isinstance(node, Scalar) and not node.text:
            return 0
        return max((self._ends.get(start_of(each), 0) for each in _all(node)), default=0)


def _all(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from _all(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _all(item)


def start_of(node: Node) -> tuple[int, int]:
    """Line and column, both from 1."""
    return node.position.line, node.position.column

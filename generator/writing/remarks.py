"""What stands in a source for people alone: comments, and blank lines between entries."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from generator.nodes import Node, Scalar
from generator.writing.masks import NOWHERE, Masked, Point
from generator.writing.places import Path, Place, places

_BEHIND = re.compile(r"(?<=\s)#.*$")


@dataclass(slots=True)
class Remark:
    """Lines before an entry (empty ones are blank lines), a comment behind it, lines at its list's end."""

    before: list[str] = field(default_factory=list)
    behind: str = ""
    after: list[str] = field(default_factory=list)


Remarks = Mapping[Path, Remark]
"""By the entry; the whole file is the entry of no key."""


def spread(remarks: Remarks) -> frozenset[Path]:
    """What cannot be written in one line: all that holds a remark."""
    above = {path[:end] for path in remarks for end in range(len(path))}
    return frozenset(above | {path for path, each in remarks.items() if each.after})


def remarks(text: str, root: Node) -> Remarks:
    """The remarks in the text that the nodes were read from."""
    return _Reader(text, root).read()


def comments(found: Remarks) -> list[str]:
    """Every comment, in order of the alphabet."""
    every = [line for each in found.values() for line in (*each.before, each.behind, *each.after)]
    return sorted(filter(None, every))


class _Reader:
    """Goes through the lines of a text, and finds for each remark the entry that it belongs to."""

    def __init__(self, text: str, root: Node) -> None:
        self._lines = text.split("\n")
        masked = Masked(text)
        self._seen, self._ends, self._flow = masked.lines, masked.ends, masked.flow
        self._root = root
        self._places = places(root)
        self._points = [(each.position.line, each.position.column) for each in self._places]
        self._values = {each.path: each.value for each in self._places}
        self._found: defaultdict[Path, Remark] = defaultdict(Remark)

    def read(self) -> Remarks:
        waiting: list[tuple[int, str]] = []
        for number, line in enumerate(self._seen, start=1):
            bare = line.lstrip()
            if not bare or bare.startswith("#"):
                waiting.append((len(line) - len(bare) + 1, self._lines[number - 1].strip() if bare else ""))
                continue
            self._settle(waiting, number)
            waiting = []
            match = _BEHIND.search(line)
            if match:
                comment = self._lines[number - 1][match.start() :].rstrip()
                if not self._put_behind((number, match.start() + 1), comment):
                    waiting.append((0, comment))
        self._settle(waiting, len(self._lines) + 1)
        return dict(self._found)

    def _put_behind(self, point: Point, comment: str) -> bool:
        """Notes the comment at the entry that it stands behind; whether there is one."""
        at = bisect_left(self._points, point) - 1
        if at < 0:
            return False
        place = self._places[at]
        end = self._ends.get(_point(place.value), NOWHERE)
        if point[0] not in {place.position.line, end[0]}:
            return False
        path = self._outside(place.path, point)
        if self._found[path].behind:
            self._found[path].before.append(comment)
        else:
            self._found[path].behind = comment
        return True

    def _outside(self, path: Path, point: Point) -> Path:
        """The entry, or the one whose list or group in brackets holds it and ends before the point."""
        for length in range(1, len(path)):
            start = _point(self._values[path[:length]])
            if start in self._flow and self._ends[start] <= point:
                return path[:length]
        return path

    def _settle(self, lines: list[tuple[int, str]], number: int) -> None:
        """Notes lines that stand before the line of that number; of several blank ones, one."""
        at = bisect_left(self._points, (number, 0))
        blank = False
        for column, line in lines:
            if line:
                target = self._target(at, column)
                target += ["", line] if blank and (at or target) else [line]
            blank = not line
        if blank and at < len(self._places):
            target = self._found[self._places[at].path if at else ()].before
            target += [""] * bool(at or target)

    def _target(self, at: int, column: int) -> list[str]:
        """Where to note a line before the entry of that number: there, or in what ends before it."""
        if at == 0:
            return self._found[()].before
        following = self._places[at].path if at < len(self._places) else ()
        outer = self._column(following[:-1])
        within = [path for path in self._ended(at) if outer < self._column(path) <= column]
        if within:
            return self._found[within[-1]].after
        return self._found[following].before if following else self._found[()].after

    def _ended(self, at: int) -> list[Path]:
        """The lists and groups without brackets that end before the entry, outer ones first."""
        previous = self._places[at - 1].path
        following = self._places[at].path if at < len(self._places) else ()
        paths = (previous[:length] for length in range(len(previous) + 1))
        blocks = (path for path in paths if not isinstance(self._node(path), Scalar) and self._is_block(path))
        return [path for path in blocks if not following or path != following[: len(path)]]

    def _node(self, path: Path) -> Node:
        return self._values[path] if path else self._root

    def _is_block(self, path: Path) -> bool:
        return _point(self._node(path)) not in self._flow

    def _column(self, path: Path) -> int:
        return self._node(path).position.column


def hoisted(found: Remarks, root: Node) -> Remarks:
    """The remarks, those before an item's first key in what the nodes were read from at the item."""
    moved = dict(found)
    every = places(root)
    for outer, inner in pairwise(every):
        if outer.position == inner.position and inner.path in moved:
            item, key = moved.get(outer.path, Remark()), moved[inner.path]
            moved[outer.path] = Remark([*item.before, *key.before], item.behind, item.after)
            moved[inner.path] = Remark([], key.behind, key.after)
    return {path: each for path, each in moved.items() if each != Remark()}


def with_remarks(text: str, root: Node, found: Remarks) -> str:
    """The text, which the nodes were read from, with the remarks."""
    lines = text.removesuffix("\n").split("\n")
    every = places(root)
    for place in every:
        behind = found[place.path].behind if place.path in found else ""
        if behind:
            lines[place.position.line - 1] += f"  {behind}"
    inserted = defaultdict[int, list[str]](list)
    for path in sorted((path for path in found if found[path].after), key=len, reverse=True):
        _insert(inserted, _line_after(every, path, len(lines)), found[path].after, _indent(path, every, root))
    for place in every:
        if place.path in found:
            is_item = isinstance(place.path[-1], int)
            column = place.position.column - (len("- ") if is_item else 0)
            _insert(inserted, place.position.line, found[place.path].before, column - 1)
    if () in found:
        inserted[1][:0] = found[()].before
    return "\n".join(_joined(lines, inserted)).lstrip("\n") + "\n"


def _insert(inserted: defaultdict[int, list[str]], line: int, remarks: list[str], indent: int) -> None:
    inserted[line] += [" " * indent + each if each else "" for each in remarks]


def _joined(lines: list[str], inserted: Mapping[int, list[str]]) -> Iterator[str]:
    for number, line in enumerate([*lines, None], start=1):
        yield from inserted.get(number, ())
        if line is not None:
            yield line


def _line_after(every: list[Place], path: Path, count: int) -> int:
    """The line that the first entry after those below the path begins in."""
    numbers = [number for number, each in enumerate(every) if each.path[: len(path)] == path]
    after = max(numbers, default=-1) + 1
    return every[after].position.line if after < len(every) else count + 1


def _indent(path: Path, every: list[Place], root: Node) -> int:
    node = next((each.value for each in every if each.path == path), root) if path else root
    return node.position.column - 1


def _point(node: Node) -> Point:
    return node.position.line, node.position.column

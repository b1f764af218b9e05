"""A source with all that stands in its values made unreadable, so that comments can be seen."""

import re

import yaml

from generator.nodes import events

Point = tuple[int, int]
"""Line and column, both from 1."""

NOWHERE: Point = (0, 0)
_HEADER = re.compile(r"[|>][-+0-9]*(?=\s+#)")


class Masked:
    """The lines so; where values, lists and groups end by where they begin; what begins with a bracket."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.ends: dict[Point, Point] = {}
        self.flow: set[Point] = set()
        opened: list[Point] = []
        for event in events(text):
            start, end = _points(event)
            if isinstance(event, yaml.ScalarEvent):
                self.ends[start] = end
                _mask(self.lines, start, end)
            elif isinstance(event, yaml.CollectionStartEvent):
                opened.append(start)
                if event.flow_style:
                    self.flow.add(start)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.ends[opened.pop()] = end


def _mask(lines: list[str], start: Point, end: Point) -> None:
    """Makes what stands between the points unreadable, but for a comment at the head of a block."""
    (first, column), (last, stop) = start, end
    while last > first and not lines[last - 1][: stop - 1].strip():
        last, stop = last - 1, len(lines[last - 2]) + 1
    for number in range(first, last + 1):
        line = lines[number - 1]
        left = column - 1 if number == first else 0
        right = stop - 1 if number == last else len(line)
        header = _HEADER.match(line, left) if number == first else None
        right = header.end() if header else right
        lines[number - 1] = line[:left] + "x" * max(right - left, number > first) + line[right:]


def _points(event: yaml.Event) -> tuple[Point, Point]:
    """Where it begins, and what it ends before."""
    start, end = event.start_mark, event.end_mark
    return (
        (start.line + 1, start.column + 1) if start else NOWHERE,
        (end.line + 1, end.column + 1) if end else NOWHERE,
    )

"""Floor 2: YAML text to nodes that know their places.

Every scalar stays a string (`no`, `010`, `12:30` and `1.10` keep their form), normalised to
Unicode NFC.  Tags, anchors and aliases are refused: a plan needs none, and they are the ways in
which YAML does harm.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import yaml

from generator.diagnostics import Collector, Message, Position, message

DEPTH_LIMIT = 20
"""Levels of nesting in one source file; a plan uses 7."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text value and its place."""

    text: str
    position: Position = field(compare=False)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes and its place."""

    items: tuple["Node", ...]
    position: Position = field(compare=False)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their nodes, in the order of the file, and the place of the first."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    position: Position = field(compare=False)


Node = Scalar | Sequence | Mapping


def compose(text: str, name: str, faults: Collector) -> Node | None:
    """The text of the file `name` as nodes; None and a fault where that cannot be done."""
    composer = _Composer(name, faults)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            composer.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Position(name, mark.line + 1, mark.column + 1) if mark else Position(name)
        faults.error(place, "yaml-syntax", *_explain(error))
    except _RefusedError:
        pass
    if composer.root is None and not faults.found:
        faults.error(Position(name), "file-empty", message("The file is empty."))
    return composer.root


_EXPLANATIONS = (
    ("mapping values are not allowed", message("A colon where none can stand."),
     message("Put the text in 'quotes' if the colon belongs to it, or check the indentation.")),
    ("cannot start any token", message("A character that cannot begin a value here."),
     message("Indent with spaces, not tabs; put a text that begins with a special character in 'quotes'.")),
    ("could not find expected ':'", message("A key without a colon."),
     message("Write “key: value”, or indent a text that runs over several lines.")),
    ("did not find expected key", message("The line does not fit in with those above it."),
     message("Check that it is indented as far as its neighbours.")),
    ("did not find expected '-' indicator", message("The line does not fit in with those above it."),
     message("Check that it is indented as far as its neighbours.")),
    ("did not find expected ',' or", message("A list or group in brackets is not closed."),
     message("Write the closing bracket, and a comma between the values.")),
    ("unexpected end of stream", message("A quotation mark is never closed."),
     message("Write the closing quotation mark.")),
)  # fmt: skip


def _explain(error: yaml.MarkedYAMLError) -> tuple[Message, Message]:
    for words, what, instead in _EXPLANATIONS:
        if words in (error.problem or ""):
            return what, instead
    return (
        message("The file cannot be read as YAML here ({problem}).", problem=error.problem or ""),
        message("Compare the line with the guide for editors."),
    )


class _RefusedError(Exception):
    """Composing stopped at something that a source may not hold; its diagnostic is noted."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read."""

    event: yaml.Event
    items: list[Node] = field(default_factory=list)


class _Composer:
    """Builds nodes from the parser's events without recursion."""

    def __init__(self, name: str, faults: Collector) -> None:
        self.root: Node | None = None
        self._name = name
        self._faults = faults
        self._open: list[_Open] = []

    def take(self, event: yaml.Event) -> None:
        """Takes the next event; raises _RefusedError where composing cannot go on."""
        self._guard(event)
        if isinstance(event, yaml.ScalarEvent):
            text = unicodedata.normalize("NFC", event.value)
            self._add(Scalar(text, self._position(event)))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open.append(_Open(event))
            if len(self._open) > DEPTH_LIMIT:
                self._refuse(
                    event, message("The text is nested deeper than {limit} levels.", limit=DEPTH_LIMIT)
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            self._add(self._close(self._open.pop()))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._refuse(event, message("More than one document in the file."))

    def _guard(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(event, message("YAML anchors and aliases (& and *) are not used here."))
        if getattr(event, "tag", None):
            self._refuse(event, message("YAML tags (!) are not used here."))

    def _refuse(self, event: yaml.Event, text: Message) -> None:
        instead = message("Put the text in 'quotes', or write the value out.")
        self._faults.error(self._position(event), "yaml-refused", text, instead)
        raise _RefusedError

    def _position(self, event: yaml.Event) -> Position:
        mark = event.start_mark
        return Position(self._name, mark.line + 1, mark.column + 1) if mark else Position(self._name)

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].items.append(node)
        else:
            self.root = node

    def _close(self, opened: _Open) -> Node:
        position = self._position(opened.event)
        if isinstance(opened.event, yaml.SequenceStartEvent):
            return Sequence(tuple(opened.items), position)
        return Mapping(tuple(self._entries(opened.items)), position)

    def _entries(self, items: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        seen: set[str] = set()
        for key, value in list(pairwise(items))[::2]:
            if not isinstance(key, Scalar):
                self._fault(key, "yaml-key", message("A key must be one word."))
            elif key.text in seen:
                self._fault(key, "duplicate-key", message("The key “{key}” stands twice.", key=key.text))
            else:
                seen.add(key.text)
                yield key, value

    def _fault(self, node: Node, rule: str, text: Message) -> None:
        self._faults.error(node.position, rule, text, message("Keep one of them."))

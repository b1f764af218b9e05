"""Floor 3: YAML text to nodes that know their places.

Every scalar stays a string (`no`, `010`, `12:30` and `1.10` keep their form), normalised to
Unicode NFC and without the characters that have neither width nor meaning.  Tags, anchors and
aliases are refused: a plan needs none, and they are the ways in which YAML does harm.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.diagnostics import Collector, Message, Position, Rule, Span, message
from generator.reading_rules import (
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    FILE_EMPTY,
    TEXT_AFTER_HASH,
    YAML_KEY,
    YAML_REFUSED,
    YAML_SYNTAX,
)
from generator.yaml_faults import explain

DEPTH_LIMIT = 20
"""Levels of nesting in one source file; a plan uses 7."""

NODE_LIMIT = 10_000
"""Keys, values, lists and groups in one source file; the largest that ships has 750."""

FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2061-\u206f"
    r"\ud800-\udfff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e01ef]"
)
"""Control characters: they cannot be seen, and some turn text around, end lines or hide words."""

_EMPTY = re.compile(r"[\u00ad\u180e\u200b\u2060\ufeff]|(?<![^\x00-\u024f])[\u200c\u200d](?![^\x00-\u024f])")
"""Characters without width that come along when text is pasted and say nothing: soft hyphens, marks
of where a line may break, and joiners that have nothing to join (those in emoji have)."""

_HASH = re.compile(r"(?<=\S)\s+#(?=\w)")
_QUOTE = message("Put the text in 'quotes', or write the value out.")
_COMPARE = message("Compare the place with the guide for editors.")
_SHORTEN = message("Delete what is repeated; a plan has a few hundred.")
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
    """Keys with their nodes, in the order of the file, the place of the first, and the span of all."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    position: Position = field(compare=False)
    span: Span = field(compare=False)


Node = Scalar | Sequence | Mapping


def control_character(found: str) -> tuple[Message, Message]:
    """What to say of a forbidden character."""
    return (
        message("Invisible control character U+{code}.", code=f"{ord(found):04X}"),
        message("Delete the character and write the word anew."),
    )


def readable(text: str) -> str:
    """The text as it would be read: normalised, without what has no width, and without what is refused."""
    return FORBIDDEN.sub(" ", unicodedata.normalize("NFC", _EMPTY.sub("", text)))


def events(text: str) -> Iterator[yaml.Event]:
    """What the parser finds in the text."""
    return iter(_LOADER(text).get_event, None)


def compose(text: str, name: str, faults: Collector) -> Node | None:
    """The text of the file `name` as nodes; None and a fault where that cannot be done."""
    composer = _Composer(name, faults, _hashes(text), clean=_is_clean(text))
    try:
        composer.read(text)
    except yaml.MarkedYAMLError as error:
        fault = explain(error)
        faults.report(
            _in_text(Position(name, fault.line, fault.column), text), YAML_SYNTAX, fault.what, fault.instead
        )
    except _RefusedError:
        pass
    if composer.root is None and not faults.found:
        faults.report(Position(name), FILE_EMPTY, message("The file is empty."))
    return composer.root


def _is_clean(text: str) -> bool:
    """Whether no scalar in the text can hold what must be taken out, reported or normalised.

    What has no width does not count as printable.  Any part of a normalised text is normalised too.
    An escape could write what the file does not hold.
    """
    return (
        "\\" not in text
        and text.replace("\n", " ").isprintable()
        and unicodedata.is_normalized("NFC", text)
        and not FORBIDDEN.search(text)
    )


def _hashes(text: str) -> frozenset[tuple[int, int]]:
    """Where white space and a sign # with a word at it begin: line and column, both from 0."""
    if " #" not in text:
        return frozenset()
    return frozenset(
        (number, match.start())
        for number, line in enumerate(text.split("\n"))
        for match in _HASH.finditer(line)
    )


def _in_text(place: Position, text: str) -> Position:
    """The place, or the text's end where the parser names a line after it."""
    lines = text.split("\n")
    if place.line <= len(lines):
        return place
    return Position(place.file, len(lines), len(lines[-1]) + 1)


class _RefusedError(Exception):
    """Composing stopped at something that a source may not hold; its diagnostic is noted."""


class _Composer:
    """Builds nodes from the parser's events without recursion."""

    def __init__(
        self, name: str, faults: Collector, hashes: frozenset[tuple[int, int]], *, clean: bool
    ) -> None:
        self._name = name
        self._faults = faults
        self._hashes = hashes
        self._clean = clean
        self._roots: list[Node] = []
        self._items = self._roots
        self._open: list[tuple[Position, list[Node]]] = []
        self._nodes = 0

    @property
    def root(self) -> Node | None:
        """The node of the whole file, once it has been read to its end."""
        return self._roots[0] if self._roots else None

    def read(self, text: str) -> None:
        """Takes the events of the text; raises _RefusedError where composing cannot go on."""
        takers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end_mapping,
            yaml.SequenceEndEvent: self._end_sequence,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        for event in events(text):
            take = takers.get(type(event))
            if take is not None:
                take(event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._guard(event)
        place = self._position(event)
        text = event.value if self._clean else self._cleaned(event.value, place)
        self._items.append(Scalar(text, place))
        if self._hashes and not event.style:
            self._look_behind(event)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        """Puts what has been read aside until the list or mapping that begins here has ended."""
        self._guard(event)
        self._open.append((self._position(event), self._items))
        self._items = []
        if len(self._open) > DEPTH_LIMIT:
            deep = message("The text is nested deeper than {limit} levels.", limit=DEPTH_LIMIT)
            self._refuse(event, deep, _COMPARE)

    def _end_sequence(self, _: yaml.SequenceEndEvent) -> None:
        items = tuple(self._items)
        position, self._items = self._open.pop()
        self._items.append(Sequence(items, position))

    def _end_mapping(self, event: yaml.MappingEndEvent) -> None:
        entries = tuple(self._entries(self._items))
        position, self._items = self._open.pop()
        self._items.append(Mapping(entries, position, Span(position, self._position(event))))

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        if self._roots:
            self._refuse(
                event, message("More than one document in the file."), message("Delete the line with ---.")
            )

    def _cleaned(self, written: str, place: Position) -> str:
        """The text normalised, without what has no width; control characters are reported."""
        text = unicodedata.normalize("NFC", _EMPTY.sub("", written))
        for character in sorted(set(FORBIDDEN.findall(text))):
            self._faults.report(place, CONTROL_CHARACTER, *control_character(character))
        return text

    def _look_behind(self, event: yaml.Event) -> None:
        """Reports where a text ends at what YAML takes for a comment, though it looks like a word."""
        mark = event.end_mark
        if mark and (mark.line, mark.column) in self._hashes:
            place = Position(self._name, mark.line + 1, mark.column + 1)
            text = message("What stands after the sign # is lost.")
            self._faults.report(place, TEXT_AFTER_HASH, text, message("Put the whole text in 'quotes'."))

    def _guard(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Refuses what no source needs."""
        if event.anchor:
            self._alias(event)
        if event.tag:
            self._refuse(event, message("YAML tags (!) are not used here."), _QUOTE)
        self._nodes += 1
        if self._nodes > NODE_LIMIT:
            many = message("The file holds more than {limit} keys and values.", limit=NODE_LIMIT)
            self._refuse(event, many, _SHORTEN)

    def _alias(self, event: yaml.NodeEvent) -> None:
        self._refuse(event, message("YAML anchors and aliases (& and *) are not used here."), _QUOTE)

    def _refuse(self, event: yaml.Event, text: Message, instead: Message) -> None:
        self._faults.report(self._position(event), YAML_REFUSED, text, instead)
        raise _RefusedError

    def _position(self, event: yaml.Event) -> Position:
        mark = event.start_mark
        return Position(self._name, mark.line + 1, mark.column + 1) if mark else Position(self._name)

    def _entries(self, items: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        seen: set[str] = set()
        for key, value in zip(items[::2], items[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._fault(key, YAML_KEY, message("A key must be one word."), _COMPARE)
            elif key.text in seen:
                self._fault(
                    key,
                    DUPLICATE_KEY,
                    message("The key “{key}” stands twice.", key=key.text),
                    message("Keep one of them."),
                )
            else:
                seen.add(key.text)
                yield key, value

    def _fault(self, node: Node, rule: Rule, text: Message, instead: Message) -> None:
        self._faults.report(node.position, rule, text, instead)


def scalars(root: Node, without: frozenset[str]) -> Iterator[tuple[str, Scalar]]:
    """Every text below the root with the key that it stands under, those under some keys left out."""
    waiting: list[tuple[str, Node]] = [("", root)]
    while waiting:
        key, node = waiting.pop()
        if isinstance(node, Scalar):
            if key not in without:
                yield key, node
        elif isinstance(node, Sequence):
            waiting.extend([(key, item) for item in node.items])
        else:
            waiting.extend([(name.text, value) for name, value in node.entries])

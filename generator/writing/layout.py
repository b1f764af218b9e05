"""Nodes to canonical YAML: order of keys, quotes, lines, lists.  The same nodes always give the same text.

ruamel.yaml writes; which style each value gets, and where its lines break, is decided here.
"""

import io
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from ruamel.yaml.tag import Tag
from yaml.emitter import Emitter

from generator.nodes import Mapping, Node, Scalar, Sequence, readable
from generator.schema.kinds import Way
from generator.texts import folded, paragraphs
from generator.writing.outline import Outline
from generator.writing.places import Path

WIDTH = 100
"""Columns of a line."""

_STEP = 2
_ENDLESS = 10_000_000
_FOLD = "\a "
"""Where ruamel.yaml is to break a folded text."""

_TAKEN_FOR_OTHERS = {"", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n"}
"""Texts that other programs take for no text."""

_NUMBER = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
"""What YAML 1.2 has for numbers; here nothing is one."""

_SAME_NUMBER = re.compile(r"(?:0|-?[1-9][0-9]{0,8})(?:\.[0-9]{0,5}[1-9])?")

_READER = Emitter(io.StringIO(), allow_unicode=True)
"""Knows which texts can be read without quotes; ruamel.yaml knows it of a newer YAML."""


def laid_out(root: Node, outline: Outline, spread: frozenset[Path] = frozenset(), indent: int = 0) -> str:
    """The nodes as text, to be indented by so much; what is to be `spread` is not written in one line."""
    writer = YAML()
    writer.indent(mapping=_STEP, sequence=2 * _STEP, offset=_STEP)
    writer.width = _ENDLESS
    writer.allow_unicode = True
    out = io.StringIO()
    body = _Layout(spread).node(root, _Spot((), outline, Way.RECORDS, indent, indent))
    start, end = DocumentStartEvent(explicit=False), DocumentEndEvent(explicit=False)
    writer.emit([StreamStartEvent(), start, *body, end, StreamEndEvent()], out)
    return out.getvalue()


def in_order(mapping: Mapping, outline: Outline) -> list[tuple[Scalar, Node]]:
    """The entries in the order of the outline, those that it does not know last."""
    places = {key: place for place, key in enumerate(outline.order)}
    return sorted(mapping.entries, key=lambda entry: places.get(entry[0].text, len(places)))


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a node is written: at a column, its further lines at an indentation."""

    path: Path
    outline: Outline
    way: Way
    column: int
    indent: int


@dataclass(frozen=True, slots=True)
class _Layout:
    spread: frozenset[Path]

    def node(self, node: Node, spot: _Spot) -> Iterator[Event]:
        if isinstance(node, Mapping):
            yield from self._mapping(node, spot)
        elif isinstance(node, Sequence):
            yield from self._sequence(node, spot)
        elif spot.way in {Way.LIST, Way.LINES} and node.text.strip():
            yield from self._sequence(Sequence((node,), node.position), spot)
        else:
            yield _scalar(node.text, spot)

    def _mapping(self, mapping: Mapping, spot: _Spot) -> Iterator[Event]:
        row = self._row(mapping, spot)
        yield MappingStartEvent(None, None, True, flow_style=not mapping.entries or bool(row))  # noqa: FBT003
        for key, value in in_order(mapping, spot.outline):
            name = _one_line(key.text)
            yield name
            below = _Spot(
                path=(*spot.path, key.text),
                outline=spot.outline.below(key.text),
                way=spot.outline.way(key.text),
                column=spot.indent + _width(name) + len(": "),
                indent=spot.indent + _STEP,
            )
            if row:
                yield row[key.text]
            else:
                yield from self.node(value, below)
        yield MappingEndEvent()

    def _row(self, mapping: Mapping, spot: _Spot) -> dict[str, ScalarEvent]:
        """The values where the mapping can be written in one line; else nothing."""
        if not spot.outline.is_row or spot.path in self.spread:
            return {}
        row = {
            key.text: _one_line(_said(value.text, spot.outline.way(key.text)), flow=True)
            for key, value in mapping.entries
            if isinstance(value, Scalar)
        }
        width = sum(_width(_one_line(key)) + _width(value) + len(": , ") for key, value in row.items())
        return row if len(row) == len(mapping.entries) and spot.column + width <= WIDTH else {}

    def _sequence(self, sequence: Sequence, spot: _Spot) -> Iterator[Event]:
        flow = not sequence.items or self._is_short(sequence, spot)
        yield SequenceStartEvent(None, None, True, flow_style=flow)  # noqa: FBT003
        item = Way.LINE if spot.way is Way.LINES else Way.EXACT
        at = spot.indent + _STEP
        for number, each in enumerate(sequence.items):
            if flow and isinstance(each, Scalar):
                yield _one_line(_said(each.text, item), flow=True)
            else:
                yield from self.node(each, _Spot((*spot.path, number), spot.outline, item, at, at))
        yield SequenceEndEvent()

    def _is_short(self, sequence: Sequence, spot: _Spot) -> bool:
        """Whether the list is of plain words that fit in one line."""
        if spot.path in self.spread:
            return False
        texts = [folded(each.text) for each in sequence.items if isinstance(each, Scalar)]
        width = sum(map(len, texts)) + len(", ") * len(texts)
        plain = len(texts) == len(sequence.items) and all(_is_plain(each, flow=True) for each in texts)
        return plain and spot.column + width <= WIDTH


def _said(text: str, way: Way) -> str:
    """The text without the white space that says nothing, and without what a source may not hold."""
    clean = readable(text)
    return folded(clean) if way in {Way.LINE, Way.PARAGRAPHS} or not clean.strip() else clean


def _scalar(text: str, spot: _Spot) -> ScalarEvent:
    said = _said(text, spot.way)
    if not said:
        return _event("", "-")
    if spot.way is Way.PARAGRAPHS:
        wrapped = ("\n".join(_lines(each, spot.indent)) for each in paragraphs(readable(text)))
        return _event("\n\n".join(wrapped) + "\n", "|")
    line = _one_line(said)
    if spot.column + _width(line) <= WIDTH or said != folded(said) or " " not in said:
        return line
    return _event(_FOLD.join(_lines(said, spot.indent)), ">")


def _lines(text: str, indent: int) -> list[str]:
    return textwrap.wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)


def _one_line(text: str, *, flow: bool = False) -> ScalarEvent:
    if _is_plain(text, flow=flow):
        return _event(text, "")
    return _event(text, "'" if _READER.analyze_scalar(text).allow_single_quoted else '"')


def _is_plain(text: str, *, flow: bool) -> bool:
    """Whether the text needs no quotes."""
    found = _READER.analyze_scalar(text)
    allowed = found.allow_flow_plain if flow else found.allow_block_plain
    return bool(allowed) and text.casefold() not in _TAKEN_FOR_OTHERS and not _is_another_number(text)


def _is_another_number(text: str) -> bool:
    """Whether other programs take the text for a number, and would write it otherwise: 059, 3.10, 1e3."""
    return bool(_NUMBER.fullmatch(text)) and not _SAME_NUMBER.fullmatch(text)


def _event(text: str, style: str) -> ScalarEvent:
    return ScalarEvent(None, Tag(), (True, True, True), text, style=style)


def _width(event: ScalarEvent) -> int:
    """Columns that the text takes in one line."""
    text = str(event.value)
    return len(text) + (len("''") + text.count("'") if event.style == "'" else 0)

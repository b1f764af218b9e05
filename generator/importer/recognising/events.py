"""What a document says, step by step: each piece of it with what it is, before it has a place in a plan."""

from dataclasses import dataclass, replace
from enum import StrEnum

from generator.importer.recognising.joining import Block
from generator.importer.recognising.vocabulary import Kind

_SEVERAL = 2


class Shape(StrEnum):
    """What is known of a piece by its form alone."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    POINT = "point"
    GUIDANCE = "guidance"
    CONTENTS = "contents list"
    NOTE = "note"
    LABEL = "label"
    GOAL = "goal"
    MAIN_GOAL = "main goal"
    MORE = "more"
    NEW_TABLE = "new table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A piece: what it is, its words, the label before them that says so.

    `known` is the strategy area that a heading names; `tabled` where it stood in a table;
    `shared` by so many measures of a row.
    """

    kind: Kind | Shape
    block: Block
    text: str = ""
    label: str = ""
    number: str = ""
    known: str = ""
    tabled: bool = False
    headed: bool = False
    shared: int = 1


def apart(event: Event) -> tuple[Event, ...]:
    """The event as several, one for each sentence that ends with a line: goals stand so, one a line."""
    pieces = event.block.pieces
    if event.text != event.block.text or len(pieces) < _SEVERAL:
        return (event,)
    return tuple(replace(event, text=piece) for piece in pieces)

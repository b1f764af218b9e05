"""What a document says, step by step: each piece of it with what it is, before it has a place in a plan."""

from dataclasses import dataclass
from enum import StrEnum

from generator.importer.joining import Block
from generator.importer.vocabulary import Kind


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

    `known` is the strategy area that a heading names; `tabled` where it stood in a table.
    """

    kind: Kind | Shape
    block: Block
    text: str = ""
    label: str = ""
    number: str = ""
    known: str = ""
    tabled: bool = False
    headed: bool = False

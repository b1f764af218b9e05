"""What a document holds, whatever kind of file it came in: lines and tables in order, each with its place."""

from dataclasses import dataclass, field
from enum import StrEnum

from generator.diagnostics import Message, message


class UnreadableError(Exception):
    """The file cannot be imported; the message says why and what to do instead."""

    def __init__(self, text: Message, instead: Message | None = None) -> None:
        super().__init__(text.text)
        self.messages = (text,) if instead is None else (text, instead)


class Reason(StrEnum):
    """Why something of the document is not in the draft."""

    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page number"
    GUIDANCE = "guidance"
    CONTENTS = "contents"
    DELETED = "deleted"
    HIDDEN = "hidden"
    LABEL = "label"
    HEADING = "heading"
    INHERITED = "inherited"
    READ = "read"
    EMPTY = "empty"


REASONS = {
    Reason.HEADER: message("page header"),
    Reason.FOOTER: message("page footer"),
    Reason.PAGE_NUMBER: message("page number"),
    Reason.GUIDANCE: message("the template's guidance"),
    Reason.CONTENTS: message("list of contents"),
    Reason.DELETED: message("deleted with tracked changes"),
    Reason.HIDDEN: message("hidden text"),
    Reason.LABEL: message("label"),
    Reason.HEADING: message("heading"),
    Reason.INHERITED: message("main goal, inherited from the strategy"),
    Reason.READ: message("read as a value"),
    Reason.EMPTY: message("table row without content"),
}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: the file's name; page and line from 1, None where the file knows none."""

    file: str
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a line looks: heading level by style (0 none), boldness, size and slant."""

    level: int = 0
    title: bool = False
    strong: bool = False
    slanted: bool = False
    size: float = 0.0


PLAIN = Look()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`marker` is the bullet or number before the text.

    `whole` is a paragraph by itself; else the line may go on in the next one, and `room` says how many
    characters more it could have held.  `note` is a footnote.
    """

    text: str
    place: Place
    marker: str = ""
    look: Look = PLAIN
    whole: bool = True
    room: float = 0.0
    gap: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """`span` columns wide; `continued` where it is merged with the cell above."""

    lines: tuple[Line, ...]
    span: int = 1
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """What does not go into the draft, and why."""

    text: str
    place: Place
    reason: Reason


Part = Line | Table


@dataclass(frozen=True, slots=True)
class Document:
    """All that was in the files, in their order: what is to be recognised, and what was left out."""

    parts: tuple[Part, ...]
    dropped: tuple[Dropped, ...] = ()
    headers: tuple[str, ...] = field(default=())
    names: tuple[str, ...] = ()

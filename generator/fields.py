"""Floor 5: typed reading of one YAML mapping.  Untyped data ends here.

Each reader notes its faults in the collector and goes on.  A required value that is missing
raises Incomplete after its fault is noted: the record cannot be built, its neighbours can.
"""

import datetime
import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from generator.diagnostics import Collector, Position, Silence, did_you_mean, message
from generator.nodes import Mapping, Node, Scalar, Sequence
from generator.periods import Period, period
from generator.reading_rules import (
    INVALID_DATE,
    INVALID_ID,
    INVALID_PERIOD,
    INVALID_WEB_ADDRESS,
    MISSING_KEY,
    UNKNOWN_KEY,
    UNKNOWN_WORD,
    WRONG_KIND,
)

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WEB_ADDRESS = re.compile(r"https://[^\s<>\"'()\\]+")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")

_Record = TypeVar("_Record")
_Word = TypeVar("_Word", bound=StrEnum)


def is_identifier(words: str) -> bool:
    """Whether the words can be an id: part of an address, which `index` is taken in."""
    return _ID.fullmatch(words) is not None and words != "index"


class Incomplete(Exception):  # noqa: N818 - says what the record is, not what went wrong
    """A record lacks a required value; the diagnostic is already noted."""


class Fields:
    """The keys of one mapping, read once each; `finish` reports those nobody asked for."""

    def __init__(self, node: Node, faults: Collector) -> None:
        if not isinstance(node, Mapping):
            faults.report(
                node.position,
                WRONG_KIND,
                message("“key: value” lines are expected here."),
                message("Compare the place with the guide for editors."),
            )
            raise Incomplete
        self.position = node.position
        self._span = node.span
        self._faults = faults
        self._entries = {key.text: (key, value) for key, value in node.entries}
        self._asked: set[str] = set()
        self._silences()

    def optional(self, key: str) -> Scalar | None:
        """The text of the key with its place; None where it is absent or empty."""
        node = self._take(key)
        if node is None or self._is_empty(key):
            return None
        if isinstance(node, Scalar):
            return node
        self._not_a_text(key, node)
        return None

    def required(self, key: str) -> Scalar:
        """The text of the key; raises Incomplete where it is absent or empty."""
        found = self.optional(key)
        if found is None:
            raise self._missing(key) if self._is_empty(key) else Incomplete
        return found

    def at(self, *keys: str) -> Position:
        """The place of the first of the keys that has a value, or else of the mapping."""
        found = (self._entries[key][1].position for key in keys if not self._is_empty(key))
        return next(found, self.position)

    def text(self, key: str) -> str | None:
        """The text in one line, white space folded."""
        found = self.optional(key)
        return None if found is None else _folded(found.text)

    def required_text(self, key: str) -> str:
        """The text in one line; raises Incomplete where it is absent or empty."""
        return _folded(self.required(key).text)

    def identifier(self, key: str) -> str | None:
        """An id of lower-case ASCII letters, digits and hyphens."""
        found = self.optional(key)
        if found is None:
            return None
        if is_identifier(found.text):
            return found.text
        self._faults.report(
            found.position,
            INVALID_ID,
            message("“{found}” cannot be an id.", found=found.text),
            message("Use the letters a-z, digits and hyphens only, for example “hele-stillinger”."),
        )
        raise Incomplete

    def required_identifier(self, key: str) -> str:
        """An id; raises Incomplete where it is absent or malformed."""
        found = self.identifier(key)
        if found is None:
            raise self._missing(key)
        return found

    def required_web_address(self, key: str) -> str:
        """An https address; raises Incomplete where it is absent or of another kind."""
        found = self.required(key)
        if not _WEB_ADDRESS.fullmatch(found.text):
            self._faults.report(
                found.position,
                INVALID_WEB_ADDRESS,
                message("“{found}” is not a web address.", found=found.text),
                message("Write the whole address, beginning with https://."),
            )
            raise Incomplete
        return found.text

    def paragraphs(self, key: str) -> tuple[str, ...]:
        """The text split at its blank lines, white space in each paragraph folded."""
        found = self.optional(key)
        parts = re.split(r"\n\s*\n", found.text) if found else ()
        return tuple(_folded(part) for part in parts if part.strip())

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """A list of texts with their places; one text alone counts as a list of one."""
        node = self._take(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        for item in items:
            if not isinstance(item, Scalar):
                self._not_a_text(key, item)
        return tuple(item for item in items if isinstance(item, Scalar) and item.text.strip())

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, each in one line."""
        return tuple(_folded(item.text) for item in self.scalars(key))

    def one_of(self, key: str, words: type[_Word]) -> _Word | None:
        """A word of a closed vocabulary; another word is a fault."""
        found = self.optional(key)
        if found is None:
            return None
        for word in words:
            if _folded(found.text).casefold() == word.value:
                return word
        self._faults.report(
            found.position,
            UNKNOWN_WORD,
            message("“{key}” cannot be “{found}”.", key=key, found=found.text),
            did_you_mean(found.text, [word.value for word in words]),
        )
        raise Incomplete

    def required_one_of(self, key: str, words: type[_Word]) -> _Word:
        """A word of a closed vocabulary; raises Incomplete where it is absent or unknown."""
        found = self.one_of(key, words)
        if found is None:
            raise self._missing(key)
        return found

    def date(self, key: str) -> datetime.date | None:
        """A date written year-month-day."""
        found = self.optional(key)
        if found is None:
            return None
        try:
            if _DATE.fullmatch(found.text):
                return datetime.date.fromisoformat(found.text)
        except ValueError:
            pass
        self._faults.report(
            found.position,
            INVALID_DATE,
            message("“{found}” is not a date.", found=found.text),
            message("Write the date as year-month-day, for example 2025-01-28."),
        )
        return None

    def required_period(self, key: str) -> Period:
        """A period of one year or several; raises Incomplete where there is none."""
        found = self.required(key)
        read = period(found.text)
        if read is None:
            self._faults.report(
                found.position,
                INVALID_PERIOD,
                message("“{found}” is not a period.", found=found.text),
                message("Write one year, or two with a hyphen: 2025 or 2024-2025."),
            )
            raise Incomplete
        return read

    def records(self, key: str, build: Callable[["Fields"], _Record]) -> tuple[_Record, ...]:
        """The mappings of a list, each built; those that are incomplete are left out."""
        node = self._take(key)
        if node is None or self._is_empty(key):
            return ()
        if not isinstance(node, Sequence):
            self._not_a_list(key, node)
            return ()
        found = [read(item, self._faults, build) for item in node.items]
        return tuple(item for item in found if item is not None)

    def part(self, key: str) -> "Fields | None":
        """The mapping below the key."""
        node = self._take(key)
        if node is None or self._is_empty(key):
            return None
        return Fields(node, self._faults)

    def finish(self) -> None:
        """Reports the keys that nobody asked for."""
        for key in self._entries:
            if key not in self._asked:
                self._unknown_key(key, self._asked - self._entries.keys())

    def _unknown_key(self, key: str, known: Iterable[str]) -> None:
        text = message("Unknown key “{found}”.", found=key)
        hint = did_you_mean(key, known) or message("Delete the line; nothing reads it.")
        self._faults.report(self._entries[key][0].position, UNKNOWN_KEY, text, hint)

    def _silences(self) -> None:
        """Notes which rules are silenced in the mapping: `unntak: [{regel: …, grunn: …}]`."""
        if "unntak" in self._entries:
            self._faults.silences.extend(self.records("unntak", self._silence))

    def _silence(self, fields: "Fields") -> Silence:
        return Silence(
            rule=fields.required_text("regel"),
            reason=fields.text("grunn"),
            span=self._span,
            position=fields.position,
        )

    def _take(self, key: str) -> Node | None:
        self._asked.add(key)
        entry = self._entries.get(key)
        return None if entry is None else entry[1]

    def _is_empty(self, key: str) -> bool:
        """Whether the key is absent, or has no value."""
        _, node = self._entries.get(key, (None, None))
        return node is None or (isinstance(node, Scalar) and not node.text.strip())

    def _missing(self, key: str) -> Incomplete:
        unasked = [each for each in self._entries if each not in self._asked]
        misspelt = get_close_matches(key, unasked, n=1, cutoff=0.7)
        if misspelt:
            self._unknown_key(misspelt[0], [key])
            return Incomplete()
        self._faults.report(
            self.position,
            MISSING_KEY,
            message("“{key}” is missing.", key=key),
            message("Write “{key}: …” here.", key=key),
        )
        return Incomplete()

    def _not_a_text(self, key: str, node: Node) -> None:
        self._faults.report(node.position, WRONG_KIND, message("“{key}” must be a text.", key=key))

    def _not_a_list(self, key: str, node: Node) -> None:
        self._faults.report(
            node.position,
            WRONG_KIND,
            message("“{key}” must be a list.", key=key),
            message("Write each entry on a line of its own with “- ” before it."),
        )


def read(node: Node, faults: Collector, build: Callable[[Fields], _Record]) -> _Record | None:
    """What `build` makes of the mapping, its unknown keys reported; None where it is incomplete."""
    try:
        fields = Fields(node, faults)
        built = build(fields)
    except Incomplete:
        return None
    fields.finish()
    return built


def _folded(text: str) -> str:
    return " ".join(text.split())

"""What the value of a key can be, as a piece of JSON Schema.

The generator takes every plain value for a text.  The YAML of editors makes numbers, true and false
of some, so that a text may be one of these here; nothing (`null`) is what an empty value is there.
`errorMessage` is no word of JSON Schema: VS Code shows it instead of words of its own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from generator import forms
from generator.diagnostics import message
from generator.forms import Form

Schema = dict[str, object]
"""A piece of a schema; its texts may be messages that are not yet translated."""

_BLANK: Schema = {"type": ["string", "null"], "pattern": r"^\s*$"}

BLANK: Schema = {"$ref": "#/$defs/blank"}
"""No value, or one of white space."""

DEFINITIONS: Schema = {"blank": _BLANK}
"""What the pieces here refer to."""

_AS_LINES = message("Write each entry on a line of its own with “- ” before it.")

_A_TEXT = message("Write a text here.")

_ID_OF_DIGITS: Schema = {"type": ["string", "integer", "boolean"], "minimum": 0}
_PLAIN: dict[Form[object], Schema] = {
    forms.IDENTIFIER: _ID_OF_DIGITS,
    forms.OWNER: _ID_OF_DIGITS,
    forms.REFERENCE: _ID_OF_DIGITS,
    forms.PERIOD: {"type": ["string", "integer"], "minimum": 1900, "maximum": 2099},
    forms.COUNT: {"type": ["string", "integer"], "minimum": 1, "maximum": 999_999},
    forms.SHARE: {"type": ["string", "number"], "minimum": 0, "maximum": 1},
}
"""What else than a text a value of the form can be in the YAML of editors."""


class Way(Enum):
    """How a value is read, which says how it may be laid out without another meaning."""

    EXACT = auto()
    LINE = auto()
    """White space counts as one space."""
    PARAGRAPHS = auto()
    """Blank lines count, other white space as one space."""
    LIST = auto()
    """Exact texts, one a line or all in one."""
    LINES = auto()
    """Texts, one a line or all in one; white space in them counts as one space."""
    RECORDS = auto()


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value must be where the key must have one, and where it may be left out or empty.

    `record` names what a list holds.
    """

    given: Schema
    or_blank: Schema
    way: Way = Way.EXACT
    record: str = ""


TEXT = Kind(
    given={"type": ["string", "number", "boolean"], "pattern": r"\S", "errorMessage": _A_TEXT},
    or_blank={"type": ["string", "number", "boolean", "null"], "errorMessage": _A_TEXT},
)
LINE = replace(TEXT, way=Way.LINE)
PARAGRAPHS = replace(TEXT, way=Way.PARAGRAPHS)


def formed(form: Form[object]) -> Kind:
    """A text of the form."""
    plain = {"type": ["string"], **_PLAIN.get(form, {}), "errorMessage": form.instead}
    return Kind(
        given={**plain, "pattern": f"^(?:{form.pattern.pattern})$"},
        or_blank={**_may_be(plain, "null"), "pattern": rf"^(?:\s*|{form.pattern.pattern})$"},
    )


def one_of(words: Iterable[str]) -> Kind:
    """One of the words, in small or capital letters."""
    listed = list(words)
    given: Schema = {"type": "string", "pattern": pattern_of(listed)}
    or_blank: Schema = {"type": ["string", "null"], "pattern": pattern_of(listed, "?")}
    return Kind(given=_any_of({"enum": listed}, given), or_blank=_any_of({"enum": listed}, or_blank))


def pattern_of(words: Iterable[str], often: str = "") -> str:
    """What matches one of the words, in small or capital letters."""
    return rf"^\s*(?:{'|'.join(map(_in_any_case, words))}){often}\s*$"


def exactly(words: Iterable[str]) -> Kind:
    """One of the words, as they are written here."""
    listed: Schema = {"enum": list(words)}
    return Kind(given=listed, or_blank=_any_of(listed, BLANK))


def texts(kind: Kind) -> Kind:
    """A list of values of the kind, or one alone."""
    alone = kind.or_blank
    listed: Schema = {"type": "array", "items": alone}
    whole = {**_may_be(alone, "array"), "items": alone} if "type" in alone else _any_of(listed, alone)
    return Kind(given=whole, or_blank=whole, way=Way.LINES if kind.way is Way.LINE else Way.LIST)


def records(record: str) -> Kind:
    """A list of the records of that name, or nothing."""
    items: Schema = {"$ref": f"#/$defs/{record}"}
    whole = {**_BLANK, "type": ["array", "string", "null"], "errorMessage": _AS_LINES, "items": items}
    return Kind(given=whole, or_blank=whole, way=Way.RECORDS, record=record)


def part(record: Schema) -> Kind:
    """One mapping, or nothing."""
    whole = {**record, **_BLANK, "type": ["object", "string", "null"]}
    return Kind(given=whole, or_blank=whole)


def with_examples(schema: Schema, examples: Iterable[str]) -> Schema:
    """The schema of a value, or of a list of such, with values that editors propose."""
    proposed: Schema = {"examples": list(examples)}
    items = schema.get("items")
    return {**schema, "items": {**items, **proposed}} if isinstance(items, dict) else {**schema, **proposed}


def filled(key: str) -> Schema:
    """That the mapping has a value under the key."""
    return {"required": [key], "properties": {key: {"not": BLANK}}}


def says(key: str, word: str) -> Schema:
    """That the mapping has the word under the key."""
    return {"required": [key], "properties": {key: one_of([word]).given}}


def _may_be(schema: Schema, other: str) -> Schema:
    """The schema, of one type more."""
    types = schema["type"]
    return {**schema, "type": [*types, other] if isinstance(types, list) else [types, other]}


def _any_of(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def _in_any_case(word: str) -> str:
    letters = (f"[{each.upper()}{each}]" if each.isalpha() else re.escape(each) for each in word)
    return "".join(letters).replace(re.escape(" "), r"\s+")

"""Stands in for a mapping while a parse function reads it, and notes what is asked for.

Every reader of `Fields` has its like here.  It answers with nothing, or with any value of the type
where the function needs one, so that the function asks for all it would ask of a real source.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from generator import forms
from generator.diagnostics import Message, Position, Rule, Span
from generator.fields import Fields
from generator.model import EarlierItem, Reference
from generator.nodes import Scalar
from generator.periods import Period
from generator.schema import kinds
from generator.schema.examples import Examples
from generator.schema.key_texts import told
from generator.schema.kinds import BLANK, Kind, Schema
from generator.texts import Text

_Record = TypeVar("_Record")
_Word = TypeVar("_Word", bound=StrEnum)
_Build = Callable[[Fields], _Record]

_NOWHERE = Position("")
_TEXT = Scalar("-", _NOWHERE)
_PERIOD = Period(2000, 2000)


class AmbiguousError(Exception):
    """Two functions read records of one name, or one key is asked for as values of two kinds."""


class Definitions:
    """The records that lists hold, each recorded once and named after the function that reads it.

    `words` are vocabularies that parse functions stand too low to know, by `record.key`; `examples`
    are what editors propose.
    """

    def __init__(
        self, words: Mapping[str, Collection[str]], examples: Examples = MappingProxyType({})
    ) -> None:
        self.words = words
        self.examples = examples
        self.schemas: dict[str, Schema] = {}
        self.recorders: dict[str, Recorder] = {}
        self._functions: dict[str, object] = {}

    def refer(self, build: Callable[[Fields], object]) -> str:
        """The name of the record that the function builds."""
        function = _function(build)
        name = str(getattr(function, "__name__", "")).strip("_")
        if self._functions.setdefault(name, function) is not function:
            raise AmbiguousError(name)
        if name not in self.schemas:
            self.schemas[name] = {}  # so that a record of its own kind within it does not go on for ever
            self.recorders[name] = recorded(name, build, self)
            self.schemas[name] = self.recorders[name].schema
        return name


def recorded(name: str, build: Callable[[Fields], object], definitions: Definitions) -> "Recorder":
    """What the function asked for in a mapping."""
    recorder = Recorder(name, definitions)
    build(recorder)
    return recorder


def _function(build: object) -> object:
    """The function itself, without what is bound to it."""
    if isinstance(build, partial):
        return _function(build.func)
    return getattr(build, "__func__", build)


class Recorder(Fields):
    """The keys that were asked for, and how they depend on each other."""

    def __init__(self, name: str, definitions: Definitions) -> None:
        self.name = name
        self.position = _NOWHERE
        self.kinds: dict[str, Kind] = {}
        self.needed: set[str] = set()
        self.conditions: list[Schema] = []
        self.parts: dict[str, Recorder] = {}
        self._definitions = definitions
        self._span = Span(_NOWHERE, _NOWHERE)

    @property
    def schema(self) -> Schema:
        """The mapping in JSON Schema."""
        parts = {key: kinds.part(part.schema) for key, part in self.parts.items()}
        whole = {**self.kinds, **parts, "unntak": self.silences}
        properties = {
            key: {**told(self.name, key), **self._proposing(key, self._value(key, kind))}
            for key, kind in whole.items()
        }
        conditions: Schema = {"allOf": self.conditions} if self.conditions else {}
        needed = [key for key in properties if key in self.needed]
        return {
            "type": "object",
            "properties": properties,
            "required": needed,
            "additionalProperties": False,
            **conditions,
        }

    def _value(self, key: str, kind: Kind) -> Schema:
        return kind.given if key in self.needed else kind.or_blank

    def _proposing(self, key: str, value: Schema) -> Schema:
        examples = self._definitions.examples
        known = examples.get(f"{self.name}.{key}") or examples.get(key)
        return kinds.with_examples(value, known) if known else value

    @property
    def silences(self) -> Kind:
        """What every mapping may hold."""
        return kinds.records(self._definitions.refer(self._silence))

    def at(self, *keys: str) -> Position:  # noqa: ARG002 - no key has a place
        """No place."""
        return _NOWHERE

    def finish(self) -> None:
        """There are no other keys than those that are asked for."""

    def optional(self, key: str) -> Scalar | None:
        self._note(key, kinds.TEXT)
        return None

    def required(self, key: str) -> Scalar:
        self._need(key, kinds.TEXT)
        return _TEXT

    def text(self, key: str) -> Text | None:
        self._note(key, kinds.LINE)
        return None

    def required_text(self, key: str) -> Text:
        self._need(key, kinds.LINE)
        return Text(_TEXT.text)

    def required_name(self, key: str) -> str:
        return self.required_text(key)

    def web_address(self, key: str) -> str | None:
        self._note(key, kinds.formed(forms.WEB_ADDRESS))
        return None

    def sha256(self, key: str) -> str | None:
        self._note(key, kinds.formed(forms.SHA256))
        return None

    def paragraphs(self, key: str) -> tuple[str, ...]:
        self._note(key, kinds.PARAGRAPHS)
        return ()

    def identifier(self, key: str) -> str | None:
        self._note(key, kinds.formed(forms.IDENTIFIER))
        return None

    def required_identifier(self, key: str) -> str:
        self._need(key, kinds.formed(forms.IDENTIFIER))
        return _TEXT.text

    def identifier_made_of(self, key: str, source: str) -> str:
        self.identifier(key)
        self.text(source)
        if source not in self.needed:
            self.conditions.append({"anyOf": [kinds.filled(source), kinds.filled(key)]})
        return _TEXT.text

    def required_web_address(self, key: str) -> str:
        self._need(key, kinds.formed(forms.WEB_ADDRESS))
        return _TEXT.text

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        self._note(key, kinds.texts(kinds.TEXT))
        return ()

    def identifiers(self, key: str) -> tuple[str, ...]:
        self._note(key, kinds.texts(kinds.formed(forms.IDENTIFIER)))
        return ()

    def periods(self, key: str) -> tuple[str, ...]:
        self._note(key, kinds.texts(kinds.formed(forms.PERIOD)))
        return ()

    def owners(self, key: str) -> tuple[str, ...]:
        self._note(key, kinds.texts(kinds.formed(forms.OWNER)))
        return ()

    def required_address(self, key: str) -> str:
        self._need(key, kinds.formed(forms.ADDRESS))
        return _TEXT.text

    def texts(self, key: str) -> tuple[str, ...]:
        self._note(key, kinds.texts(kinds.LINE))
        return ()

    def known_texts(
        self,
        key: str,
        known: Collection[str],
        rule: Rule,  # noqa: ARG002 - nothing is a fault
        fault: Message,  # noqa: ARG002
    ) -> tuple[str, ...]:
        self._note(key, kinds.texts(kinds.exactly(known)))
        return ()

    def reference(self, key: str, edition: Period | None) -> Reference | None:
        self._note(key, _reference(edition))
        return None

    def required_reference(self, key: str, edition: Period | None) -> Reference:
        self._need(key, _reference(edition))
        return Reference(_PERIOD, _TEXT.text, None)

    def references(self, key: str, edition: Period | None) -> tuple[Reference, ...]:
        self._note(key, kinds.texts(_reference(edition)))
        return ()

    def earlier_item(self, key: str) -> EarlierItem | None:
        self._note(key, kinds.formed(forms.EARLIER_ITEM))
        return None

    def one_of(self, key: str, words: type[_Word]) -> _Word | None:
        self._note(key, kinds.one_of(words))
        return None

    def required_one_of(self, key: str, words: type[_Word]) -> _Word:
        self._need(key, kinds.one_of(words))
        return next(iter(words))

    def date(self, key: str) -> datetime.date | None:
        self._note(key, kinds.formed(forms.DATE))
        return None

    def count(self, key: str) -> int | None:
        self._note(key, kinds.formed(forms.COUNT))
        return None

    def share(self, key: str) -> float | None:
        self._note(key, kinds.formed(forms.SHARE))
        return None

    def map_square(self, key: str) -> tuple[int, int] | None:
        self._note(key, kinds.formed(forms.MAP_SQUARE))
        return None

    def required_period(self, key: str) -> Period:
        self._need(key, kinds.formed(forms.PERIOD))
        return _PERIOD

    def records(self, key: str, build: Callable[[Fields], _Record]) -> tuple[_Record, ...]:
        self._note(key, kinds.records(self._definitions.refer(build)))
        return ()

    def part(self, key: str) -> Fields | None:
        self.parts[key] = Recorder(self.name, self._definitions)
        return self.parts[key]

    def either(
        self,
        readers: Mapping[str, Callable[[Fields], _Record]],
        rule: Rule,  # noqa: ARG002 - nothing is a fault
        fault: Message,  # noqa: ARG002
        instead: Message,  # noqa: ARG002
    ) -> _Record:
        branches = {key: self._branch(reader) for key, reader in readers.items()}
        self.conditions.append({"anyOf": [kinds.filled(key) for key in readers]})
        self._split([(kinds.filled(key), branch) for key, (branch, _) in branches.items()], blank=readers)
        return next(answer for _, answer in branches.values())

    def variant(
        self, key: str, words: type[_Word], readers: Mapping[_Word, Callable[[Fields], _Record]]
    ) -> _Record:
        self.required_one_of(key, words)
        branches = {word: self._branch(reader) for word, reader in readers.items()}
        self._split([(kinds.says(key, word), branch) for word, (branch, _) in branches.items()])
        return next(answer for _, answer in branches.values())

    def _branch(self, reader: Callable[[Fields], _Record]) -> tuple["Recorder", _Record]:
        """What one of several readers asks for, and an answer of its type."""
        branch = Recorder(self.name, self._definitions)
        return branch, reader(branch)

    def _split(self, cases: list[tuple[Schema, "Recorder"]], blank: Collection[str] = ()) -> None:
        """Notes what each branch asks for under its condition.

        What only other branches ask for must not be there, or be `blank`.
        """
        branches = [branch for _, branch in cases]
        for branch in branches:
            for key, kind in branch.kinds.items():
                self._note(key, kind)
        order = _in_one_order(branch.kinds for branch in branches)
        self.kinds |= {key: self.kinds.pop(key) for key in order}
        self.needed |= set.intersection(*(branch.needed for branch in branches))
        every = list(dict.fromkeys(key for branch in branches for key in branch.kinds))
        for condition, branch in cases:
            needed = [key for key in every if key in branch.needed - self.needed]
            given: Schema = {key: self.kinds[key].given for key in needed}
            others: Schema = {
                key: BLANK if key in blank else False for key in every if key not in branch.kinds
            }
            then: Schema = {"required": needed, "properties": given | others, "allOf": branch.conditions}
            held = {keyword: value for keyword, value in then.items() if value}
            self.conditions.append({"if": condition, "then": held})

    def _note(self, key: str, kind: Kind) -> None:
        words = self._definitions.words.get(f"{self.name}.{key}")
        noted = kinds.exactly(words) if words else kind
        if self.kinds.setdefault(key, noted) != noted:
            raise AmbiguousError(self.name, key)

    def _need(self, key: str, kind: Kind) -> None:
        self._note(key, kind)
        self.needed.add(key)


def _in_one_order(every: Iterable[Iterable[str]]) -> list[str]:
    """All the keys, each before those that stand after it in one of them."""
    order: list[str] = []
    for keys in every:
        place = len(order)
        for key in reversed(list(keys)):
            if key not in order:
                order.insert(place, key)
            place = order.index(key)
    return order


def _reference(edition: Period | None) -> Kind:
    return kinds.formed(forms.REFERENCE if edition else forms.REFERENCE_WITH_EDITION)

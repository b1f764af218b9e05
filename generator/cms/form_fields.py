"""What a record of a source holds, as the fields of a form in Sveltia CMS."""

from collections.abc import Iterator, Mapping

from generator import forms
from generator.schema import kinds
from generator.schema.examples import Examples
from generator.schema.key_texts import told
from generator.schema.kinds import Kind, Schema, Way
from generator.schema.recorder import Recorder

_LEFT_OUT = frozenset({"forslag", "nedlagt", "tidligere", "unntak", "usikkert"})
"""What a form does not show; it stays in the file as it is."""

_LONG = frozenset({"begrunnelse", "grunn", "merknad", "tekst"})
"""Texts that are worth more than one line."""

_DEPTH = 2
"""How often a record may hold records of its own kind in a form, which has an end."""

_NAMING = ("nr", "område", "tittel", "navn", "organ", "tekst", "status", "hovedmål", "type", "følger", "id")
"""By what an entry of a list is known while it is closed: the first of these keys."""

_SHOWN = 3


def form_fields(
    recorder: Recorder, records: Mapping[str, Recorder], examples: Examples, within: tuple[str, ...] = ()
) -> list[Schema]:
    """The fields of the record, in the order of its keys; their texts are messages."""
    return list(_FormFields(records, examples).of(recorder, within))


class _FormFields:
    def __init__(self, records: Mapping[str, Recorder], examples: Examples) -> None:
        self._records = records
        self._examples = examples

    def of(self, recorder: Recorder, within: tuple[str, ...]) -> Iterator[Schema]:
        for key, kind in recorder.kinds.items():
            field = self._field(recorder, key, kind, within) if key not in _LEFT_OUT else None
            if field is not None:
                yield {**_named(recorder, key), **field}
        for key, part in recorder.parts.items():
            inside = {"widget": "object", "collapsed": "auto", "fields": list(self.of(part, within))}
            yield {**_named(recorder, key), **inside}

    def _field(self, recorder: Recorder, key: str, kind: Kind, within: tuple[str, ...]) -> Schema | None:
        if kind.way is Way.RECORDS:
            return self._records_of(kind.record, within)
        known = self._examples.get(f"{recorder.name}.{key}") or self._examples.get(key)
        words = _words(kind)
        if kind.way in {Way.LIST, Way.LINES}:
            return {"widget": "select", "multiple": True, "options": words} if words else {"widget": "list"}
        if words or (known and _is_one_of_project(kind)):
            return {"widget": "select", "options": words or list(known or ())}
        if kind in _DATES:
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        if kind.way is Way.PARAGRAPHS or (kind.way is Way.LINE and key in _LONG):
            return {"widget": "text"}
        return {"widget": "string", **_pattern(kind)}

    def _records_of(self, record: str, within: tuple[str, ...]) -> Schema | None:
        if within.count(record) >= _DEPTH:
            return None
        inner = self._records[record]
        fields = list(self.of(inner, (*within, record)))
        shown = [f"{{{{fields.{key}}}}}" for key in _NAMING if key in inner.kinds][:_SHOWN]
        return {"widget": "list", "collapsed": True, "summary": " ".join(shown), "fields": fields}


_DATES = (kinds.formed(forms.DATE),)
_OF_PROJECT = (kinds.formed(forms.IDENTIFIER), kinds.formed(forms.PERIOD))


def _is_one_of_project(kind: Kind) -> bool:
    """Whether a value is an id that another source gives; other examples are mere examples."""
    return kind in _OF_PROJECT


def _named(recorder: Recorder, key: str) -> Schema:
    texts = told(recorder.name, key)
    needed = key in recorder.needed
    return {"name": key, "label": texts["title"], "hint": texts["description"], "required": needed}


def _words(kind: Kind) -> list[object]:
    """The words that a value is one of; none where it is free."""
    for part in _parts(kind.given):
        words = part.get("enum")
        if isinstance(words, list):
            return words
    return []


def _parts(schema: Schema) -> Iterator[Schema]:
    """The schema, and what of it a value may be instead, also as one of a list."""
    yield schema
    inside = schema.get("anyOf")
    for each in [*(inside if isinstance(inside, list) else ()), schema.get("items")]:
        if isinstance(each, dict):
            yield from _parts(each)


def _pattern(kind: Kind) -> Schema:
    """What a text must look like, and what to say of others."""
    if "pattern" not in kind.given or kind in (kinds.TEXT, kinds.LINE):
        return {}
    return {"pattern": [kind.given["pattern"], kind.given["errorMessage"]]}

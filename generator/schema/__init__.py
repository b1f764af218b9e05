"""Floor 11: JSON Schemas of the sources, for editors: completion, explanation, faults while writing.

They are made by recording what the parse functions ask for, so that the parse functions stay the
one truth of which keys there are.  What can only be judged with other files in view (whether an
area, a role or a county exists, whether an id is taken) stays with the checks.
"""

import json
from types import MappingProxyType

from generator.checks import RULES
from generator.diagnostics import Message
from generator.language import Language
from generator.parse import READERS
from generator.schema.examples import Examples, examples_of
from generator.schema.key_texts import WHOLE
from generator.schema.kinds import DEFINITIONS
from generator.schema.recorder import Definitions, recorded

__all__ = ["SOURCES", "examples_of", "schema", "shown"]

SOURCES = tuple(READERS)
"""The kinds of source that have a schema."""

_DRAFT = "https://json-schema.org/draft/2020-12/schema"

_VERSION = 1
"""Goes up when a source that was right is refused; a key more does not."""


def schema(source: str, language: Language, examples: Examples = MappingProxyType({})) -> str:
    """The schema of the kind of source as JSON text, its titles and descriptions in the language.

    The examples are values that editors propose.
    Its `$id` is a name and no address: where the site lies is not fixed, and editors find the file
    by its path.
    """
    silenceable = [rule.name for rule in RULES.values() if rule.silenceable]
    definitions = Definitions({"silence.regel": silenceable}, examples)
    whole = recorded(source, READERS[source], definitions).schema
    document = {
        "$schema": _DRAFT,
        "$id": f"urn:planverk:skjema:{source}:{_VERSION}",
        "$comment": "Made by `make schema`; do not edit.",
        "title": WHOLE[source],
        **whole,
        "$defs": {**DEFINITIONS, **definitions.schemas},
    }
    return json.dumps(shown(document, language), ensure_ascii=False, indent=2) + "\n"


def shown(part: object, language: Language) -> object:
    """The part of a schema with its messages in the language."""
    match part:
        case Message():
            return language.text(part)
        case dict():
            return {key: shown(value, language) for key, value in part.items()}
        case list():
            return [shown(value, language) for value in part]
    return part

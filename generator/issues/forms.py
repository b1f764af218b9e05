"""The forms in `.github/ISSUE_TEMPLATE/`: what each asks, and the words to choose from in them.

https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Collector, message
from generator.model import Federation, Status
from generator.nodes import Mapping, Node, Scalar, Sequence, compose
from generator.publish import RefusedError
from generator.writing.from_model import listed
from generator.writing.insertion import Listing
from generator.writing.outline import Outline
from generator.writing.replacement import with_value

FOLDER = ".github/ISSUE_TEMPLATE"
_PLAIN = Outline({}, {}, {})


@dataclass(frozen=True, slots=True)
class Question:
    """What a form asks: the name by which we know it, and the heading that people see."""

    id: str
    label: str
    is_required: bool


def questions(text: str, name: str) -> tuple[Question, ...]:
    """What the form asks, in its order."""
    return tuple(
        Question(_said(field, "id"), _said(_part(field, "attributes"), "label"), _is_required(field))
        for field in _fields(_read(text, name))
        if _said(field, "id")
    )


def renewed(text: str, name: str, federation: Federation) -> str:
    """The form with the words of the vocabularies to choose from, all else as it was."""
    for question, words in _vocabularies(federation).items():
        for field in _fields(_read(text, name)):
            attributes = _part(field, "attributes")
            options = _value(attributes, "options")
            now = listed(words)
            if _said(field, "id") == question and isinstance(options, Sequence) and now and options != now:
                text = with_value(text, Listing(attributes, _PLAIN, "options"), now)
    return text


def _vocabularies(federation: Federation) -> dict[str, list[str]]:
    return {"status": [*Status], "ansvar": [each.name for each in federation.roles]}


def path(root: Path, kind: str) -> Path:
    """Where the form of that kind lies."""
    return root / FOLDER / f"{kind}.yml"


def _read(text: str, name: str) -> Mapping:
    faults = Collector()
    root = compose(text, name, faults)
    if not isinstance(root, Mapping) or faults.found:
        raise RefusedError(message("The form {path} cannot be read.", path=name))
    return root


def _fields(root: Mapping) -> Iterator[Mapping]:
    fields = _value(root, "body")
    yield from (
        (each for each in fields.items if isinstance(each, Mapping)) if isinstance(fields, Sequence) else ()
    )


def _value(mapping: Mapping, key: str) -> Node | None:
    return next((value for each, value in mapping.entries if each.text == key), None)


def _part(mapping: Mapping, key: str) -> Mapping:
    found = _value(mapping, key)
    return found if isinstance(found, Mapping) else Mapping((), mapping.position, mapping.span)


def _said(mapping: Mapping, key: str) -> str:
    found = _value(mapping, key)
    return found.text if isinstance(found, Scalar) else ""


def _is_required(field: Mapping) -> bool:
    return _said(_part(field, "validations"), "required") == "true"

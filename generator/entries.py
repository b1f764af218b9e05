"""Floor 4: the keys of one YAML mapping: which are asked for, which are missing, which nobody knows."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TypeVar

from generator.diagnostics import Collector, Message, Position, did_you_mean, message
from generator.forms import Form
from generator.nodes import Mapping, Node, Scalar
from generator.reading_rules import MISSING_KEY, UNKNOWN_KEY, WRONG_KIND

_Said = TypeVar("_Said")

_UNSEEN = "\u00a0\u00ad\u200b\u202f\ufeff"
"""What text programs leave at the edges of words: spaces that are none, soft hyphens, marks."""


class Incomplete(Exception):  # noqa: N818 - says what the record is, not what went wrong
    """A record lacks a required value; the diagnostic is already noted."""


class Entries:
    """The keys of one mapping, with their values; which of them were asked for; what is wrong with them."""

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
        self._keys = {key.text: key for key, _ in node.entries}
        self._values = {key.text: value for key, value in node.entries if not _is_blank(value)}
        self._asked: set[str] = set()

    def at(self, *keys: str) -> Position:
        """The place of the first of the keys that has a value, or else of the mapping."""
        for key in keys:
            if key in self._values:
                return self._values[key].position
        return self.position

    def finish(self) -> None:
        """Reports the keys that nobody asked for."""
        if not self._asked.issuperset(self._keys):
            for key in self._keys:
                if key not in self._asked:
                    self._unknown_key(key, self._asked - self._keys.keys())

    def _unknown_key(self, key: str, known: Iterable[str]) -> None:
        text = message("Unknown key “{found}”.", found=key)
        self._faults.report(self._keys[key].position, UNKNOWN_KEY, text, self._instead(key, known))

    def _instead(self, key: str, known: Iterable[str]) -> Message:
        """What to write instead of an unknown key, by what most likely went wrong."""
        if key != key.strip(_UNSEEN):
            return message("An unseen character stands at the key. Delete the indentation and type it anew.")
        if key not in self._values and " " in key:
            return message("A comma has divided a text in two. Put the whole text in 'quotes'.")
        return did_you_mean(key, known) or message("Delete the line; nothing reads it.")

    def _take(self, key: str) -> Node | None:
        """What stands under the key, which is known from now on; None where it is absent or has no value."""
        self._asked.add(key)
        return self._values.get(key)

    def _missing(self, key: str) -> Incomplete:
        unasked = [each for each in self._keys if each not in self._asked]
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

    def _formed(self, found: Scalar, form: Form[_Said]) -> _Said | None:
        """What the text says; None and a fault where it does not have the form."""
        said = form.read(found.text)
        if said is None:
            self._faults.report(
                found.position, form.rule, message(form.fault.text, found=found.text), form.instead
            )
        return said

    def _complete(self, found: Scalar, form: Form[_Said]) -> _Said:
        """What the text says; raises Incomplete where it does not have the form."""
        said = self._formed(found, form)
        if said is None:
            raise Incomplete
        return said

    def _not_a_text(self, key: str, node: Node) -> None:
        self._faults.report(node.position, WRONG_KIND, message("“{key}” must be a text.", key=key))

    def _not_a_list(self, key: str, node: Node) -> None:
        self._faults.report(
            node.position,
            WRONG_KIND,
            message("“{key}” must be a list.", key=key),
            message("Write each entry on a line of its own with “- ” before it."),
        )


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.strip()

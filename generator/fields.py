"""Floor 5: typed reading of one YAML mapping.  Untyped data ends here.

Each reader notes its faults in the collector and goes on.  A required value that is missing
raises Incomplete after its fault is noted: the record cannot be built, its neighbours can.

The schemas for editors are made by recording what a parse function asks for.  So it asks for every
key whatever the values are; where one key depends on another, `either`, `variant` and
`identifier_made_of` say so.
"""

import datetime
from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import TypeVar

from generator import forms
from generator.diagnostics import Collector, Message, Rule, Silence, did_you_mean, message
from generator.entries import Entries, Incomplete
from generator.model import EarlierItem, Reference
from generator.nodes import Node, Scalar, Sequence
from generator.periods import Period
from generator.reading_rules import UNKNOWN_WORD
from generator.texts import Text, folded, paragraphs

_Record = TypeVar("_Record")
_Word = TypeVar("_Word", bound=StrEnum)


def is_identifier(words: str) -> bool:
    """Whether the words can be an id: part of an address, which `index` is taken in."""
    return forms.IDENTIFIER.read(words) is not None


class Fields(Entries):
    """The keys of one mapping, read once each; `finish` reports those nobody asked for."""

    language = ""

    def __init__(self, node: Node, faults: Collector, language: str = "") -> None:
        super().__init__(node, faults)
        self.language = language
        self._silences()

    def optional(self, key: str) -> Scalar | None:
        """The text of the key with its place; None where it is absent or empty."""
        node = self._take(key)
        if node is None or isinstance(node, Scalar):
            return node
        self._not_a_text(key, node)
        return None

    def required(self, key: str) -> Scalar:
        """The text of the key; raises Incomplete where it is absent or empty."""
        found = self.optional(key)
        if found is None:
            raise self._missing(key) if key not in self._values else Incomplete
        return found

    def said(self, words: str) -> Text:
        """The words in one line, white space folded, in the language of the file."""
        return Text(folded(words), self.language)

    def text(self, key: str) -> Text | None:
        """The text in one line, white space folded."""
        found = self.optional(key)
        return None if found is None else self.said(found.text)

    def required_text(self, key: str) -> Text:
        """The text in one line; raises Incomplete where it is absent or empty."""
        return self.said(self.required(key).text)

    def required_name(self, key: str) -> str:
        """A name in one line, which is of no language; raises Incomplete where it is absent or empty."""
        return folded(self.required(key).text)

    def identifier(self, key: str) -> str | None:
        """An id of lower-case ASCII letters, digits and hyphens; another text raises Incomplete."""
        found = self.optional(key)
        return None if found is None else self._complete(found, forms.IDENTIFIER)

    def required_identifier(self, key: str) -> str:
        """An id; raises Incomplete where it is absent or malformed."""
        found = self.identifier(key)
        if found is None:
            raise self._missing(key)
        return found

    def identifier_made_of(self, key: str, source: str) -> str:
        """The id that is written, or else one made of the text of another key.

        Raises Incomplete where neither gives one.
        """
        return self.identifier(key) or forms.slug(self.text(source) or "") or self.required_identifier(key)

    def identifiers(self, key: str) -> tuple[str, ...]:
        """A list of ids, those that are malformed left out."""
        found = [self._formed(each, forms.IDENTIFIER) for each in self.scalars(key)]
        return tuple(each for each in found if each is not None)

    def periods(self, key: str) -> tuple[str, ...]:
        """The ids of a list of periods, those that are malformed left out."""
        found = [self._formed(each, forms.PERIOD) for each in self.scalars(key)]
        return tuple(each.id for each in found if each is not None)

    def owners(self, key: str) -> tuple[str, ...]:
        """A list of teams or accounts, each with its sign, those that are malformed left out."""
        found = [self._formed(each, forms.OWNER) for each in self.scalars(key)]
        return tuple(each for each in found if each is not None)

    def required_address(self, key: str) -> str:
        """An address of the site; raises Incomplete where it is absent or malformed."""
        return self._complete(self.required(key), forms.ADDRESS)

    def required_web_address(self, key: str) -> str:
        """An https address; raises Incomplete where it is absent or of another kind."""
        return self._complete(self.required(key), forms.WEB_ADDRESS)

    def web_address(self, key: str) -> str | None:
        """An https address; another text raises Incomplete."""
        found = self.optional(key)
        return None if found is None else self._complete(found, forms.WEB_ADDRESS)

    def sha256(self, key: str) -> str | None:
        """A SHA-256 hash; another text raises Incomplete."""
        found = self.optional(key)
        return None if found is None else self._complete(found, forms.SHA256)

    def paragraphs(self, key: str) -> tuple[str, ...]:
        """The text split at its blank lines, white space in each paragraph folded."""
        found = self.optional(key)
        return tuple([Text(each, self.language) for each in paragraphs(found.text)]) if found else ()

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
        return tuple(self.said(item.text) for item in self.scalars(key))

    def known_texts(self, key: str, known: Collection[str], rule: Rule, fault: Message) -> tuple[str, ...]:
        """Those of a list of texts that are known; each other is a fault, told with the value `found`."""
        written = self.scalars(key)
        for each in written:
            if each.text not in known:
                text = message(fault.text, found=each.text)
                self._faults.report(each.position, rule, text, did_you_mean(each.text, known))
        return tuple(each.text for each in written if each.text in known)

    def reference(self, key: str, edition: Period | None) -> Reference | None:
        """`area/item` in the edition, or `period/area/item` in another; another text is a fault."""
        found = self.optional(key)
        return None if found is None else self._cited(found, edition)

    def required_reference(self, key: str, edition: Period | None) -> Reference:
        """A reference; raises Incomplete where it is absent or malformed."""
        found = self._cited(self.required(key), edition)
        if found is None:
            raise Incomplete
        return found

    def references(self, key: str, edition: Period | None) -> tuple[Reference, ...]:
        """A list of references, those that are malformed left out."""
        found = [self._cited(each, edition) for each in self.scalars(key)]
        return tuple(each for each in found if each is not None)

    def earlier_item(self, key: str) -> EarlierItem | None:
        """`period/id` of a goal or measure of another plan of the union; another text is a fault."""
        found = self.optional(key)
        said = None if found is None else self._formed(found, forms.EARLIER_ITEM)
        return EarlierItem(*said, found.position) if found and said else None

    def one_of(self, key: str, words: type[_Word]) -> _Word | None:
        """A word of a closed vocabulary; another word is a fault."""
        found = self.optional(key)
        if found is None:
            return None
        said = folded(found.text).casefold()
        for word in words:
            if said == word.value:
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
        return None if found is None else self._formed(found, forms.DATE)

    def count(self, key: str) -> int | None:
        """A whole number from 1."""
        found = self.optional(key)
        return None if found is None else self._formed(found, forms.COUNT)

    def share(self, key: str) -> float | None:
        """A number from 0 to 1."""
        found = self.optional(key)
        return None if found is None else self._formed(found, forms.SHARE)

    def map_square(self, key: str) -> tuple[int, int] | None:
        """A column and a row, from 1, written as letter and number."""
        found = self.optional(key)
        return None if found is None else self._formed(found, forms.MAP_SQUARE)

    def required_period(self, key: str) -> Period:
        """A period of one year or several; raises Incomplete where there is none."""
        return self._complete(self.required(key), forms.PERIOD)

    def either(
        self,
        readers: Mapping[str, Callable[["Fields"], _Record]],
        rule: Rule,
        fault: Message,
        instead: Message,
    ) -> _Record:
        """What the reader of the one key that has a value makes of the mapping.

        Where none or several have one that is a fault, and raises Incomplete.
        """
        given = [key for key in readers if self._take(key) is not None]
        if len(given) == 1:
            return readers[given[0]](self)
        self._faults.report(self.position, rule, fault, instead)
        raise Incomplete

    def variant(
        self, key: str, words: type[_Word], readers: Mapping[_Word, Callable[["Fields"], _Record]]
    ) -> _Record:
        """What the reader of the word under the key makes of the mapping; raises Incomplete without one."""
        return readers[self.required_one_of(key, words)](self)

    def records(self, key: str, build: Callable[["Fields"], _Record]) -> tuple[_Record, ...]:
        """The mappings of a list, each built; those that are incomplete are left out."""
        node = self._take(key)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self._not_a_list(key, node)
            return ()
        found = [read(item, self._faults, build, self.language) for item in node.items]
        return tuple(item for item in found if item is not None)

    def part(self, key: str) -> "Fields | None":
        """The mapping below the key."""
        node = self._take(key)
        if node is None:
            return None
        return Fields(node, self._faults, self.language)

    def _silences(self) -> None:
        """Notes which rules are silenced in the mapping: `unntak: [{regel: …, grunn: …}]`."""
        if "unntak" in self._keys:
            self._faults.silences.extend(self.records("unntak", self._silence))

    def _silence(self, fields: "Fields") -> Silence:
        return Silence(
            rule=fields.required_text("regel"),
            reason=fields.text("grunn"),
            span=self._span,
            position=fields.position,
        )

    def _cited(self, found: Scalar, edition: Period | None) -> Reference | None:
        cited = self._formed(found, forms.REFERENCE if edition else forms.REFERENCE_WITH_EDITION)
        named, area, item = cited or (None, "", None)
        of = named or edition
        return Reference(of, area, item, found.position) if cited and of else None


def read(
    node: Node, faults: Collector, build: Callable[[Fields], _Record], language: str = ""
) -> _Record | None:
    """What `build` makes of the mapping, its unknown keys reported; None where it is incomplete."""
    try:
        fields = Fields(node, faults, language)
        built = build(fields)
    except Incomplete:
        return None
    fields.finish()
    return built

"""A record more in a list of a source, by adding text at its place: nothing else changes."""

from dataclasses import dataclass
from itertools import takewhile

from generator.nodes import Mapping, Node, Scalar, Sequence
from generator.writing.ends import Ends
from generator.writing.from_model import record
from generator.writing.layout import laid_out
from generator.writing.lines import Lines
from generator.writing.outline import Outline

_DASH = 2


class NoPlaceError(Exception):
    """The list is written in a way that nothing can be added to."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands under a key of a mapping, whose keys the outline knows; most often a list."""

    mapping: Mapping
    outline: Outline
    key: str

    @property
    def value(self) -> Node | None:
        """What stands under the key."""
        return next((value for key, value in self.mapping.entries if key.text == self.key), None)

    @property
    def key_node(self) -> Scalar:
        """The key itself, or the last one that stands before its place."""
        order = self.outline.order
        before = {*takewhile(lambda each: each != self.key, order), self.key}
        known = [key for key, _ in self.mapping.entries if key.text in before]
        return next(
            (key for key in known if key.text == self.key), (known or [self.mapping.entries[0][0]])[-1]
        )

    @property
    def column(self) -> int:
        """The spaces before the keys of the mapping."""
        return self.mapping.position.column - 1

    def last_line(self, ends: Ends) -> int:
        """The last line of the entry, or of the one that stands before its place."""
        key = self.key_node
        value = next(value for each, value in self.mapping.entries if each is key)
        return ends.last_line(value) or key.position.line


def with_record(text: str, listing: Listing, one: Mapping) -> str:
    """The text with one more record at the end of the list.

    Raises NoPlaceError where the list is written in a way that lines cannot be added to.
    """
    lines = Lines(text)
    ends = Ends(lines.plain)
    value = listing.value
    if ends.in_brackets(listing.mapping) or (isinstance(value, Sequence) and ends.in_brackets(value)):
        raise NoPlaceError
    if isinstance(value, Scalar) and (value.text.strip() or ends.is_quoted(value)):
        raise NoPlaceError
    after = listing.last_line(ends)
    return lines.spliced(after + 1, after, _added(listing, one))


def _added(listing: Listing, one: Mapping) -> list[str]:
    value, column = listing.value, listing.column
    whole = record(**{listing.key: Sequence((one,), one.position)})
    if isinstance(value, Sequence):
        column = value.position.column - 1 - _DASH
    lines = laid_out(whole, listing.outline, indent=column).splitlines()
    indented = [f"{' ' * column}{line}" if column >= 0 else line[-column:] for line in lines]
    return indented if value is None else indented[1:]

"""A value of a source in the place of another, or where there was none: no other line changes."""

import re

from generator.nodes import Node
from generator.writing.ends import Ends
from generator.writing.from_model import record
from generator.writing.insertion import Listing, NoPlaceError
from generator.writing.layout import laid_out
from generator.writing.lines import Lines
from generator.writing.masks import Masked

_COMMENT = re.compile(r"(?:^|\s+)#.*$")


def with_value(text: str, listing: Listing, value: Node) -> str:
    """The text with the value under the key.  A comment stays behind it, or else comes to stand before it.

    Raises NoPlaceError where the mapping is written in brackets.
    """
    lines = Lines(text)
    ends = Ends(lines.plain)
    if ends.in_brackets(listing.mapping):
        raise NoPlaceError
    laid = laid_out(record(**{listing.key: value}), listing.outline, indent=listing.column)
    new = [f"{' ' * listing.column}{line}" for line in laid.splitlines()]
    last = listing.last_line(ends)
    if listing.value is None:
        return lines.spliced(last + 1, last, new)
    first = listing.key_node.position.line
    old = lines.plain.split("\n")[first - 1 : last]
    new[0] = old[0][: listing.column] + new[0][listing.column :]
    seen = Masked(lines.plain).lines[first - 1 : last]
    return lines.spliced(first, last, _commented(new, old, seen))


def _commented(new: list[str], old: list[str], seen: list[str]) -> list[str]:
    """The new lines with the comments of the old ones, in which all that is no comment is masked."""
    matches = [_COMMENT.search(line) for line in seen]
    comments = [line[match.start() :] for line, match in zip(old, matches, strict=True) if match]
    if len(new) == len(old) == 1:
        return [f"{new[0]}{''.join(comments)}"]
    indent = len(new[0]) - len(new[0].lstrip())
    return [*(f"{' ' * indent}{each.strip()}" for each in comments), *new]

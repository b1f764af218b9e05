"""Which lines are headings, and of what."""

import re
from collections.abc import Callable

from generator.importer.joining import Block
from generator.importer.lines import Look
from generator.importer.vocabulary import HEADING_NUMBER, HEADINGS, Kind

AreaFinder = Callable[[str, float], str]
"""The area that a title names at least so surely (0–1), in any edition; empty where it names none."""

SURE, LIKELY = 0.7, 0.45
"""How sure it must be that a title is an area's: by its words alone, and where it looks like a heading."""

_LONGEST = 16
_LONGEST_BY_WORDS = 12
_FEWEST_OF_SENTENCE = 5
_LONGEST_BY_STYLE = 30
"""Words of a heading: one that looks like it, and one that only its words tell."""

_LEADER = re.compile(r"(?:[.…_]\s?){4,}\s*\d{1,3}$|\s\.{2,}\s*\d{1,3}$")


def normal(text: str) -> str:
    """Lower case, single spaces, without a closing colon or full stop."""
    return " ".join(text.casefold().split()).strip(" .:;–-")


def is_marked(block: Block) -> bool:
    """Whether the block looks like a heading by its style or its letters."""
    return bool(block.look.level or block.look.title or block.look.strong)


def is_lower(look: Look, other: Look) -> bool:
    """Whether a heading of the look stands below one of the other look."""
    if look.level and other.level:
        return look.level > other.level
    if bool(look.level) != bool(other.level):
        return bool(other.level)
    return look.size < other.size or (other.strong and not look.strong)


def numbered(block: Block) -> tuple[str, str]:
    """The heading's number, by Word's numbering or in its text, and the rest of the text."""
    if block.marker[:1].isdigit() and block.text:
        return block.marker.rstrip(".)"), block.text
    match = HEADING_NUMBER.match(block.text)
    return (match["number"], block.text[match.end() :]) if match else ("", block.text)


def kind_by_words(text: str) -> Kind | None:
    """What a heading of these words begins; None where the words are not known."""
    said = normal(text)
    return next((kind for kind, pattern in HEADINGS if pattern.fullmatch(said)), None)


def could_be(block: Block, text: str) -> bool:
    """Whether the block has the form of a heading whose words are known."""
    if block.note or block.text.endswith((",", ";")):
        return False
    if _is_long_heading(text):
        return True
    if block.text.endswith(".") and not block.look.level:
        return False
    longest = _LONGEST if is_marked(block) else _LONGEST_BY_WORDS
    return 0 < len(text.split()) <= longest and (
        block.marker in {"", *_numbers(block)} or block.text.endswith(":")
    )


def _is_long_heading(text: str) -> bool:
    """Whether the text is a heading of the template that ends like a sentence."""
    return kind_by_words(text) in {Kind.SITUATION, Kind.OWN_AREA} and len(text.split()) > _FEWEST_OF_SENTENCE


def _numbers(block: Block) -> set[str]:
    """The marker, where it counts or the block looks like a heading."""
    return {block.marker} if block.marker[:1].isalnum() or is_marked(block) else set()


def looks_unknown(block: Block) -> bool:
    """Whether the block looks like a heading, whatever its words are."""
    longest = _LONGEST_BY_STYLE if block.look.level else _LONGEST
    if block.note or len(block.text.split()) > longest or not re.search(r"\w", block.text):
        return False
    if block.look.level or block.look.title:
        return True
    ended = block.text.endswith((".", ",", ";", "!"))
    return block.look.strong and not ended and (not block.marker or block.marker[:1].isdigit())


def is_short(block: Block) -> bool:
    """Whether a block without any look of its own could be a heading, by its form."""
    return (
        not block.marker
        and len(block.text.split()) <= _LONGEST_BY_WORDS
        and block.text[:1].isupper()
        and not block.text.endswith((".", ",", ";", "!", "?"))
    )


def is_contents_line(block: Block) -> bool:
    """Whether the line is one of a list of contents: dots and a page number."""
    return _LEADER.search(block.text) is not None

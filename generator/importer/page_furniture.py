"""Page numbers, and headers and footers that stand on every page."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.importer.lines import Reason

_PAGE_NUMBER = re.compile(
    r"(?:[-–|]\s*)?(?:(?:side|page|s\.)\s*)?\d{1,3}(?:\s*(?:av|of|/)\s*\d{1,3})?(?:\s*[-–|])?(?:\s*side)?\.?",
    re.IGNORECASE,
)
_SAID = re.compile(r"(?:side|page)\s*\d{1,3}(?:\s*(?:av|of|/)\s*\d{1,3})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def is_page_number(text: str) -> bool:
    """Whether the line says a page's number and no more."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def says_page(text: str) -> bool:
    """Whether the line is a page's number in words: `Side 3 av 9`."""
    return _SAID.fullmatch(text) is not None


def masked(text: str) -> str:
    """The line with its numbers masked, which makes a footer the same on each page."""
    return _DIGITS.sub("#", text.casefold())


def repeated(pages: Sequence[Iterable[str]]) -> set[str]:
    """The masked lines that stand on most of the pages, of those that stand at one edge of each page."""
    found = Counter(text for page in pages for text in {masked(each) for each in page})
    least = max(2, (len(pages) + 1) // 2)
    return {text for text, times in found.items() if times >= least and text}


def reason(text: str, *, at_top: bool) -> Reason:
    """Why a line at the edge of a page is dropped."""
    if is_page_number(text):
        return Reason.PAGE_NUMBER
    return Reason.HEADER if at_top else Reason.FOOTER

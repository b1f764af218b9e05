"""XML as files: text stands as text, never as markup."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(into: Element, tag: str, words: str) -> None:
    """An element that holds the words, less the characters that XML has no place for."""
    SubElement(into, tag).text = _NOT_XML.sub("", words)


def texts(into: Element, told: Mapping[str, str | None]) -> None:
    """An element for each that holds anything, by its tag, in their order."""
    for tag, words in told.items():
        if words:
            text(into, tag, words)


def as_file(root: Element) -> str:
    """The whole as a file."""
    indent(root)
    return f"{_DECLARATION}{tostring(root, encoding='unicode')}\n"

"""XML as files: text stands as text, never as markup."""

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement
from xml.sax.saxutils import escape, quoteattr

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
    lines = [_DECLARATION]
    _write(root, "", lines.append)
    return "".join(lines)


def _write(of: Element, margin: str, write: Callable[[str], object]) -> None:
    """Writes the element: a line for each that holds text, two for each that holds others.

    What the standard library has for this takes twice as long, and thousands of plans are written.
    """
    attributes = "".join([f" {name}={quoteattr(value)}" for name, value in of.items()])
    if len(of):
        write(f"{margin}<{of.tag}{attributes}>\n")
        for each in of:
            _write(each, f"{margin}  ", write)
        write(f"{margin}</{of.tag}>\n")
    elif of.text:
        write(f"{margin}<{of.tag}{attributes}>{escape(of.text)}</{of.tag}>\n")
    else:
        write(f"{margin}<{of.tag}{attributes} />\n")

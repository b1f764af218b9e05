"""Floor 1: plan text is text.  The one place that encodes it for Markdown and HTML."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&#|~^\"']")
_AT_START = re.compile(r"^(?:[-+=:!?]|\d+(?=[.)]))")


def encode(value: object) -> str:
    """The text in one line, so encoded that Markdown and HTML, also in attributes, show it as it is.

    Special characters become numeric character references, which both read as the character
    and neither takes for markup; white space is folded.
    """
    return _encoded(str(value))


@lru_cache(maxsize=10_000)
def _encoded(text: str) -> str:
    """Kept for a while, since a text stands on several pages, and few words on most."""
    return _at_start(_SPECIAL.sub(_reference, " ".join(text.split())))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _at_start(text: str) -> str:
    """Encodes what would begin a list, a heading or a definition at the start of a line."""
    match = _AT_START.match(text)
    if match is None:
        return text
    mark = match.end() if match[0].isdigit() else 0
    return f"{text[:mark]}&#{ord(text[mark])};{text[mark + 1 :]}"


_BROKEN = re.compile(
    r"(?<=@)(?=\S)|(?<=[#!$%~&^])(?=\w)|(?<=:)(?=//|[\w+-]+:)|(?<=^/)"
    r"|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-)",
    re.IGNORECASE,
)
"""Where mentions, references to issues, web addresses, symbols and commands break in two."""

_LIKE_COMMITS = re.compile("[0-9a-f]{6}(?=[0-9a-f])", re.IGNORECASE)
"""The beginning of what could be the name of a commit, of which hosts take seven signs."""

_JOINER = "\u2060"
"""Is not seen, and breaks no line."""


def unlinked(text: str) -> str:
    """The text so that no code host makes a link, mention or command of it; Markdown is encoded besides.

    They look for these in the text that the Markdown gives, so that encoding alone does not keep them off.
    """
    return _LIKE_COMMITS.sub(rf"\g<0>{_JOINER}", _BROKEN.sub(_JOINER, text))


def in_language(encoded: str, language: str) -> str:
    """Encoded text that is of another language than what stands around it."""
    return f'<span lang="{language}">{encoded}</span>'


def block_in_language(html: str, language: str) -> str:
    """Finished HTML that is of another language than what stands around it."""
    return f'<div lang="{language}">\n{html}\n</div>'


_NOT_IN_DATA = re.compile(r"[<>&()`\u2028\u2029]")


def data_block(data: Mapping[str, object]) -> str:
    """JSON as an element that no browser runs; no text in it can end it, nor become a link of Markdown."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = _NOT_IN_DATA.sub(lambda each: f"\\u{ord(each[0]):04x}", text)
    return f'<script type="application/ld+json">{safe}</script>'


def title(value: object) -> str:
    """A page title as a YAML string, harmless raw, HTML-escaped and unescaped alike.

    Themes print titles without encoding them and in attributes; so the few characters that
    could be taken for markup are replaced by their typographic neighbours.
    """
    text = " ".join(str(value).split()).translate(str.maketrans('<>"', "‹›”"))
    return json.dumps(re.sub(r"&(?=[#\w])", "＆", text), ensure_ascii=False)

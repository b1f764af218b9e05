"""Floor 1: finds the texts of rules for the catalogues: `make catalogue` reads them with Babel."""

import ast
from collections.abc import Collection, Iterator, Mapping
from inspect import cleandoc
from io import BytesIO
from typing import IO

from babel.messages.extract import extract_python

_Found = tuple[int, str | None, str | tuple[str, ...], list[str]]


def stated(docstring: str | None) -> str:
    """What a docstring states: its paragraphs, each in one line, an empty line between them."""
    paragraphs = cleandoc(docstring or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def extract_rules(
    fileobj: IO[bytes],
    keywords: Mapping[str, object],
    comment_tags: Collection[str],
    options: Mapping[str, object],
) -> Iterator[_Found]:
    """Babel's extraction method for `generator/checks`: messages, and the docstrings of checks."""
    source = fileobj.read()
    yield from extract_python(BytesIO(source), keywords, comment_tags, options)  # type: ignore[arg-type, misc]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.decorator_list and _marks_a_check(node):
            yield node.lineno, None, stated(ast.get_docstring(node)), []


def _marks_a_check(node: ast.FunctionDef) -> bool:
    kinds = {"warning", "error", "grave", "text_warning", "grave_text"}
    marks = {*kinds, "private_text", "private_text_warning", "private_warning"}
    return any(isinstance(each, ast.Name) and each.id in marks for each in node.decorator_list)

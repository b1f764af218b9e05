"""Floor 2: what the YAML parser objects to, in words for somebody who does not program."""

from dataclasses import dataclass

import yaml

from generator.diagnostics import Message, message

_QUOTE = message("Put the text in 'quotes'.")
_MISPLACED = message("The line does not fit in with those above it.")
_ALIGN = message("Check that it is indented as far as its neighbours.")


@dataclass(frozen=True, slots=True)
class _Explanation:
    """The parser's words, ours, and whether the fault lies where the broken thing began."""

    words: str
    what: Message
    instead: Message
    at_beginning: bool = False


_EXPLANATIONS = (
    _Explanation(
        "mapping values are not allowed",
        message("A colon where none can stand."),
        message("Put the text in 'quotes' if the colon belongs to it, or check the indentation."),
    ),
    _Explanation(
        "cannot start any token",
        message("A character that cannot begin a value here."),
        message("Indent with spaces, not tabs; put a text that begins with a special character in 'quotes'."),
    ),
    _Explanation("scanning an alias", message("A text cannot begin with *."), _QUOTE, at_beginning=True),
    _Explanation("scanning an anchor", message("A text cannot begin with &."), _QUOTE, at_beginning=True),
    _Explanation("a tag", message("A text cannot begin with !."), _QUOTE, at_beginning=True),
    _Explanation("block sequence entries are not allowed", message("A text cannot begin with “- ”."), _QUOTE),
    _Explanation(
        "scanning a block scalar",
        message("Only a new line can follow > or | here."),
        message("Begin the text on the next line, indented, or put it in 'quotes'."),
        at_beginning=True,
    ),
    _Explanation(
        "unknown escape character",
        message("A backslash means something else in double quotation marks."),
        message("Use 'single' quotation marks."),
    ),
    _Explanation(
        "could not find expected ':'",
        message("A colon is missing, or the space after it."),
        message("Write “key: value”, or indent a text that runs over several lines."),
        at_beginning=True,
    ),
    _Explanation(
        "tab character",
        message("The line is indented with a tab."),
        message("Use spaces."),
    ),
    _Explanation(
        "did not find expected key", message("The line does not fit in with those above it."), _ALIGN
    ),
    _Explanation("expected '-' indicator", _MISPLACED, _ALIGN),
    _Explanation(
        "did not find expected ',' or",
        message("A bracket is not closed, or a text in it holds a comma or colon."),
        message("Write the closing bracket, or put the text in 'quotes'."),
        at_beginning=True,
    ),
    _Explanation(
        "unexpected end of stream",
        message("A quotation mark is never closed."),
        message("Write the closing quotation mark."),
        at_beginning=True,
    ),
)


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """What is wrong, what to write instead, and where: line and column count from 1."""

    what: Message
    instead: Message
    line: int
    column: int


def explain(error: yaml.MarkedYAMLError) -> SyntaxFault:
    """The parser's error in our words."""
    said = f"{error.context or ''} {error.problem or ''}"
    found = next((each for each in _EXPLANATIONS if each.words in said), None)
    begun = error.context_mark if found and found.at_beginning else None
    mark = begun or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if found:
        return SyntaxFault(found.what, found.instead, line, column)
    what = message("The file cannot be read as YAML here ({problem}).", problem=error.problem or "")
    return SyntaxFault(what, message("Compare the line with the guide for editors."), line, column)

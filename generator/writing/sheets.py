"""Tables that a spreadsheet wrote: comma, semicolon or tab between the fields, with the places of all."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Collector, Position, did_you_mean, message
from generator.nodes import readable
from generator.reading_rules import MISSING_KEY, NOT_UTF_8, UNKNOWN_KEY, YAML_SYNTAX
from generator.texts import folded

SIZE_LIMIT = 1_000_000
_SEPARATORS = ";,\t"


@dataclass(frozen=True, slots=True)
class Field:
    """A text of the table and its place."""

    text: str
    position: Position


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of a line by their headings; those that are empty are not there."""

    fields: Mapping[str, Field]
    position: Position


def rows(raw: bytes, name: str, headings: Mapping[str, str], faults: Collector) -> list[Row]:
    """The rows of the table; `headings` are the words that may head a column, and what each means."""
    text = _decoded(raw, name, faults)
    lines = [] if text is None else list(_lines(text, name, faults))
    if not lines:
        if not faults.found:
            faults.report(Position(name), MISSING_KEY, message("The table is empty."))
        return []
    columns = [_column(each, headings, faults) for each in lines[0]]
    return [_row(line, columns) for line in lines[1:] if any(each.text for each in line)]


def _decoded(raw: bytes, name: str, faults: Collector) -> str | None:
    if len(raw) > SIZE_LIMIT or b"\0" in raw:
        faults.report(
            Position(name),
            NOT_UTF_8,
            message("This is no table of text."),
            message("Save the table as CSV UTF-8 in the spreadsheet."),
        )
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _lines(text: str, name: str, faults: Collector) -> Iterator[list[Field]]:
    """The fields of each line of the table; a field in quotes may hold several lines of text."""
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    field = re.compile(rf'("(?:[^"]|"")*"|[^"{separator}\n][^{separator}\n]*|)({separator}|\n|\Z)')
    at, line, begun = 0, list[Field](), 1
    while at < len(text):
        match = field.match(text, at)
        place = Position(name, begun, at - text.rfind("\n", 0, at))
        if match is None:
            wrong = message("The quotes here do not end where the field does.")
            faults.report(place, YAML_SYNTAX, wrong, message("Write a quote within quotes twice."))
            return
        line.append(Field(_unquoted(match[1]), place))
        begun += match[0].count("\n")
        at = match.end()
        if match[2] != separator:
            yield line
            line = []
    if line:
        yield line


def _unquoted(written: str) -> str:
    bare = written[1:-1].replace('""', '"') if written.startswith('"') else written
    return folded(readable(bare))


def _column(heading: Field, headings: Mapping[str, str], faults: Collector) -> str:
    meant = headings.get(heading.text.casefold(), "")
    if heading.text and not meant:
        text = message("Unknown heading “{found}”.", found=heading.text)
        faults.report(heading.position, UNKNOWN_KEY, text, did_you_mean(heading.text, headings))
    return meant


def _row(line: list[Field], columns: list[str]) -> Row:
    named = zip(columns, line, strict=False)
    return Row({name: each for name, each in named if name and each.text}, line[0].position)

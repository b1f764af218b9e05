"""A summary of a change: plain texts, so many and so long and no more; as JSON, and from it.

Who reads one from JSON does not know whose hand wrote it.  Whatever it says is a text and nothing else.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from typing import TypeVar

from generator.reports.report import visible
from generator.review.labels import MOST_COUNTIES, MOST_UNIONS, is_ours
from generator.review.records import NotAsExpectedError, Record, record
from generator.texts import folded

LONGEST = 300
"""Signs of one text."""

MOST = 25
"""Texts of one list."""

ROOM = 8_000
"""Signs in all: encoded they must fit in a comment, which takes 65,536."""

SIZE = 200_000
"""Bytes of the JSON, at most."""

_MOST_LABELS = MOST_COUNTIES + MOST_UNIONS + 6
_VERSION = 1
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that went, and those that came; the same where they stayed."""

    gone: str = ""
    come: str = ""
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and the words before and after that it is about."""

    text: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """What is told of a union, or of what all have in common; `more` lines are left out."""

    title: str
    headline: str
    lines: tuple[Line, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a change does; `more_` tells how many of each are left out."""

    headline: str
    sections: tuple[Section, ...] = ()
    more_sections: int = 0
    faults: tuple[str, ...] = ()
    more_faults: int = 0
    warnings: tuple[str, ...] = ()
    more_warnings: int = 0
    mended: int = 0
    vanishing: tuple[str, ...] = ()
    more_vanishing: int = 0
    struck: int = 0
    labels: tuple[str, ...] = ()

    @property
    def fails(self) -> bool:
        """Whether it cannot be merged as it is: it brings errors, or takes from what is never taken from."""
        return bool(self.faults or self.struck)


def within_bounds(whole: Summary) -> Summary:
    """The summary, with as much of it as there is room for; what is left out is counted."""
    room = _Room(ROOM)
    faults, warnings = room.texts(whole.faults), room.texts(whole.warnings)
    vanishing = room.texts(whole.vanishing)
    sections = room.most(whole.sections, room.section)
    return replace(
        whole,
        headline=_cut(whole.headline),
        sections=sections,
        more_sections=whole.more_sections + len(whole.sections) - len(sections),
        faults=faults,
        more_faults=whole.more_faults + len(whole.faults) - len(faults),
        warnings=warnings,
        more_warnings=whole.more_warnings + len(whole.warnings) - len(warnings),
        vanishing=vanishing,
        more_vanishing=whole.more_vanishing + len(whole.vanishing) - len(vanishing),
        labels=tuple(each for each in whole.labels if is_ours(each))[:_MOST_LABELS],
    )


class _Room:
    """What is left of the room for texts."""

    def __init__(self, signs: int) -> None:
        self._left = signs

    def most(self, items: Iterable[_Item], shorten: Callable[[_Item], _Item]) -> tuple[_Item, ...]:
        """The first items, each shortened, until the room or the number that there may be is used up."""
        kept: list[_Item] = []
        for each in items:
            if len(kept) == MOST or self._left <= 0:
                break
            kept.append(shorten(each))
        return tuple(kept)

    def texts(self, every: tuple[str, ...]) -> tuple[str, ...]:
        return self.most(every, self.text)

    def text(self, words: str) -> str:
        short = _cut(words)
        self._left -= len(short)
        return short

    def section(self, one: Section) -> Section:
        title, headline = self.text(one.title), self.text(one.headline)
        lines = self.most(one.lines, self._line)
        return Section(title, headline, lines, one.more + len(one.lines) - len(lines))

    def _line(self, one: Line) -> Line:
        return Line(self.text(one.text), self.most(one.pieces, self._piece))

    def _piece(self, one: Piece) -> Piece:
        return Piece(self.text(one.gone), self.text(one.come), self.text(one.kept))


def _cut(words: str) -> str:
    """The words in one line, with nothing unseen in them, as far as a text can be long."""
    words = visible(folded(words))
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 2]} …"


def to_json(summary: Summary) -> str:
    """The summary as JSON, in ASCII alone."""
    return json.dumps({"version": _VERSION, **asdict(summary)}, indent=1) + "\n"


def from_json(raw: bytes) -> Summary:
    """The summary that the JSON holds, within the bounds; raises NotAsExpectedError where it holds none."""
    if len(raw) > SIZE:
        raise NotAsExpectedError("too large")
    whole = record(raw)
    if whole.number("version") != _VERSION:
        raise NotAsExpectedError("of another version")
    return within_bounds(
        Summary(
            headline=whole.text("headline"),
            sections=whole.records("sections", _section),
            more_sections=whole.number("more_sections"),
            faults=whole.texts("faults"),
            more_faults=whole.number("more_faults"),
            warnings=whole.texts("warnings"),
            more_warnings=whole.number("more_warnings"),
            mended=whole.number("mended"),
            vanishing=whole.texts("vanishing"),
            more_vanishing=whole.number("more_vanishing"),
            struck=whole.number("struck"),
            labels=whole.texts("labels"),
        )
    )


def _section(found: Record) -> Section:
    lines = found.records("lines", _line)
    return Section(found.text("title"), found.text("headline"), lines, found.number("more"))


def _line(found: Record) -> Line:
    return Line(found.text("text"), found.records("pieces", _piece))


def _piece(found: Record) -> Piece:
    return Piece(found.text("gone"), found.text("come"), found.text("kept"))

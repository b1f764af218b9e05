"""Paragraphs to events: what each is by its form and its words, without regard to where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.importer.events import Event, Shape
from generator.importer.headings import (
    LIKELY,
    SURE,
    AreaFinder,
    could_be,
    is_contents_line,
    is_marked,
    kind_by_words,
    looks_unknown,
    numbered,
)
from generator.importer.joining import Block
from generator.importer.vocabulary import (
    BARE_LABEL,
    GOAL,
    GUIDANCE,
    INNER_LABEL,
    LABEL,
    MEASURE,
    NUMBER,
    RESULT,
    Kind,
)

_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ\[])")
_BRACKETED = re.compile(r"\[[^\]]{3,}\]|<[^>]{3,}>|\{[^}]{3,}\}|…{1,3}|\.{3,}|_{3,}")
_LONGEST_WITHOUT_COLON = 9
_LONGEST_REPORT = 80
_LONGEST_ITEM = 120
_LABELS = {
    kind.name: kind for kind in (Kind.RESPONSIBLE, Kind.DEADLINE, Kind.RESULT, Kind.REASON, Kind.OTHER)
}
_MEASURE_SIGNS = {Kind.RESPONSIBLE, Kind.DEADLINE}


def begins(text: str) -> bool:
    """Whether a line with this text begins something of its own, and goes on from none above."""
    if (
        LABEL.match(text)
        or GUIDANCE.match(text)
        or kind_by_words(text)
        or (text[:1].isupper() and _reports(text))
    ):
        return True
    measure, goal = MEASURE.match(text), GOAL.match(text)
    return any(match and (match["number"] or ":" in match["sign"]) for match in (measure, goal))


@dataclass(frozen=True, slots=True)
class Sorter:
    """Sorts blocks; knows the strategy's areas by their titles."""

    area_of: AreaFinder

    def events(self, block: Block) -> Iterator[Event]:
        """What the block says, in the order of its words."""
        if block.note:
            yield Event(kind=Shape.NOTE, block=block, text=block.text)
        elif is_contents_line(block):
            yield Event(kind=Shape.CONTENTS, block=block, text=block.text)
        else:
            guided, rest = _guidance(block.text)
            if guided:
                yield Event(kind=Shape.GUIDANCE, block=block, text=guided)
            if rest:
                yield from self._rest(replace(block, text=rest))

    def _rest(self, block: Block) -> Iterator[Event]:
        heading = self.heading(block)
        if heading:
            yield heading
        elif not block.text:
            yield Event(kind=Shape.POINT, block=block)
        else:
            yield from _labelled(block) or _plain(block)

    def heading(self, block: Block) -> Event | None:
        """The heading that the block is, of known words or by its look; None where it is none."""
        number, text = numbered(block)
        label = block.text[: len(block.text) - len(text)]
        made = Event(
            kind=Shape.HEADING, block=block, text=text, label=label, number=number, headed=is_marked(block)
        )
        if could_be(block, text):
            kind = kind_by_words(text) or kind_by_words(block.text)
            if kind:
                return replace(made, kind=kind)
            area = self.area_of(text, LIKELY if is_marked(block) else SURE) if _may_name_area(block) else ""
            if area:
                return replace(made, kind=Kind.AREA, known=area)
        is_item = (
            LABEL.match(block.text)
            or MEASURE.match(block.text)
            or GOAL.match(block.text)
            or RESULT.match(text)
        )
        return made if looks_unknown(block) and not is_item else None


def _may_name_area(block: Block) -> bool:
    """Whether the block can be an area's title: no point with a bullet, no sentence."""
    return not block.text.endswith((".", "?", "!")) and (
        is_marked(block) or not block.marker or block.marker[:1].isdigit()
    )


def _guidance(text: str) -> tuple[str, str]:
    """The template's guidance at the beginning of the text, and the rest."""
    if _BRACKETED.fullmatch(text):
        return text, ""
    sentences = _SENTENCE.split(text)
    guided = 0
    while guided < len(sentences) and GUIDANCE.match(sentences[guided]):
        guided += 1
    head = " ".join(sentences[:guided])
    return head, " ".join(sentences[guided:])


def _plain(block: Block) -> list[Event]:
    """A point, a paragraph, or a report of what came of something."""
    if len(block.text.split()) < _LONGEST_REPORT and _reports(block.text):
        return [Event(kind=Kind.RESULT, block=block, text=block.text)]
    kind = Shape.POINT if block.marker else Shape.PARAGRAPH
    return [Event(kind=kind, block=block, text=block.text, headed=is_marked(block))]


def _reports(text: str) -> bool:
    """Whether the words after the report's beginning show that it is one: an end, a date, a reason."""
    match = RESULT.match(text)
    if match is None:
        return False
    rest = text[match.end() :].lstrip()
    said_goal = match.start("what") > 0 and match["how"] is None
    return not rest or rest[0] in ".,:;(–-" or rest[0].isdigit() or said_goal or bool(match["how"])


def _labelled(block: Block) -> list[Event]:
    """The labelled pieces of the block; empty where it begins with no label and holds none."""
    pieces = _pieces(block.text)
    first = _first(block, pieces[0])
    if first is None and len(pieces) == 1:
        return []
    if first is None:
        first = _plain(replace(block, text=pieces[0]))[0]
    rest = [_first(block, piece) for piece in pieces[1:]]
    return [first, *(each for each in rest if each)]


def _pieces(text: str) -> list[str]:
    """The text split before labels that stand inside it, where they tell who and when."""
    found = list(INNER_LABEL.finditer(text))
    kinds = {_kind(match) for match in found}
    if not kinds & _MEASURE_SIGNS or (
        not LABEL.match(text) and not MEASURE.match(text) and len(text.split()) > _LONGEST_ITEM
    ):
        return [text]
    starts = [0, *(match.start() for match in found if match.start() > 0), len(text)]
    pieces = [text[start:end].strip() for start, end in pairwise(starts)]
    return [piece for piece in pieces if piece]


def _kind(match: re.Match[str]) -> Kind:
    return next(kind for name, kind in _LABELS.items() if match[name] is not None)


def _first(block: Block, text: str) -> Event | None:
    """The event of a text by the label that it begins with."""
    label = LABEL.match(text.lstrip("|( ")) if text[:1] in "|(" else LABEL.match(text)
    if label:
        start = len(text) - len(text.lstrip("|( ")) if text[:1] in "|(" else 0
        cut = start + label.end()
        return Event(kind=_kind(label), block=block, text=text[cut:], label=text[:cut])
    bare = BARE_LABEL.match(text)
    if bare and len(text.split()) <= _LONGEST_WITHOUT_COLON:
        kind = Kind.RESPONSIBLE if bare["RESPONSIBLE"] else Kind.DEADLINE
        return Event(kind=kind, block=block, text=text[bare.end() :], label=text[: bare.end()])
    return numbered_item(block, text)


def numbered_item(block: Block, text: str) -> Event | None:
    goal, measure, number = GOAL.match(text), MEASURE.match(text), NUMBER.match(text)
    if goal and goal["sign"] + (goal["number"] or "") and (":" in goal["sign"] or goal["number"]):
        kind = Shape.MAIN_GOAL if goal["main"] else Shape.GOAL
        return Event(kind=kind, block=block, text=text[goal.end() :], label=text[: goal.end()])
    if measure and (measure["number"] or ":" in measure["sign"]):
        said = measure["number"] or ""
        printed = said if "." in said else measure["label"] if said else ""
        return Event(
            kind=Kind.MEASURE,
            block=block,
            text=text[measure.end() :],
            label=text[: measure.end()],
            number=printed.strip(),
        )
    listed = block.marker.rstrip(".)")
    if "." in listed and not is_marked(block):
        return Event(kind=Kind.MEASURE, block=block, text=text, number=listed)
    if number:
        return Event(
            kind=Kind.MEASURE,
            block=block,
            text=text[number.end() :],
            label=text[: number.end()],
            number=number["number"],
        )
    return None

"""Numbers and bullets that Word puts before paragraphs and that no text holds."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from generator.importer.word_xml import VAL, Element

_DEPTH = 9
_PLACE = re.compile("%([1-9])")
_ROMANS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is marked: the kind of number, the pattern, where it starts."""

    kind: str = "bullet"
    pattern: str = "•"
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The file's lists; counts as paragraphs are asked for in their order."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * _DEPTH))

    def marker(self, number: str, depth: int) -> str:
        """The marker of the next paragraph of the list at the depth; empty where the list has none."""
        levels = self.lists.get(number)
        if levels is None:
            return ""
        level = levels.get(depth, Level())
        if level.kind == "none":
            return ""
        if level.kind == "bullet":
            return "•"
        counts = self.counts[self.kinds[number]]
        counts[depth] = max(counts[depth] + 1, level.start)
        counts[depth + 1 :] = [0] * (_DEPTH - depth - 1)
        return _PLACE.sub(lambda match: _written(levels, counts, int(match[1]) - 1), level.pattern).strip()


def _written(levels: dict[int, Level], counts: list[int], depth: int) -> str:
    level = levels.get(depth, Level("decimal"))
    count = counts[depth] or level.start
    if level.kind.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if level.kind.startswith("upper") else letter
    if level.kind.endswith("Roman"):
        roman = _roman(count)
        return roman.upper() if level.kind.startswith("upper") else roman
    return str(count)


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMANS:
        written += sign * (count // value)
        count %= value
    return written


def numbering(root: Element | None) -> Numbering:
    """The lists that the numbering part tells of."""
    if root is None:
        return Numbering()
    abstract = {
        each.get(qn("w:abstractNumId")) or "": _levels(each) for each in root.iter(qn("w:abstractNum"))
    }
    found = Numbering()
    for each in root.iter(qn("w:num")):
        of = each.find(qn("w:abstractNumId"))
        kind = (of.get(VAL) if of is not None else None) or ""
        found.lists[each.get(qn("w:numId")) or ""] = abstract.get(kind, {})
        found.kinds[each.get(qn("w:numId")) or ""] = kind
    return found


def _levels(abstract: Element) -> dict[int, Level]:
    return {_depth(each.get(qn("w:ilvl"))): _level(each) for each in abstract.iter(qn("w:lvl"))}


def _level(element: Element) -> Level:
    start = _said(element, "w:start") or "1"
    return Level(
        kind=_said(element, "w:numFmt") or "decimal",
        pattern=_said(element, "w:lvlText") or "",
        start=int(start) if start.isdigit() else 1,
    )


def _said(element: Element, name: str) -> str | None:
    found = element.find(qn(name))
    return found.get(VAL) if found is not None else None


def _depth(said: str | None) -> int:
    return min(int(said), _DEPTH - 1) if said and said.isdigit() else 0


def place_in_list(properties: Element | None) -> tuple[str, int] | None:
    """The list and depth that paragraph properties name; None where they name none."""
    found = properties.find(qn("w:numPr")) if properties is not None else None
    if found is None:
        return None
    return _said(found, "w:numId") or "", _depth(_said(found, "w:ilvl"))

"""What Word's styles say of paragraphs: headings, lists, bold and slanted letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn

from generator.importer.lines import Look
from generator.importer.word_numbering import place_in_list
from generator.importer.word_xml import VAL, Element, Paragraph

_HEADING = re.compile(r"(?:heading|overskrift)\s*([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|tittel)", re.IGNORECASE)
_BULLETS = re.compile(r"list bullet|punktliste|punktmerket", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:toc|innhold|inh|innh)\s*[1-9]|(?:toc|contents) heading|innholdsfortegnelse", re.IGNORECASE
)
_DEEPEST = 9
_OFF = {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, the one that it is based on last."""

    name: str
    elements: tuple[Element, ...]

    @property
    def is_contents(self) -> bool:
        """Whether the style is that of a list of contents."""
        return _CONTENTS.match(self.name) is not None


_NORMAL = Style("", ())


class Styles:
    """The file's paragraph styles by their ids."""

    def __init__(self, root: Element | None) -> None:
        found = root.iter(qn("w:style")) if root is not None else ()
        self._elements = {each.get(qn("w:styleId")) or "": each for each in found}
        defaults = [
            each
            for each in self._elements.values()
            if each.get(qn("w:default")) == "1" and each.get(qn("w:type")) == "paragraph"
        ]
        self._normal = defaults[0].get(qn("w:styleId")) or "" if defaults else ""

    def of(self, paragraph: Element) -> Style:
        """The style of the paragraph."""
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        chain = tuple(self._chain((named.get(VAL) or "") if named is not None else self._normal))
        if not chain:
            return _NORMAL
        name = chain[0].find(qn("w:name"))
        return Style((name.get(VAL) if name is not None else None) or "", chain)

    def _chain(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self._elements and style not in seen:
            seen.add(style)
            element = self._elements[style]
            yield element
            based = element.find(qn("w:basedOn"))
            style = (based.get(VAL) or "") if based is not None else ""


def list_place(paragraph: Element, style: Style) -> tuple[str, int] | None:
    """The list and depth of the paragraph, by itself or by its style."""
    own = place_in_list(paragraph.find(qn("w:pPr")))
    if own is not None:
        return own
    by_style = (place_in_list(each.find(qn("w:pPr"))) for each in style.elements)
    return next((each for each in by_style if each is not None), None)


def is_bulleted_by_name(style: Style) -> bool:
    """Whether the style is called a list of bullets."""
    return _BULLETS.search(style.name) is not None


def look(paragraph: Paragraph, style: Style) -> Look:
    """How the paragraph looks as a whole."""
    shown = [run for run in paragraph.runs if run.text.strip()]
    return Look(
        level=_level(paragraph.element, style),
        title=_TITLE.fullmatch(style.name) is not None,
        strong=bool(shown) and all(_has("w:b", run.look, style) for run in shown),
        slanted=bool(shown) and all(_has("w:i", run.look, style) for run in shown),
        size=max((_size(run.look, style) for run in shown), default=0.0),
    )


def is_hidden(run_look: Element | None) -> bool:
    """Whether the run cannot be seen."""
    return run_look is not None and _is_on(run_look.find(qn("w:vanish")))


def _level(paragraph: Element, style: Style) -> int:
    named = _HEADING.match(style.name) or next(
        (match for each in style.elements if (match := _HEADING.match(_name(each)))), None
    )
    if named:
        return int(named[1])
    for each in (paragraph, *style.elements):
        outline = each.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        said = (outline.get(VAL) or "") if outline is not None else ""
        if said.isdigit():
            return int(said) + 1 if int(said) < _DEEPEST else 0
    return 0


def _name(style: Element) -> str:
    name = style.find(qn("w:name"))
    return (name.get(VAL) if name is not None else None) or ""


def _has(sign: str, run_look: Element | None, style: Style) -> bool:
    """Whether the run has the sign, by itself or else by the style."""
    own = run_look.find(qn(sign)) if run_look is not None else None
    if own is not None:
        return _is_on(own)
    by_style = (each.find(f"{qn('w:rPr')}/{qn(sign)}") for each in style.elements)
    return _is_on(next((each for each in by_style if each is not None), None))


def _size(run_look: Element | None, style: Style) -> float:
    """The size of the run's letters in points, by itself or else by the style; 0 where neither says."""
    own = run_look.find(qn("w:sz")) if run_look is not None else None
    by_style = (each.find(f"{qn('w:rPr')}/{qn('w:sz')}") for each in style.elements)
    found = own if own is not None else next((each for each in by_style if each is not None), None)
    said = (found.get(VAL) or "") if found is not None else ""
    return int(said) / 2 if said.isdigit() else 0.0


def _is_on(element: Element | None) -> bool:
    return element is not None and (element.get(VAL) or "1") not in _OFF

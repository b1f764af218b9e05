"""The parts of a Word file's XML that say something: text as it is shown, tracked changes accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from docx.oxml.ns import qn


class Element(Protocol):
    """As much of an XML element as is used here."""

    tag: str
    text: str | None

    def get(self, key: str) -> str | None: ...
    def find(self, path: str) -> "Element | None": ...
    def iter(self, *tags: str) -> Iterator["Element"]: ...
    def __iter__(self) -> Iterator["Element"]: ...


VAL = qn("w:val")
_P, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_RUN, _TEXT, _RUN_LOOK = qn("w:r"), qn("w:t"), qn("w:rPr")
_DELETED_TEXT = qn("w:delText")
_GONE = {qn("w:del"), qn("w:moveFrom")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = qn("w:txbxContent")
_SILENT = {qn("w:pPr"), qn("w:instrText"), _FALLBACK, qn("w:sdtPr"), qn("w:sdtEndPr"), _RUN_LOOK}
_BREAKS = {qn("w:br"), qn("w:cr")}
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "",
    qn("w:sym"): "•",
}
_NOTES = {qn("w:footnoteReference"), qn("w:endnoteReference")}
_PAGE_BREAK = qn("w:lastRenderedPageBreak")


@dataclass(slots=True)
class Run:
    """A stretch of text of one look."""

    text: str
    look: Element | None
    linked: bool = False


@dataclass(slots=True)
class Paragraph:
    """What a paragraph shows, what stands in boxes and notes at it, and what was deleted from it."""

    element: Element
    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    deleted: str = ""
    pages: int = 0

    @property
    def text(self) -> str:
        """All that is shown; line breaks as such."""
        return "".join(run.text for run in self.runs)


def paragraph(element: Element) -> Paragraph:
    """The paragraph as it is shown."""
    found = Paragraph(element)
    _gather(element, found, linked=False)
    return found


def _gather(element: Element, found: Paragraph, *, linked: bool) -> None:
    for child in element:
        if child.tag == _RUN:
            _run(child, found, linked=linked)
        elif child.tag in _GONE:
            found.deleted += "".join(each.text or "" for each in child.iter(_DELETED_TEXT, _TEXT))
        elif isinstance(child.tag, str) and child.tag not in _SILENT:
            _gather(child, found, linked=linked or child.tag == qn("w:hyperlink"))


def _run(run: Element, found: Paragraph, *, linked: bool) -> None:
    look = run.find(_RUN_LOOK)
    for child in _shown(run):
        if child.tag == _TEXT:
            found.runs.append(Run(child.text or "", look, linked))
        elif child.tag in _BREAKS:
            is_page = child.get(qn("w:type")) == "page"
            found.pages += is_page
            found.runs.append(Run("" if is_page else "\n", look))
        elif child.tag in _SIGNS:
            found.runs.append(Run(_SIGNS[child.tag], look))
        elif child.tag in _NOTES:
            found.notes.append(child.get(qn("w:id")) or "")
        elif child.tag == _PAGE_BREAK:
            found.pages += 1
        elif child.tag == _BOX:
            found.boxes.append(child)


def _shown(element: Element) -> Iterator[Element]:
    """What stands in the run, boxes as wholes, the older way of saying the same thing left out."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _SILENT:
            continue
        yield child
        if child.tag != _BOX:
            yield from _shown(child)


def blocks(container: Element) -> Iterator[Element]:
    """Paragraphs and tables in order, out of content controls and other wrappings."""
    for child in container:
        if child.tag in {_P, _TABLE}:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SILENT | _GONE:
            yield from blocks(child)


def is_table(element: Element) -> bool:
    """Whether the block is a table."""
    return element.tag == _TABLE


def rows(table: Element) -> Iterator[Element]:
    """The rows, also those in content controls."""
    return _below(table, _ROW, {_TABLE})


def cells(row: Element) -> Iterator[Element]:
    """The row's cells, also those in content controls."""
    return _below(row, _CELL, {_TABLE})


def _below(element: Element, wanted: str, closed: set[str]) -> Iterator[Element]:
    for child in element:
        if child.tag == wanted:
            yield child
        elif isinstance(child.tag, str) and child.tag not in closed:
            yield from _below(child, wanted, closed)


def span(cell: Element) -> int:
    """How many columns wide the cell is."""
    found = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    width = (found.get(VAL) if found is not None else None) or "1"
    return min(int(width), 63) if width.isdigit() else 1


def is_continued(cell: Element) -> bool:
    """Whether the cell is merged with the one above."""
    found = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return found is not None and (found.get(VAL) or "continue") == "continue"


def is_contents(element: Element) -> bool:
    """Whether the content control holds a list of contents."""
    gallery = element.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return gallery is not None and "Contents" in (gallery.get(VAL) or "")

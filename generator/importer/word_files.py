"""Word files (.docx): paragraphs, lists and tables in the order of the document."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from generator.diagnostics import message
from generator.importer.characters import marker_and_text, plain, without_soft_hyphens
from generator.importer.lines import (
    Cell,
    Document,
    Dropped,
    Line,
    Part,
    Place,
    Reason,
    Table,
    UnreadableError,
)
from generator.importer.word_numbering import Numbering, numbering
from generator.importer.word_styles import Styles, is_bulleted_by_name, is_hidden, list_place, look
from generator.importer.word_xml import (
    Element,
    Paragraph,
    blocks,
    cells,
    is_contents,
    is_continued,
    is_table,
    paragraph,
    rows,
    span,
)

_BROKEN = (
    OpcError,
    KeyError,
    ValueError,
    SyntaxError,
    AttributeError,
    zipfile.BadZipFile,
    NotImplementedError,
)
"""What python-docx raises for files that are no sound Word files."""

_NESTING = 5
"""Tables within tables, and boxes within boxes, that are looked into."""


def read(content: bytes, name: str) -> Document:
    """The document's lines and tables; raises UnreadableError where it cannot be read."""
    try:
        found = docx.Document(io.BytesIO(content))
        reader = _Reader(name, Styles(_root(found, RELATIONSHIP_TYPE.STYLES)), _numbers(found), _notes(found))
        body: Element = found.element.body
        reader.read(body)
        margins = tuple(_margins(found, name))
    except _BROKEN as error:
        raise UnreadableError(
            message("{file} cannot be read as a Word file.", file=name),
            message("Open it in Word and save it again as .docx."),
        ) from error
    headers = tuple(each.text for each in margins)
    return Document(tuple(reader.parts), (*reader.dropped, *margins), headers)


def _root(found: WordDocument, kind: str) -> Element | None:
    """The XML of a part beside the document's own; None where there is none."""
    for relation in found.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            root: Element = parse_xml(relation.target_part.blob)
            return root
    return None


def _numbers(found: WordDocument) -> Numbering:
    return numbering(_root(found, RELATIONSHIP_TYPE.NUMBERING))


def _notes(found: WordDocument) -> dict[str, str]:
    """The texts of foot- and endnotes by their ids."""
    notes: dict[str, str] = {}
    for kind, tag in ((RELATIONSHIP_TYPE.FOOTNOTES, "w:footnote"), (RELATIONSHIP_TYPE.ENDNOTES, "w:endnote")):
        root = _root(found, kind)
        for note in root.iter(qn(tag)) if root is not None else ():
            texts = (plain(paragraph(each).text) for each in note.iter(qn("w:p")))
            notes.setdefault(note.get(qn("w:id")) or "", " ".join(each for each in texts if each))
    return notes


def _margins(found: WordDocument, name: str) -> Iterator[Dropped]:
    """What stands in page headers and footers, once each."""
    seen: set[str] = set()
    for kind, reason in (("w:hdr", Reason.HEADER), ("w:ftr", Reason.FOOTER)):
        of = RELATIONSHIP_TYPE.HEADER if reason is Reason.HEADER else RELATIONSHIP_TYPE.FOOTER
        for relation in found.part.rels.values():
            if relation.reltype != of or relation.is_external:
                continue
            root: Element = parse_xml(relation.target_part.blob)
            for each in root.iter(qn("w:p")):
                text = plain(paragraph(each).text)
                if text and text + kind not in seen:
                    seen.add(text + kind)
                    yield Dropped(text, Place(name), reason)


@dataclass(slots=True)
class _Reader:
    """Walks through a body; counts paragraphs and, where Word noted them, pages."""

    name: str
    styles: Styles
    numbering: Numbering
    notes: dict[str, str]
    parts: list[Part] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    page: int = 1
    number: int = 0
    contents: bool = False

    def read(self, container: Element, depth: int = 0) -> None:
        """Takes what stands in the container, in order."""
        for child in container:
            if child.tag == qn("w:sdt") and is_contents(child):
                self._contents(child)
            elif child.tag in {qn("w:p"), qn("w:tbl")}:
                self._block(child, depth)
            elif isinstance(child.tag, str) and child.tag not in {qn("w:sectPr"), qn("w:del")}:
                self._inner(child, depth)

    def _inner(self, container: Element, depth: int) -> None:
        for block in blocks(container):
            self._block(block, depth)

    def _block(self, block: Element, depth: int) -> None:
        if is_table(block):
            self.parts.append(self._table(block, depth))
        else:
            self.parts.extend(self._paragraph(block, depth))

    def _contents(self, control: Element) -> None:
        for block in control.iter(qn("w:p")):
            self._drop(paragraph(block).text, Reason.CONTENTS)

    def _drop(self, text: str, reason: Reason) -> None:
        if plain(text):
            self.dropped.append(Dropped(plain(text), self._place(), reason))

    def _place(self) -> Place:
        return Place(self.name, self.page, self.number)

    def _paragraph(self, element: Element, depth: int) -> Iterator[Part]:
        found = paragraph(element)
        self.number += 1
        self.page += found.pages
        self._drop(found.deleted, Reason.DELETED)
        self._drop("".join(run.text for run in found.runs if is_hidden(run.look)), Reason.HIDDEN)
        found.runs = [run for run in found.runs if not is_hidden(run.look)]
        if self.styles.of(element).is_contents:
            self._drop(found.text, Reason.CONTENTS)
        else:
            yield from self._lines(found)
        for note in found.notes:
            if self.notes.get(note):
                yield Line(text=self.notes[note], place=self._place(), note=True)
        if depth < _NESTING:
            yield from self._boxes(found, depth)

    def _boxes(self, found: Paragraph, depth: int) -> Iterator[Part]:
        inner = _Reader(
            self.name, self.styles, self.numbering, self.notes, page=self.page, number=self.number
        )
        for box in found.boxes:
            inner.read(box, depth + 1)
        self.dropped += inner.dropped
        yield from inner.parts

    def _lines(self, found: Paragraph) -> Iterator[Line]:
        """The paragraph's line, or several where it has line breaks of its own."""
        style = self.styles.of(found.element)
        listed = list_place(found.element, style)
        texts = [text for text in (_cleaned(each) for each in found.text.split("\n")) if text]
        marker = self.numbering.marker(*listed) if listed and texts else ""
        if not marker and texts and is_bulleted_by_name(style):
            marker = "•"
        seen = look(found, style)
        for text in texts:
            own, rest = ("", text) if marker else marker_and_text(text)
            if rest or own:
                yield Line(text=rest, place=self._place(), marker=marker or own, look=seen)
            marker = ""

    def _table(self, table: Element, depth: int) -> Table:
        return Table(tuple(tuple(self._cell(cell, depth) for cell in cells(row)) for row in rows(table)))

    def _cell(self, cell: Element, depth: int) -> Cell:
        before, self.parts = self.parts, []
        if depth < _NESTING:
            self._inner(cell, depth + 1)
        found, self.parts = self.parts, before
        lines = tuple(line for part in found for line in _lines_of(part))
        return Cell(lines, span(cell), is_continued(cell))


def _lines_of(part: Part) -> Iterator[Line]:
    """The lines of a part that stands in a cell; those of a table within it too."""
    if isinstance(part, Line):
        yield part
        return
    for row in part.rows:
        for cell in row:
            yield from cell.lines


def _cleaned(text: str) -> str:
    return plain(without_soft_hyphens(text))

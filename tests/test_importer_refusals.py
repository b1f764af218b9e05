"""Files that cannot be imported are refused in words, never with a traceback."""

import io
import zipfile
from pathlib import Path

import pypdf
import pytest

from generator.importer import UnreadableError, opening, pdf_files
from generator.importer.opening import read


def package(**files: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return content.getvalue()


def pdf(password: str = "", pages: int = 1) -> bytes:
    made = pypdf.PdfWriter()
    for _ in range(pages):
        made.add_blank_page(595, 842)
    if password:
        made.encrypt(password)
    content = io.BytesIO()
    made.write(content)
    return content.getvalue()


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:document>'
)

REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "{file} holds no text."),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(200), "{file} is no document that can be imported."),
    "rich text": (b"{\\rtf1 hei}", "{file} is no document that can be imported."),
    "an old or locked Word file": (
        b"\xd0\xcf\x11\xe0" + bytes(600),
        "{file} is an old Word file (.doc) or locked with a password.",
    ),
    "a broken package": (b"PK\x03\x04" + bytes(60), "{file} is damaged."),
    "another package": (package(hei=b"hei"), "{file} is no document that can be imported."),
    "a Word file without its parts": (
        package(word__document_xml=b"<a/>"),
        "{file} cannot be read as a Word file.",
    ),
    "entities": (package(word__document_xml=ENTITIES), "{file} cannot be read as a Word file."),
    "a broken PDF": (b"%PDF-1.7\nhei", "{file} cannot be read as a PDF."),
    "a locked PDF": (pdf("hemmelig"), "{file} is locked with a password."),
    "a scanned PDF": (pdf(), "{file} holds pictures of pages and no text (it is scanned)."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused_in_words(name: str, tmp_path: Path) -> None:
    content, told = REFUSED[name]
    path = tmp_path / "plan"
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as caught:
        read([path])
    assert caught.value.messages[0].text == told


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "UNPACKED_LIMIT", 1_000_000)
    path = tmp_path / "plan.docx"
    path.write_bytes(package(word__document_xml=bytes(2_000_000)))
    with pytest.raises(UnreadableError, match="unpacks"):
        read([path])


def test_too_many_pages_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_files, "PAGE_LIMIT", 2)
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf(pages=3))
    with pytest.raises(UnreadableError, match="pages"):
        read([path])


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "SIZE_LIMIT", 10)
    path = tmp_path / "plan.txt"
    path.write_text("En lang plan", encoding="utf-8")
    with pytest.raises(UnreadableError, match="larger"):
        read([path])

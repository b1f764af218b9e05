"""Files of any kind to one document; what is too large, locked or no document at all is refused."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from generator.diagnostics import message
from generator.importer import pdf_files, text_files, word_files
from generator.importer.lines import Document, UnreadableError

SIZE_LIMIT = 20_000_000
"""Bytes of one file."""

UNPACKED_LIMIT = 120_000_000
"""Bytes of all that a Word file unpacks to."""

ENTRY_LIMIT = 3_000
"""Files within a Word file."""

_OLD_WORD = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_TEXT_SHARE = 0.01
"""Of a text's bytes, at most this share is zero bytes or the like."""

_SAVE_AS = message("Import a Word file (.docx), a PDF or plain text.")


def read(paths: Sequence[Path]) -> Document:
    """The files' documents, one after the other; raises UnreadableError for the first that cannot be."""
    found = [_file(path) for path in paths]
    return Document(
        tuple(part for each in found for part in each.parts),
        tuple(dropped for each in found for dropped in each.dropped),
        tuple(text for each in found for text in each.headers),
        tuple(path.name for path in paths),
    )


def _file(path: Path) -> Document:
    name = path.name
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise UnreadableError(
                message("{file} is larger than {limit} megabytes.", file=name, limit=SIZE_LIMIT // 1_000_000),
                message("Import the plan alone, without pictures and attachments."),
            )
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableError(
            message("{file} cannot be opened ({reason}).", file=name, reason=error.strerror or error)
        ) from error
    document = _reader(content, name)(content, name)
    if not document.parts:
        raise UnreadableError(message("{file} holds no text.", file=name), _SAVE_AS)
    return replace(document, names=(name,))


def _reader(content: bytes, name: str) -> Callable[[bytes, str], Document]:
    """What reads such a file; its first bytes tell, not its name."""
    if content.startswith(_ZIP):
        _guard_package(content, name)
        return word_files.read
    if content.startswith(_OLD_WORD):
        raise UnreadableError(
            message("{file} is an old Word file (.doc) or locked with a password.", file=name),
            message("Open it in Word and save it as .docx without a password."),
        )
    if b"%PDF-" in content[:1024]:
        return pdf_files.read
    if not _is_text(content):
        raise UnreadableError(message("{file} is no document that can be imported.", file=name), _SAVE_AS)
    return text_files.read


def _is_text(content: bytes) -> bool:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return True
    odd = sum(content.count(bytes([code])) for code in (*range(9), *range(14, 32)))
    return odd <= len(content) * _TEXT_SHARE and not content.startswith((b"{\\rtf", b"<!DOCTYPE", b"<html"))


def _guard_package(content: bytes, name: str) -> None:
    """Refuses what is no Word file, and what unpacks to more than any plan."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError(
            message("{file} is damaged.", file=name), message("Open it in Word and save it again as .docx.")
        ) from error
    if sum(entry.file_size for entry in entries) > UNPACKED_LIMIT or len(entries) > ENTRY_LIMIT:
        raise UnreadableError(
            message(
                "{file} unpacks to more than {limit} megabytes.", file=name, limit=UNPACKED_LIMIT // 1_000_000
            ),
            message("Import the plan alone, without pictures and attachments."),
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableError(
            message("{file} is locked with a password.", file=name),
            message("Save it without a password and import that file."),
        )
    if "word/document.xml" not in {entry.filename for entry in entries}:
        raise UnreadableError(message("{file} is no document that can be imported.", file=name), _SAVE_AS)

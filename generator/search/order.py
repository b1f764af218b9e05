"""Floor 12: the same index for the same records.

Pagefind writes the values of its facets in an order that changes from run to run, and names files
for their bytes.  Here they are put in order and named anew.  The files are CBOR of numbers, texts
and lists behind a mark, zipped.
"""

import gzip
import hashlib
import json
from pathlib import Path

from generator.search.pagefind import SearchIndexError

_MARK = b"pagefind_dcd"
_NUMBER, _TEXT, _LIST = 0, 3, 4
_SHORT = 24

Value = int | str | list["Value"]


class UnknownFormatError(SearchIndexError):
    """The index is not laid out as this version of Pagefind does."""


def put_in_order(folder: Path, language: str) -> None:
    """Rewrites the facets of the index in the folder.  Raises UnknownFormatError."""
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    known = entry["languages"][language]
    meta_file = folder / f"pagefind.{known['hash']}.pf_meta"
    meta = _list(_read(meta_file))
    facets = sorted(_list(meta[3]), key=str)
    renamed: list[Value] = [[_list(facet)[0], _reordered(folder, str(_list(facet)[1]))] for facet in facets]
    meta[3] = renamed
    content = _written(meta)
    meta_file.unlink()
    known["hash"] = f"{language}_{hashlib.sha256(content).hexdigest()[:10]}"
    (folder / f"pagefind.{known['hash']}.pf_meta").write_bytes(content)
    entry_file.write_text(json.dumps(entry, separators=(",", ":")), encoding="utf-8")


def _reordered(folder: Path, name: str) -> str:
    """The new name of the file of a facet, its values in order."""
    file = folder / "filter" / f"{name}.pf_filter"
    facet = _list(_read(file))
    facet[1] = sorted(_list(facet[1]), key=lambda value: str(_list(value)[0]))
    content = _written(facet)
    file.unlink()
    language = name.partition("_")[0]
    new = f"{language}_{hashlib.sha256(content).hexdigest()[:7]}"
    (folder / "filter" / f"{new}.pf_filter").write_bytes(content)
    return new


def _list(value: Value) -> list[Value]:
    if not isinstance(value, list):
        raise UnknownFormatError(repr(value)[:80])
    return value


def _read(file: Path) -> Value:
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(_MARK):
        raise UnknownFormatError(file.name)
    return _value(content, len(_MARK))[0]


def _written(value: Value) -> bytes:
    return gzip.compress(_MARK + _encoded(value), mtime=0)


def _value(content: bytes, at: int) -> tuple[Value, int]:
    """The value that begins there, and where the next one does."""
    kind, low = content[at] >> 5, content[at] & 31
    size = 0 if low < _SHORT else 1 << (low - _SHORT)
    number = low if low < _SHORT else int.from_bytes(content[at + 1 : at + 1 + size])
    at += 1 + size
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT:
        return content[at : at + number].decode(), at + number
    if kind != _LIST:
        raise UnknownFormatError(str(kind))
    values: list[Value] = []
    for _ in range(number):
        value, at = _value(content, at)
        values.append(value)
    return values, at


def _encoded(value: Value) -> bytes:
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        return _head(_TEXT, len(value.encode())) + value.encode()
    return _head(_LIST, len(value)) + b"".join(map(_encoded, value))


def _head(kind: int, number: int) -> bytes:
    if number < _SHORT:
        return bytes([kind << 5 | number])
    size = next(size for size in range(4) if number < 1 << (8 << size))
    return bytes([kind << 5 | _SHORT + size]) + number.to_bytes(1 << size)

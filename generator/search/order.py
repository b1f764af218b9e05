"""Floor 12: the same index for the same records.

Pagefind writes the values of its facets in an order that changes from run to run, and names files
for their bytes.  Here they are put in order and named anew.  The files are CBOR of numbers, texts
and lists behind a mark, zipped.
"""

import gzip
import hashlib
import json

from generator.search.pagefind import SearchIndexError

_MARK = b"pagefind_dcd"
_NUMBER, _TEXT, _LIST = 0, 3, 4
_SHORT = 24
_ENTRY = "pagefind-entry.json"

Value = int | str | list["Value"]


class UnknownFormatError(SearchIndexError):
    """The index is not laid out as this version of Pagefind does."""


def put_in_order(files: dict[str, bytes], language: str) -> None:
    """Rewrites the facets among the files of an index.  Raises UnknownFormatError."""
    entry = json.loads(files[_ENTRY])
    known = entry["languages"][language]
    meta = _list(_read(files.pop(f"pagefind.{known['hash']}.pf_meta")))
    facets = sorted(_list(meta[3]), key=str)
    renamed: list[Value] = [[_list(facet)[0], _reordered(files, str(_list(facet)[1]))] for facet in facets]
    meta[3] = renamed
    content = _written(meta)
    known["hash"] = f"{language}_{hashlib.sha256(content).hexdigest()[:10]}"
    files[f"pagefind.{known['hash']}.pf_meta"] = content
    files[_ENTRY] = json.dumps(entry, separators=(",", ":")).encode()


def _reordered(files: dict[str, bytes], name: str) -> str:
    """The new name of the file of a facet, its values in order."""
    facet = _list(_read(files.pop(f"filter/{name}.pf_filter")))
    facet[1] = sorted(_list(facet[1]), key=lambda value: str(_list(value)[0]))
    content = _written(facet)
    language = name.partition("_")[0]
    new = f"{language}_{hashlib.sha256(content).hexdigest()[:7]}"
    files[f"filter/{new}.pf_filter"] = content
    return new


def _list(value: Value) -> list[Value]:
    if not isinstance(value, list):
        raise UnknownFormatError(repr(value)[:80])
    return value


def _read(file: bytes) -> Value:
    content = gzip.decompress(file)
    if not content.startswith(_MARK):
        raise UnknownFormatError(repr(content[: len(_MARK)]))
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

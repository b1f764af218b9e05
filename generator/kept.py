"""Floor 2: what a build made, kept for the next one by all that it was made of.

A kept thing is read only if it is whole: its file begins with a hash of the rest and of its name, and
its name is a hash of what it was made of.  What is torn, or of another name, is as if it were not there.
"""

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from sys import version

from generator import whole_files

_DIGEST = 32


def fingerprint(*ingredients: str | bytes) -> str:
    """One hash of all of them, in their order; texts may be names of files, which need not be UTF-8."""
    digest = hashlib.sha256()
    for each in ingredients:
        content = each.encode(errors="surrogateescape") if isinstance(each, str) else each
        digest.update(b"%d:" % len(content) + content)
    return digest.hexdigest()


def of_files(files: Iterable[Path]) -> str:
    """A hash of the files' names and of what stands in them."""
    return fingerprint(*(part for file in sorted(files) for part in (file.name, file.read_bytes())))


@cache
def of_program() -> str:
    """A hash of Planverk, of Python and of all packages that are installed."""
    here = Path(__file__).parent
    ours = [file for file in here.rglob("*") if file.suffix in {".py", ".po", ".yml", ".json"}]
    others = sorted(f"{each.name} {each.version}" for each in distributions())
    return fingerprint(of_files(ours), version, *others)


class Kept:
    """A folder of kept things, in which several processes may work; `common` is what all are made of."""

    def __init__(self, folder: Path, common: str) -> None:
        self._folder, self._common = folder, common

    def name(self, *ingredients: str | bytes) -> str:
        """What is made of these, and of what is common, is kept by this name."""
        return fingerprint(self._common, *ingredients)

    def recall(self, name: str) -> bytes | None:
        """What is kept by the name; None where nothing is that can be read, or not the whole of it."""
        try:
            content = (self._folder / name).read_bytes()
        except OSError:
            return None
        digest, rest = content[:_DIGEST], content[_DIGEST:]
        return rest if digest == _seal(name, rest) else None

    def keep(self, name: str, content: bytes) -> None:
        """Keeps that by the name."""
        self._folder.mkdir(parents=True, exist_ok=True)
        apart = self._folder / f"{name}.{os.getpid()}"
        whole_files.put(self._folder / name, _seal(name, content) + content, apart)

    def recall_texts(self, name: str) -> list[str] | None:
        """The texts that are kept by the name, likewise."""
        packed = self.recall(name)
        return None if packed is None else list(_unpacked(packed))

    def keep_texts(self, name: str, texts: Sequence[str]) -> None:
        """Keeps the texts by the name."""
        self.keep(name, _packed(texts))

    def clear(self, wanted: Collection[str]) -> None:
        """Removes all that is kept by other names."""
        for file in self._folder.glob("*"):
            if file.name not in wanted:
                file.unlink(missing_ok=True)


def _seal(name: str, content: bytes) -> bytes:
    return hashlib.sha256(name.encode() + content).digest()


def _packed(texts: Sequence[str]) -> bytes:
    """The lengths of the texts in bytes, as JSON on a line, and the texts as they are.

    Nothing is compressed or escaped: that took a fifth of a build's time, and more to undo.
    """
    each = [text.encode() for text in texts]
    return b"\n".join([json.dumps([len(one) for one in each]).encode(), b"".join(each)])


def _unpacked(packed: bytes) -> Iterator[str]:
    lengths, _, rest = packed.partition(b"\n")
    begin = 0
    for length in json.loads(lengths):
        yield rest[begin : begin + length].decode()
        begin += length

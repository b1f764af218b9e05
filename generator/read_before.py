"""Floor 5: what was read from a union's folder, kept for the next build for as long as its files stay.

To read a plan costs eight times as much as to recall what was read.  It is kept as Python's pickle, of which
nothing is ever made but values of the types of plans, whoever may have written it.
"""

import io
import os
import pickle
from contextlib import suppress
from pathlib import Path

from generator import kept
from generator.kept import Kept
from generator.sources import SIZE_LIMIT, UnionFolder

READ = "read"
"""The folder of what was read, which all languages share."""

_MODULES = ("deadlines", "diagnostics", "load", "model", "periods", "texts")
"""Where those types are, below `generator`; to make a value of any type there runs nothing else."""
_PLACES = [["generator", each] for each in _MODULES]

_UNKNOWN = (
    pickle.UnpicklingError,
    ArithmeticError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What is raised of what is no such pickle."""


class ReadBefore:
    """Recalls what was read from folders of unions, always in the same way, or keeps it in `folder`.

    `names` tells of each union what it was read from: a hash of its id, and of the names and bytes of its
    files.  It tells nothing of those in whose files are links, or that changed while they were read.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self._root = root
        self._kept = Kept(folder, kept.of_program())
        self._asked: dict[str, str | None] = {}
        self.names: dict[str, str] = {}

    def recall(self, folder: UnionFolder) -> object | None:
        """What was read from the folder when all in it was as it is; None where that is not kept."""
        name = self._asked[folder.id] = self._name(folder)
        content = self._kept.recall(name) if name else None
        known = None if content is None else _unpacked(content)
        if name and known is not None:
            self.names[folder.id] = name
        return known

    def keep(self, folder: UnionFolder, read: object) -> None:
        """Keeps what was read from the folder, unless that is no longer what it was when it was asked for.

        What the system does not let be kept is read anew the next time.
        """
        self.names.pop(folder.id, None)
        name = self._asked.get(folder.id)
        if name and name == self._name(folder):
            self.names[folder.id] = name
            with suppress(OSError):
                self._kept.keep(name, pickle.dumps(read, protocol=5))

    def clear(self) -> None:
        """Lets go of all that was neither recalled nor kept."""
        self._kept.clear(set(self.names.values()))

    def _name(self, folder: UnionFolder) -> str | None:
        files = [each for each in (folder.union, *folder.plans, folder.published) if each is not None]
        try:
            if not all(map(self._is_plain, files)):
                return None
            said = [part for each in files for part in (each.name, each.read_bytes())]
        except OSError:
            return None
        return self._kept.name(folder.id, *said)

    def _is_plain(self, file: Path) -> bool:
        """Whether it is a file that is read whole, with no link on the way, which may be a fault."""
        here = os.path.join(os.path.realpath(self._root), file.relative_to(self._root))  # noqa: PTH118 - faster
        return os.path.realpath(file) == here and file.is_file() and file.stat().st_size <= SIZE_LIMIT


class _OurTypes(pickle.Unpickler):
    """Makes values of the types of plans, which do not change and so have a hash, and days; nothing else."""

    def find_class(self, module_name: str, global_name: str, /) -> type:
        """The type of that name.  Raises UnpicklingError where it is none of them."""
        found: object = None
        if (module_name, global_name) == ("datetime", "date") or module_name.split(".")[:2] in _PLACES:
            found = super().find_class(module_name, global_name)
        if not isinstance(found, type) or found.__module__ != module_name or found.__hash__ is None:
            raise pickle.UnpicklingError(global_name)
        return found


def _unpacked(content: bytes) -> object | None:
    try:
        unpacked: object = _OurTypes(io.BytesIO(content)).load()
    except _UNKNOWN:
        return None
    return unpacked

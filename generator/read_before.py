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

_MODULES = ("deadlines", "diagnostics", "load", "model", "periods", "texts")
"""Where those types are, below `generator`; to make a value of any type there does nothing else."""
_PLACES = [["generator", each] for each in _MODULES]

_UNKNOWN = (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError, ValueError)
"""What is raised of what is no such pickle."""


class ReadBefore:
    """Recalls what was read from folders of unions, always in the same way, or keeps it in `folder`."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root = root
        self._kept = Kept(folder, kept.of_program())
        self._names: set[str] = set()

    def name(self, folder: UnionFolder) -> str | None:
        """By what name that which is read from the folder is kept; None where links or large files are."""
        files = [each for each in (folder.union, *folder.plans, folder.published) if each is not None]
        try:
            if any(self._is_led_away(each) or each.stat().st_size > SIZE_LIMIT for each in files):
                return None
            said = [part for each in files for part in (each.name, each.read_bytes())]
        except OSError:
            return None
        return self._kept.name(folder.id, *said)

    def _is_led_away(self, file: Path) -> bool:
        """Whether a link, in which a reader may see a fault, is on the way to the file."""
        path = file.relative_to(self._root).as_posix()
        return os.path.realpath(file) != f"{os.path.realpath(self._root)}/{path}"

    def recall(self, name: str | None) -> object | None:
        """What is kept by the name; None where that is nothing."""
        content = self._kept.recall(name) if name else None
        if name is None or content is None:
            return None
        self._names.add(name)
        return _unpacked(content)

    def keep(self, name: str | None, folder: UnionFolder, read: object) -> None:
        """Keeps what was read from the folder, unless it is no longer what it was when it was named.

        What the system does not let be kept is read anew the next time.
        """
        if name is not None and name == self.name(folder):
            self._names.add(name)
            with suppress(OSError):
                self._kept.keep(name, pickle.dumps(read, protocol=5))

    def clear(self) -> None:
        """Lets go of all that was neither recalled nor kept."""
        self._kept.clear(self._names)


class _OurTypes(pickle.Unpickler):
    """Makes values of the types of plans, and days, and of nothing else."""

    def find_class(self, module_name: str, global_name: str, /) -> type:
        """The type of that name.  Raises UnpicklingError where it is none of them."""
        found: object = None
        if (module_name, global_name) == ("datetime", "date") or module_name.split(".")[:2] in _PLACES:
            found = super().find_class(module_name, global_name)
        if not isinstance(found, type) or found.__module__ != module_name:
            raise pickle.UnpicklingError(global_name)
        return found


def _unpacked(content: bytes) -> object | None:
    try:
        unpacked: object = _OurTypes(io.BytesIO(content)).load()
    except _UNKNOWN:
        return None
    return unpacked

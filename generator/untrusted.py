"""Floor 4: JSON of other sites, of which nothing is believed: each value is looked at as it is asked for."""

import json
from dataclasses import dataclass

from generator.diagnostics import message
from generator.fetching import NotFetchedError
from generator.nodes import readable


def opened(file: str, content: bytes, kind: str) -> "Untrusted":
    """The file, which says that it is of the kind.  Raises NotFetchedError where it is not."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("skjema") != kind:
        raise NotFetchedError(message("{file} is no data of Planverk.", file=file))
    return Untrusted(file, found)


@dataclass(frozen=True, slots=True)
class Untrusted:
    """An object of the file.  What is of another kind than what is asked for raises NotFetchedError."""

    file: str
    values: dict[str, object]

    def text(self, key: str) -> str:
        """A text that has to be there."""
        found = self.maybe(key)
        if found is None:
            raise self.fault(key)
        return found

    def maybe(self, key: str) -> str | None:
        """A text; None where it is empty or there is none."""
        found = self.values.get(key)
        if found is not None and not isinstance(found, str):
            raise self.fault(key)
        return found and (readable(found).strip() or None)

    def texts(self, key: str) -> list[str]:
        """The texts of a list."""
        found = self._list(key)
        return [readable(each) for each in found if isinstance(each, str)]

    def parts(self, key: str) -> "list[Untrusted]":
        """The objects of a list."""
        return [self._part(key, each) for each in self._list(key)]

    def part(self, key: str) -> "Untrusted":
        """An object that has to be there."""
        return self._part(key, self.values.get(key))

    def maybe_part(self, key: str) -> "Untrusted | None":
        """An object, where there is one."""
        return None if self.values.get(key) is None else self.part(key)

    def fault(self, key: str) -> NotFetchedError:
        """That what stands at the key cannot be taken."""
        return NotFetchedError(message("{file} is not understood at “{key}”.", file=self.file, key=key))

    def _list(self, key: str) -> list[object]:
        found = self.values.get(key)
        if found is None:
            return []
        if not isinstance(found, list):
            raise self.fault(key)
        return found

    def _part(self, key: str, found: object) -> "Untrusted":
        if not isinstance(found, dict):
            raise self.fault(key)
        return Untrusted(self.file, found)

"""Floor 12: files that are costly to make, kept by what they are made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.addresses import Address
from generator.kept import fingerprint


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made, and the address that it is published at."""

    to: Address
    file: Path

    @property
    def path(self) -> str:
        """Its path below the pages."""
        return self.to.page

    @property
    def content(self) -> bytes:
        """What stands in the file."""
        return self.file.read_bytes()


class Store:
    """A folder of files, each named for what it is made of; what nobody asks for any more can be cleared."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._asked: set[Path] = set()

    def place(self, ingredients: Iterable[str | bytes], kind: str) -> Path:
        """Where the file made of these is kept, whether it is there yet or not."""
        place = self.folder / f"{fingerprint(*ingredients)}.{kind}"
        self._asked.add(place)
        return place

    def clear(self) -> None:
        """Removes all files that were not asked for."""
        for file in self.folder.iterdir():
            if file not in self._asked:
                file.unlink()

"""Sources put in their place: whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path

from generator.diagnostics import message
from generator.publish import RefusedError


def replace_all(changes: Iterable[tuple[Path, bytes, bytes]]) -> None:
    """Puts each content in the place of what was expected there, all of them or none.

    Raises RefusedError where something else stands there by now.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for path, content, expected in changes:
            place = Path(os.path.realpath(path))
            if place.read_bytes() != expected:
                raise RefusedError(message("{path} was changed meanwhile. Try again.", path=path.name))
            apart = place.with_name(f".{place.name}.planverk-new")
            ready.append((apart, place))
            apart.write_bytes(content)
            apart.chmod(place.stat().st_mode)
        for apart, place in ready:
            apart.replace(place)
    finally:
        for apart, _ in ready:
            apart.unlink(missing_ok=True)


def create(path: Path, content: bytes) -> None:
    """A new file of that content.  Raises FileExistsError where there is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)

"""Sources put in their place: whole or not at all."""

import os
from pathlib import Path

from generator.diagnostics import message
from generator.publish import RefusedError


def replace(path: Path, content: bytes, expected: bytes) -> None:
    """Puts the content in the place of what was expected, by way of a file beside it.

    Raises RefusedError where something else stands there by now.
    """
    place = Path(os.path.realpath(path))
    if place.read_bytes() != expected:
        raise RefusedError(message("{path} was changed meanwhile. Try again.", path=path.name))
    apart = place.with_name(f".{place.name}.planverk-new")
    try:
        apart.write_bytes(content)
        apart.chmod(place.stat().st_mode)
        apart.replace(place)
    finally:
        apart.unlink(missing_ok=True)


def create(path: Path, content: bytes) -> None:
    """A new file of that content.  Raises FileExistsError where there is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    apart = path.with_name(f".{path.name}.planverk-new")
    try:
        apart.write_bytes(content)
        os.link(apart, path)
    finally:
        apart.unlink(missing_ok=True)

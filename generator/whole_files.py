"""Floor 1: files that are written whole or not at all."""

from pathlib import Path


def put(place: Path, content: bytes, apart: Path | None = None) -> None:
    """Writes to a file `apart` and then renames it, so that nobody meets half of it, whatever happens.

    Without one named, the file apart lies beside the place.  Raises OSError; what stood there stands then.
    """
    half = apart or place.with_name(f"{place.name}.half")
    half.unlink(missing_ok=True)
    half.write_bytes(content)
    half.replace(place)

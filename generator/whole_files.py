"""Floor 1: files that are written whole or not at all."""

from pathlib import Path


def put(place: Path, content: bytes, apart: Path | None = None) -> None:
    """Writes to a file `apart` and then renames it, so that nobody meets half of it, whatever happens.

    Without one named, the file apart lies beside the place.  Raises OSError, which names the place (nobody
    asked for the file apart); what stood there stands then.
    """
    half = apart or place.with_name(f"{place.name}.half")
    try:
        half.unlink(missing_ok=True)
        half.write_bytes(content)
        half.replace(place)
    except OSError as error:
        error.filename, error.filename2 = str(place), None
        raise

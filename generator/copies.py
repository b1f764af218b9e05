"""Floor 15: copies of other sites' plans, in `kilder/`, made of the data that those publish."""

import re
from collections.abc import Callable
from pathlib import Path

from generator import sources
from generator.diagnostics import message
from generator.federated import FOLDER, fingerprint
from generator.fetching import NotFetchedError
from generator.guest_data import sources_of
from generator.model import Source
from generator.publish import RefusedError, alone, discard, owned_folder


def renew(root: Path, source: Source, fetch: Callable[[str], bytes], *, update: bool) -> str:
    """Makes the copy anew, whole or not at all; the hash of it, which is another only if it is an update.

    Raises NotFetchedError where that cannot be, and RefusedError where it may not.
    """
    with alone(root) as work:
        fresh = work / "copy"
        discard(fresh)
        try:
            _write(fresh, source, fetch)
            found = fingerprint(fresh)
            if found != source.sha256 and not update:
                raise RefusedError(
                    message(
                        "{site} publishes something else than what “sha256” names. Nothing was changed. See "
                        "what is new: planverk fetch --update, then git diff.",
                        site=source.name,
                    )
                )
            _put(fresh, owned_folder(root / FOLDER), source.id, work / "copy-before")
        finally:
            discard(fresh)
    return found


def _write(fresh: Path, source: Source, fetch: Callable[[str], bytes]) -> None:
    for path, text in sources_of(source.data or "", fetch):
        place = fresh / "plans" / path
        if place.exists():
            raise NotFetchedError(message("{file} is there twice.", file=path))
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")
    if not sources.find(fresh).unions:
        raise NotFetchedError(message("{site} publishes no plans.", site=source.name))


def _put(fresh: Path, folder: Path, name: str, before: Path) -> None:
    """Puts the copy in the place of the earlier one, which is put back where that does not succeed."""
    place = owned_folder(folder / name)
    if place.exists() and not _is_copy(place):
        raise RefusedError(
            message("{path}/ holds more than fetched plans. Move it away.", path=f"{FOLDER}{name}")
        )
    folder.mkdir(exist_ok=True)
    discard(before)
    if place.exists():
        place.rename(before)
    try:
        fresh.rename(place)
    except OSError:
        if before.exists():
            before.rename(place)
        raise
    discard(before)


def _is_copy(place: Path) -> bool:
    """Whether there is nothing in the folder that fetching does not write."""
    found = sources.find(place)
    ours = {path for folder in found.unions for path in (folder.union, *folder.plans)}
    return all(path in ours and not path.is_symlink() for path in place.rglob("*") if not path.is_dir())


def pinned(text: str, source: Source, sha256: str) -> str:
    """The text of `forbund.yml` with the hash in it.  Raises RefusedError where there is no place for it."""
    if source.sha256 is not None:
        return text.replace(source.sha256, sha256, 1)
    found = re.search(
        rf"^(?P<before>.*?)\bdata:[ ]*(?P<mark>['\"]?){re.escape(source.data or '')}(?P=mark)(?P<after>.*)$",
        text,
        re.MULTILINE,
    )
    if found is None:
        raise RefusedError(message("Write under “kilder” in forbund.yml: sha256: {hash}", hash=sha256))
    at_end = found.start("after")
    in_braces = "{" in found["before"]
    entry = f", sha256: {sha256}" if in_braces else f"\n{' ' * len(found['before'])}sha256: {sha256}"
    return f"{text[:at_end]}{entry}{text[at_end:]}"

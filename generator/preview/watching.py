"""Notices at once that files changed; what changed, and whether it did, is for others to see."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from generator.addresses import OWNED
from generator.federated import FOLDER

_TELLING = {
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
}


class _Stir(FileSystemEventHandler):
    def __init__(self, stir: Callable[[], None]) -> None:
        self._stir = stir

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Passes on what is no reading."""
        if event.event_type in _TELLING:
            self._stir()


class _StirOfRoot(_Stir):
    """Has the copies of other sites' plans watched too when they come."""

    def __init__(self, stir: Callable[[], None], observer: BaseObserver) -> None:
        super().__init__(stir)
        self._observer = observer

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Watches the folder of the copies, if that is new, before anything looks into it."""
        path = os.fsdecode(event.src_path)
        if event.event_type == EVENT_TYPE_CREATED and f"{Path(path).name}/" == FOLDER:
            self._observer.schedule(_Stir(self._stir), path, recursive=True)
        super().on_any_event(event)


@contextmanager
def watch(root: Path, stir: Callable[[], None]) -> Iterator[None]:
    """Calls `stir` whenever a file of the project changes that pages are made of.

    Where the system has no room for so many folders, they are looked through every half second.
    """
    observer: BaseObserver = Observer()
    try:
        _schedule(observer, root, stir)
        observer.start()
    except OSError:
        observer = PollingObserver(timeout=0.5)
        _schedule(observer, root, stir)
        observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


def _schedule(observer: BaseObserver, root: Path, stirred: Callable[[], None]) -> None:
    stir = _Stir(stirred)
    observer.schedule(_StirOfRoot(stirred, observer), str(root))
    for name in ("plans", "templates", FOLDER):
        if (root / name).is_dir():
            observer.schedule(stir, str(root / name), recursive=True)
    for docs in (path for path in root.glob("docs*") if path.is_dir()):
        observer.schedule(stir, str(docs))
        for folder in docs.iterdir():
            if folder.is_dir() and f"{folder.name}/" not in OWNED and not folder.name.startswith("."):
                observer.schedule(stir, str(folder), recursive=True)

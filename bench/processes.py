"""Runs a program: how long it takes, and how much memory it and all that it starts hold at most."""

import os
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from time import perf_counter

_EVERY = 0.05
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program, the folder that it runs in, and what its environment has beside ours."""

    words: tuple[str, ...]
    at: Path
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock and of all processors, and what the program said."""

    seconds: float
    processors: float
    said: str


@dataclass(slots=True)
class Peak:
    """Megabytes that a program held at most; those of the search's program are counted by themselves."""

    own: float = 0
    search: float = 0

    def note(self, pid: int) -> None:
        """Looks at the processes that descend from this one, and at itself."""
        sizes = {each: (_name(each), _held(each)) for each in (pid, *descendants(pid))}
        search = sum(size for name, size in sizes.values() if name.startswith("pagefind"))
        self.search = max(self.search, search)
        self.own = max(self.own, sum(size for _, size in sizes.values()) - search)


class FailedError(Exception):
    """The program ended with a fault; tells what it said last."""

    def __init__(self, command: Command, said: str) -> None:
        super().__init__(f"{' '.join(command.words)}: {said[-3000:]}")


def run(command: Command, peak: Peak | None = None) -> Run:
    """Runs the program to its end; looks at its memory only where a `peak` is to be kept, for that costs.

    Raises FailedError where the program does not end with 0.
    """
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        begun = perf_counter()
        process = subprocess.Popen(
            command.words,
            cwd=command.at,
            env={**os.environ, **command.environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        with _watched(process.pid, peak):
            _, status, used = os.wait4(process.pid, 0)
        seconds = perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read()
    if process.returncode:
        raise FailedError(command, text)
    return Run(seconds, used.ru_utime + used.ru_stime, text)


@contextmanager
def _watched(pid: int, peak: Peak | None) -> Iterator[None]:
    if peak is None:
        yield
        return
    over = threading.Event()

    def look() -> None:
        while not over.wait(_EVERY):
            peak.note(pid)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def descendants(pid: int) -> list[int]:
    """The processes that this one started, and those that they did; none where there is no /proc."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(stat.parent.name))
    found = [pid]
    for each in found:
        found += children.get(each, [])
    return found[1:]


def held(pid: int) -> float:
    """Megabytes that the processes hold that this one started; what they share is counted once."""
    return sum(map(_held, descendants(pid)))


def _held(pid: int) -> float:
    """Megabytes of the process, its share of what several hold; all of that where its share is not told."""
    for file, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        with suppress(OSError):
            for line in Path(f"/proc/{pid}/{file}").read_text().splitlines():
                if line.startswith(key):
                    return int(line.split()[1]) / 1000
    return 0


def _name(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/comm").read_text().strip()
    return ""

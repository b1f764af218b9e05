"""Mutated plans by the thousand: `make fuzz`, or `python -m tests.fuzz --count 10000 --seed 1`.

Each input is one mutated file in a small project, read and checked.  It must give an outcome: no
exception, no diagnostic outside its file, none that cannot be worded, no endless work.  An input
follows from the seed and its number alone: `--only 4711` runs one again.
"""

import argparse
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.examination import examine
from generator.language import Language
from generator.sources import SIZE_LIMIT
from tests.case_folders import CASES, assemble
from tests.fuzz_mutations import mutated
from tests.project import ROOT

PATIENCE = 30
"""Seconds after which an input counts as endless, however slow the machine."""

SHARE_OF_CASES = 0.6
"""How often a source of a case is mutated; the others are shipped."""

ENGLISH = Language("en")


@dataclass(frozen=True, slots=True)
class Seed:
    """A source to mutate, and where it stands in which project."""

    content: bytes
    path: str
    shipped: bool


@dataclass(slots=True)
class Figures:
    """What a run came to."""

    inputs: int = 0
    accepted: int = 0
    diagnostics: int = 0
    seconds: float = 0
    slowest: float = 0
    slowest_input: int = 0
    slow: int = 0
    rules: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        """All of it in a few lines."""
        return (
            f"{self.inputs} inputs in {self.seconds:.0f} s; {self.accepted} without any fault;"
            f" {self.diagnostics} diagnostics of {len(self.rules)} rules\n"
            f"slowest: {self.slowest:.3f} s (input {self.slowest_input}); slower than 1 s: {self.slow}\n"
        )


class FaultError(Exception):
    """An input that gave no proper outcome; its file is kept."""

    def __init__(self, number: int, path: Path, kept: Path) -> None:
        super().__init__(f"input {number} as {path}, kept as {kept}")


def seeds() -> list[Seed]:
    """The shipped sources, and those of the cases that are not large."""
    shipped = [
        Seed(path.read_bytes(), path.relative_to(ROOT).as_posix(), shipped=True)
        for path in sorted((ROOT / "plans").rglob("*.yml"))
    ]
    cases = [
        Seed(path.read_bytes(), path.as_posix().partition("/plans/")[2], shipped=False)
        for path in sorted(CASES.rglob("plans/**/*.yml"))
        if path.stat().st_size < SIZE_LIMIT // 20
    ]
    return shipped + [Seed(each.content, f"plans/{each.path}", shipped=False) for each in cases]


def fuzz(numbers: Iterable[int], seed: int, folder: Path) -> Figures:
    """Runs the inputs of these numbers in the folder.  Raises FaultError at the first that has no outcome."""
    figures = Figures()
    known = seeds()
    shipped = [each for each in known if each.shipped]
    projects = {True: _shipped(folder / "shipped"), False: assemble(folder / "small")}
    for number in numbers:
        dice = random.Random(f"{seed}-{number}")  # noqa: S311 - no secret
        one = dice.choice(known if dice.random() < SHARE_OF_CASES else shipped)
        content = mutated(one.content, dice.choice(known).content, dice)
        with _put(projects[one.shipped] / one.path, content):
            _run(number, projects[one.shipped], projects[one.shipped] / one.path, figures)
    return figures


def _shipped(root: Path) -> Path:
    """The shipped federation and strategies with one union and its plan."""
    for part in ("forbund.yml", "strategi", "fagforeninger/forse"):
        source = ROOT / "plans" / part
        target = root / "plans" / part
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    return root


@contextmanager
def _put(path: Path, content: bytes) -> Iterator[None]:
    """The file with the content; afterwards as before."""
    before = path.read_bytes() if path.is_file() else None
    made = [parent for parent in path.parents if not parent.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    yield
    if before is None:
        path.unlink()
        for parent in made:
            parent.rmdir()
    else:
        path.write_bytes(before)


def _run(number: int, root: Path, path: Path, figures: Figures) -> None:
    began = time.perf_counter()
    try:
        with _watched():
            found = examine(root)[1]
        _judge(found, root)
    except Exception as error:
        kept = Path(tempfile.gettempdir()) / f"planverk-fuzz-{number}.yml"
        shutil.copy(path, kept)
        raise FaultError(number, path.relative_to(root), kept) from error
    took = time.perf_counter() - began
    figures.inputs += 1
    figures.seconds += took
    figures.slow += took > 1
    figures.accepted += not found
    figures.diagnostics += len(found)
    figures.rules.update(each.rule.name for each in found)
    if took > figures.slowest:
        figures.slowest, figures.slowest_input = took, number


@contextmanager
def _watched() -> Iterator[None]:
    def bark(*_: object) -> None:
        raise TimeoutError("no outcome in time")

    earlier = signal.signal(signal.SIGALRM, bark)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)


def _judge(found: Iterable[Diagnostic], root: Path) -> None:
    """Raises AssertionError where a diagnostic lies outside its file or cannot be worded."""
    lines: dict[str, list[str]] = {}
    for each in found:
        place = each.position
        if place.file not in lines:
            lines[place.file] = _lines(root / place.file)
        assert 1 <= place.line <= len(lines[place.file]), each
        assert 1 <= place.column <= len(lines[place.file][place.line - 1]) + 1, each
        for text in (each.message, each.hint):
            assert text is None or ENGLISH.text(text).strip(), each


def _lines(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8-sig", "replace") if path.is_file() else ""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def main() -> None:
    parser = argparse.ArgumentParser(description="Checks mutated plans.")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="the number of one input to run again")
    options = parser.parse_args()
    numbers = range(options.count) if options.only is None else [options.only]
    with tempfile.TemporaryDirectory() as folder:
        figures = fuzz(numbers, options.seed, Path(folder))
    sys.stdout.write(str(figures))


if __name__ == "__main__":
    main()

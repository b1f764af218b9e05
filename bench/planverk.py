"""Planverk's own builds: from nothing, with nothing changed, with one plan changed, and with that in CI."""

import re
import shutil
import sys
from itertools import count
from pathlib import Path

from bench.peers import Contender
from bench.phases import IN_ENGLISH, TOLD
from bench.processes import Command
from generator.addresses import OWNED

COLD, RESTORED = "planverk", "planverk-restored"
_CHANGED = Path("plans/fagforeninger/forening-0000/2024-2025.yml")
_ENVIRONMENT = {
    **IN_ENGLISH,
    "PLANVERK_TODAY": "2025-06-01",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": str(Path(__file__).parent / "without_papers"),
}


class Planverk:
    """The project `sources`, built below `work`: anew in `cold`, and again and again in `warm`."""

    def __init__(self, sources: Path, work: Path) -> None:
        self._sources, self.cold, self.warm = sources, work / "cold", work / "warm"
        self._edition = count(1)

    def contenders(self) -> list[Contender]:
        """The ways to build, in this order; `warm` must have been built before."""
        warm = self._command(self.warm)
        return [
            Contender(COLD, self._command(self.cold), self.cold / "site", self.begin_cold),
            Contender("planverk-unchanged", warm, self.warm / "site"),
            Contender("planverk-changed", warm, self.warm / "site", self._change),
            Contender(RESTORED, warm, self.warm / "site", self._restore),
        ]

    def begin_cold(self) -> None:
        """A project that was never built."""
        _begin(self._sources, self.cold)

    def begin_warm(self) -> Command:
        """Another one; what builds it for the first time."""
        _begin(self._sources, self.warm)
        return self._command(self.warm)

    def catch_up(self) -> Command:
        """A project that was never built, with the sources of `warm`; what builds it."""
        self.begin_cold()
        shutil.copy(self.warm / _CHANGED, self.cold / _CHANGED)
        return self._command(self.cold)

    def _change(self) -> None:
        """Gives a measure another deadline, as an editor does."""
        plan = self.warm / _CHANGED
        deadline = f"frist: {next(self._edition) % 28 + 1}. mai 2025"
        text, times = re.subn(r"\bfrist: .*", deadline, plan.read_text(encoding="utf-8"), count=1)
        if not times:
            raise ValueError("no deadline to change")
        plan.write_text(text, encoding="utf-8")

    def _restore(self) -> None:
        """Changes a plan, and leaves what CI keeps: a new checkout, and `.planverk/` from the last build."""
        self._change()
        shutil.rmtree(self.warm / "site")
        for name in OWNED:
            owned = self.warm / "docs" / name
            if owned.is_dir():
                shutil.rmtree(owned)
            else:
                owned.unlink(missing_ok=True)
        (self.warm / "docs/.planverk.json").unlink()

    @staticmethod
    def _command(folder: Path) -> Command:
        return Command((str(Path(sys.executable).parent / "planverk"), "build", *TOLD), folder, _ENVIRONMENT)


def _begin(sources: Path, folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(sources, folder)

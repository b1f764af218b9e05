"""What was measured, as values and as JSON."""

import json
import os
import platform
import re
import shutil
import subprocess
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.peers import ENGINES


@dataclass(frozen=True, slots=True)
class Figure:
    """One contender at one size: medians, and what it left behind.

    `seconds` are by the clock, those of `html` without the phases that make something beside the
    pages; `ratio` is to Planverk's cold build in the same round, in HTML.  Megabytes are the peak,
    and 0 where nobody looked.
    """

    seconds: float
    html: float
    ratio: float
    processors: float
    megabytes: float
    search_megabytes: float
    pages: int
    files: int
    bytes: int
    largest: int
    phases: dict[str, float]


@dataclass(frozen=True, slots=True)
class Size:
    """All contenders on the same plans; bytes of the sources, and of the search index with its files."""

    unions: int
    plans: int
    sources: int
    index: int
    index_files: int
    figures: dict[str, Figure]


@dataclass(frozen=True, slots=True)
class Papers:
    """A plan as PDF: seconds of processors, and bytes."""

    plans: int
    seconds: float
    bytes: float


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built from nothing."""

    unions: int
    seconds: float
    megabytes: float
    pages: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A first search by a visitor on a slow line: records found, and what it took."""

    records: int
    kilobytes: float
    requests: int
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Federation:
    """The same unions as one site and as several, and a search of the one and of all the others."""

    whole: Built
    parts: list[Built]
    alone: Asked
    together: Asked


@dataclass(frozen=True, slots=True)
class Machine:
    """Where it was measured."""

    processor: str
    cores: int
    gigabytes: float
    system: str
    python: str


@dataclass(frozen=True, slots=True)
class Results:
    """One run of the benchmark; `missing` names what could not be measured, `papers` may be of it."""

    machine: Machine
    versions: dict[str, str]
    missing: list[str]
    rounds: int
    sizes: list[Size]
    papers: Papers | None
    federation: Federation | None = None

    def text(self) -> str:
        """As JSON."""
        return json.dumps(_short(asdict(self)), ensure_ascii=False, indent=1) + "\n"

    def points(self, name: str, what: str) -> list[tuple[float, float]]:
        """A contender's values by the number of unions: of `html`, `bytes` or another field of Figure.

        Where nobody looked, as at memory in a run of one round, it has none.
        """
        figures = ((size.unions, size.figures.get(name)) for size in self.sizes)
        return [
            (unions, float(getattr(each, what))) for unions, each in figures if each and getattr(each, what)
        ]


def read(text: str) -> Results:
    """The results that the JSON holds."""
    plain = json.loads(text)
    sizes = [
        Size(**{**size, "figures": {name: Figure(**each) for name, each in size["figures"].items()}})
        for size in plain["sizes"]
    ]
    federation = plain["federation"]
    return Results(
        **{
            **plain,
            "machine": Machine(**plain["machine"]),
            "sizes": sizes,
            "papers": Papers(**plain["papers"]) if plain["papers"] else None,
            "federation": _federation(federation) if federation else None,
        }
    )


def _federation(plain: dict[str, Any]) -> Federation:
    return Federation(
        whole=Built(**plain["whole"]),
        parts=[Built(**each) for each in plain["parts"]],
        alone=Asked(**plain["alone"]),
        together=Asked(**plain["together"]),
    )


def _short(value: object) -> object:
    """The value, its fractions no longer than they can be relied upon."""
    match value:
        case float():
            return round(value, 3)
        case dict():
            return {name: _short(each) for name, each in value.items()}
        case list():
            return [_short(each) for each in value]
    return value


def machine() -> Machine:
    """The one that we are on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    system = f"{platform.system()} {platform.release()}"
    return Machine(_processor(), os.cpu_count() or 1, memory, system, platform.python_version())


def _processor() -> str:
    with suppress(OSError):
        named = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
        if named:
            return named[1]
    return platform.processor() or platform.machine()


def versions() -> dict[str, str]:
    """Of all that takes part and is there."""
    ours = ("planverk", "mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "pagefind-bin")
    found = {name: version(name) for name in ours}
    for name, command in {"zensical": str(ENGINES / "zensical"), "hugo": "hugo"}.items():
        if program := shutil.which(command):
            found[name] = _asked(program, "version" if name == "hugo" else "--version")
    return found


def _asked(program: str, word: str) -> str:
    said = subprocess.run([program, word], capture_output=True, text=True, check=True).stdout
    number = re.search(r"\d[\w.]*", said)
    return number[0] if number else said.strip()

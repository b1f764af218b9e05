"""How the site grows with the number of unions: pages, bytes, the largest page, and the time of each step.

Run as `python -m bench.scale 100 300 1000`; with `--html` as the last word the whole site is built
too, and its HTML is weighed.  Every column but those of the largest page should grow as the first.
"""

import datetime
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from bench.corpus import make
from generator import thread
from generator.checks import check_texts
from generator.coverage import cover
from generator.due import agenda
from generator.load import load
from generator.pipeline import generate

_Thing = TypeVar("_Thing")

TODAY = datetime.date(2025, 2, 1)
COMMAND = str(Path(sys.executable).parent / "planverk")


def main(counts: list[int], *, html: bool) -> None:
    """Prints a line for each number of unions."""
    print("unions  load  thread  coverage  agenda  all pages (s)   pages   MB  largest (kB)")
    for unions in counts:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            make(project, unions)
            print(f"{unions:6}  {_steps(project)}", flush=True)
            if html:
                print(f"        HTML: {_html(project)}", flush=True)


def _steps(project: Path) -> str:
    times = [perf_counter()]
    body = _there(load(project, check_texts).body)
    times.append(perf_counter())
    for step in (thread.spin, cover, lambda body: agenda(body, TODAY)):
        step(body)
        times.append(perf_counter())
    _there(generate(project, TODAY, lambda _: None).published)
    times.append(perf_counter())
    seconds = [after - before for before, after in pairwise(times)]
    widths = zip(("4.1", "6.2", "8.2", "6.2", "13.1"), seconds, strict=True)
    return "  ".join([*(f"{each:{width}f}" for width, each in widths), _weighed(project / "docs", ".md")])


def _there(found: _Thing | None) -> _Thing:
    """What was made; raises ValueError where the plans are refused, so that nothing is measured."""
    if found is None:
        raise ValueError("the plans are refused")
    return found


def _weighed(folder: Path, kind: str) -> str:
    sizes = sorted(((file.stat().st_size, file) for file in folder.rglob(f"*{kind}")), reverse=True)
    largest = ", ".join(f"{size / 1000:.0f} {file.relative_to(folder)}" for size, file in sizes[:3])
    return f"{len(sizes):6}  {sum(size for size, _ in sizes) / 1e6:5.1f}  {largest}"


def _html(project: Path) -> str:
    start = perf_counter()
    subprocess.run(
        [COMMAND, "build", "--today", TODAY.isoformat()], cwd=project, capture_output=True, check=True
    )
    return f"{perf_counter() - start:.0f} s  {_weighed(project / 'site', '.html')}"


if __name__ == "__main__":
    words = sys.argv[1:]
    main([int(word) for word in words if word.isdigit()] or [100, 300, 1000], html="--html" in words)

"""How long the plans' PDFs and pictures take: from nothing, unchanged, and with one plan changed.

Seconds by the clock, and in brackets those of processors, which do not depend on who else uses them.
Run as `python -m bench.media 20 40 80`; a corpus of that many unions has half as many plans again.
"""

import datetime
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench.corpus import make
from bench.results import Papers
from generator import pipeline
from generator.language import Language
from generator.media import Media, PlanPapers, Store
from generator.media import make as make_media
from generator.press import Press
from generator.steps import unannounced

TODAY = datetime.date(2025, 2, 1)


def main(counts: list[int]) -> None:
    """Prints a line for each number of unions."""
    print("plans          new      a plan   unchanged  one changed    MB  largest (kB)")
    for unions in counts:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            make(project, unions)
            print(_line(project), flush=True)


def a_paper(unions: int = 4) -> Papers | None:
    """What a plan as PDF costs, of those of a few unions; nothing where there is no Pango."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        make(project, unions)
        try:
            new, media = _timed(project)
        except LeftOutError:
            return None
        sizes = [each.file.stat().st_size for each in media.files if each.file.suffix == ".pdf"]
        return Papers(len(sizes), new.processors / len(sizes), sum(sizes) / len(sizes))


def _line(project: Path) -> str:
    new, media = _timed(project)
    plans = len([each for each in media.files if each.file.suffix == ".pdf"])
    sizes = [each.file.stat().st_size for each in media.files]
    unchanged, _ = _timed(project)
    plan = project / "plans/fagforeninger/forening-0000/2024-2025.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("kilde: ", "kilde: Ny "), encoding="utf-8")
    changed, _ = _timed(project)
    each = Seconds(new.clock / plans, new.processors / plans)
    weight = f"{sum(sizes) / 1e6:5.1f}  {max(sizes) / 1000:.0f}"
    return f"{plans:5}  {new}  {each}  {unchanged}  {changed}  {weight}"


class LeftOutError(Exception):
    """The papers cannot be made here."""


@dataclass(frozen=True)
class Seconds:
    """How long something takes."""

    clock: float
    processors: float

    def __str__(self) -> str:
        return f"{self.clock:.1f} ({self.processors:.1f})"


def _timed(project: Path) -> tuple[Seconds, Media]:
    scene = pipeline.look(project, TODAY).scene
    if scene is None:
        raise ValueError("the plans are refused")
    press = Press(project / "templates", Language("nb"))
    css = (project / "templates/plan_paper.css").read_text(encoding="utf-8")
    start, used = perf_counter(), sum(os.times()[:4])
    media = make_media(PlanPapers(scene, press, css, Store(project / ".planverk/media")), unannounced)
    if media.left_out:
        raise LeftOutError(media.left_out)
    return Seconds(perf_counter() - start, sum(os.times()[:4]) - used), media


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [20, 40, 80])

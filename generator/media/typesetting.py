"""Floor 12: HTML to PDF by the program `typesetter.py`, as many at a time as there are processors."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib import resources
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import processes
from generator.diagnostics import Message, message

FONTS = Path(str(resources.files("font_source_sans_pro"))) / "files"
"""Letters that are the same on every machine: Source Sans Pro, under the SIL Open Font Licence."""

_HERE = Path(__file__).parent
PROGRAM = _HERE / "typesetter.py"

_AT_ONCE = 8
"""Papers that one run of the program makes; it then gives its memory back."""

NO_PANGO = 69
"""What the program ends with where the system lacks what WeasyPrint needs."""


def typeset(papers: Mapping[Path, Callable[[], str]], css: str) -> Message | None:
    """Makes a PDF at each path of its HTML, asked for when its turn comes; why some are not there, if so."""
    if len(papers) > _AT_ONCE and (fault := _run(css, {})):
        return fault
    rest = iter(papers.items())
    runs = iter(lambda: dict(islice(rest, _AT_ONCE)), {})
    with ThreadPoolExecutor(processes.most()) as threads:
        faults = list(threads.map(partial(_run, css), runs))
    return next((fault for fault in faults if fault), None)


def _run(css: str, papers: Mapping[Path, Callable[[], str]]) -> Message | None:
    """One run of the program, and why it failed, if it did."""
    wanted = [{"html": html(), "pdf": str(pdf.absolute())} for pdf, html in papers.items()]
    with TemporaryDirectory() as folder:
        jobs = Path(folder) / "jobs.json"
        jobs.write_text(json.dumps({"css": css, "papers": wanted}), encoding="utf-8")
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-P", str(PROGRAM), str(jobs)],
            cwd=FONTS,
            env={**os.environ, "FONTCONFIG_FILE": str(_HERE / "fonts.conf")},
            capture_output=True,
            text=True,
            check=False,
        )
    return _fault(done) if done.returncode else None


def _fault(done: "subprocess.CompletedProcess[str]") -> Message:
    if done.returncode == NO_PANGO:
        return message(
            "Pango is missing. On Debian and Ubuntu, “make pango” installs it; "
            "elsewhere see https://doc.courtbouillon.org/weasyprint/stable/first_steps.html."
        )
    last = (done.stderr.strip().splitlines() or [str(done.returncode)])[-1]
    return message("WeasyPrint stopped: {reason}", reason=last)

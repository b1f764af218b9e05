"""`planverk serve`: from a saved plan to its finished page, checked, over HTTP; and the first page of all.

Run as `python -m bench.preview 350 1000`.
"""

import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from urllib.parse import urlencode
from urllib.request import urlopen

from bench.corpus import make

SAVES = 9
COMMAND = str(Path(sys.executable).parent / "planverk")
PLAN = "plans/fagforeninger/forening-0003/2024-2025.yml"
PAGES = {
    "the plan": "fagforeninger/forening-0003/2024-2025/",
    "its union": "fagforeninger/forening-0003/",
    "another union": "fagforeninger/forening-0005/",
    "a main goal of the strategy": "strategi/2024-2025/heltid/pensjon/",
    "the front page": "",
}
"""What is looked at after a save."""

_MARK = re.compile(rb'data-mark="(\w+)"')


def main(counts: list[int]) -> None:
    """Prints a line for each number of unions, all in seconds."""
    print(f"unions  start  first page  {'  '.join(PAGES)}  (after a save, medians of {SAVES})")
    for unions in counts:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            make(project, unions)
            begun = perf_counter()
            with _preview(project) as site:
                started = perf_counter() - begun
                first = _seconds(site + PAGES["the plan"])
                saved = [_saved(project, site, page) for page in PAGES.values()]
            figures = (f"{each:{len(name)}.2f}" for name, each in zip(PAGES, saved, strict=True))
            print(f"{unions:6}  {started:5.1f}  {first:10.2f}  {'  '.join(figures)}", flush=True)


@contextmanager
def _preview(project: Path) -> Iterator[str]:
    """The address of the project's preview, which has begun to answer."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\ndev_addr: 127.0.0.1:{port}\n")
    command = [COMMAND, "serve", "--today", "2025-02-01"]
    with subprocess.Popen(command, cwd=project, stderr=subprocess.DEVNULL) as server:
        while not _answers(port):
            sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
        server.terminate()


def _answers(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def _saved(project: Path, site: str, page: str) -> float:
    """From the end of writing a plan until a browser, told that the plan changed, has the page anew."""
    plan = project / PLAN
    text = plan.read_text(encoding="utf-8")
    seconds = []
    for number in range(SAVES):
        mark = _MARK.findall(_get(site + PAGES["the plan"]))[0].decode()
        asked = urlencode({"page": f"/{PAGES['the plan']}", "mark": mark})
        with urlopen(f"{site}-/preview/changes?{asked}") as changes:  # noqa: S310 - our own server
            changes.readline()
            plan.write_text(text.replace("tekst: ", f"tekst: {page} {number} ", 1), encoding="utf-8")
            start = perf_counter()
            while b"changed" not in changes.readline():
                pass
        _get(site + page)
        seconds.append(perf_counter() - start)
    return median(seconds)


def _get(page: str) -> bytes:
    with urlopen(page) as answer:  # noqa: S310 - our own server
        return bytes(answer.read())


def _seconds(page: str) -> float:
    start = perf_counter()
    _get(page)
    return perf_counter() - start


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [350, 1000])

"""How the search index grows: its files, bytes and time, and what a browser fetches for a first result.

Run as `python -m bench.search 10 100`; needs Chromium and the tests' requirements.
"""

import datetime
import shutil
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Response, sync_playwright

from bench.corpus import ROOT, make
from generator import pipeline
from generator.language import Language
from generator.search import write_index
from generator.views.search import search_records

TODAY = datetime.date(2025, 6, 1)
QUERY = "heltid"
NEXT = ("heltids", "opplæring hovedavtalen", "klubbleder", "likelonn")
PAGE = '<!doctype html><html lang="nb"><link rel="icon" href="data:,"><title>bench</title>'
ASK = """async (query) => {
    const { open } = await import("/assets/search/index.js");
    const begun = performance.now();
    window.index ??= await open("http://" + location.host + "/");
    const found = await window.index.search(query, {});
    return [performance.now() - begun, found.entries.length, found.records];
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing."""


def index(unions: int, site: Path) -> float:
    """Makes the index of a corpus in the folder; the seconds that the index alone took."""
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), unions)
        scene = pipeline.look(Path(folder), TODAY).scene
        if scene is None:
            raise SystemExit("the corpus has errors")
        began = time.perf_counter()
        write_index(search_records(scene), ROOT / "templates", site, Language("nb"))
        return time.perf_counter() - began


def visit(site: Path) -> list[tuple[str, float, int, int, int, int]]:
    """For each query: milliseconds, entries and records found, bytes and requests since the one before."""
    shutil.copytree(ROOT / "docs" / "assets", site / "assets")
    (site / "index.html").write_text(PAGE, encoding="utf-8")
    fetched: list[int] = []
    rows = []

    def note(response: Response) -> None:
        fetched.append(int(response.headers.get("content-length", "0")))

    with (
        ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site)) as server,
        sync_playwright() as playwright,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.on("response", note)
        for query in (QUERY, *NEXT):
            fetched.clear()
            spent, entries, records = page.evaluate(ASK, query)
            rows.append((query, spent, entries, records, sum(fetched), len(fetched)))
        browser.close()
        server.shutdown()
    return rows


def main() -> None:
    """Prints a table a size."""
    for unions in map(int, sys.argv[1:]):
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            seconds = index(unions, site)
            sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
            print(f"{unions} unions: {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB, {seconds:.1f} s")
            for query, spent, entries, records, size, requests in visit(site):
                print(
                    f"  {query:24} {size / 1000:6.0f} kB {requests:3} requests {spent:5.0f} ms"
                    f" {entries:4} entries of {records} records"
                )


if __name__ == "__main__":
    main()

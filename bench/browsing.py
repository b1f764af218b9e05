"""A browser on a slow line that searches: bytes over the wire, milliseconds, memory."""

import gzip
import mimetypes
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.processes import held

LINE = {"offline": False, "latency": 40, "downloadThroughput": 1.25e6, "uploadThroughput": 1.25e6}
"""10 Mbit/s, 40 ms to and fro."""

_OF_SEARCH = "/search/", "/workers/", "/pagefind/"
_PLAIN = ("text/", "application/json", "application/javascript")


class _Zipping(SimpleHTTPRequestHandler):
    """Serves files as hosts do: what is plain text is zipped; connections live on."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answers with the file, zipped where that helps."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Access-Control-Allow-Origin", "*")
        if kind.startswith(_PLAIN):
            content = gzip.compress(content, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Where the folder is served while this lasts, with a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Zipping, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield found
        found.close()


@dataclass
class Visit:
    """A page that was just opened, and what was fetched for its search, then and since."""

    page: Page
    sizes: dict[str, float] = field(default_factory=dict)
    searches: set[str] = field(default_factory=set)

    def note(self, event: dict[str, Any]) -> None:
        """A request goes out."""
        if any(part in event["request"]["url"] for part in _OF_SEARCH):
            self.searches.add(event["requestId"])

    def weigh(self, event: dict[str, Any]) -> None:
        """An answer is there."""
        self.sizes[event["requestId"]] = event["encodedDataLength"] / 1000

    @property
    def kilobytes(self) -> float:
        """What the search fetched, over the wire."""
        return sum(self.sizes.get(each, 0) for each in self.searches)


def memory() -> float:
    """Megabytes that this program's browser holds now, all its processes together."""
    return held(os.getpid())


@contextmanager
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """A new visitor with nothing in store, on a slow line, whose page has loaded."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    seen = Visit(page)
    session.on("Network.requestWillBeSent", seen.note)
    session.on("Network.loadingFinished", seen.weigh)
    page.goto(address, wait_until="load")
    yield seen
    context.close()

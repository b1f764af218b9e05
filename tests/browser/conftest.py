"""The whole site of the real plans, served on this machine, and a page of headless Chromium."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

Launch = Callable[..., Browser]

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line a request."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, without a slash at the end."""
    with served(site) as at:
        yield at


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Where the folder is served while this lasts, without a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def launch() -> Iterator[Launch]:
    """Starts a Chromium with more flags."""
    with chromium() as start:
        yield start


@contextmanager
def chromium() -> Iterator[Launch]:
    """Starts the system's Chromium, or Playwright's own where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    system = next((path for path in map(shutil.which, names) if path), None)
    with sync_playwright() as playwright:
        yield lambda *flags: playwright.chromium.launch(executable_path=system, args=[*FLAGS, *flags])


@pytest.fixture(scope="session")
def browser(launch: Launch) -> Browser:
    return launch()


@dataclass
class Visit:
    """A page, with what went wrong on it and what it asked of others."""

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Opens the path of the site."""
        self.page.goto(self.address + path)


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def visit(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A new visitor; nobody may meet an error, or be led to ask another host."""
    context = browser.new_context(viewport={"width": request.param, "height": 844}, locale="nb-NO")
    seen = Visit(context.new_page(), address)
    seen.page.on(
        "console", lambda line: seen.errors.append(line.text) if line.type in ("error", "warning") else None
    )
    seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
    seen.page.on("request", lambda sent: _note_elsewhere(seen, sent.url))
    yield seen
    assert context.cookies() == []
    context.close()
    assert (seen.errors, seen.elsewhere) == ([], [])


def _note_elsewhere(seen: Visit, url: str) -> None:
    if not url.startswith((seen.address, "data:", "blob:")):
        seen.elsewhere.append(url)

"""Answers browsers on this machine, and tells them when the page that they show says something else."""

import gc
import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import AF_INET6
from threading import Condition, Thread
from urllib.parse import parse_qs, unquote, urlsplit

from mkdocs.config import load_config

from generator.diagnostics import Diagnostic, Message, message
from generator.preview.answers import Answer, News, Preview
from generator.preview.frame import media_type
from generator.preview.moment import Setting
from generator.preview.watching import watch
from generator.publish import RefusedError

_OWN = "/-/preview/"
"""What begins the addresses of the preview itself, which no page of the site has."""

_PATIENCE = 15
"""Seconds until a browser that waits hears that nothing changed; one that is gone is noticed then."""

_SETTLING = 0.02
"""Seconds that a program is given to write its file to the end."""

_FILES = Path(__file__).parent / "browser"


@dataclass(frozen=True, slots=True)
class Telling:
    """How what happens is told: where the site is, what was found at first, what is new."""

    began: Callable[[tuple[Diagnostic, ...], Message], None]
    changed: Callable[[News], None]


def serve(setting: Setting, telling: Telling) -> None:
    """Serves the site, always as its sources are, until interrupted.

    Raises RefusedError where `dev_addr` would let other machines in.
    """
    config = load_config(str(setting.root / "mkdocs.yml"), hooks=[], site_dir=str(setting.root / "site"))
    host, port = config.dev_addr.host, config.dev_addr.port
    if not _is_this_machine(host):
        raise RefusedError(message("dev_addr: {host} is not this machine. Write 127.0.0.1.", host=host))
    setting.site = config.site_url or ""
    preview = Preview(setting)
    gc.freeze()  # what was read is for long, so no search for garbage looks at it again
    with _Server((host, port), preview, urlsplit(setting.site).path.rstrip("/")) as server:
        watching = Thread(target=_keep_up, args=(server, telling), daemon=True)
        with watch(setting.root, server.stir):
            watching.start()
            at = f"http://{host}:{server.server_port}{server.mount}/"
            telling.began(server.preview.found, message("The site is at {address}", address=at))
            server.serve_forever()


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _keep_up(server: "_Server", telling: Telling) -> None:
    """Looks at the files whenever something stirs; where it cannot, the server ends, and says why."""
    try:
        while True:
            server.await_stir()
            time.sleep(_SETTLING)
            news = server.preview.look()
            if news is not None:
                server.tell_browsers()
                telling.changed(news)
    finally:
        server.shutdown()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, at: tuple[str, int], preview: Preview, mount: str) -> None:
        self.preview, self.mount = preview, mount
        self._stirred, self._is_stirred = Condition(), False
        self._told, self.edition = Condition(), 0
        if ":" in at[0]:
            self.address_family = AF_INET6
        super().__init__(at, _Handler)

    def stir(self) -> None:
        """Notes that files may have changed."""
        with self._stirred:
            self._is_stirred = True
            self._stirred.notify_all()

    def await_stir(self) -> None:
        """Waits until files may have changed."""
        with self._stirred:
            self._stirred.wait_for(lambda: self._is_stirred)
            self._is_stirred = False

    def tell_browsers(self) -> None:
        """Has those that wait look whether their page is another."""
        with self._told:
            self.edition += 1
            self._told.notify_all()

    def await_edition(self, after: int) -> int:
        """The edition of the site: the next, or the same where none came for a while."""
        with self._told:
            self._told.wait_for(lambda: self.edition > after, timeout=_PATIENCE)
            return self.edition


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answers with what is at the address."""
        self._answer(with_content=True)

    def do_HEAD(self) -> None:
        """The same, without the content."""
        self._answer(with_content=False)

    def log_message(self, *_: object) -> None:
        """Says nothing: what was asked for is of no interest."""

    def _answer(self, *, with_content: bool) -> None:
        asked = urlsplit(self.path)
        path = unquote(asked.path)
        if not self._is_for_us():
            self._send(Answer(b"", "text/plain", 421), with_content=with_content)
        elif path == f"{_OWN}changes" and with_content:
            self._tell_changes({name: values[0] for name, values in parse_qs(asked.query).items()})
        elif path.startswith(_OWN):
            self._send(_own(path.removeprefix(_OWN)), with_content=with_content)
        elif not f"{path}/".startswith(f"{self.server.mount}/"):
            self._send(Answer(b"", status=302, to="/"), with_content=with_content)
        else:
            found = self.server.preview.answer(path.removeprefix(self.server.mount).removeprefix("/"))
            self._send(found, with_content=with_content)

    def _is_for_us(self) -> bool:
        """Whether the address that was asked is this machine's: another site's name may lead here too."""
        try:
            return _is_this_machine(urlsplit(f"//{self.headers.get('Host', '')}").hostname or "")
        except ValueError:
            return False

    def _send(self, answer: Answer, *, with_content: bool = True) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if answer.to:
            self.send_header("Location", f"{self.server.mount}{answer.to}")
        if answer.status == 500:  # noqa: PLR2004 - no page that could tell of changes
            self.send_header("Refresh", "2")
        self.end_headers()
        if with_content:
            self.wfile.write(answer.content)

    def _tell_changes(self, asked: dict[str, str]) -> None:
        """An event when the page is no longer the one of that mark; a sign of life while it is."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        edition = self.server.edition
        page = asked.get("page", "").removeprefix(self.server.mount).removeprefix("/")
        try:
            while self.server.preview.answer(page).mark == asked.get("mark"):
                self.wfile.write(b": the same\n\n")
                self.wfile.flush()
                edition = self.server.await_edition(edition)
            self.wfile.write(b"event: changed\ndata:\n\n")
        except ConnectionError:
            return


def _own(name: str) -> Answer:
    file = _FILES / name
    if "/" in name or not file.is_file():
        return Answer(b"", "text/plain", 404)
    return Answer(file.read_bytes(), media_type(name))

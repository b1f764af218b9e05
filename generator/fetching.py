"""Floor 2: files of other sites: by https, from public addresses, no larger or slower than is allowed."""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin, urlsplit

from generator.diagnostics import Message, message

_MOVED = frozenset({301, 302, 303, 307, 308})
_PIECE = 65_536

Connect = Callable[[str, int, float], http.client.HTTPConnection]
"""Makes a connection to a host and port that waits so many seconds; tests have their own."""


class NotFetchedError(Exception):
    """What was asked for cannot be had, or may not be taken; the message says why."""

    def __init__(self, text: Message) -> None:
        super().__init__(text)
        self.message = text


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of one file and of all, files, seconds of silence and in all, and how often one is led on."""

    file: int = 5_000_000
    total: int = 200_000_000
    files: int = 5_000
    silence: float = 20
    seconds: float = 900
    redirects: int = 3


class _PublicConnection(http.client.HTTPSConnection):
    """Connects only where all addresses of the host are public, and to one of those that were looked at."""

    def connect(self) -> None:
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        addresses = [str(each[4][0]) for each in found]
        if not addresses or not all(map(is_public, addresses)):
            raise NotFetchedError(message("{host} is no public address.", host=self.host))
        plain = socket.create_connection((addresses[0], self.port), self.timeout)
        self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)


def is_public(address: str) -> bool:
    """Whether the internet address is one of the open internet, and none of our own network or machine."""
    found = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None)
    return (found if inner is None else inner).is_global and not found.is_multicast


def public(host: str, port: int, seconds: float) -> http.client.HTTPConnection:
    """A connection to a public host, by TLS, its certificate looked at."""
    return _PublicConnection(host, port, timeout=seconds)


@dataclass(slots=True)
class Fetcher:
    """Fetches files, and counts what it has taken."""

    limits: Limits = field(default_factory=Limits)
    connect: Connect = public
    now: Callable[[], float] = time.perf_counter
    _bytes: int = 0
    _files: int = 0
    _end: float | None = None

    def fetch(self, address: str) -> bytes:
        """What is at the https address.  Raises NotFetchedError."""
        self._files += 1
        if self._files > self.limits.files:
            raise NotFetchedError(message("There are more than {n} files.", n=self.limits.files))
        to = address
        for _ in range(self.limits.redirects + 1):
            found = self._asked(to)
            if isinstance(found, bytes):
                return found
            to = found
        raise NotFetchedError(message("{address} leads on too often.", address=address))

    def _asked(self, address: str) -> bytes | str:
        """What is there, or where that leads on to."""
        parts = _checked(address)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection = self.connect(parts.hostname or "", parts.port or 443, self.limits.silence)
        try:
            connection.request("GET", path, headers={"Accept-Encoding": "identity", "User-Agent": "planverk"})
            with connection.getresponse() as answer:
                return self._read(answer, address)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise NotFetchedError(
                message("{address} does not answer ({reason}).", address=address, reason=error)
            ) from error
        finally:
            connection.close()

    def _read(self, answer: http.client.HTTPResponse, address: str) -> bytes | str:
        to = answer.getheader("Location")
        if answer.status in _MOVED and to:
            return urljoin(address, to)
        if answer.status != http.client.OK or answer.getheader("Content-Encoding", "identity") != "identity":
            raise NotFetchedError(message("{address} answers {n}.", address=address, n=answer.status))
        return self._content(answer, address)

    def _content(self, answer: http.client.HTTPResponse, address: str) -> bytes:
        """All that is answered, let go as soon as it is too much or too slow."""
        self._end = self._end or self.now() + self.limits.seconds
        content = bytearray()
        while piece := answer.read1(_PIECE):
            content += piece
            self._bytes += len(piece)
            if len(content) > self.limits.file or self._bytes > self.limits.total:
                raise NotFetchedError(message("{address} is too large.", address=address))
            if self.now() > self._end:
                raise NotFetchedError(message("{address} is too slow.", address=address))
        if answer.length:
            raise NotFetchedError(message("{address} breaks off.", address=address))
        return bytes(content)


def _checked(address: str) -> SplitResult:
    """The parts of an address that may be asked."""
    try:
        parts = urlsplit(address)
        is_sound = parts.scheme == "https" and parts.hostname and not parts.username and parts.port != 0
    except ValueError:
        is_sound = False
    if not is_sound or not address.isascii() or any(each <= " " for each in address):
        raise NotFetchedError(message("“{address}” is no https address.", address=address))
    return parts

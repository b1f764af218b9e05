"""A project under `planverk serve`, for as long as somebody looks at it."""

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from tests.project import COMMAND, ENVIRONMENT

PATIENCE = 120
"""Seconds that a preview may take to begin, on a busy machine."""


@contextmanager
def serving(project: Path, log: Path, **environment: str) -> Iterator[str]:
    """Where the preview of the project is, which answers by then and writes what it says to the log."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write(f"\ndev_addr: 127.0.0.1:{port}\n")
    with (
        log.open("w", encoding="utf-8") as said,
        subprocess.Popen(  # noqa: S603 - our own command
            [COMMAND, "serve"], cwd=project, env={**ENVIRONMENT, **environment}, stderr=said
        ) as server,
    ):
        try:
            end = monotonic() + PATIENCE
            while not _answers(port):
                assert monotonic() < end, log.read_text(encoding="utf-8")
                sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _answers(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0

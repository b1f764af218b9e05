"""A project under `planverk serve`, for as long as somebody looks at it."""

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.project import COMMAND, ENVIRONMENT


@contextmanager
def serving(project: Path, log: Path, **environment: str) -> Iterator[str]:
    """Where the preview of the project is, which writes what it says to the log."""
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
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()

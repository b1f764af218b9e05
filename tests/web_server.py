"""The web server of `deploy/Caddyfile`, run as it stands."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
_SECONDS = 60


@contextmanager
def caddy(site: Path, work: Path, path: str | None = None) -> Iterator[str]:
    """Where Caddy serves the folder while this lasts, with the path and without a slash at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    setting = {"PLANVERK_SITE": str(site), "PLANVERK_LISTEN": f"http://127.0.0.1:{port}"}
    below = {} if path is None else {"PLANVERK_PATH": path}
    home = {name: str(work) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    program = shutil.which("caddy")
    assert program, "tests/ensure-caddy installs Caddy"
    with (work / "caddy.log").open("wb") as log:
        server = subprocess.Popen(  # noqa: S603 - our own configuration
            [program, "run", "--adapter", "caddyfile", "--config", str(ROOT / "deploy/Caddyfile")],
            env={**home, **setting, **below, "PATH": os.environ["PATH"]},
            stdout=log,
            stderr=log,
        )
    try:
        _await(port, server, work)
        yield f"http://127.0.0.1:{port}{path or ''}"
    finally:
        server.terminate()
        server.wait()


def _await(port: int, server: subprocess.Popen[bytes], work: Path) -> None:
    """Returns when the server answers; raises AssertionError, with what it said, where it does not."""
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError((work / "caddy.log").read_text(encoding="utf-8"))

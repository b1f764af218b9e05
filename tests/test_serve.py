"""The live preview: a change is shown, and a fault is told and takes nothing away."""

import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.project import COMMAND, ENVIRONMENT, copy_project

PATIENCE = 90
"""Seconds that a change may take at the most, on a busy machine."""

PLAN = "plans/fagforeninger/forse/2024-2025.yml"
PAGE = "/fagforeninger/forse/2024-2025/"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A project under `planverk serve`, and the address of the preview."""
    project = copy_project(tmp_path / "project")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write(f"\ndev_addr: 127.0.0.1:{port}\n")
    log = (tmp_path / "log").open("w", encoding="utf-8")
    with log, subprocess.Popen([COMMAND, "serve"], cwd=project, env=ENVIRONMENT, stderr=log) as server:  # noqa: S603
        yield project, f"http://127.0.0.1:{port}"
        server.terminate()


def await_words(words: str, read: object) -> None:
    """Waits until what is read holds the words."""
    assert callable(read)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if words in read():
            return
        time.sleep(0.5)
    pytest.fail(f"{words!r} did not come")


def page(address: str) -> str:
    try:
        with urlopen(address + PAGE, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except OSError:
        return ""


def test_a_change_is_shown_and_a_fault_takes_nothing_away(preview: tuple[Path, str]) -> None:
    project, address = preview
    await_words("sommerhalvåret", lambda: page(address))
    source = (project / PLAN).read_text(encoding="utf-8")
    (project / PLAN).write_text(source.replace("frist: sommerhalvåret", "frist: uke 34"), encoding="utf-8")
    await_words("uke 34", lambda: page(address))
    (project / PLAN).write_text(source.replace("[Verveutvalget]", "[Vervutvalget]"), encoding="utf-8")
    log = project.parent / "log"
    await_words("Mente du «Verveutvalget»?", lambda: log.read_text(encoding="utf-8"))
    assert "uke 34" in page(address)

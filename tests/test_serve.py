"""The live preview: a change is shown, and a fault is told and takes nothing away; browsers are told too."""

import re
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

import pytest

from tests.project import copy_project, planverk
from tests.serving import serving

PATIENCE = 90
"""Seconds that a change may take at the most, on a busy machine."""

PLAN = "plans/fagforeninger/forse/2024-2025.yml"
PAGE = "/fagforeninger/forse/2024-2025/"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A project under `planverk serve`, and the address of the preview."""
    project = copy_project(tmp_path / "project")
    with serving(project, tmp_path / "log") as address:
        yield project, address


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
    assert f"{PLAN}:" in page(address)
    assert log.read_text(encoding="utf-8").count("Mente du «Verveutvalget»?") == 1


def test_a_browser_is_told_when_its_page_says_something_else(preview: tuple[Path, str]) -> None:
    project, address = preview
    await_words("sommerhalvåret", lambda: page(address))
    other = project / "plans/fagforeninger/lillehammer/2024-2025.yml"
    with changes(address) as told:
        assert told.readline() == b": the same\n"
        other.write_text(
            other.read_text(encoding="utf-8").replace("frist: ", "frist: uke 34 # ", 1), encoding="utf-8"
        )
        assert told.readline() == b"\n"
        assert told.readline() == b": the same\n"
        source = (project / PLAN).read_text(encoding="utf-8")
        changed = source.replace("frist: sommerhalvåret", "frist: uke 34")
        (project / PLAN).write_text(changed, encoding="utf-8")
        lines = [told.readline() for _ in range(4)]
        assert b"event: changed\n" in lines


def changes(address: str) -> HTTPResponse:
    """What a browser hears that shows the page as it is."""
    mark = re.findall(r'data-mark="(\w+)"', page(address))[0]
    asked = urlencode({"page": PAGE, "mark": mark})
    answer: HTTPResponse = urlopen(f"{address}/-/preview/changes?{asked}", timeout=PATIENCE)  # noqa: S310
    return answer


def test_only_browsers_on_this_machine_that_ask_for_it_are_answered(preview: tuple[Path, str]) -> None:
    _, address = preview
    await_words("sommerhalvåret", lambda: page(address))
    port = urlsplit(address).port
    statuses = {}
    for host in (
        f"127.0.0.1:{port}",
        "localhost",
        "[::1]:1",
        "planverk.example",
        f"127.0.0.1.example:{port}",
        "[",
    ):
        line = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        line.request("GET", "/hjelp/", headers={"Host": host})
        statuses[host] = line.getresponse().status
        line.close()
    assert list(statuses.values()) == [200, 200, 200, 421, 421, 421]


def test_no_other_machine_is_let_in(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("\ndev_addr: 0.0.0.0:8000\n")
    done = planverk(project, "serve")
    assert done.returncode == 1
    assert "0.0.0.0" in done.stderr  # noqa: S104
    assert "Traceback" not in done.stderr

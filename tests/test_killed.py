"""Builds that are killed, that run out of disk, or that run at once: the site that stands is always whole."""

import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import cli, console, engine, pipeline, processes
from generator.commands import building
from generator.engine import build_site
from generator.language import Language
from generator.mkdocs_build import SiteNotBuiltError
from generator.press import Page
from generator.publish import alone, publish
from tests.case_folders import assemble
from tests.project import COMMAND, ENVIRONMENT, copy_project, files, planverk

POINTS = 8
SEED = 20250128
PLAN = "plans/fagforeninger/vik/2024-2025.yml"
BEFORE, AFTER = "Kreve hele stillinger i drøftinger.", "Kreve hele og faste stillinger."
Site = dict[str, bytes]


def small_project(to: Path) -> Path:
    """The project with the plans of the tests, which build fast."""
    copy_project(to)
    shutil.rmtree(to / "plans")
    return assemble(to)


def change(project: Path) -> None:
    """Swaps one text of the plan for another, or back."""
    text = (project / PLAN).read_text(encoding="utf-8")
    old, new = (BEFORE, AFTER) if BEFORE in text else (AFTER, BEFORE)
    (project / PLAN).write_text(text.replace(old, new), encoding="utf-8")


def site(project: Path) -> Site:
    return files(project / "site")


def start(project: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 - our own command
        [COMMAND, "build"],
        cwd=project,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_killed_build_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    wholes = []
    for _ in range(2):
        change(project)
        began = time.monotonic()
        assert planverk(project, "build").returncode == 0
        wholes.append(site(project))
        lasts = time.monotonic() - began
    assert wholes[0] != wholes[1]
    points = random.Random(SEED)  # noqa: S311 - no secret
    for _ in range(POINTS):
        change(project)
        wholes.reverse()
        building = start(project)
        time.sleep(points.uniform(0, lasts))
        building.kill()
        building.communicate()
        assert site(project) in wholes
        assert planverk(project, "build").returncode == 0
        assert site(project) == wholes[1]


OLD, NEW, GONE = {"index.html": b"old"}, {"index.html": b"new"}, Site()


@pytest.mark.parametrize(("renames", "left"), [(0, OLD), (1, GONE), (2, NEW), (3, NEW)])
def test_a_build_killed_between_two_renames_is_set_right_by_the_next(
    tmp_path: Path, renames: int, left: Site
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_bytes(b"old")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Prøve\n", encoding="utf-8")
    child = os.fork()
    if child == 0:
        try:
            _build_until_killed(tmp_path, renames)
        finally:
            os._exit(1)
    os.waitpid(child, 0)
    assert site(tmp_path) == left
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "build_pages", _refuse)
        with pytest.raises(SiteNotBuiltError):
            build_site(tmp_path)
    assert site(tmp_path) == (left or OLD)
    assert sorted(path.name for path in (tmp_path / ".planverk").iterdir()) == ["lock"]


def _build_until_killed(root: Path, renames: int) -> None:
    """Builds a site of one page; the process is killed before the rename after so many."""
    rename = Path.rename
    done: list[Path] = []

    def killing(self: Path, target: Path) -> Path:
        if len(done) == renames:
            os.kill(os.getpid(), signal.SIGKILL)
        done.append(target)
        return rename(self, target)

    Path.rename = killing  # type: ignore[method-assign, assignment]
    vars(engine)["build_pages"] = _make
    build_site(root)
    os._exit(0)


def _make(_root: Path, fresh: Path, *_: object) -> None:
    fresh.mkdir()
    (fresh / "index.html").write_bytes(b"new")


def _refuse(_root: Path, fresh: Path, *_: object) -> None:
    fresh.mkdir()
    (fresh / "index.html").write_bytes(b"half")
    raise SiteNotBuiltError("no")


@pytest.mark.parametrize("largest", [500, 60_000])
def test_files_that_cannot_be_written_leave_the_earlier_site(tmp_path: Path, largest: int) -> None:
    """The system refuses to write more than `largest` bytes to a file: a page, or MkDocs' own files."""
    project = small_project(tmp_path / "project")
    assert planverk(project, "build").returncode == 0
    before = site(project)
    change(project)
    done = subprocess.run(  # noqa: S603 - our own command
        [COMMAND, "build"],
        cwd=project,
        env=ENVIRONMENT | {"PLANVERK_LANGUAGE": "en"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest)),
    )
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "cannot be read or written (File too large). What was there before stands." in done.stderr
    assert site(project) == before
    left = sorted(path.name for path in (project / ".planverk").iterdir())
    assert left == ["kept", "lock", "media", "tables"]
    assert planverk(project, "build").returncode == 0


@pytest.mark.parametrize("step", ["generate", "build_site"])
def test_a_full_disk_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.chdir(small_project(tmp_path / "project"))
    monkeypatch.setattr(console, "LANGUAGE", Language("en"))
    monkeypatch.setattr(pipeline if step == "generate" else building, step, _fill)
    done = CliRunner().invoke(cli.main, ["build", "--today", "2025-06-01"])
    assert done.exit_code == 1
    assert "The disk is full. The site that was there stands." in done.stderr


def test_a_process_that_was_ended_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_project(tmp_path / "project"))
    monkeypatch.setattr(console, "LANGUAGE", Language("en"))
    monkeypatch.setattr(building, "build_site", _lose_a_process)
    done = CliRunner().invoke(cli.main, ["build", "--today", "2025-06-01"])
    assert done.exit_code == 1
    assert "A process was ended (too little memory?). The site that was there stands." in done.stderr


def _lose_a_process(*_: object) -> None:
    jobs = [lambda: os.kill(os.getpid(), signal.SIGKILL)] * 4
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(processes.MOST, "2")
        list(processes.at_once(jobs, 2))


def _fill(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "site/index.html")


def test_two_builds_at_once_leave_a_whole_site(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    both = [start(project), start(project)]
    ends = [(build.communicate()[1], build.returncode) for build in both]
    assert [end[1] for end in ends] == [0, 0], ends
    alone_built = small_project(tmp_path / "other")
    assert planverk(alone_built, "build").returncode == 0
    assert site(project) == site(alone_built)


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    pages = (Page("index.md", "Forside\n"),)
    waiting = threading.Thread(target=publish, args=(tmp_path / "docs", pages, frozenset()))
    with alone(tmp_path):
        waiting.start()
        waiting.join(timeout=0.3)
        assert waiting.is_alive()
        assert not (tmp_path / "docs").exists()
    waiting.join(timeout=10)
    assert (tmp_path / "docs/index.md").read_text(encoding="utf-8") == "Forside\n"

"""Hostile source files and folders: each has one clear outcome, and nothing hangs."""

import os
import shutil
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.diagnostics import Collector
from generator.examination import examine
from generator.nodes import NODE_LIMIT, compose
from generator.sources import SIZE_LIMIT
from tests.case_folders import assemble

UNION = Path("plans/fagforeninger/vik")
PLAN = UNION / "2024-2025.yml"
FEDERATION = Path("plans/forbund.yml")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return assemble(tmp_path / "project")


def said(project: Path) -> list[str]:
    """What is found, each with its file and rule."""
    return [f"{each.position.file} {each.rule.name}: {_words(each.message)}" for each in examine(project)[1]]


def _words(text: object) -> str:
    return str(getattr(text, "text", text))


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _process(path: Path) -> None:
    path.unlink()
    path.symlink_to("/proc/self/environ")


NO_FILE = "file-missing: This is not a file."
LEADS_OUT = "file-outside-plans: The file is a link out of the plans folder."


@pytest.mark.parametrize(
    "file", [PLAN, UNION / "fagforening.yml", FEDERATION, Path("plans/strategi/2023.yml")]
)
@pytest.mark.parametrize(
    ("become", "outcome"), [(_fifo, NO_FILE), (_folder, NO_FILE), (_device, LEADS_OUT), (_process, LEADS_OUT)]
)
def test_what_is_no_file_is_not_opened(
    project: Path, file: Path, become: Callable[[Path], None], outcome: str
) -> None:
    become(project / file)
    found = said(project)
    if become is _folder and file == PLAN:
        assert found == []
    else:
        assert f"{file.as_posix()} {outcome}" in found


def test_a_file_of_fifty_megabytes_is_not_read_whole(project: Path) -> None:
    os.truncate(project / PLAN, 50_000_000)
    tracemalloc.start()
    assert f"{PLAN.as_posix()} file-too-large: The file is larger than {{limit}} bytes." in said(project)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 * SIZE_LIMIT


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A project read by somebody who is not root, for whom permissions count."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    root = assemble(folder / "project")
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(65534)
    try:
        yield root
    finally:
        if was_root:
            os.seteuid(0)
        for path in (root / "plans").rglob("*"):
            path.chmod(0o755)
        shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("closed", "outcome"),
    [
        (PLAN, [f"{PLAN.as_posix()} file-missing: The file cannot be opened ({{reason}})."]),
        (FEDERATION, [f"{FEDERATION.as_posix()} file-missing: The file cannot be opened ({{reason}})."]),
        (
            UNION,
            [
                f"{UNION.as_posix()} file-missing: The folder cannot be opened.",
                f"{UNION.as_posix()}/fagforening.yml file-missing: The file cannot be opened ({{reason}}).",
            ],
        ),
        (UNION.parent, [f"{UNION.parent.as_posix()} file-missing: The folder cannot be opened."]),
    ],
)
def test_what_cannot_be_opened_is_told(unprivileged: Path, closed: Path, outcome: list[str]) -> None:
    was_root = os.getuid() == 0
    os.seteuid(os.getuid())
    (unprivileged / closed).chmod(0)
    if was_root:
        os.seteuid(65534)
    assert [each for each in said(unprivileged) if "file-missing" in each] == outcome


def test_a_linked_plans_folder_is_refused_and_not_walked(project: Path, tmp_path: Path) -> None:
    (project / "plans").rename(tmp_path / "elsewhere")
    (project / "plans").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert said(project) == [f"plans/forbund.yml {LEADS_OUT}"]


def test_a_link_to_the_whole_disk_is_not_walked(project: Path) -> None:
    shutil.rmtree(project / UNION)
    (project / UNION).symlink_to("/", target_is_directory=True)
    (project / "plans/strategi/2022.yml").symlink_to("/etc/passwd")
    found = said(project)
    assert f"plans/strategi/2022.yml {LEADS_OUT}" in found
    assert f"{UNION.as_posix()}/fagforening.yml {LEADS_OUT}" in found


NAMES = ["...", "-", " ", "con.", "a\nb", "A", "å", "a\u030a", "vik ", "VIK", "index", "\udcff"]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_folder_name_that_cannot_be_an_address_stops_its_union_only(project: Path, name: str) -> None:
    shutil.copytree(project / UNION, project / UNION.parent / name)
    found = examine(project)[1]
    hidden = name.startswith(".")
    assert [each.rule.name for each in found] == ([] if hidden else ["invalid-folder-name"])
    assert all(str(each.position).isprintable() for each in found)


@pytest.mark.parametrize("name", ["å", "a\u030a", "2024-2025 ", "\udcff", "..."], ids=ascii)
def test_a_plan_is_named_after_its_period(project: Path, name: str) -> None:
    (project / UNION / f"{name}.yml").write_bytes((project / PLAN).read_bytes())
    found = examine(project)[1]
    assert {each.rule.name for each in found} <= {"period-not-file-name"}
    assert bool(found) != name.startswith(".")


def test_an_ending_in_capitals_is_no_second_plan(project: Path) -> None:
    (project / UNION / "2024-2025.YML").write_bytes((project / PLAN).read_bytes())
    assert said(project) == [f"{UNION.as_posix()}/2024-2025.YML file-not-read: Nothing reads this file."]


def test_hundreds_of_unions_are_read(project: Path) -> None:
    for number in range(500):
        union = project / UNION.parent / f"nr-{number}"
        union.mkdir()
        shutil.copy(project / UNION / "fagforening.yml", union)
    assert said(project) == []


@pytest.mark.parametrize(("values", "refused"), [(NODE_LIMIT - 1, []), (NODE_LIMIT, ["yaml-refused"])])
def test_a_file_holds_values_up_to_the_limit_and_no_more(values: int, refused: list[str]) -> None:
    faults = Collector()
    compose("- x\n" * values, "plan.yml", faults)
    assert [each.rule.name for each in faults.found] == refused

"""Hostile folders of output: nothing is written, emptied or removed outside docs/, site/ and .planverk/."""

import os
from pathlib import Path

import pytest

from generator import engine
from generator.engine import build_site
from generator.press import Page
from generator.publish import LIST, NotOursError, RefusedError, publish
from tests.case_folders import assemble
from tests.project import planverk

PAGES = (Page("index.md", "Forside\n"), Page("fagforeninger/index.md", "Alle\n"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return assemble(tmp_path / "project")


def _elsewhere(tmp_path: Path, link: Path) -> Path:
    """A folder outside the project with one file, and a link to it."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine\n", encoding="utf-8")
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(folder, target_is_directory=True)
    return folder


def _files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["docs", ".planverk"])
def test_a_linked_folder_is_not_published_into(tmp_path: Path, name: str) -> None:
    folder = _elsewhere(tmp_path, tmp_path / "project" / name)
    with pytest.raises(RefusedError) as caught:
        publish(tmp_path / "project/docs", PAGES, frozenset())
    assert caught.value.message.values == (("path", name),)
    assert _files(folder) == {"mine.txt": "mine\n"}


@pytest.mark.parametrize("name", ["site", ".planverk"])
def test_a_linked_folder_is_not_built_into(tmp_path: Path, name: str) -> None:
    folder = _elsewhere(tmp_path, tmp_path / "project" / name)
    with pytest.raises(RefusedError):
        build_site(tmp_path / "project")
    assert _files(folder) == {"mine.txt": "mine\n"}


@pytest.mark.parametrize(
    "name", ["docs", ".planverk/media", ".planverk/kept", ".planverk/kept/nb", ".planverk/kept/read"]
)
def test_a_refusal_is_told_without_a_traceback(project: Path, tmp_path: Path, name: str) -> None:
    folder = _elsewhere(tmp_path, project / name)
    (project / "templates").symlink_to(Path(__file__).parent.parent / "templates")
    done = planverk(project, "build")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert f"{Path(name).name}/" in done.stderr
    assert _files(folder) == {"mine.txt": "mine\n"}


@pytest.mark.parametrize("name", ["site", "parts", "earlier", "discarded"])
def test_links_in_the_work_folder_are_removed_and_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = _elsewhere(tmp_path, tmp_path / "project/.planverk" / name)
    monkeypatch.setattr(engine, "build_pages", lambda _, fresh, *__: fresh.mkdir())
    build_site(tmp_path / "project")
    assert _files(folder) == {"mine.txt": "mine\n"}
    assert [path.name for path in (tmp_path / "project/.planverk").iterdir()] == ["lock"]


def test_a_linked_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / ".planverk").mkdir()
    (tmp_path / ".planverk/lock").symlink_to(tmp_path / "outside")
    with pytest.raises(OSError, match="lock"):
        publish(tmp_path / "docs", PAGES, frozenset())
    assert not (tmp_path / "outside").exists()


@pytest.mark.parametrize("name", [LIST, f"{LIST}.new"])
def test_the_list_is_not_written_through_a_link(tmp_path: Path, name: str) -> None:
    (tmp_path / "mine.txt").write_text("[]", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / name).symlink_to(tmp_path / "mine.txt")
    publish(tmp_path / "docs", PAGES, frozenset())
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "[]"


@pytest.mark.parametrize("content", ["", "{", "3", "[1]", '["a\\u0000b"]', "[" * 100_000, "\xff"])
def test_a_damaged_list_stops_all_or_names_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "docs/om").mkdir(parents=True)
    (tmp_path / "docs/om/index.md").write_text("mine\n", encoding="utf-8")
    (tmp_path / "docs" / LIST).write_bytes(content.encode("latin-1"))
    try:
        publish(tmp_path / "docs", PAGES, frozenset())
    except NotOursError as error:
        assert error.path == LIST  # noqa: PT017 - both ends are right, for different contents
        assert not (tmp_path / "docs/index.md").exists()
    assert (tmp_path / "docs/om/index.md").read_text(encoding="utf-8") == "mine\n"


def test_a_list_that_names_a_folder_removes_nothing(tmp_path: Path) -> None:
    (tmp_path / "docs/om").mkdir(parents=True)
    (tmp_path / "docs/om/index.md").write_text("mine\n", encoding="utf-8")
    (tmp_path / "docs" / LIST).write_text('["om", "", "."]', encoding="utf-8")
    publish(tmp_path / "docs", PAGES, frozenset())
    assert _files(tmp_path / "docs/om") == {"index.md": "mine\n"}


def test_a_pipe_in_the_place_of_a_page_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    os.mkfifo(tmp_path / "docs/index.md")
    with pytest.raises(NotOursError):
        publish(tmp_path / "docs", PAGES, frozenset())


def test_a_page_is_not_written_through_a_link_to_another_page(tmp_path: Path) -> None:
    (tmp_path / "docs/om").mkdir(parents=True)
    (tmp_path / "docs/om/index.md").write_text("mine\n", encoding="utf-8")
    (tmp_path / "docs/fagforeninger").symlink_to("om", target_is_directory=True)
    with pytest.raises(NotOursError):
        publish(tmp_path / "docs", PAGES, frozenset())
    assert _files(tmp_path / "docs/om") == {"index.md": "mine\n"}

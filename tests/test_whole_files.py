"""Files that are written whole or not at all."""

import errno
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.whole_files import put
from tests.project import ROOT


def full(self: Path, content: bytes) -> int:
    """A disk that has room for half."""
    with self.open("wb") as file:
        file.write(content[: len(content) // 2])
    raise OSError(errno.ENOSPC, "No space left on device", str(self))


def test_half_a_file_takes_no_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "plan.json"
    put(place, b"old")
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        put(place, b"new and longer")
    assert place.read_bytes() == b"old"


def test_what_lay_apart_is_no_way_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"mine")
    (tmp_path / "plan.json.half").symlink_to(tmp_path / "other")
    put(tmp_path / "plan.json", b"new")
    assert (tmp_path / "other").read_bytes() == b"mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other", "plan.json"]


@pytest.mark.parametrize(
    "command",
    [
        ("export", "--union", "as"),
        ("report", "as", "--from", "2024-01-01", "--to", "2024-12-31"),
    ],
)
def test_what_is_asked_for_replaces_the_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(ROOT)
    asked = (*command, "--today", "2025-06-01", "--output", str(tmp_path / "out"))
    assert CliRunner().invoke(main, asked).exit_code == 0
    before = (tmp_path / "out").read_bytes()
    monkeypatch.setattr(Path, "write_bytes", full)
    assert CliRunner().invoke(main, asked).exit_code == 1
    assert (tmp_path / "out").read_bytes() == before

"""Publishing: only what changed is written, what is stale goes, and nothing of anybody else is touched."""

import errno
import json
from pathlib import Path

import pytest

from generator.press import Page
from generator.publish import LIST, NotOursError, Published, publish

NOTHING: frozenset[str] = frozenset()
PAGES = (
    Page("index.md", "Forside æøå\n"),
    Page("fagforeninger/vik/index.md", "Vik\r\n"),
    Page("fagforeninger/vik/2024.md", "Vik 2024\n"),
)
Files = dict[str, bytes]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return tmp_path / "docs"


def _files(folder: Path) -> Files:
    """Every file below the folder, links not followed, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def _folders(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir())


def _listing(*paths: str) -> bytes:
    return (json.dumps(sorted(paths), indent=0) + "\n").encode()


def _published(*pages: Page) -> Files:
    """What the folder holds when these pages, and only they, are published."""
    listing = {LIST: _listing(*(page.path for page in pages))}
    return listing | {page.path: page.text.encode() for page in pages}


def _marks(folder: Path) -> dict[str, tuple[int, int]]:
    """What changes when a file is written: its inode and the time of its last change."""
    files = [folder / name for name in _files(folder)]
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns) for path in files
    }


def test_pages_are_written_as_they_are_and_listed(docs: Path) -> None:
    outcome = publish(docs, PAGES, NOTHING)
    paths = ("fagforeninger/vik/2024.md", "fagforeninger/vik/index.md", "index.md")
    assert outcome == Published(pages=3, written=paths, removed=())
    assert _files(docs) == _published(*PAGES)


def test_a_second_run_writes_nothing(docs: Path) -> None:
    publish(docs, PAGES, NOTHING)
    before = _marks(docs)
    assert publish(docs, PAGES, NOTHING) == Published(pages=3, written=(), removed=())
    assert _marks(docs) == before


def test_only_the_page_that_changed_is_written(docs: Path) -> None:
    publish(docs, PAGES, NOTHING)
    before = _marks(docs)
    changed = (Page("index.md", "Ny forside\n"), *PAGES[1:])
    with (docs / "index.md").open("rb") as reader:
        assert publish(docs, changed, NOTHING) == Published(pages=3, written=("index.md",), removed=())
        assert reader.read() == PAGES[0].text.encode()
    assert _files(docs) == _published(*changed)
    after = _marks(docs)
    assert {name for name in after if after[name] != before[name]} == {"index.md"}


def test_neither_order_nor_history_changes_a_byte(docs: Path, tmp_path: Path) -> None:
    publish(docs, PAGES[:1], NOTHING)
    publish(docs, PAGES, NOTHING)
    publish(tmp_path / "other", reversed(PAGES), NOTHING)
    assert _files(docs) == _files(tmp_path / "other")


def test_stale_pages_go_and_the_folders_that_they_leave_empty(docs: Path) -> None:
    publish(docs, PAGES, NOTHING)
    outcome = publish(docs, PAGES[:1], NOTHING)
    stale = ("fagforeninger/vik/2024.md", "fagforeninger/vik/index.md")
    assert outcome == Published(pages=1, written=(), removed=stale)
    assert (_files(docs), _folders(docs)) == (_published(*PAGES[:1]), [])


def test_a_folder_that_holds_a_file_of_somebody_else_stays(docs: Path) -> None:
    publish(docs, PAGES, NOTHING)
    (docs / "fagforeninger/bilde.png").write_bytes(b"x")
    publish(docs, PAGES[:1], NOTHING)
    assert _files(docs) == _published(*PAGES[:1]) | {"fagforeninger/bilde.png": b"x"}
    assert _folders(docs) == ["fagforeninger"]


def test_a_stale_page_that_is_gone_already_is_no_fault(docs: Path) -> None:
    publish(docs, PAGES, NOTHING)
    (docs / "fagforeninger/vik/2024.md").unlink()
    publish(docs, PAGES[:1], NOTHING)
    assert _files(docs) == _published(*PAGES[:1])


def test_a_page_that_was_deleted_or_changed_by_hand_is_written_anew(docs: Path) -> None:
    publish(docs, PAGES, NOTHING)
    (docs / "index.md").unlink()
    (docs / "fagforeninger/vik/2024.md").write_bytes(b"x")
    outcome = publish(docs, PAGES, NOTHING)
    assert outcome == Published(pages=3, written=("fagforeninger/vik/2024.md", "index.md"), removed=())
    assert _files(docs) == _published(*PAGES)


def test_a_file_of_somebody_else_stops_all_before_anything_is_written(docs: Path) -> None:
    (docs / "fagforeninger/vik").mkdir(parents=True)
    (docs / "fagforeninger/vik/2024.md").write_bytes(b"Min egen\n")
    with pytest.raises(NotOursError) as caught:
        publish(docs, PAGES, NOTHING)
    assert caught.value.path == "fagforeninger/vik/2024.md"
    assert _files(docs) == {"fagforeninger/vik/2024.md": b"Min egen\n"}


def test_a_folder_in_the_place_of_a_page_stops_all(docs: Path) -> None:
    (docs / "index.md").mkdir(parents=True)
    with pytest.raises(NotOursError) as caught:
        publish(docs, PAGES, NOTHING)
    assert (caught.value.path, _files(docs)) == ("index.md", {})


def test_a_file_in_the_place_of_a_folder_stops_all(docs: Path) -> None:
    docs.mkdir()
    (docs / "fagforeninger").write_bytes(b"x")
    with pytest.raises(NotOursError) as caught:
        publish(docs, PAGES, NOTHING)
    assert caught.value.path.startswith("fagforeninger")
    assert _files(docs) == {"fagforeninger": b"x"}


def test_a_file_that_reads_just_like_the_page_is_taken_over(docs: Path) -> None:
    docs.mkdir()
    (docs / "index.md").write_bytes(PAGES[0].text.encode())
    before = _marks(docs)
    assert publish(docs, PAGES[:1], NOTHING) == Published(pages=1, written=(), removed=())
    assert _files(docs) == _published(*PAGES[:1])
    assert _marks(docs)["index.md"] == before["index.md"]


def test_held_pages_stay_as_they_are_whether_made_anew_or_not(docs: Path) -> None:
    publish(docs, PAGES, NOTHING)
    held = frozenset({"fagforeninger/vik/index.md", "fagforeninger/vik/2024.md"})
    made = (Page("index.md", "Ny\n"), Page("fagforeninger/vik/index.md", "Ingen plan\n"))
    assert publish(docs, made, held) == Published(pages=3, written=("index.md",), removed=())
    assert _files(docs) == _published(made[0], *PAGES[1:])


def test_all_pages_below_a_held_folder_stay_and_those_of_its_namesakes_do_not(docs: Path) -> None:
    others = (Page("fagforeninger/viken/index.md", "Viken\n"), Page("fagforeninger/vik.md", "x\n"))
    publish(docs, (*PAGES, *others), NOTHING)
    made = (PAGES[0], Page("fagforeninger/vik/index.md", "Ingen plan\n"))
    outcome = publish(docs, made, frozenset({"fagforeninger/vik/"}))
    stale = ("fagforeninger/vik.md", "fagforeninger/viken/index.md")
    assert outcome == Published(pages=3, written=(), removed=stale)
    assert _files(docs) == _published(*PAGES)


def test_a_held_page_that_is_not_there_is_written(docs: Path) -> None:
    held = frozenset({"fagforeninger/vik/index.md", "fagforeninger/vik/2024.md"})
    made = (Page("fagforeninger/vik/index.md", "Ingen plan\n"),)
    assert publish(docs, made, held) == Published(
        pages=1, written=("fagforeninger/vik/index.md",), removed=()
    )
    assert _files(docs) == _published(*made)


def test_a_held_page_goes_when_it_is_held_no_more(docs: Path) -> None:
    publish(docs, PAGES, NOTHING)
    publish(docs, PAGES[:1], frozenset({"fagforeninger/vik/index.md"}))
    assert publish(docs, PAGES[:1], NOTHING).removed == ("fagforeninger/vik/index.md",)
    assert _files(docs) == _published(*PAGES[:1])


@pytest.mark.parametrize("writes", range(5))
def test_an_interrupted_run_leaves_whole_pages_that_the_next_run_sets_right(
    docs: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    earlier = (*PAGES[:2], Page("roller/gammel.md", "Gammel\n"))
    publish(docs, earlier, NOTHING)
    later = (PAGES[0], Page("fagforeninger/vik/index.md", "Nytt\n"), PAGES[2], Page("ny/ny.md", "Ny\n"))
    whole = {page.path: {page.text.encode()} for page in (*earlier, *later)}
    whole["fagforeninger/vik/index.md"] = {b"Vik\r\n", b"Nytt\n"}

    with monkeypatch.context() as patch:
        _fail_after(writes, patch)
        with pytest.raises(OSError, match="the disk is full"):
            publish(docs, later, NOTHING)
    owned = set(json.loads((docs / LIST).read_text(encoding="utf-8")))
    left = {name: content for name, content in _files(docs).items() if not Path(name).name.startswith(".")}
    assert {name for name, content in left.items() if content not in whole[name]} == set()
    assert set(left) <= owned

    publish(docs, later, NOTHING)
    assert (_files(docs), _folders(docs)) == (
        _published(*later),
        ["fagforeninger", "fagforeninger/vik", "ny"],
    )


def _fail_after(writes: int, patch: pytest.MonkeyPatch) -> None:
    """Lets `writes` files be written; the next is cut off halfway, its folder made."""
    write = Path.write_bytes
    done: list[Path] = []

    def failing(self: Path, content: bytes) -> int:
        if len(done) == writes:
            write(self, content[: len(content) // 2])
            raise OSError(errno.ENOSPC, "the disk is full")
        done.append(self)
        return write(self, content)

    patch.setattr(Path, "write_bytes", failing)


def test_nothing_is_written_through_a_link_out_of_the_folder(docs: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    docs.mkdir()
    (docs / "fagforeninger").symlink_to(outside, target_is_directory=True)
    with pytest.raises(NotOursError) as caught:
        publish(docs, PAGES, NOTHING)
    assert caught.value.path == "fagforeninger/vik/index.md"
    assert (_files(docs), _files(outside)) == ({}, {})


def test_nothing_is_removed_through_a_link_out_of_the_folder(docs: Path, tmp_path: Path) -> None:
    publish(docs, PAGES, NOTHING)
    outside = tmp_path / "outside"
    (docs / "fagforeninger").rename(outside)
    (docs / "fagforeninger").symlink_to(outside, target_is_directory=True)
    before = _files(outside)
    assert publish(docs, PAGES[:1], NOTHING) == Published(pages=1, written=(), removed=())
    assert (_files(docs), _files(outside)) == (_published(*PAGES[:1]), before)


@pytest.mark.parametrize("name", ["../utenfor.md", "fagforeninger/../../utenfor.md", "{outside}"])
def test_a_list_that_names_files_outside_the_folder_removes_none(
    docs: Path, tmp_path: Path, name: str
) -> None:
    outside = tmp_path / "utenfor.md"
    outside.write_bytes(b"x")
    docs.mkdir()
    (docs / LIST).write_bytes(_listing(name.format(outside=outside)))
    publish(docs, PAGES[:1], NOTHING)
    assert _files(docs) == _published(*PAGES[:1])
    assert outside.read_bytes() == b"x"

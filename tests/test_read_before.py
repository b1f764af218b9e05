"""What was read is recalled as it was, while its files are; nothing else is made of what is kept."""

import os
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator import load, sources
from generator.checks import check_texts
from generator.examination import examine
from generator.load import Inspect, ReadUnion, read_unions
from generator.preview.sources import Stock
from generator.read_before import ReadBefore
from generator.sources import UnionFolder
from tests.case_folders import assemble, every_case

UNION = "plans/fagforeninger/vik"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return assemble(tmp_path / "project")


def begun(project: Path) -> ReadBefore:
    return ReadBefore(project, project / "kept")


def read(project: Path) -> tuple[UnionFolder, ReadUnion]:
    """The folder of the union, and what stands in it."""
    folder = next(each for each in sources.find(project).unions if each.id == "vik")
    return folder, next(read_unions(project, [folder], check_texts))


def kept(project: Path) -> tuple[UnionFolder, ReadUnion]:
    """The same, after it was kept."""
    folder, found = read(project)
    before = begun(project)
    assert before.recall(folder) is None
    before.keep(folder, found)
    return folder, found


def recalled(project: Path) -> object | None:
    return begun(project).recall(read(project)[0])


def is_known(project: Path, folder: UnionFolder) -> bool:
    """Whether it is known what the union was read from, when it has been asked for and read."""
    before = begun(project)
    before.recall(folder)
    before.keep(folder, "read")
    return folder.id in before.names


def test_what_was_read_is_recalled_until_a_file_changes(project: Path) -> None:
    _, found = kept(project)
    assert recalled(project) == found
    plan = project / UNION / "2024-2025.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(f"{text}\n", encoding="utf-8")
    assert recalled(project) is None
    plan.write_text(text, encoding="utf-8")
    assert recalled(project) == found
    plan.rename(plan.with_name("2026-2027.yml"))
    assert recalled(project) is None


def test_a_folder_that_changed_while_it_was_read_is_not_kept(project: Path) -> None:
    folder, found = read(project)
    before = begun(project)
    before.recall(folder)
    (project / UNION / "2024-2025.yml").write_text("", encoding="utf-8")
    before.keep(folder, found)
    assert before.names == {}
    assert before.recall(folder) is None


@pytest.mark.parametrize("way", ["fagforening.yml", "", ".."])
def test_what_a_link_leads_to_is_not_known(project: Path, tmp_path: Path, way: str) -> None:
    folder, _ = read(project)
    place = (project / UNION / way).resolve()
    place.rename(tmp_path / "elsewhere")
    place.symlink_to(tmp_path / "elsewhere")
    assert not is_known(project, folder)


def test_a_file_that_is_too_large_or_gone_or_none_is_not_known(project: Path) -> None:
    folder, _ = read(project)
    assert is_known(project, folder)
    folder.union.write_bytes(b"#" * (sources.SIZE_LIMIT + 1))
    assert not is_known(project, folder)
    folder.union.unlink()
    assert not is_known(project, folder)
    os.mkfifo(folder.union)
    assert not is_known(project, folder)


def test_a_name_that_is_no_text_is_known(project: Path) -> None:
    plan = project / UNION / "2024-2025.yml"
    plan.rename(plan.with_name("2024-2025-\udcf8.yml"))
    assert is_known(project, read(project)[0])


def test_a_folder_of_another_name_is_another_union(project: Path) -> None:
    folder, _ = kept(project)
    before = begun(project)
    before.recall(folder)
    other = folder.union.parent.rename(folder.union.parent.with_name("vikk"))
    moved = UnionFolder("vikk", other / folder.union.name, tuple(other / each.name for each in folder.plans))
    assert before.recall(moved) is None
    before.keep(moved, "read")
    assert len(set(before.names.values())) == 2


class Trap:
    """What would be done by whoever takes it out of its pickle."""

    def __init__(self, call: object, *of: object) -> None:
        self._call, self._of = call, of

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self._call, self._of


def named(module: str, name: str) -> bytes:
    """The pickle of what has the name in the module, called with nothing."""
    return f"c{module}\n{name}\n)R.".encode()


@pytest.mark.parametrize(
    "content",
    [
        pickle.dumps(Trap(print, "caught")),
        pickle.dumps(Trap(Path, "caught")),
        pickle.dumps(Trap(exec, "raise SystemExit")),
        b"cgenerator.load\ngc.collect\n)R.",
        b"\x80\x04\x8c\x0egenerator.load\x94\x8c\x07Path.cwd\x94\x93)R.",
        b"\x80\x04\x8c\x0egenerator.load\x94\x8c\x04Path\x94\x93)R.",
        b"\x80\x04\x8c\x0egenerator.load\x94\x8c\x04load\x94\x93)R.",
        b"\x80\x04\x8c\x0fgenerator.press\x94\x8c\x05Press\x94\x93)R.",
        b"\x80\x04\x8c\x0egenerator.none\x94\x8c\x05Press\x94\x93)R.",
        b"\x80\x04\x8c\x15generator.diagnostics\x94\x8c\tCollector\x94\x93)R.",
        b"cdatetime\ndate\n(L1000000000000000000000000000000L\nI1\nI1\ntR.",
        b"(" * 100_000,
        b"",
        b"\x80\x05",
        b"no pickle",
    ],
)
def test_nothing_else_is_made_of_what_is_kept(
    project: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, found = kept(project)
    before = begun(project)
    assert before.recall(folder) == found
    before._kept.keep(before.names["vik"], content)  # noqa: SLF001 - as somebody would who can write to the cache
    assert recalled(project) is None
    assert capsys.readouterr().out == ""


def test_what_nobody_asked_for_goes(project: Path) -> None:
    kept(project)
    begun(project).clear()
    assert recalled(project) is None


def test_what_cannot_be_kept_is_no_fault(project: Path) -> None:
    (project / "kept").write_text("no folder", encoding="utf-8")
    folder, found = kept(project)
    assert begun(project).recall(folder) is None
    assert examine(project, before=begun(project)) == examine(project)
    assert found.union


def test_the_preview_begins_with_what_was_read_before(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Stock(project, begun(project)).look()[0]
    asked: list[str] = []

    def noted(root: Path, folders: Sequence[UnionFolder], inspect: Inspect) -> Iterator[ReadUnion]:
        asked.extend(each.id for each in folders)
        return read_unions(root, folders, inspect)

    monkeypatch.setattr(load, "read_unions", noted)
    stock = Stock(project, begun(project))
    assert stock.look()[0].found == first.found
    assert asked == []
    plan = project / UNION / "2024-2025.yml"
    plan.write_text(f"{plan.read_text(encoding='utf-8')}\n", encoding="utf-8")
    again = Stock(project, begun(project)).look()[0]
    assert again.loaded.body == stock.look()[0].loaded.body
    assert asked == ["vik", "vik"]
    assert Stock(project, begun(project)).look()[0].loaded.body == again.loaded.body
    assert asked == ["vik", "vik"]


@pytest.mark.parametrize("case", every_case(), ids=lambda path: path.name)
def test_every_case_is_recalled_as_it_was_read(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what is wrong: the second time, no file of a union is read again that has no odd file."""
    project = assemble(tmp_path / "project", case)
    before = begun(project)
    first = examine(project, before=before)
    assert first == examine(project)
    asked: list[str] = []

    def noted(root: Path, folders: Sequence[UnionFolder], inspect: Inspect) -> Iterator[ReadUnion]:
        asked.extend(each.id for each in folders if each.id in before.names)
        return read_unions(root, folders, inspect)

    monkeypatch.setattr(load, "read_unions", noted)
    assert examine(project, before=begun(project)) == first
    assert asked == []

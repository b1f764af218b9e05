"""Source files, hostile ones too: nothing raises, no fault lies outside the file, text comes back whole."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.diagnostics import Collector
from generator.nodes import DEPTH_LIMIT, Mapping, Node, Scalar, Sequence, compose
from generator.sources import Document, find, read
from tests.case_folders import assemble

FORBIDDEN = re.compile("[\x85\u2028\u2029\ufffe\uffff\U000e0100-\U000e01ef]")
YAML = st.text(st.sampled_from("ab:-?[]{},#&*!|>'\"%@`\\\n\r\t 012~=<\ufeff\x85\u2028é"), max_size=60)
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf")), max_size=60).filter(
    lambda text: not FORBIDDEN.search(text)
)


def _document(folder: Path, content: bytes) -> Document:
    path = folder / "plans" / "plan.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return read(path, folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("project")


@given(st.binary(max_size=80) | YAML.map(str.encode) | TEXT.map(str.encode))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfea\x00")
@example(b"- " * 5_000)
@example(b"[" * 5_000)
@example(b"a: &a [*a, *a]")
@example(b"%TAG ! tag:x,2000:\n--- !x a")
@example(b"? ? ? a")
@example(b'"\\ud800"')
def test_any_bytes_give_either_nodes_or_faults(folder: Path, content: bytes) -> None:
    document = _document(folder, content)
    assert document.path == "plans/plan.yml"
    assert (document.root is None) == bool(document.diagnostics)


@given(YAML)
@example("a: 'b\u2028c'\nd: [")
@example("a: 'b\x85c'\nd: [")
@example("a: b\rc: [")
def test_every_fault_lies_in_a_line_of_the_file(folder: Path, text: str) -> None:
    """A line as editors count: it ends with CR, LF or both."""
    lines = re.split(r"\r\n|\r|\n", text)
    places = [each.position for each in _document(folder, text.encode()).diagnostics]
    assert [each for each in places if each.line > len(lines)] == []
    assert [each for each in places if each.column > len(lines[each.line - 1]) + 1] == []


@given(TEXT)
def test_a_text_in_quotes_comes_back_whole(folder: Path, text: str) -> None:
    content = json.dumps({"tekst": text}, ensure_ascii=False)
    root = _document(folder, content.encode()).root
    assert isinstance(root, Mapping)
    assert root.entries[0][1] == Scalar(unicodedata.normalize("NFC", text), root.position)


@pytest.mark.parametrize("code", ["\\0", "\\e", "\\x02", "\\x9d", "\\u202e", "\\u2066", "\\uffff"])
def test_a_control_character_cannot_come_in_by_an_escape(folder: Path, code: str) -> None:
    document = _document(folder, f'nr: 1\ntekst: "a{code}b"\n'.encode())
    assert document.root is None
    assert [each.rule.name for each in document.diagnostics] == ["control-character"]
    assert [each.position.line for each in document.diagnostics] == [2]


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_line_ends_that_no_editor_shows_are_refused(folder: Path, separator: str) -> None:
    document = _document(folder, f"a: 1\nb: 'c{separator}d'\n".encode())
    assert document.root is None
    assert [(each.rule.name, each.position.line) for each in document.diagnostics] == [
        ("control-character", 2)
    ]


def test_places_count_from_one_and_windows_line_ends_count_once() -> None:
    faults = Collector()
    root = compose("a: x\r\nå:\r\n  - {æ: [y]}\r\n", "plan.yml", faults)
    assert faults.found == []
    assert [(node, place) for node, place in _places(root)] == [
        ("mapping", (1, 1)),
        ("a", (1, 1)),
        ("x", (1, 4)),
        ("å", (2, 1)),
        ("sequence", (3, 3)),
        ("mapping", (3, 5)),
        ("æ", (3, 6)),
        ("sequence", (3, 9)),
        ("y", (3, 10)),
    ]


def _places(node: Node | None) -> list[tuple[str, tuple[int, int]]]:
    match node:
        case Scalar(text=text, position=at):
            return [(text, (at.line, at.column))]
        case Sequence(items=items, position=at):
            return [("sequence", (at.line, at.column)), *(place for each in items for place in _places(each))]
        case Mapping(entries=entries, position=at):
            inner = (part for entry in entries for part in entry)
            return [("mapping", (at.line, at.column)), *(place for each in inner for place in _places(each))]
    return []


@pytest.mark.parametrize(
    "text", ["no", "010", "12:30", "1.10", "2024-01-30", "~", "null", "0x1F", "1e3", "=", ".inf"]
)
def test_a_value_keeps_the_form_in_which_it_is_written(text: str) -> None:
    faults = Collector()
    root = compose(f"{text}: {text}", "plan.yml", faults)
    assert faults.found == []
    assert isinstance(root, Mapping)
    assert [(key.text, value) for key, value in root.entries] == [(text, Scalar(text, root.position))]


def test_letters_made_of_two_characters_become_one() -> None:
    root = compose("a\u030a: o\u0308", "plan.yml", Collector())
    assert isinstance(root, Mapping)
    assert [(key.text, value) for key, value in root.entries] == [("å", Scalar("ö", root.position))]


@pytest.mark.parametrize(("depth", "refused"), [(DEPTH_LIMIT, []), (DEPTH_LIMIT + 1, ["yaml-refused"])])
def test_nesting_goes_down_to_the_limit_and_no_further(depth: int, refused: list[str]) -> None:
    faults = Collector()
    compose("[" * depth + "]" * depth, "plan.yml", faults)
    assert [each.rule.name for each in faults.found] == refused


def test_every_source_is_found_in_order_and_the_rest_is_stray(tmp_path: Path) -> None:
    root = assemble(tmp_path)
    for name in ("as/2023.yml", "as/notat.txt", "vik/.skjult.yml", "vik/README.md", "vik/2023.yml"):
        (root / "plans/fagforeninger" / name).parent.mkdir(exist_ok=True)
        (root / "plans/fagforeninger" / name).write_text("x\n", encoding="utf-8")
    found = find(root)
    names = [
        path.relative_to(root).as_posix() for path in (found.federation, *found.strategies, *found.strays)
    ]
    assert names == [
        "plans/forbund.yml",
        "plans/strategi/2023.yml",
        "plans/strategi/2024-2025.yml",
        "plans/fagforeninger/as/notat.txt",
    ]
    assert [(each.id, each.union.name, [path.name for path in each.plans]) for each in found.unions] == [
        ("as", "fagforening.yml", ["2023.yml"]),
        ("vik", "fagforening.yml", ["2023.yml", "2024-2025.yml"]),
    ]

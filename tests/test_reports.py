"""Every format on the same findings, ordinary and hostile: the whole output, and what holds for any."""

import json
from pathlib import Path

import jsonschema
import pytest
from click import unstyle
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Position, Rule, Severity, message
from generator.language import Language
from generator.reports import FORMATS
from generator.reports.excerpts import excerpt, lines_below
from generator.reports.explanation import explanation
from generator.reports.report import Report, visible
from generator.sources import SIZE_LIMIT
from tests.project import ROOT

EXPECTED = Path(__file__).parent / "golden" / "reports"
ENGLISH = Language("en")
SCHEMAS = {
    "json": json.loads((ROOT / "docs/skjema/diagnostikk.json").read_text(encoding="utf-8")),
    "sarif": json.loads((ROOT / "tests/schemas/sarif-2.1.0.json").read_text(encoding="utf-8")),
}

ROLE = Rule(name="unknown-role", text=message("Nobody has the role.\n\nCorrect it."))
WORDS = Rule(
    name="words-not-understood",
    text=message("Words of {time} are not understood."),
    severity=Severity.WARNING,
    silenceable=True,
)
HOSTILE = "\x1b]0;eid\x07\u202e::error::%0A {0} [klikk](javascript:alert(1)) `x` <b> \ud800"
AS = "plans/fagforeninger/ås/2024-2025.yml"
ODD = "plans/a, b: 100 %\x1b[31m\r\n::error::.yml"
NOT_UTF_8 = "plans/\udcff.yml"
LINES = {
    AS: (
        "periode: 2024-2025",
        "        ansvar: [styrett]",
        "\t- frist: 会議 e\u0301n 🎉 \x1b[2J\u202eåtti",
        f"{'a' * 70}X{'b' * 70}",
        "",
    ),
    ODD: ("x",),
}
FOUND = (
    Diagnostic(
        position=Position(AS, 2, 18),
        rule=ROLE,
        message=message("“{found}” is no role in forbund.yml.", found="styrett"),
        hint=message("Did you mean “{nearest}”?", nearest="Styret"),
    ),
    Diagnostic(position=Position(AS, 3, 18), rule=WORDS, message=message("After a tab and wide letters.")),
    Diagnostic(position=Position(AS, 3, 25), rule=WORDS, message=message("After what is not to be shown.")),
    Diagnostic(position=Position(AS, 4, 71), rule=WORDS, message=message("In the middle of a long line.")),
    Diagnostic(position=Position(AS, 5, 9), rule=ROLE, message=message("After the end of the line.")),
    Diagnostic(position=Position(AS, 99, 1), rule=ROLE, message=message("After the end of the file.")),
    Diagnostic(
        position=Position(ODD),
        rule=WORDS,
        message=message("“{found}” is hostile.", found=HOSTILE),
        hint=message("“{found}” is no better.", found=HOSTILE),
    ),
    Diagnostic(position=Position(NOT_UTF_8), rule=ROLE, message=message("The name is not UTF-8.")),
)


def rendered(name: str, found: tuple[Diagnostic, ...] = FOUND) -> str:
    return FORMATS[name].render(Report(found, ENGLISH, lambda file: LINES.get(file, ())))


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_tells_the_findings_as_expected(name: str, update_expected: bool) -> None:  # noqa: FBT001
    expected = EXPECTED / f"{name}.txt"
    text = rendered(name).replace("\x1b", "␛")
    if update_expected:
        EXPECTED.mkdir(exist_ok=True)
        expected.write_text(text, encoding="utf-8")
        pytest.fail(f"{expected.name} is written; read the difference and run again without the flag")
    assert text == expected.read_text(encoding="utf-8")


def test_every_expectation_belongs_to_a_format() -> None:
    assert {path.stem for path in EXPECTED.iterdir()} == set(FORMATS)


@pytest.mark.parametrize("name", ["plain", "terminal", "github"])
def test_nothing_found_is_nothing_told(name: str) -> None:
    assert rendered(name, ()) == ""


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_schemas(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("found", [FOUND, FOUND[:1], ()], ids=len)
@pytest.mark.parametrize("name", SCHEMAS)
def test_what_programs_read_keeps_to_its_schema(name: str, found: tuple[Diagnostic, ...]) -> None:
    text = rendered(name, found)
    assert text.isascii()
    jsonschema.Draft202012Validator(SCHEMAS[name]).validate(json.loads(text))


def _finding(file: str, words: str) -> Diagnostic:
    said = message("Found “{words}”.", words=words)
    return Diagnostic(position=Position(file), rule=WORDS, message=said, hint=said)


@given(file=st.text(min_size=1), words=st.text(), line=st.text())
def test_no_words_reach_a_terminal_but_those_that_can_be_seen(file: str, words: str, line: str) -> None:
    report = Report((_finding(file, words),), ENGLISH, lambda _: line.split("\n"))
    for name in ("plain", "terminal", "github"):
        text = unstyle(FORMATS[name].render(report))
        seen = "".join(text.split("\n")).replace("\u00a0", " ")
        assert all(each.isprintable() or each.isspace() for each in seen)
        assert "\r" not in text
        assert "\x1b" not in text


@given(words=st.text())
def test_what_programs_read_is_sound_unicode(words: str) -> None:
    for name, schema in SCHEMAS.items():
        told = json.loads(rendered(name, (_finding(NOT_UTF_8, words),)))
        json.dumps(told, ensure_ascii=False).encode()
        jsonschema.Draft202012Validator(schema).validate(told)


@given(file=st.text(min_size=1), words=st.text())
def test_each_annotation_is_one_line(file: str, words: str) -> None:
    text = rendered("github", (_finding(file, words),))
    assert text.splitlines(keepends=True) == [text]
    assert text.startswith("::warning file=")


@given(line=st.text(st.characters(exclude_characters="\n")), column=st.integers(1, 300))
def test_an_excerpt_is_never_long(line: str, column: int) -> None:
    shown, before = excerpt(line, column)
    assert before.strip(" ") == ""
    assert len(shown) <= 102 * len("\\x10ffff")


def test_lines_are_those_that_positions_count(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/a.yml").write_bytes(b"\xef\xbb\xbfen\r\nto\rtre\n\xff\x0cfire")
    assert lines_below(tmp_path)("plans/a.yml") == ["en", "to", "tre", "\ufffd\x0cfire"]


def test_a_file_that_must_not_be_read_has_no_lines(tmp_path: Path) -> None:
    outside, plans = tmp_path / "outside.yml", tmp_path / "project" / "plans"
    outside.write_text("hemmelig\n", encoding="utf-8")
    (plans / "folder").mkdir(parents=True)
    (plans / "link.yml").symlink_to(outside)
    (plans / "loop.yml").symlink_to(plans / "loop.yml")
    (plans / "large.yml").write_bytes(b"x" * (SIZE_LIMIT + 1))
    lines = lines_below(tmp_path / "project")
    names = ("link.yml", "loop.yml", "large.yml", "folder", "absent.yml", "nul\0.yml", "../../outside.yml")
    assert {name: tuple(lines(f"plans/{name}")) for name in names} == dict.fromkeys(names, ())


def test_nothing_is_read_where_the_plans_folder_is_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.yml").write_text("hemmelig\n", encoding="utf-8")
    (tmp_path / "plans").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert tuple(lines_below(tmp_path)("plans/a.yml")) == ()


def test_a_rule_is_explained() -> None:
    assert explanation(ROLE, ENGLISH) == (
        "unknown-role\n\n"
        "An error: what it stands in is not published until it is corrected.\n\n"
        "Nobody has the role.\n\n"
        "Correct it.\n\n"
        "The rule can have no exceptions.\n"
    )


def test_a_rule_that_can_be_silenced_is_explained_with_an_example() -> None:
    assert explanation(WORDS, ENGLISH) == (
        "words-not-understood\n\n"
        "A warning: the plan is published all the same.\n\n"
        "Words of {time} are not understood.\n\n"
        "The rule can have exceptions. Write this in the entry that it speaks of, or in the whole plan, with "
        "the reason:\n\n"
        "    unntak:\n"
        "      - regel: words-not-understood\n"
        "        grunn: …\n"
    )


def test_a_private_finding_is_never_shown_with_its_line() -> None:
    rule = Rule(name="telephone-number", text=message("A number."), private=True)
    found = Diagnostic(position=Position(AS, 2, 18), rule=rule, message=message("A number stands here."))
    report = Report((found,), ENGLISH, lambda _: ("", "ring 99 88 77 66"))
    assert "99 88" not in unstyle(FORMATS["terminal"].render(report))


@pytest.mark.parametrize("words", ["::add-mask::a", "  ::add-mask::a", "x ##[add-mask]a", "##[add-mask]a"])
def test_no_words_are_a_command_in_the_log_of_a_workflow(words: str) -> None:
    text = visible(words)
    assert "##[" not in text
    assert not text.lstrip().startswith("::")
    assert visible(text) == text

"""The schemas for editors refuse what the generator refuses, as far as a schema can say it."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError, validators

from generator.checks import CHECKS, RULES, TEXT_CHECKS
from generator.diagnostics import Severity, errors
from generator.examination import examine
from generator.language import Language
from generator.load import load
from generator.schema import SOURCES, examples_of, schema
from generator.schema.key_texts import KEYS
from tests.case_folders import BASE, CASES, assemble, every_case
from tests.project import ROOT, planverk
from tests.readings import Plain, as_editors_read, as_texts, files, refused

SAID = {
    "area-unnamed",
    "invalid-address",
    "invalid-date",
    "invalid-hash",
    "invalid-id",
    "invalid-map-square",
    "invalid-number",
    "invalid-owner",
    "invalid-period",
    "invalid-reference",
    "invalid-web-address",
    "missing-key",
    "silence-not-allowed",
    "silence-unknown-rule",
    "unknown-key",
    "unknown-language",
    "unknown-word",
    "wrong-kind",
}
"""Rules that the schemas say too."""

UNREADABLE = {
    "control-character",
    "duplicate-key",
    "file-empty",
    "file-missing",
    "file-outside-plans",
    "file-too-large",
    "guest-changed",
    "invalid-folder-name",
    "not-utf-8",
    "yaml-key",
    "yaml-refused",
    "yaml-syntax",
}
"""Rules that a schema cannot say, since it sees only the values of a file that could be read."""

OF_MEANING = {each.rule.name for each in CHECKS} | {each.rule.name for each in TEXT_CHECKS}
"""Rules that a schema cannot say, since they look at other files, at other places or at the words."""

BEYOND_PATTERNS = {"invalid-period/backwards": "a pattern does not compare two years"}
"""Cases of rules that the schemas say otherwise.  Nor does a pattern count leap years."""


def _pattern(_: object, pattern: str, value: object, __: object) -> Iterator[ValidationError]:
    """As JavaScript reads it, where `$` is the very end of the text."""
    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


TEXTS = {source: schema(source, Language("nb")) for source in SOURCES}
SCHEMAS = {source: json.loads(text) for source, text in TEXTS.items()}
_Validator = validators.extend(Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]
VALIDATORS = {source: _Validator(schema) for source, schema in SCHEMAS.items()}


def faults(source: str, values: object) -> list[str]:
    return [error.message for error in VALIDATORS[source].iter_errors(values)]


def _id(case: Path) -> str:
    return case.relative_to(CASES).as_posix()


ACCEPTED = [case for case in every_case() if case.parent.name == "accepted"]
ONLY_EDITORS_REFUSE = {
    "accepted/characters-without-width": "an editor keeps them, also where they spoil a key or an id",
    "accepted/words-that-yaml-takes-for-something-else": "the title null is no value to an editor",
}


@pytest.mark.parametrize("case", ACCEPTED, ids=_id)
def test_what_the_generator_accepts_no_schema_refuses(case: Path, tmp_path: Path) -> None:
    root = assemble(tmp_path, case)
    assert [
        fault for path, source in files(root).items() for fault in faults(source, as_texts(path, root))
    ] == []
    in_editors = [
        fault for path, source in files(root).items() for fault in faults(source, as_editors_read(path))
    ]
    assert bool(in_editors) == (_id(case) in ONLY_EDITORS_REFUSE)


@pytest.mark.parametrize("path", files(ROOT), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_plans_are_as_the_schemas_want_them(path: Path) -> None:
    assert faults(files(ROOT)[path], as_texts(path, ROOT)) == []
    assert faults(files(ROOT)[path], as_editors_read(path)) == []


@pytest.mark.parametrize("case", every_case(), ids=_id)
def test_the_schemas_refuse_the_files_that_the_generator_refuses(case: Path, tmp_path: Path) -> None:
    root = assemble(tmp_path, case)
    found = errors(examine(root)[1])
    for path, source in files(root).items():
        name = path.relative_to(root).as_posix()
        said = {each.rule.name for each in found if each.position.file == name} & SAID
        values = as_texts(path, root)
        if values is not None and _id(case) not in BEYOND_PATTERNS:
            assert bool(faults(source, values)) == bool(said), name


def test_every_error_is_said_by_the_schemas_or_has_a_reason_not_to_be() -> None:
    rules = {rule.name for rule in RULES.values() if rule.severity is Severity.ERROR}
    assert rules - OF_MEANING == SAID | UNREADABLE
    assert BEYOND_PATTERNS.keys() <= {_id(case) for case in every_case()}


def _sound() -> Iterator[tuple[str, Plain]]:
    """Small sources without a fault, as kinds and values."""
    for folder in (BASE, *(case for case in ACCEPTED if (case / "plans").is_dir())):
        for path, source in files(folder).items():
            values = as_texts(path, folder)
            if values is not None:
                yield source, values


def _keys(values: object) -> set[str]:
    match values:
        case dict():
            return set(values).union(*map(_keys, values.values()))
        case list():
            return set().union(*map(_keys, values))
    return set()


SOUND = list(_sound())
KNOWN = [*sorted(_keys([values for _, values in SOUND])), "ukjent"]
ODD_TEXTS = [
    *("", " ", "x", "x y\n", "Æ", "index", "../x", "a-b", "a--b", "null", "nb", "xx"),
    *("Vedtatt", "ordlyd", "utelatt", "tillegg", "i  GANG", "delvis", "gjennomført", "ferdig"),
    *("2025", "1899", "2024-2025", "2024–2025", "2024-25", "2025-02-28", "2025-04-31", "30.01.2024"),
    *("heltid/x", "2023/heltid", "2023/heltid/x", "heltid/x/y", "1899/heltid/x", "Heltid/x"),
    *("deadline-not-understood", "unknown-key", "https://a.example/", "http://a.example/"),
]
ODD_OTHERS: list[Plain] = [[], {}, [""], ["x"], [[]], [{}], {"x": "y"}, [{"x": "y"}], ["heltid/x", "Å"]]
ODD: list[Plain] = [*ODD_TEXTS, *ODD_OTHERS]


def _places(values: Plain) -> Iterator[dict[str, Plain] | list[Plain]]:
    """The mappings and lists in the values."""
    if isinstance(values, dict | list):
        yield values
        for each in values.values() if isinstance(values, dict) else values:
            yield from _places(each)


def _spoil(values: Plain, data: st.DataObject) -> None:
    """Drops, changes or adds one thing in one mapping or list."""
    place = data.draw(st.sampled_from(list(_places(values))))
    odd = copy.deepcopy(data.draw(st.sampled_from(ODD)))
    if isinstance(place, list):
        place[data.draw(st.integers(0, len(place))) :] = [odd]
        return
    own = bool(place) and data.draw(st.booleans())
    key = data.draw(st.sampled_from(sorted(place) if own else KNOWN))
    if data.draw(st.booleans()):
        place[key] = odd
    else:
        place.pop(key, None)


@settings(max_examples=500)
@given(st.data())
def test_the_generator_and_the_schemas_refuse_the_same(data: st.DataObject) -> None:
    source, sound = data.draw(st.sampled_from(SOUND))
    values = copy.deepcopy(sound)
    for _ in range(data.draw(st.integers(1, 3))):
        _spoil(values, data)
    found = refused(source, values)
    assert bool(found) == bool(faults(source, values)), found


@pytest.mark.parametrize("source", SOURCES)
def test_the_schemas_are_schemas(source: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[source])
    assert SCHEMAS[source]["$id"] == f"urn:planverk:skjema:{source}:1"
    patterns = re.findall(r'"pattern": (".*")', TEXTS[source])
    escaped = {each for pattern in patterns for each in re.findall(r"\\(.)", json.loads(pattern))}
    assert escaped <= {"s", "S", "\\"}, "JavaScript refuses other escapes"


def _properties(name: str, record: dict[str, dict[str, dict[str, object]]]) -> Iterator[tuple[str, object]]:
    """Each property of the record, and of the parts below it, as `record.key`."""
    for key, value in record.get("properties", {}).items():
        yield f"{name}.{key}", value
        yield from _properties(name, value)  # type: ignore[arg-type]


def _all_properties() -> list[tuple[str, object]]:
    records = [(name, each) for whole in SCHEMAS.values() for name, each in whole["$defs"].items()]
    return [each for name, record in (*SCHEMAS.items(), *records) for each in _properties(name, record)]


def test_every_key_has_a_title_and_a_description() -> None:
    bare = [name for name, each in _all_properties() if not {"title", "description"} <= set(each)]  # type: ignore[call-overload]
    assert bare == []


def test_every_text_on_keys_is_shown_somewhere() -> None:
    names = [name for name, _ in _all_properties()]
    assert KEYS.keys() == {name if name in KEYS else name.split(".")[1] for name in names}


def test_the_committed_schemas_are_current() -> None:
    """`make schema` writes them anew, also when translations changed; what they propose may be older."""
    committed = {
        source: json.loads((ROOT / f"docs/skjema/{source}.json").read_text(encoding="utf-8"))
        for source in SOURCES
    }
    assert {source: _without_examples(each) for source, each in committed.items()} == SCHEMAS


def _without_examples(part: object) -> object:
    match part:
        case dict():
            return {key: _without_examples(each) for key, each in part.items() if key != "examples"}
        case list():
            return [_without_examples(each) for each in part]
    return part


def test_editors_propose_what_the_project_has_names_for() -> None:
    body = load(ROOT).body
    assert body is not None
    plan = json.loads(schema("plan", Language("nb"), examples_of(body)))
    measure, area = (plan["$defs"][name]["properties"] for name in ("measure", "area"))
    assert measure["ansvar"]["items"]["examples"] == [role.name for role in body.federation.roles]
    assert "heltid" in area["område"]["examples"]
    assert "heltid/hele-stillinger" in measure["følger"]["items"]["examples"]
    assert plan["properties"]["strategi"]["examples"] == ["2024-2025", "2023"]
    union = json.loads(schema("fagforening", Language("nb"), examples_of(body)))
    assert "innlandet" in union["properties"]["fylke"]["examples"]
    assert _without_examples(plan) == SCHEMAS["plan"]


def test_the_command_prints_a_schema(tmp_path: Path) -> None:
    done = planverk(tmp_path, "schema", "fagforening")
    assert (done.returncode, done.stdout, done.stderr) == (0, TEXTS["fagforening"], "")
    assert planverk(tmp_path, "schema").stdout == TEXTS["plan"]
    assert planverk(tmp_path, "schema", "kommune").returncode == 2

"""Editors find the schemas: VS Code by its settings, others by the line that the guide shows."""

import json
import re
from collections.abc import Iterator

import pytest

from generator.language import Language
from generator.schema import SOURCES, schema
from tests.project import ROOT
from tests.readings import files


def _served(pattern: str) -> re.Pattern[str]:
    """The pattern as the YAML server of VS Code reads it: a star stands for anything, also folders."""
    return re.compile(".*".join(map(re.escape, pattern.split("*"))) + "$")


def test_vs_code_finds_the_schema_of_every_source() -> None:
    configured = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    patterns = [
        (schema, _served(each))
        for schema, those in configured.items()
        for each in ([those] if isinstance(those, str) else those)
    ]
    for path, source in files(ROOT).items():
        name = path.relative_to(ROOT).as_posix()
        found = [schema for schema, pattern in patterns if pattern.match(name)]
        assert found == [f"./docs/skjema/{source}.json"], name


def test_the_guide_names_the_schema_as_seen_from_a_plan() -> None:
    guide = (ROOT / "docs/hjelp/egen-maskin.md").read_text(encoding="utf-8")
    (address,) = re.findall(r"yaml-language-server: \$schema=(\S+)", guide)
    assert (ROOT / "plans/fagforeninger/as" / address).resolve() == ROOT / "docs/skjema/plan.json"


def _keys(schema: object) -> Iterator[str]:
    """Every key that a source may hold, at any depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _keys(part)


@pytest.mark.parametrize("docs", ["docs", "docs-nn", "docs-en"])
@pytest.mark.parametrize("source", SOURCES)
def test_the_guide_has_every_key_of_a_source(docs: str, source: str) -> None:
    guide = (ROOT / docs / "hjelp/redaktor.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)[`:]", guide)) | set(re.findall(r"(?<![^\s{])(\w+):", guide))
    assert set(_keys(json.loads(schema(source, Language("nb"))))) - named == set()

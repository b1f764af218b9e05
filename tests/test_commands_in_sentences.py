"""A command that stands within a sentence or a table of the documentation is there, with its options."""

import re
from importlib.util import find_spec

import click
import pytest

from generator.cli import main
from tests.documentation import SHOWING, inline
from tests.project import ROOT


def fault(code: str) -> str | None:
    """What is wrong with a command that stands within a sentence; None where it could be run."""
    words = [word.removeprefix(".venv/bin/") for word in code.split()]
    if words[:2] == ["python", "-m"]:
        return None if find_spec(words[2]) else f"{code}: no such module"
    if words[0] == "make":
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
        return None if set(words[1:2]) <= targets else f"{code}: no such target"
    return _wrong_use(code, words[1:]) if words[0] == "planverk" else None


def _wrong_use(code: str, words: list[str]) -> str | None:
    command: click.Command = main
    while words and isinstance(command, click.Group) and not words[0].startswith("-"):
        found = command.commands.get(words.pop(0))
        if found is None:
            return f"{code}: no such command"
        command = found
    known = {each for parameter in command.params for each in parameter.opts} | {"--help"}
    unknown = [word for word in words if word.startswith("--") and word.split("=")[0] not in known]
    return f"{code}: no {unknown}" if unknown else None


@pytest.mark.parametrize("page", SHOWING)
def test_commands_within_sentences_are_there(page: str) -> None:
    assert [told for code in inline(page) if code.strip() and (told := fault(code))] == []


def test_faults_of_pages_are_seen() -> None:
    assert fault("planverk chekc") == "planverk chekc: no such command"
    assert fault("planverk status --form x") == "planverk status --form x: no ['--form']"
    assert fault("make sight") == "make sight: no such target"
    assert fault(".venv/bin/python -m bench.nothing") == ".venv/bin/python -m bench.nothing: no such module"

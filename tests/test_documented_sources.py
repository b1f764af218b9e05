"""Every example of a source in the documentation can be read, by Planverk and by editors' schemas.

A fragment stands in the pages as far in as in the file; that says what it belongs to.
"""

import shutil
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, errors
from generator.examination import examine
from tests.documentation import SHOWING, Block, blocks
from tests.project import ROOT
from tests.readings import as_editors_read
from tests.test_schema import faults

SHOWN = [block for page in SHOWING for block in blocks(page) if block.language == "yaml"]
EXAMPLES = list({block.text: block for block in reversed(SHOWN) if not block.remark("settings")}.values())
"""Each once, though pages in several languages show it."""

HOME = Path("plans/fagforeninger/eksempel")
SMALLEST = "periode: 2024-2025\nstrategi: 2024-2025\nordlyd: gjengitt\nkilde: Handlingsplan 2024–2025\n"
UNION = "navn: Fagforbundet Eksempel\nfylke: innlandet\n"
AREA = "områder:\n  - område: heltid\n"
MEASURES = f"{AREA}    tiltak:\n"
MEASURE = f"{MEASURES}      - nr: 1.1\n        tekst: Drøfte bruken av deltid.\n"
AROUND = {0: "", 4: AREA, 6: MEASURES, 8: MEASURE}
"""What a fragment of a plan belongs to, by how many spaces it begins with."""


def kind(text: str) -> str:
    """The kind of source that the example is, or is a part of."""
    if "\nfylker:" in text or text.startswith(("kilder:", "  - ")):
        return "forbund"
    if text.startswith(("navn:", "eiere:")):
        return "fagforening"
    return "strategi" if "\ntittel:" in text else "plan"


FILES = {
    "forbund": Path("plans/forbund.yml"),
    "fagforening": HOME / "fagforening.yml",
    "strategi": Path("plans/strategi/2026-2027.yml"),
    "plan": HOME / "2024-2025.yml",
}


def whole(text: str, root: Path) -> str:
    """The file that holds the example: itself, or that with a role, or a key, or an entry more."""
    if text.startswith(("navn:", "periode:")):
        return text
    if kind(text) == "fagforening":
        return f"{UNION}{text}"
    if kind(text) == "plan":
        return f"{SMALLEST}{AROUND[len(text) - len(text.lstrip(' '))]}{text}"
    federation = (root / FILES["forbund"]).read_text(encoding="utf-8")
    if text.startswith("kilder:"):
        return f"{federation}{text}"
    return federation.replace("\nroller:\n", f"\nroller:\n{text}", 1)


def write(root: Path, path: Path, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def found_in(example: str, root: Path) -> list[Diagnostic]:
    """What is found wrong with a project that holds the example."""
    shutil.copy(ROOT / FILES["forbund"], root / "plans")
    write(root, FILES["fagforening"], UNION)
    write(root, FILES["plan"], SMALLEST)
    path = FILES[kind(example)]
    text = whole(example, root)
    assert example in text
    write(root, path, text)
    assert faults(kind(example), as_editors_read(root / path)) == []
    return list(examine(root)[1])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The federation and its strategies, with no union yet."""
    shutil.copytree(ROOT / "plans/strategi", tmp_path / "plans/strategi")
    return tmp_path


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_can_be_read(example: Block, project: Path) -> None:
    assert errors(found_in(example.text, project)) == ()


@pytest.mark.parametrize("example", [each for each in SHOWN if each.remark("part of")], ids=str)
def test_what_is_said_to_stand_in_a_source_does(example: Block) -> None:
    path = example.remark("part of")
    assert path
    assert example.text in (ROOT / path).read_text(encoding="utf-8")


def test_the_place_of_an_example_counts(project: Path) -> None:
    assert errors(found_in("        status:\n          - {status: i gang}\n", project)) == ()
    with pytest.raises(AssertionError):
        found_in("    status:\n      - {status: i gang}\n", project)

"""`planverk fmt`: another layout, the same meaning, every comment."""

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Collector
from generator.fields import read
from generator.nodes import compose
from generator.parse import READERS
from generator.sources import decoded, understood
from generator.writing import canonical
from generator.writing.remarks import comments, remarks
from tests.case_folders import CASES, assemble
from tests.project import ROOT, files, planverk


def kind_of(path: Path) -> str:
    if path.name in {"forbund.yml", "fagforening.yml"}:
        return path.stem
    return "strategi" if path.parent.name == "strategi" else "plan"


SHIPPED = sorted((ROOT / "plans").rglob("*.yml"))
SMALL = 40_000
READABLE = [
    path
    for path in sorted(CASES.rglob("*.yml"))
    if path.stat().st_size < SMALL and understood(path.read_bytes(), path.name).root is not None
]


def form(text: str, kind: str) -> str:
    root = understood(text.encode(), "x.yml").root
    assert root is not None
    return canonical(decoded(text.encode()), root, kind)


def parsed(text: str, kind: str) -> tuple[object, list[str]]:
    """What a reader makes of the text, and what it finds wrong, wherever that stands."""
    document = understood(text.encode(), "x.yml")
    assert document.root is not None
    faults = Collector()
    made = read(document.root, faults, READERS[kind])
    return made, sorted(f"{each.rule.name} {each.message}" for each in faults.found)


def said(text: str) -> list[str]:
    root = compose(text, "x.yml", Collector())
    assert root is not None
    return comments(remarks(text, root))


def assert_canonical_of(text: str, kind: str) -> str:
    once = form(text, kind)
    assert parsed(once, kind) == parsed(text, kind)
    assert form(once, kind) == once
    assert said(once) == said(decoded(text.encode()))
    return once


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SHIPPED, ids=name)
def test_the_plans_that_ship_are_in_canonical_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert form(text, kind_of(path)) == text


@pytest.mark.parametrize("path", READABLE, ids=name)
def test_whatever_can_be_read_keeps_its_meaning(path: Path) -> None:
    assert_canonical_of(path.read_bytes().decode(), kind_of(path))


BASES = [(path.read_bytes().decode("utf-8-sig"), kind_of(path)) for path in (*SHIPPED, *READABLE)]


def shuffled(value: object, chance: random.Random) -> object:
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    return [shuffled(each, chance) for each in value] if isinstance(value, list) else value


def laid_out_anyhow(text: str, chance: random.Random) -> str:
    """The same, by another writer: keys in any order, other lines, other lists, other quotes."""
    values = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - it makes texts alone
    return yaml.dump(
        shuffled(values, chance),
        allow_unicode=True,
        sort_keys=False,
        width=chance.choice([20, 80, 1000]),
        default_flow_style=chance.choice([None, False, False, True]),
        default_style=chance.choice([None, None, '"', "'", "|", ">"]),
        indent=chance.choice([2, 4]),
    )


def annotated(text: str, chance: random.Random) -> str:
    """The text with comments and blank lines here and there, wherever they change nothing."""
    before = understood(text.encode(), "x.yml").root
    lines = text.split("\n")
    for number in range(chance.randint(1, 6)):
        at = chance.randrange(len(lines))
        changed = [*lines]
        comment = f"# merknad {number}: «a» - b #c"
        if chance.random() < 0.5:
            changed.insert(at, chance.choice(["", " " * chance.randint(0, 8) + comment]))
        else:
            changed[at] += f" {comment}"
        if understood("\n".join(changed).encode(), "x.yml").root == before:
            lines = changed
    return "\n".join(lines)


@settings(max_examples=60)
@given(st.sampled_from(BASES), st.randoms(use_true_random=False))
def test_comments_stay_wherever_they_stand(base: tuple[str, str], chance: random.Random) -> None:
    text, kind = base
    other = text if chance.random() < 0.5 else laid_out_anyhow(text, chance)
    assert_canonical_of(annotated(other, chance), kind)


@settings(max_examples=15)
@given(st.sampled_from(SHIPPED), st.randoms(use_true_random=False))
def test_whoever_wrote_it_the_form_is_the_same(path: Path, chance: random.Random) -> None:
    text = path.read_text(encoding="utf-8")
    assert form(laid_out_anyhow(text, chance), kind_of(path)) == text


GOLDEN = ROOT / "tests/golden/fmt"


def test_a_file_that_somebody_wrote_by_hand() -> None:
    before = (GOLDEN / "before.yml").read_text(encoding="utf-8")
    after = assert_canonical_of(before, "plan")
    assert after == (GOLDEN / "after.yml").read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return assemble(tmp_path)


PLAN = "plans/fagforeninger/vik/2024-2025.yml"


def test_the_command_writes_what_changes_and_lists_it(project: Path) -> None:
    planverk(project, "fmt")
    before = files(project)
    (project / PLAN).write_bytes(b"\xef\xbb\xbf" + before[PLAN].replace(b"\n", b"\r\n"))
    (project / PLAN).chmod(0o640)
    done = planverk(project, "fmt")
    assert (done.returncode, done.stdout) == (0, f"{PLAN}\n")
    assert done.stderr == "1 av 5 filer er skrevet om.\n"
    assert files(project) == before
    assert (project / PLAN).stat().st_mode & 0o777 == 0o640


def test_check_and_diff_write_nothing(project: Path) -> None:
    planverk(project, "fmt")
    text = (project / PLAN).read_text(encoding="utf-8")
    (project / PLAN).write_text(text.replace("ordlyd: vedtatt", "ordlyd: 'vedtatt'"), encoding="utf-8")
    before = files(project)
    checked = planverk(project, "fmt", "--check", PLAN, "plans/forbund.yml")
    assert (checked.returncode, checked.stdout) == (1, f"{PLAN}\n")
    assert checked.stderr == "1 av 2 filer ville blitt skrevet om.\n"
    shown = planverk(project, "fmt", "--diff", PLAN)
    assert shown.returncode == 1
    assert [line for line in shown.stdout.splitlines() if line[0] in "+-"] == [
        f"--- {PLAN}",
        f"+++ {PLAN}",
        "-ordlyd: 'vedtatt'",
        "+ordlyd: vedtatt",
    ]
    assert files(project) == before
    assert planverk(project, "fmt", "--check", "plans/forbund.yml").returncode == 0


def test_a_file_that_cannot_be_read_is_left_alone(project: Path) -> None:
    planverk(project, "fmt")
    faulty = (project / PLAN).read_bytes().replace(b"kilde: ", b"kilde: 'Plan ")
    (project / PLAN).write_bytes(faulty)
    done = planverk(project, "fmt")
    assert done.returncode == 1
    assert f"{PLAN}:" in done.stderr
    assert "[yaml-syntax]" in done.stderr
    assert (project / PLAN).read_bytes() == faulty


def test_only_sources_are_written(project: Path) -> None:
    other = project / "plans/README.md"
    other.write_text("b: 1\na: 2\n", encoding="utf-8")
    done = planverk(project, "fmt", "plans/README.md")
    assert done.returncode == 2
    assert "«plans/README.md» er ingen kilde i dette prosjektet." in done.stderr
    assert planverk(project, "fmt", "plans/borte.yml").returncode == 2

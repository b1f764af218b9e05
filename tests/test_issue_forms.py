"""Issues that ask for a change: what becomes of good, faulty and hostile ones, whatever somebody wrote."""

import difflib
import re
import shutil
from contextlib import chdir
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import parse
from generator.cli import main
from generator.diagnostics import Collector
from generator.history.items import items
from generator.issues.forms import FOLDER, questions
from generator.issues.wishes import KINDS
from generator.sources import understood
from tests.made_up import TEXTS
from tests.project import ROOT, files

CASES = ROOT / "tests/issues"
EVERY = sorted(path.relative_to(CASES).as_posix() for path in CASES.glob("*/*/issue.md"))
PLANS = "plans/fagforeninger/"
DAY = "2025-06-01"


def project(root: Path) -> Path:
    """The plans that ship, and what else the command reads."""
    for name in ("plans", "templates", FOLDER):
        shutil.copytree(ROOT / name, root / name)
    return root


def made(root: Path, kind: str, body: bytes) -> Result:
    with chdir(root):
        return CliRunner().invoke(main, ["form", kind, "--today", DAY], input=body)


def changes(before: dict[str, bytes], after: dict[str, bytes]) -> str:
    """What changed, as git would tell it."""
    told: list[str] = []
    for name in sorted(before | after):
        old, new = (each.get(name, b"").decode().splitlines(keepends=True) for each in (before, after))
        told += difflib.unified_diff(old, new, f"a/{name}", f"b/{name}", n=1)
    return "".join(told)


@pytest.mark.parametrize("name", EVERY)
def test_the_whole_outcome(tmp_path: Path, name: str, update_expected: bool) -> None:  # noqa: FBT001
    root = project(tmp_path / "x")
    before = files(root)
    kind = name.partition("/")[0]
    done = made(root, kind, (CASES / name).read_bytes())
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    changed = changes(before, files(root))
    assert (done.exit_code == 0) == bool(changed)
    found = f"{int(done.exit_code)}\n{done.stdout}{done.stderr}=====\n{changed}"
    expected = (CASES / name).with_name("expected.md")
    if update_expected:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
    assert not update_expected


def test_every_form_has_cases_that_are_taken_in_and_such_that_are_not() -> None:
    found = {
        (name.partition("/")[0], (CASES / name).with_name("expected.md").read_text(encoding="utf-8")[0])
        for name in EVERY
    }
    assert found == {(kind, code) for kind in KINDS for code in "01"}


def test_the_forms_offer_the_statuses_and_roles_that_there_are() -> None:
    with chdir(ROOT):
        done = CliRunner().invoke(main, ["forms", "--check"])
    assert (done.exit_code, done.stdout) == (0, ""), "planverk forms"


def test_forms_brings_them_up_to_date(tmp_path: Path) -> None:
    root = project(tmp_path / "x")
    federation = root / "plans/forbund.yml"
    federation.write_text(
        federation.read_text(encoding="utf-8") + "  - {id: varaen, navn: 'Vara: #1'}\n", encoding="utf-8"
    )
    before = files(root)
    with chdir(root):
        assert CliRunner().invoke(main, ["forms", "--check"]).exit_code == 1
        assert files(root) == before
        assert CliRunner().invoke(main, ["forms"]).exit_code == 0
        assert CliRunner().invoke(main, ["forms", "--check"]).exit_code == 0
    new = [line for line in changes(before, files(root)).splitlines() if re.match(r"[+-](?![+-])", line)]
    assert new == ["+        - 'Vara: #1'"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_is_as_github_wants_it(kind: str) -> None:
    text = (ROOT / FOLDER / f"{kind}.yml").read_text(encoding="utf-8")
    form = yaml.safe_load(text)
    assert set(form) == {"name", "description", "title", "labels", "body"}
    assert form["labels"] == [kind]
    asked = [each for each in form["body"] if each["type"] != "markdown"]
    labels = [each["attributes"]["label"] for each in asked]
    assert len(set(labels)) == len(labels)
    assert [each.id for each in questions(text, kind)] == [each["id"] for each in asked]
    assert all(re.fullmatch("[a-z]+", each["id"]) for each in asked)
    assert all(each["attributes"].get("options", [1]) for each in asked)


def answered(kind: str, answers: dict[str, str]) -> str:
    """The issue as GitHub writes it."""
    text = (ROOT / FOLDER / f"{kind}.yml").read_text(encoding="utf-8")
    return "\n\n".join(
        f"### {each.label}\n\n{answers.get(each.id) or '_No response_'}" for each in questions(text, kind)
    )


PLAN = "plans/fagforeninger/pleie-og-omsorg-oslo/2023.yml"
GOOD = {
    "plan": "pleie-og-omsorg-oslo/2023",
    "tiltak": "3.1.1",
    "frist": "mai 2023",
    "status": "delvis",
    "omrade": "Heltid",
    "tekst": "Noe nytt",
    "ansvar": "Styret",
}
HOSTILE = st.one_of(
    TEXTS,
    st.text(max_size=60),
    st.lists(st.sampled_from(["### Tiltak", "### Plan", "```", "nr: 9", "- a: [b", "../..", "\r", "@x"])).map(
        "\n".join
    ),
)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("forms") / "x")


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(KINDS)),
    st.dictionaries(st.sampled_from(sorted(GOOD)), HOSTILE, max_size=2),
    st.none() | st.binary(max_size=200),
)
def test_whatever_is_written_only_the_one_plan_can_change_and_by_one_thing(
    shipped: Path, kind: str, wrong: dict[str, str], raw: bytes | None
) -> None:
    before = files(shipped)
    body = answered(kind, {**GOOD, **wrong}).encode("utf-8", "replace") if raw is None else raw
    done = made(shipped, kind, body)
    try:
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        after = files(shipped)
        changed = [name for name in before | after if before.get(name) != after.get(name)]
        assert len(changed) == (done.exit_code == 0)
        for name in changed:
            assert differing(before[name], after[name]) == 1
            assert name.startswith(PLANS)
        assert "@x" not in done.stdout
    finally:
        for name, content in before.items():
            (shipped / name).write_bytes(content)


def differing(before: bytes, after: bytes) -> int:
    """How many goals and measures differ, of two plans that are alike in all else."""
    plans = []
    for raw in (before, after):
        root = understood(raw, PLAN).root
        assert root is not None
        plan = parse.plan(root, "x", Collector())
        assert plan is not None
        assert plan.whole
        plans.append({key: item.thing for key, item in items(plan).items()})
    old, new = plans
    return sum(1 for key in old | new if old.get(key) != new.get(key))

"""`planverk edit`: a measure changed or new; all other lines of the plan stay byte for byte."""

import difflib
import random
from contextlib import chdir
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.deadlines import understand
from generator.model import Goal, Measure, Responsible
from generator.sources import understood
from generator.texts import folded
from generator.writing.edited import Added, Rewritten, with_item
from generator.writing.remarks import comments, remarks
from generator.writing.reported import Source, Target
from tests.case_folders import assemble
from tests.made_up import TEXTS
from tests.project import ROOT, files
from tests.test_fmt import annotated, laid_out_anyhow

SHIPPED = [
    path
    for path in sorted((ROOT / "plans/fagforeninger").rglob("*.yml"))
    if "tiltak:" in path.read_text(encoding="utf-8")
]
GOLDEN = ROOT / "tests/golden/edit"


def difference(before: bytes, after: bytes) -> list[str]:
    """The lines that are gone and new, with their signs."""
    old, new = (each.decode().splitlines(keepends=True) for each in (before, after))
    return [line for line in difflib.ndiff(old, new) if line[0] in "+-"]


def made(raw: bytes) -> Source:
    return Source("x.yml", raw, "vik", "")


def drawn(chance: random.Random, text: str, path: Path) -> tuple[Source, Target]:
    """A source with comments somewhere, on one system or another, and a goal or measure of it."""
    windows = chance.random() < 0.3
    source = made(annotated(text, chance).replace("\n", "\r\n" if windows else "\n").encode())
    plan = source.plan()
    assert plan is not None, path
    every = [
        Target(area, place)
        for area, of in enumerate(plan.areas)
        for place, _ in enumerate(of.goals_and_measures)
    ]
    return source, chance.choice(every)


def noted(source: Source) -> list[str]:
    """The comments of the source."""
    text = source.raw.decode().replace("\r\n", "\n")
    root = understood(text.encode(), "x.yml").root
    assert root is not None
    return comments(remarks(text, root))


ROLES = st.lists(st.sampled_from(["styret", "Leder, ungdomsutvalget", "HTV", "a: b"]), min_size=1, max_size=3)


@settings(max_examples=30)
@given(
    st.sampled_from(SHIPPED), st.randoms(use_true_random=False), TEXTS.map(folded), TEXTS.map(folded), ROLES
)
def test_a_measure_says_something_else_and_nothing_else_changes(
    path: Path, chance: random.Random, text: str, deadline: str, roles: list[str]
) -> None:
    source, target = drawn(chance, path.read_text(encoding="utf-8"), path)
    plan = source.plan()
    assert plan is not None
    item = target.of(plan)
    assert isinstance(item, Goal | Measure)
    if chance.random() < 0.6:
        item = replace(item, text=text)
    if isinstance(item, Measure) and chance.random() < 0.6:
        item = replace(item, deadline=understand(deadline, plan.period))
    if isinstance(item, Measure) and chance.random() < 0.6:
        item = replace(item, responsible=tuple(Responsible(each) for each in roles))
    changed = Rewritten(plan, target, item).applied(source)
    assert changed is not None
    assert changed.plan() == with_item(plan, target, item)
    assert noted(changed) == noted(source)
    assert within_the_item(source, changed, target)
    back = Rewritten(with_item(plan, target, item), target, Rewritten(plan, target, item).before)
    again = back.applied(changed)
    if again is not None:
        assert again.plan() == plan


def within_the_item(before: Source, after: Source, target: Target) -> bool:
    """Whether the lines before the item, and those from the next one on, are as they were."""
    old, new = before.raw.splitlines(keepends=True), after.raw.splitlines(keepends=True)
    plan = before.plan()
    assert plan is not None
    places = sorted(each.position.line for each in plan.goals_and_measures)
    item = target.of(plan)
    following = [line for line in places if line > item.position.line]
    # A comment that finds no place behind the value comes to stand before the dash of the item.
    head = sum(1 for _ in _same(old, new))
    rest = old[following[0] - 1 :] if following else []
    return head >= item.position.line - 2 and (not rest or new[-len(rest) :] == rest)


def _same(old: list[bytes], new: list[bytes]) -> list[bytes]:
    same = []
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        same.append(one)
    return same


@settings(max_examples=25)
@given(st.sampled_from(SHIPPED), st.randoms(use_true_random=False), TEXTS.map(folded), ROLES)
def test_a_measure_is_added_and_nothing_else_changes(
    path: Path, chance: random.Random, text: str, roles: list[str]
) -> None:
    source, _ = drawn(chance, path.read_text(encoding="utf-8"), path)
    plan = source.plan()
    assert plan is not None
    place = chance.randrange(len(plan.areas))
    new = Measure(id="helt-nytt", text=text, responsible=tuple(Responsible(each) for each in roles))
    changed = Added(plan, place, new, "").applied(source)
    assert changed is not None
    assert all(line.startswith("+ ") for line in difference(source.raw, changed.raw))
    after = changed.plan()
    assert after is not None
    assert after.areas[place].measures == (*plan.areas[place].measures, new)
    assert replace(after, areas=()) == replace(plan, areas=())
    assert noted(changed) == noted(source)


@settings(max_examples=15)
@given(st.sampled_from(SHIPPED), st.randoms(use_true_random=False), TEXTS.map(folded))
def test_what_cannot_be_changed_is_left_alone(path: Path, chance: random.Random, text: str) -> None:
    source = made(laid_out_anyhow(path.read_text(encoding="utf-8"), chance).encode())
    plan = source.plan()
    assert plan is not None
    target = next(Target(number, 0) for number, area in enumerate(plan.areas) if area.goals_and_measures)
    item = target.of(plan)
    assert isinstance(item, Goal | Measure)
    changed = Rewritten(plan, target, replace(item, text=text)).applied(source)
    if changed is not None:
        assert changed.plan() == with_item(plan, target, replace(item, text=text))


PLAN = "plans/fagforeninger/vik/2024-2025.yml"
SOURCE = """\
# Planen til Vik
periode: 2024-2025
strategi: 2024-2025
ordlyd: gjengitt            # med våre ord
kilde: Handlingsplan 2024–2025, Fagforbundet Vik
vedtak:
  - {organ: årsmøtet, dato: 2024-01-30, type: vedtatt}
områder:
  - område: heltid
    mål:
      - id: heltid-1
        tekst: Flere får hel stilling.
        følger: [heltid/heltidskultur]
    tiltak:
      - nr: 1.1
        tekst: >-             # fra møtet i mai
          Kreve hele stillinger i drøftinger, og følge opp
          dem som har krav på det.
        ansvar: [Leder]
        frist: 1. mai 2025    # utsatt én gang
        følger: [heltid/hele-stillinger]
      # Her var det et til.
  - id: sosialt
    tittel: Sosiale aktiviteter
    tiltak:
      - {id: grilling, tekst: Grille med medlemmene., ansvar: Styret, frist: hver sommer}
"""
ADOPTED = SOURCE.replace("ordlyd: gjengitt ", "ordlyd: vedtatt  ")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = assemble(tmp_path)
    (root / PLAN).write_text(SOURCE, encoding="utf-8")
    return root


GOOD = {
    "deadline": ("1.1", "--deadline", "innen 1. juni  2025"),
    "deadline-and-responsible": ("1-1", "--deadline", "november 2025", "--responsible", "leder og styret"),
    "text": ("1.1", "--text", "Kreve hele stillinger: alltid."),
    "text-of-goal": ("heltid-1", "--text", "Alle får hel stilling."),
    "deadline-not-understood": ("1.1", "--deadline", "når vi rekker det"),
    "new": (
        *("--new", "Heltid og likelønn", "--text", "Møte kommunen #2", "--responsible", "styret"),
        *("--deadline", "mars 2025", "--follows", "heltid/hele-stillinger"),
    ),
}
FAULTY = {
    "nothing-asked": ("1.1",),
    "no-number": ("--deadline", "mai 2025"),
    "number-and-new": ("1.1", "--new", "heltid", "--text", "a"),
    "unknown-number": ("1.2", "--deadline", "mai 2025"),
    "unknown-role": ("1.1", "--responsible", "leder, styrett og ukjent"),
    "unknown-area": ("--new", "heltidd", "--text", "Noe."),
    "unknown-item": ("--new", "heltid", "--text", "Noe.", "--follows", "heltid/finnes-ikke"),
    "malformed-item": ("--new", "heltid", "--text", "Noe.", "--follows", "heltid hele"),
    "impossible-deadline": ("1.1", "--deadline", "31.02.2025"),
    "deadline-of-goal": ("heltid-1", "--deadline", "mai 2025"),
    "whole-plan": ("plan", "--text", "Alt."),
    "says-so-already": ("1.1", "--deadline", "1. mai 2025"),
    "in-brackets": ("grilling", "--deadline", "mai 2025"),
    "text-of-nothing": ("1.1", "--text", "\u200b \u202e"),
    "telephone-number": ("1.1", "--text", "Ring 412 34 567 først."),
    "new-without-text": ("--new", "heltid", "--deadline", "mai 2025"),
}


def outcome(project: Path, *arguments: str) -> str:
    """How the command ended, what it said and what changed."""
    before = files(project)
    with chdir(project):
        done = CliRunner().invoke(main, ["edit", "vik", "2024-2025", *arguments], prog_name="planverk")
    after = files(project)
    assert {name for name in before | after if before.get(name) != after.get(name)} <= {PLAN}
    changes = "".join(difference(before[PLAN], after[PLAN]))
    return f"{done.exit_code}\n{done.stdout}--\n{done.stderr}--\n{changes}"


@pytest.mark.parametrize("name", [*GOOD, *FAULTY])
def test_the_whole_outcome(project: Path, name: str, update_expected: bool) -> None:  # noqa: FBT001
    found = outcome(project, *(GOOD | FAULTY)[name])
    assert found.startswith("0\n") == (name in GOOD)
    compare(found, name, update_expected)


def compare(found: str, name: str, update_expected: bool) -> None:  # noqa: FBT001
    expected = GOLDEN / f"{name}.txt"
    if update_expected:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
    assert not update_expected


def test_adopted_wording_is_refused(project: Path, update_expected: bool) -> None:  # noqa: FBT001
    (project / PLAN).write_text(ADOPTED, encoding="utf-8")
    compare(outcome(project, "1.1", "--text", "Noe annet."), "adopted", update_expected)


def test_all_else_of_an_adopted_plan_can_change(project: Path) -> None:
    (project / PLAN).write_text(ADOPTED, encoding="utf-8")
    assert outcome(project, "1.1", "--deadline", "mai 2025").startswith("0\n")
    told = outcome(project, "--new", "heltid", "--text", "Noe nytt.").split("\n")
    assert told[0] == "0"
    assert told[2].removeprefix(f"{PLAN}: ") == (
        "Ordlyden i planen er vedtatt. Få det nye tiltaket vedtatt også, og før det inn under «vedtak:»."
    )
    draft = "".join(
        line for line in ADOPTED.splitlines(keepends=True) if "vedtak" not in line and "organ" not in line
    )
    (project / PLAN).write_text(draft, encoding="utf-8")
    assert outcome(project, "1.1", "--text", "Noe annet.").startswith("0\n")


def test_a_plan_with_an_error_is_left_alone(project: Path) -> None:
    (project / PLAN).write_text(SOURCE.replace("kilde:", "kjelde:"), encoding="utf-8")
    assert outcome(project, "1.1", "--deadline", "mai 2025").split("\n")[0] == "2"
    (project / PLAN).write_text(SOURCE.replace("nr: 1.1", "nr: 1.1\n        sted: Vik"), encoding="utf-8")
    told = outcome(project, "1.1", "--deadline", "mai 2025").split("\n")
    assert (told[0], told[2]) == ("1", f"Det er en feil i {PLAN}. Rett den først.")


NUMBERS = {
    "the next of the area": ("heltid", ["1.1", "1.2"], ["2.1"], "1.3"),
    "the highest counts": ("heltid", ["1.2", "1.1"], [], "1.3"),
    "a letter where numbers run through the plan": ("heltid", ["1", "2"], ["3"], "2a"),
    "the next where each area begins anew": ("heltid", ["1", "2"], ["1", "2", "3"], "3"),
    "with its words": ("heltid", ["Tiltak 9"], [], "Tiltak 10"),
    "with its dot": ("heltid", ["1.1."], [], "1.2."),
    "no number where none has one": ("heltid", [], [], None),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_the_number_of_a_new_measure(project: Path, name: str) -> None:
    area, ours, others, expected = NUMBERS[name]

    def listed(of: str, numbers: list[str]) -> str:
        rows = (f"{{id: {of}-{at}, nr: '{each}', tekst: Noe.}}" for at, each in enumerate(numbers, 1))
        return "".join(f"      - {row}\n" for row in rows)

    head = SOURCE.partition("    tiltak:\n")[0]
    other = f"  - id: sosialt\n    tittel: Sosialt\n    tiltak:\n{listed('sosialt', others)}"
    text = f"{head}    tiltak:\n{listed('heltid', ours)}{other}"
    (project / PLAN).write_text(text, encoding="utf-8")
    found = outcome(project, "--new", area, "--text", "Noe nytt.")
    lines = [line[2:].strip() for line in found.split("\n") if line.startswith("+ ")]
    numbers = [line.partition("nr: ")[2].strip("'") for line in lines if "nr: " in line]
    assert numbers == ([expected] if expected else [])

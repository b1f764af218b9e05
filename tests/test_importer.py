"""Plans that are laid out and imported again come back with every number, word, role and deadline."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.importer import Imported, Wishes
from generator.media.typesetting import typeset
from generator.model import Plan
from tests.importing import draft, shipped
from tests.layouts import html, pieces, word


def again(path: Path, plan: Plan) -> Imported:
    """The plan of the file, imported without what its own source says."""
    return draft(path, Wishes(union=plan.union, period=plan.period, strategy=plan.strategy))


@dataclass(frozen=True, slots=True)
class Measured:
    """What of a plan must come back as it was."""

    areas: list[tuple[str, str | None]]
    goals: list[str]
    measures: list[tuple[str | None, str, tuple[str, ...], str | None]]
    introduction: tuple[str, ...]
    chapters: list[str]


def measured(plan: Plan) -> Measured:
    return Measured(
        areas=[(area.id if not area.title else "", area.title) for area in plan.areas],
        goals=[goal.text for area in plan.areas for goal in area.goals],
        measures=[
            (
                each.number,
                each.text,
                tuple(one.words for one in each.responsible),
                each.deadline.words if each.deadline else None,
            )
            for area in plan.areas
            for each in area.measures
        ],
        introduction=plan.introduction,
        chapters=[section.title for section in (*plan.situation, *plan.chapters)],
    )


def plans() -> list[Plan]:
    return [plan for union in shipped().unions for plan in union.plans]


LAYOUTS: dict[str, Callable[[Plan, Path], Path]] = {
    "headings by style": lambda plan, to: word(pieces(plan, shipped()), to),
    "headings by bold letters": lambda plan, to: word(pieces(plan, shipped()), to, styled=False),
    "tables": lambda plan, to: word(pieces(plan, shipped(), tables=True), to),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("plan", plans(), ids=lambda plan: f"{plan.union}/{plan.period.id}")
def test_a_plan_in_word_comes_back(plan: Plan, layout: str, tmp_path: Path) -> None:
    found = again(LAYOUTS[layout](plan, tmp_path / "plan.docx"), plan)
    assert measured(found.plan) == measured(plan)
    assert not found.plan.doubts
    assert not any(area.deviations for area in found.plan.areas)


STYLES = ("", "body{columns:2;font-size:9pt} h1,h2{font-size:11pt}", "@page{size:A5}")
"""One column, two, a small page whose tables go on from page to page."""


@pytest.mark.parametrize(
    ("number", "plan"), list(enumerate(plans())), ids=[f"{plan.union}/{plan.period.id}" for plan in plans()]
)
def test_a_plan_in_pdf_comes_back(number: int, plan: Plan, tmp_path: Path) -> None:
    style = STYLES[number % len(STYLES)]
    to = tmp_path / "plan.pdf"
    assert typeset({to: html(pieces(plan, shipped(), tables="A5" in style), style)}, "") is None
    found = again(to, plan)
    assert measured(found.plan) == measured(plan)
    assert not found.plan.doubts

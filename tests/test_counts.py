"""What the real plans hold, against numbers written down here."""

from pathlib import Path

import pytest

from generator.load import load
from generator.model import Body, ItemKind, Level, Plan, Status

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def body() -> Body:
    loaded = load(ROOT)
    assert loaded.diagnostics == ()
    assert loaded.body is not None
    return loaded.body


def only_plan(body: Body, union: str) -> Plan:
    (plan,) = next(each.plans for each in body.unions if each.id == union)
    return plan


@pytest.mark.parametrize(
    ("union", "period", "areas", "local_areas", "measures", "goals", "courses", "results", "deviations"),
    [
        ("as", "2024-2025", 6, 1, 0, 75, 0, 0, 3),
        ("forse", "2024-2025", 9, 3, 14, 0, 3, 0, 4),
        ("lillehammer", "2024-2025", 7, 1, 0, 37, 0, 7, 11),
        ("pleie-og-omsorg-oslo", "2023", 8, 2, 43, 2, 0, 0, 0),
    ],
)
def test_each_plan_holds_what_its_source_holds(
    body: Body,
    union: str,
    period: str,
    areas: int,
    local_areas: int,
    measures: int,
    goals: int,
    courses: int,
    results: int,
    deviations: int,
) -> None:
    plan = only_plan(body, union)
    assert plan.period.id == period
    assert len(plan.areas) == areas
    assert sum(area.local for area in plan.areas) == local_areas
    assert sum(len(area.measures) for area in plan.areas) == measures
    assert sum(len(area.goals) for area in plan.areas) == goals
    assert sum(len(area.courses) for area in plan.areas) == courses
    assert sum(len(area.results) for area in plan.areas) == results
    assert sum(len(area.deviations) for area in plan.areas) == deviations


@pytest.mark.parametrize(
    ("union", "pairs"), [("as", 56), ("forse", 10), ("lillehammer", 32), ("pleie-og-omsorg-oslo", 36)]
)
def test_each_link_to_the_strategy_is_there(body: Body, union: str, pairs: int) -> None:
    plan = only_plan(body, union)
    assert sum(len(item.follows) for area in plan.areas for item in area.items) == pairs


def test_all_plans_together(body: Body) -> None:
    areas = [area for union in body.unions for plan in union.plans for area in plan.areas]
    assert len(areas) == 30
    assert sum(len(area.measures) for area in areas) == 57
    assert sum(len(area.goals) for area in areas) == 114


@pytest.mark.parametrize(("period", "areas", "goals", "by_level"), [
    ("2023", 6, 28, {Level.NATIONAL: 0, Level.COUNTY: 0, Level.UNION: 0}),
    ("2024-2025", 6, 27, {Level.NATIONAL: 31, Level.COUNTY: 28, Level.UNION: 26}),
])  # fmt: skip
def test_each_strategy(body: Body, period: str, areas: int, goals: int, by_level: dict[Level, int]) -> None:
    strategy = next(each for each in body.strategies if each.period.id == period)
    items = [item for area in strategy.areas for item in area.items]
    assert len(strategy.areas) == areas
    assert sum(item.kind is ItemKind.MAIN_GOAL for item in items) == goals
    assert {level: sum(item.level is level for item in items) for level in Level} == by_level


def test_the_later_strategy_continues_the_earlier(body: Body) -> None:
    later = body.strategies[-1]
    assert sum(area.continues is not None for area in later.areas) == 6
    assert sum(item.continues is not None for area in later.areas for item in area.items) == 25


def test_results_of_lillehammer(body: Body) -> None:
    plan = only_plan(body, "lillehammer")
    assert [result.status for area in plan.areas for result in area.results] == [
        Status.ACHIEVED,
        Status.ACHIEVED,
        Status.PARTLY,
        Status.ACHIEVED,
        Status.ACHIEVED,
        Status.PARTLY,
        Status.PARTLY,
    ]
    assert [(each.body, each.kind.value, str(each.date)) for each in plan.resolutions] == [
        ("årsmøtet", "godkjent", "2024-01-30"),
        ("styret", "godkjent", "2025-01-07"),
        ("årsmøtet", "behandlet", "2025-01-28"),
    ]


def test_counties_and_union_number(body: Body) -> None:
    assert len(body.federation.counties) == 15
    assert {union.id: (union.county, union.number) for union in body.unions} == {
        "as": ("akershus", None),
        "forse": ("oslo", None),
        "lillehammer": ("innlandet", "059"),
        "pleie-og-omsorg-oslo": ("oslo", None),
    }

"""A plan that is written is read as the same plan, whatever stands in it."""

import pytest
from hypothesis import HealthCheck, given, settings

from generator import parse
from generator.diagnostics import Collector
from generator.load import load
from generator.model import Plan
from generator.sources import understood
from generator.writing import source_of
from tests.made_up import plans
from tests.project import ROOT

BODY = load(ROOT).body
assert BODY is not None


def read(text: str, union: str) -> tuple[Plan | None, list[object]]:
    document = understood(text.encode(), "plan.yml")
    assert document.root is not None, document.diagnostics
    faults = Collector()
    return parse.plan(document.root, union, faults), [*document.diagnostics, *faults.found]


@pytest.mark.parametrize("plan", BODY.plans, ids=lambda plan: f"{plan.union}/{plan.period.id}")
def test_a_plan_that_ships_is_read_as_it_was_written(plan: Plan) -> None:
    assert read(source_of(plan), plan.union) == (plan, [])


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans())
def test_any_plan_is_read_as_it_was_written(plan: Plan) -> None:
    assert read(source_of(plan), "vik") == (plan, [])

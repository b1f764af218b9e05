"""A short run of the fuzzing that `make fuzz` does at length."""

from pathlib import Path

from tests.fuzz import fuzz

SHORT = 500


def test_mutated_plans_always_have_an_outcome(tmp_path: Path) -> None:
    figures = fuzz(range(SHORT), seed=1, folder=tmp_path)
    assert figures.inputs == SHORT
    assert figures.diagnostics > SHORT

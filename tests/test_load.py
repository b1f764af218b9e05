"""Loading: several processes read what one reads."""

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from bench.corpus import make
from generator import load as loading
from generator import processes
from generator.checks import check_texts
from generator.diagnostics import in_order
from generator.load import Loaded, load


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    at = tmp_path_factory.mktemp("load")
    make(at, 7)
    (at / "plans/fagforeninger/forening-0003/2023.yml").write_text("periode: [", encoding="utf-8")
    (at / "plans/fagforeninger/forening-0005/fagforening.yml").unlink()
    return at


def _told(loaded: Loaded) -> list[str]:
    return [f"{each.position} {each.rule.name} {each.message}" for each in in_order(loaded.diagnostics)]


def test_several_processes_read_what_one_reads(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = load(project, check_texts)
    started: list[int] = []

    class Counted(ProcessPoolExecutor):
        """Notes with how many processes it was started."""

        def __init__(self, workers: int, how: BaseContext, initializer: Callable[[], None]) -> None:
            started.append(workers)
            super().__init__(workers, how, initializer=initializer)

    monkeypatch.setattr(loading, "MANY", 2)
    monkeypatch.setattr(loading, "SHARE", 3)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(processes, "ProcessPoolExecutor", Counted)
    together = load(project, check_texts)
    assert started == [2]
    assert together.body == alone.body
    assert together.body is not None
    assert len(together.body.unions) == 6
    assert (together.folders, together.silences) == (alone.folders, alone.silences)
    assert _told(together) == _told(alone)
    assert any("yaml-syntax" in each for each in _told(together))


def test_one_processor_reads_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MANY", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    monkeypatch.delattr(processes, "ProcessPoolExecutor")
    assert load(project).body is not None

"""Work in several processes: the same in the same order, and none goes on without the one that began it."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from generator import processes

ENDLESS = """
import time
from generator import processes

def sleep(_):
    time.sleep(600)

if __name__ == "__main__":
    print("begun", flush=True)
    list({call})
"""


def twice(number: int) -> tuple[int, int]:
    return number * 2, os.getpid()


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def test_several_processes_do_what_one_does() -> None:
    made = list(processes.each(twice, range(6), 2))
    assert [number for number, _ in made] == [0, 2, 4, 6, 8, 10]
    assert os.getpid() not in {process for _, process in made}


def test_one_thing_is_done_here() -> None:
    assert list(processes.each(twice, [1], 2)) == [(2, os.getpid())]


@pytest.mark.skipif(sys.platform != "linux", reason="only there are processes copied")
def test_jobs_hold_what_no_other_process_could_be_told() -> None:
    held = [lambda number=number: twice(number) for number in range(40)]
    made = list(processes.at_once(held, 10))
    assert [number for number, _ in made] == [2 * number for number in range(40)]
    assert os.getpid() not in {process for _, process in made}


def test_few_jobs_are_done_here() -> None:
    assert list(processes.at_once([partial(twice, 1)], 10)) == [(2, os.getpid())]


def test_a_fault_in_a_job_is_the_callers() -> None:
    with pytest.raises(ZeroDivisionError):
        list(processes.at_once([lambda: 1 // 0] * 20, 10))


@pytest.mark.parametrize(
    "call", ["processes.each(sleep, range(9), 2)", "processes.at_once([lambda: sleep(0)] * 9, 1)"]
)
def test_processes_end_with_the_one_that_began_them(call: str, tmp_path: Path) -> None:
    """The pipe is closed when the last of them has ended."""
    program = tmp_path / "endless.py"
    program.write_text(ENDLESS.format(call=call), encoding="utf-8")
    with subprocess.Popen([sys.executable, program], stdout=subprocess.PIPE) as begun:  # noqa: S603 - our own
        assert begun.stdout is not None
        assert begun.stdout.readline() == b"begun\n"
        time.sleep(2)
        begun.send_signal(signal.SIGKILL)
        assert begun.stdout.read() == b""

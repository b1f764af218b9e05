"""Floor 1: one function of many things, in several processes, and what else makes much work quick."""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, TypeVar

MOST = "PLANVERK_PROCESSES"
"""The variable that says how many processes may work at once: else as many as there are processors."""

_Thing = TypeVar("_Thing")
_Made = TypeVar("_Made")


@contextmanager
def collector_held_off() -> Iterator[None]:
    """Holds the search for cycles of garbage off, for work that makes none, and much that stays."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            gc.enable()


def most() -> int:
    """How many processes may work at once.

    Raises ValueError where the variable holds no number.
    """
    return int(os.environ.get(MOST, "0")) or os.cpu_count() or 1


def each(work: Callable[[_Thing], _Made], things: Sequence[_Thing], at_most: int) -> Iterator[_Made]:
    """What the function makes of each thing, in order, by so many processes, or by this one where it is one.

    The function is one of a module, which other processes find by its name.  They end when this one does.
    """
    processes = min(most(), at_most, len(things))
    if processes <= 1:
        yield from map(work, things)
        return
    with ProcessPoolExecutor(processes, get_context("spawn"), initializer=_end_with_parent) as pool:
        yield from pool.map(work, things)


def at_once(jobs: Sequence[Callable[[], _Made]], worth: int) -> Iterator[_Made]:
    """What each job makes, in their order, by as many processes as there are processors.

    The jobs may hold anything: the processes are copies of this one.  Where fewer than `worth` jobs come
    on each, or the system makes no such copies safely, this process does all.
    """
    processes = min(most(), len(jobs) // worth)
    if processes <= 1 or sys.platform != "linux":
        yield from (job() for job in jobs)
        return
    gc.freeze()
    try:
        context = get_context("fork")
        with ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(jobs,)) as pool:
            yield from pool.map(_do, range(len(jobs)), chunksize=_TOGETHER)
    finally:
        gc.unfreeze()


_TOGETHER = 8
"""Jobs that a process is given at a time."""

_jobs: Sequence[Callable[[], object]] = ()
"""The jobs of the process that this one is a copy of."""


def _begin(jobs: Sequence[Callable[[], object]]) -> None:
    global _jobs  # noqa: PLW0603 - the only way from the start of a process to its work
    _jobs = jobs
    _end_with_parent()


def _do(number: int) -> Any:  # noqa: ANN401 - what the job makes
    return _jobs[number]()


def _end_with_parent() -> None:
    """Without this, what a killed command has started would go on."""
    Thread(target=_await_parent, daemon=True).start()


def _await_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

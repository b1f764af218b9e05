"""Checking plans, against merely loading them with PyYAML's C loader: ratios, side by side.

Run as `python -m bench.checking 1000`; each round runs both, in turn, in a process of its own.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.corpus import ROOT, make

ROUNDS = 5
LOADING = """
import sys, yaml
from pathlib import Path
for path in sorted(Path("plans").rglob("*.yml")):
    with path.open(encoding="utf-8") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
"""
CHECKING = """
from pathlib import Path
from generator.diagnostics import errors
from generator.examination import examine
found = examine(Path.cwd())[1]
assert found and not errors(found), "the plans are refused, so nothing was measured"
"""


def seconds(project: Path, program: str) -> float:
    """How long the program takes in the project, its start included."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", program], cwd=project, env={"PYTHONPATH": str(ROOT)}, check=True)
    return perf_counter() - start


def main(unions: int) -> None:
    """Prints each round and the median ratio."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        make(project, unions)
        size = sum(path.stat().st_size for path in project.rglob("*.yml"))
        print(f"{unions} unions, {size / unions / 1000:.1f} kB a union")
        ratios = []
        for number in range(1, ROUNDS + 1):
            loading, checking = seconds(project, LOADING), seconds(project, CHECKING)
            ratios.append(checking / loading)
            print(
                f"round {number}: loading {loading:.2f} s, checking {checking:.2f} s, ratio {ratios[-1]:.2f}"
            )
        print(f"checking takes {median(ratios):.2f} times as long as loading (median of {ROUNDS})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)

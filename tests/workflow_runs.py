"""Runs the `run:` steps of a workflow here, as GitHub would: so that workflows and tests cannot part.

Only what our workflows use is understood; anything else is an error, which says that this must learn it.
"""

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Plain = dict[str, Any]
Action = Callable[[Path, Plain], None]
"""What stands in for an action: it is given the folder of the job, and what stands under `with`."""

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_ALWAYS = {"!cancelled()", "always()"}


@dataclass(frozen=True)
class Ran:
    """A step that ran: what it is called, how it ended and what it said."""

    name: str
    done: subprocess.CompletedProcess[str]


@dataclass
class Outcome:
    """What came of a job."""

    steps: list[Ran] = field(default_factory=list)
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""
    failed: bool = False

    def said(self, name: str) -> str:
        """What the step of that name wrote on standard output."""
        return next(each.done.stdout for each in self.steps if each.name == name)


@dataclass(frozen=True)
class Workflow:
    """A workflow file, with what its `${{ }}` expressions stand for and what its actions do.

    `environment` is what the runner itself sets, beside the place of its files.
    """

    path: Path
    expressions: Mapping[str, str]
    actions: Mapping[str, Action]
    environment: Mapping[str, str]

    def run(self, job: str, root: Path) -> Outcome:
        """Runs the job in the folder."""
        whole: Plain = yaml.safe_load(self.path.read_text(encoding="utf-8"))
        of_job: Plain = whole["jobs"][job]
        outcome = Outcome()
        variables = {**self._filled(whole.get("env", {})), **self._filled(of_job.get("env", {}))}
        for number, step in enumerate(of_job["steps"]):
            if outcome.failed and not self._always(step):
                continue
            if "uses" in step:
                self.actions[step["uses"].partition("@")[0]](root, step.get("with", {}))
                continue
            ran = self._step(step, number, root, variables, outcome)
            outcome.steps.append(ran)
            outcome.failed |= bool(ran.done.returncode) and not step.get("continue-on-error")
        return outcome

    def _always(self, step: Plain) -> bool:
        condition = step.get("if")
        if condition is None:
            return False
        asked = _EXPRESSION.sub(r"\1", condition)
        assert asked in _ALWAYS, asked
        return True

    def _step(
        self, step: Plain, number: int, root: Path, variables: Mapping[str, str], outcome: Outcome
    ) -> Ran:
        script = step["run"]
        assert not _EXPRESSION.search(script), "an expression in a script is run as a part of it"
        files = {name: root.parent / f"{name}-{number}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        done = subprocess.run(  # noqa: S603 - our own workflow
            ["/usr/bin/bash", "-e", "-c", script],
            cwd=root,
            env={
                **self.environment,
                **variables,
                **self._filled(step.get("env", {})),
                **{name: str(file) for name, file in files.items()},
            },
            capture_output=True,
            text=True,
            check=False,
        )
        outcome.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        for line in files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            outcome.outputs[name] = value
        return Ran(step.get("name") or step.get("id") or script.strip(), done)

    def _filled(self, variables: Plain) -> dict[str, str]:
        return {
            name: _EXPRESSION.sub(lambda each: self.expressions[each[1]], str(value))
            for name, value in variables.items()
        }


def scripts(path: Path) -> Iterator[tuple[str, str]]:
    """The script of each step of the workflow, with the name of its job."""
    whole: Plain = yaml.safe_load(path.read_text(encoding="utf-8"))
    for job, of_job in whole["jobs"].items():
        yield from ((job, step["run"]) for step in of_job["steps"] if "run" in step)


def path_with(*folders: Path) -> str:
    """A PATH on which the programs in the folders come first."""
    return os.pathsep.join([*map(str, folders), "/usr/local/bin", "/usr/bin", "/bin"])

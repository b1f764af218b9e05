"""A summary on its pull request: one comment, which is corrected and not repeated, and labels.

It is told with rights, of what a stranger may have written.  So the pull request is looked for by what
the code host itself says of the run, and of the run's file nothing counts but texts.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from generator.review.code_host import CodeHost
from generator.review.labels import COUNTY, FIXED, UNION, is_ours, label
from generator.review.records import NotAsExpectedError, Record
from generator.review.summary import SIZE, Summary, from_json

ARTIFACT, INSIDE = "changes", "changes.json"
"""What the check leaves, and the one file in it that is read."""

_COMMIT = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_REPOSITORY = re.compile(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")
_HOST = re.compile(r"https://[A-Za-z0-9.-]+(?::[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Run:
    """The run of the check, as the code host tells of it: never as the run tells of itself."""

    id: int
    commit: str
    owner: str
    branch: str
    address: str


def run_of(event: Record, repository: str, host: str) -> Run:
    """The run that the event `workflow_run` tells of; raises NotAsExpectedError."""
    told = event.record("workflow_run")
    commit, number = told.text("head_sha"), told.number("id")
    if not (_COMMIT.fullmatch(commit) and _REPOSITORY.fullmatch(repository) and _HOST.fullmatch(host)):
        raise NotAsExpectedError("no run")
    owner = told.record("head_repository").record("owner").text("login")
    address = f"{host}/{repository}/actions/runs/{number}"
    return Run(number, commit, owner, told.text("head_branch"), address)


def pull_of(host: CodeHost, run: Run) -> int | None:
    """The open pull request that stands at the commit of the run; None where it has moved on or is closed."""
    for each in host.open_pulls(run.owner, run.branch):
        ours = each.record("base").record("repo").text("full_name") == host.repository
        if ours and each.record("head").text("sha") == run.commit:
            return each.number("number")
    return None


def summary_of(host: CodeHost, run: Run) -> Summary | None:
    """The summary that the run has left; None where it left none.  Raises NotAsExpectedError."""
    for each in host.artifacts(run.id):
        if each.text("name") == ARTIFACT and not each.is_set("expired"):
            if each.number("size_in_bytes") > SIZE:
                raise NotAsExpectedError("too large")
            return from_json(_unpacked(host.packed(each.number("id"))))
    return None


def _unpacked(packed: bytes) -> bytes:
    """The one file that counts, as far as it may be read; no other is, and none is written."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive, archive.open(INSIDE) as file:
            return file.read(SIZE + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        EOFError,
        OSError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise NotAsExpectedError("no artifact of ours") from error


def tell(host: CodeHost, number: int, body: str) -> None:
    """Has the pull request say this once, in the place of what it said before."""
    mark = body.partition("\n")[0]
    earlier = next(
        (each for each in host.comments(number) if each.body.partition("\n")[0].strip() == mark), None
    )
    if earlier is None:
        host.comment(number, body)
    elif earlier.body.strip() != body.strip():
        host.correct(earlier.id, body)


def mark_with(host: CodeHost, number: int, wanted: Iterable[str]) -> None:
    """Has the pull request bear these of our labels, and no others of ours."""
    there, now = host.labels(number), set(wanted)
    for each in sorted(filter(is_ours, there - now)):
        host.take_off(number, each)
    if now - there:
        host.label(number, sorted(now - there))


def known_labels(labels: Iterable[str], unions: Iterable[str], counties: Iterable[str]) -> list[str]:
    """Those of the labels that name what we know ourselves, so that no stranger thinks up others."""
    known = {*FIXED, *_named(UNION, unions), *_named(COUNTY, counties)}
    return [each for each in labels if each in known]


def _named(kind: str, ids: Iterable[str]) -> list[str]:
    return [label(kind, each) for each in ids]

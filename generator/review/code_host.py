"""What is asked of GitHub, and told it, through its own command `gh`: never through a shell.

https://docs.github.com/rest; `gh` has the token and the address of the host from the environment.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from generator.diagnostics import Message, message
from generator.review.records import Record, record, records

_BOT = "github-actions[bot]"
"""Who writes with the token of a workflow; comments of others are left alone, whatever they say."""

_PAGE = 100
_PAGES = 20


class HostError(Exception):
    """The code host refused, or there is no `gh`; the message says what it told."""

    def __init__(self, text: Message) -> None:
        super().__init__(text)
        self.message = text


@dataclass(frozen=True, slots=True)
class Told:
    """A comment of ours on a pull request."""

    id: int
    body: str


@dataclass(frozen=True, slots=True)
class CodeHost:
    """One repository (`owner/name`) on the host."""

    repository: str

    def open_pulls(self, owner: str, branch: str) -> list[Record]:
        """The open pull requests from the branch of the owner's copy."""
        head = quote(f"{owner}:{branch}", safe="")
        return list(records(self._ask(f"pulls?state=open&head={head}&per_page={_PAGE}")))

    def artifacts(self, run: int) -> tuple[Record, ...]:
        """What the run of a workflow has left."""
        found = record(self._ask(f"actions/runs/{run}/artifacts?per_page={_PAGE}"))
        return found.records("artifacts", lambda each: each)

    def packed(self, artifact: int) -> bytes:
        """The artifact as a ZIP file."""
        return self._ask(f"actions/artifacts/{artifact}/zip")

    def comments(self, number: int) -> Iterator[Told]:
        """Our comments on the pull request, the earliest first."""
        for each in self._pages(f"issues/{number}/comments"):
            if each.record("user").text("login") == _BOT:
                yield Told(each.number("id"), each.text("body"))

    def labels(self, number: int) -> set[str]:
        """The labels of the pull request."""
        return {each.text("name") for each in self._pages(f"issues/{number}/labels")}

    def comment(self, number: int, body: str) -> None:
        """Adds a comment."""
        self._tell("POST", f"issues/{number}/comments", {"body": body})

    def correct(self, comment: int, body: str) -> None:
        """Puts other words into a comment of ours."""
        self._tell("PATCH", f"issues/comments/{comment}", {"body": body})

    def label(self, number: int, labels: list[str]) -> None:
        """Adds the labels."""
        self._tell("POST", f"issues/{number}/labels", {"labels": labels})

    def take_off(self, number: int, label: str) -> None:
        """Takes the label off."""
        self._tell("DELETE", f"issues/{number}/labels/{quote(label, safe='')}", None)

    def _pages(self, place: str) -> Iterator[Record]:
        for page in range(1, _PAGES + 1):
            found = records(self._ask(f"{place}?per_page={_PAGE}&page={page}"))
            yield from found
            if len(found) < _PAGE:
                return

    def _ask(self, place: str) -> bytes:
        return self._call("GET", place, None)

    def _tell(self, method: str, place: str, content: dict[str, object] | None) -> None:
        self._call(method, place, None if content is None else json.dumps(content).encode())

    def _call(self, method: str, place: str, content: bytes | None) -> bytes:
        gh = shutil.which("gh")
        if gh is None:
            raise HostError(message("The command gh is needed here."))
        given = () if content is None else ("--input", "-")
        done = subprocess.run(  # noqa: S603 - gh, with arguments of our own; words go in on standard input
            [gh, "api", "--method", method, *given, f"repos/{self.repository}/{place}"],
            input=content,
            stdin=subprocess.DEVNULL if content is None else None,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            told = done.stderr.decode(errors="replace").strip()[:500]
            raise HostError(
                message(
                    "The code host refused ({method} {place}): {told}", method=method, place=place, told=told
                )
            )
        return done.stdout

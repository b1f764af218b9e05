"""Floor 12: Pagefind's program, spoken to over its standard input and output.

Each request and answer is JSON in Base64, ended by a comma.
"""

import base64
import json
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pagefind_bin import get_executable  # type: ignore[import-untyped]


class SearchIndexError(Exception):
    """Pagefind refused, or ended before its time; the message holds its own words."""


@dataclass(frozen=True, slots=True)
class Document:
    """The HTML of a record, and the address that it is found under, which begins with a slash."""

    address: str
    html: str


def index(documents: Iterable[Document], language: str, to: Path) -> None:
    """Writes the index of the documents into the folder.  Raises SearchIndexError."""
    with _service() as service:
        opened = service.ask("NewIndex", config={"force_language": language, "keep_index_url": True})
        for document in documents:
            service.ask(
                "AddFile", index_id=opened["index_id"], url=document.address, file_contents=document.html
            )
        service.ask("WriteFiles", index_id=opened["index_id"], output_path=str(to))


class _Service:
    """A running program, asked one thing at a time."""

    def __init__(self, requests: IO[bytes], answers: IO[bytes]) -> None:
        self._requests, self._answers = requests, answers
        self._asked = 0

    def ask(self, kind: str, **values: object) -> dict[str, object]:
        """The answer to a request."""
        self._asked += 1
        request = {"message_id": self._asked, "payload": {"type": kind, **values}}
        try:
            self._requests.write(base64.b64encode(json.dumps(request).encode()) + b",")
            self._requests.flush()
        except OSError as error:
            raise SearchIndexError(str(error)) from error
        answer: dict[str, object] = self._answer()["payload"]
        if answer["type"] == "Error":
            raise SearchIndexError(str(answer.get("message")))
        return answer

    def _answer(self) -> dict[str, dict[str, object]]:
        text = b"".join(iter(self._byte, b","))
        answer: dict[str, dict[str, object]] = json.loads(base64.b64decode(text))
        return answer

    def _byte(self) -> bytes:
        byte = self._answers.read(1)
        if not byte:
            raise SearchIndexError("pagefind ended before it answered")
        return byte


@contextmanager
def _service() -> Iterator[_Service]:
    """The program, which has ended when the context has."""
    with subprocess.Popen(  # noqa: S603 - the pinned program
        [get_executable(), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        try:
            if process.stdin is None or process.stdout is None:
                raise SearchIndexError("pagefind has no standard input or output")
            yield _Service(process.stdin, process.stdout)
        finally:
            process.kill()

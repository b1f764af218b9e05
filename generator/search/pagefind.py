"""Floor 12: Pagefind's program, spoken to over its standard input and output.

Each request and answer is JSON in Base64, ended by a comma.
"""

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from pagefind_bin import get_executable  # type: ignore[import-untyped]

_AT_ONCE = 1 << 20
"""Bytes of an answer that are read at once."""


class SearchIndexError(Exception):
    """Pagefind refused, or ended before its time; the message holds its own words."""


@dataclass(frozen=True, slots=True)
class Document:
    """The HTML of a record, and the address that it is found under, which begins with a slash."""

    address: str
    html: str


def index(documents: Iterable[Document], language: str) -> dict[str, bytes]:
    """The files of the documents' index, by their paths.  Raises SearchIndexError.

    They are not left to Pagefind to write: it answers before all is on the disk.
    """
    with _service() as service:
        opened = service.ask("NewIndex", config={"force_language": language, "keep_index_url": True})
        for document in documents:
            service.tell(
                "AddFile", index_id=opened["index_id"], url=document.address, file_contents=document.html
            )
        files = service.ask("GetFiles", index_id=opened["index_id"])["files"]
    if not isinstance(files, list):
        raise SearchIndexError("pagefind sent no files")
    return {each["path"]: base64.b64decode(each["content"]) for each in files}


class _Service:
    """A running program, asked one thing at a time; what it is told, it does while we do something else."""

    def __init__(self, requests: IO[bytes], answers: IO[bytes]) -> None:
        self._requests, self._answers = requests, answers
        self._asked = 0
        self._is_due = False

    def tell(self, kind: str, **values: object) -> None:
        """Sends a request when the one before is answered."""
        if self._is_due:
            self._answer()
        self._asked += 1
        request = {"message_id": self._asked, "payload": {"type": kind, **values}}
        try:
            self._requests.write(base64.b64encode(json.dumps(request).encode()) + b",")
            self._requests.flush()
        except OSError as error:
            raise SearchIndexError(str(error)) from error
        self._is_due = True

    def ask(self, kind: str, **values: object) -> dict[str, object]:
        """The answer to a request."""
        self.tell(kind, **values)
        return self._answer()

    def _answer(self) -> dict[str, object]:
        self._is_due = False
        answer: dict[str, object] = self._received()["payload"]
        if answer["type"] == "Error":
            raise SearchIndexError(str(answer.get("message")))
        return answer

    def _received(self) -> dict[str, dict[str, object]]:
        pieces = [b""]
        while not pieces[-1].endswith(b","):
            pieces.append(os.read(self._answers.fileno(), _AT_ONCE))
            if not pieces[-1]:
                raise SearchIndexError("pagefind ended before it answered")
        answer: dict[str, dict[str, object]] = json.loads(base64.b64decode(b"".join(pieces)[:-1]))
        return answer


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

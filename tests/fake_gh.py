"""Stands in for `gh` on PATH: one repository with one pull request, kept in a file, and what was called."""

import io
import json
import os
import sys
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

State = dict[str, Any]
REPOSITORY = "fagforbundet/planer"


def fresh(commit: str, branch: str = "forslag") -> State:
    """An open pull request from a fork, at the commit, without comments and labels."""
    head = {"sha": commit, "ref": branch}
    base = {"repo": {"full_name": REPOSITORY}}
    pull = {"number": 7, "state": "open", "head": head, "base": base}
    return {
        "pulls": [pull],
        "head": f"fremmed:{branch}",
        "comments": [],
        "labels": [],
        "artifacts": [],
        "calls": [],
    }


def zipped(name: str, content: bytes) -> bytes:
    """A ZIP file that holds one file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return packed.getvalue()


def install(folder: Path, state: State) -> None:
    """Puts the command and what it is to know into the folder, which goes on PATH."""
    folder.mkdir(parents=True, exist_ok=True)
    command = folder / "gh"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} {__file__} {folder} "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    save(folder, state)


def load(folder: Path) -> State:
    state: State = json.loads((folder / "state.json").read_text(encoding="utf-8"))
    return state


def save(folder: Path, state: State) -> None:
    (folder / "state.json").write_text(json.dumps(state), encoding="utf-8")


def answer(state: State, method: str, place: str, given: State | None, folder: Path) -> bytes:
    """What the host answers; it notes what it was told."""
    address = urlsplit(place)
    asked = parse_qs(address.query)
    parts = [unquote(each) for each in address.path.split("/")]
    assert "/".join(parts[:3]) == f"repos/{REPOSITORY}", place
    found: object = None
    match (method, *parts[3:]):
        case ("GET", "pulls"):
            found = state["pulls"] if asked["head"] == [state["head"]] else []
        case ("GET", "actions", "runs", "99", "artifacts"):
            found = {"artifacts": state["artifacts"]}
        case ("GET", "actions", "artifacts", number, "zip"):
            return (folder / f"{number}.zip").read_bytes()
        case ("GET", "issues", "7", "comments"):
            found = _page(state["comments"], asked)
        case ("GET", "issues", "7", "labels"):
            found = _page([{"name": each} for each in state["labels"]], asked)
        case ("POST", "issues", "7", "comments"):
            assert given is not None
            comment = {"id": len(state["comments"]) + 1, "user": {"login": "github-actions[bot]"}, **given}
            state["comments"].append(comment)
        case ("PATCH", "issues", "comments", number):
            assert given is not None
            next(each for each in state["comments"] if each["id"] == int(number)).update(given)
        case ("POST", "issues", "7", "labels"):
            assert given is not None
            state["labels"] += given["labels"]
        case ("DELETE", "issues", "7", "labels", name):
            state["labels"].remove(name)
        case _:
            raise LookupError(place)
    return json.dumps(found).encode()


def _page(every: list[State], asked: dict[str, list[str]]) -> list[State]:
    size, number = int(asked["per_page"][0]), int(asked["page"][0])
    return every[size * (number - 1) : size * number]


def main(folder: Path, arguments: list[str]) -> None:
    """`gh api --method METHOD [--input -] PLACE`."""
    assert arguments[:2] == ["api", "--method"]
    assert os.environ["GH_TOKEN"] == "prøve"  # noqa: S105 - none
    method, *given, place = arguments[2:]
    content = json.loads(sys.stdin.buffer.read()) if given == ["--input", "-"] else None
    state = load(folder)
    state["calls"].append([method, place])
    told = answer(state, method, place, content, folder)
    save(folder, state)
    sys.stdout.buffer.write(told)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])

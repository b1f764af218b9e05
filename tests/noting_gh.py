"""Stands in for `gh` where issues become proposals: answers out of a file, and notes what it is asked."""

import itertools
import json
import subprocess
import sys
from pathlib import Path


def main(state_file: Path, arguments: list[str]) -> int:
    """Notes the call, with what stands in the file that it names, and answers; its exit code."""
    state = json.loads(state_file.read_text(encoding="utf-8"))
    named = dict(itertools.pairwise(arguments))
    body = named.get("--body-file") or named.get("--field", "").partition("@")[2]
    call = {"call": " ".join(arguments[:2]), "arguments": arguments[2:]}
    if body:
        call["body"] = Path(body).read_text(encoding="utf-8")
    state["calls"].append(call)
    state_file.write_text(json.dumps(state), encoding="utf-8")
    return _answer(state, arguments, named)


def _answer(state: dict[str, list[dict[str, object]]], arguments: list[str], named: dict[str, str]) -> int:
    link = {"html_url": "https://github.com/a/b/pull/7"}
    head = named.get("--head")
    match arguments[:2]:
        case ["pr", "list"]:
            found = [each for each in state["pulls"] if head in (None, each["headRefName"])]
            return _filtered(found, named["--jq"])
        case ["issue", "list"]:
            return _filtered(state["issues"], named["--jq"])
        case ["api", "--method"]:
            return _filtered(link, named["--jq"])
        case ["pr", "create"]:
            return 1 if state["no_pull_requests"] else _filtered(link, ".html_url")
    return 0 if arguments[:2] in (["workflow", "run"], ["issue", "comment"]) else 2


def _filtered(answer: object, asked: str) -> int:
    command = ["/usr/bin/jq", "--raw-output", asked]
    return subprocess.run(command, input=json.dumps(answer), text=True, check=False).returncode  # noqa: S603 - jq


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))

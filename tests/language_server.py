"""The YAML server that VS Code runs, asked as VS Code asks it: over its standard input and output."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import IO, Any

from tests.project import ROOT

PROGRAM = ROOT / "tests/npm/node_modules/yaml-language-server/bin/yaml-language-server"


@dataclass
class Server:
    """A server that has opened the project as its folder, with the project's settings."""

    out: IO[bytes]
    back: IO[bytes]
    settings: dict[str, Any]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def open(self, path: str, text: str) -> str:
        """Opens a file of that name in a new folder beside, as if that stood in it; its address."""
        name = Path(path)
        uri = (ROOT / name.parent.with_name(f"ny-{next(self.numbers)}") / name.name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def hover(self, path: str, text: str, at: str) -> str:
        """What is shown for the first place in the text that says so."""
        answer = self.ask("textDocument/hover", _place(self.open(path, text), text, text.index(at)))
        return str(answer["contents"]["value"]) if answer else ""

    def proposals(self, path: str, text: str) -> list[str]:
        """What is proposed where `|` stands in the text."""
        place = text.index("|")
        whole = text.replace("|", "", 1)
        answer = self.ask("textDocument/completion", _place(self.open(path, whole), whole, place))
        return [str(item["label"]) for item in answer["items"]]

    def faults(self, path: str, text: str) -> list[str]:
        """What is underlined in the text."""
        uri = self.open(path, text)
        while True:
            told = self._next()
            if told.get("method") == "textDocument/publishDiagnostics" and told["params"]["uri"] == uri:
                return [str(each["message"]) for each in told["params"]["diagnostics"]]

    def await_schemas(self) -> None:
        """Waits until the server has read the settings, which it asks for, and found the schemas."""
        while not self.faults("plans/fagforeninger/forse/2024-2025.yml", "periode: x\n"):
            pass

    def ask(self, method: str, params: object) -> Any:  # noqa: ANN401 - whatever the server answers
        """The answer to the question."""
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            told = self._next()
            if told.get("id") == number and "method" not in told:
                return told["result"]

    def tell(self, method: str, params: object) -> None:
        """Says so, and awaits no answer."""
        self._send({"method": method, "params": params})

    def _next(self) -> dict[str, Any]:
        """What the server says next; what it asks for, the settings, it is given."""
        headers = dict(line.split(": ") for line in iter(lambda: self.back.readline().decode().strip(), ""))
        told: dict[str, Any] = json.loads(self.back.read(int(headers["Content-Length"])))
        if "id" in told and "method" in told:
            asked = (told.get("params") or {}).get("items", [])
            answer = [self.settings.get(each.get("section", "")) for each in asked] or None
            self._send({"id": told["id"], "result": answer})
        return told

    def _send(self, said: dict[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **said}).encode()
        self.out.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.out.flush()


def _place(uri: str, text: str, offset: int) -> dict[str, object]:
    before = text[:offset].split("\n")
    position = {"line": len(before) - 1, "character": len(before[-1])}
    return {"textDocument": {"uri": uri}, "position": position}


@contextmanager
def server() -> Iterator[Server]:
    """A server in the project's folder; the settings are those of `.vscode/settings.json`."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    yaml = {name[5:]: value for name, value in settings.items() if name.startswith("yaml.")}
    yaml |= {"schemaStore": {"enable": yaml.pop("schemaStore.enable")}, "validate": True}
    yaml |= {"hover": True, "completion": True}
    command = ["node", str(PROGRAM), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as program:  # noqa: S603
        assert program.stdin is not None
        assert program.stdout is not None
        made = Server(program.stdin, program.stdout, {"yaml": yaml, "[yaml]": settings["[yaml]"]})
        folder = {"uri": ROOT.as_uri(), "name": "planverk"}
        able = {
            "workspace": {"configuration": True},
            "textDocument": {"hover": {"contentFormat": ["markdown"]}},
        }
        made.ask(
            "initialize",
            {"processId": None, "rootUri": ROOT.as_uri(), "workspaceFolders": [folder], "capabilities": able},
        )
        made.tell("initialized", {})
        made.tell("workspace/didChangeConfiguration", {"settings": {"yaml": yaml}})
        made.await_schemas()
        yield made
        program.kill()

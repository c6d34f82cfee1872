"""The YAML server that VS Code's extension runs, spoken to as an editor does (Language Server Protocol 3.17)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

PROGRAM = Path(__file__).with_name("node_modules") / "yaml-language-server/bin/yaml-language-server"


class Server:
    """The server with the schemas of a workspace, by the forms of paths that its settings give them."""

    def __init__(self, root: Path, schemas: Mapping[str, str]) -> None:
        self.root = root
        self._settings = {
            "yaml": {
                "schemas": {(root / schema).as_uri(): form for schema, form in schemas.items()},
                "schemaStore": {"enable": False},
                "validate": True,
                "completion": True,
                "hover": True,
            }
        }
        self._asked = 0
        self._told: dict[str, list[dict[str, Any]]] = {}
        self._process = subprocess.Popen(
            ["node", str(PROGRAM), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> Server:
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": self.root.as_uri(),
                "capabilities": {"workspace": {"configuration": True}},
            },
        )
        self._say("initialized", {})
        self._say("workspace/didChangeConfiguration", {"settings": self._settings})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def problems(self, name: str, text: str) -> list[str]:
        """What is underlined in a file of this name and text, by line from 1 and message."""
        self._open(name, text)
        uri = (self.root / name).as_uri()
        while uri not in self._told:
            self._hear()
        return sorted(f"{one['range']['start']['line'] + 1}: {one['message']}" for one in self._told.pop(uri))

    def offered(self, name: str, text: str, line: int, character: int) -> list[dict[str, Any]]:
        """What may be typed at a line and sign, both from 0, of a file of this name and text."""
        self._open(name, text)
        place = {"line": line, "character": character}
        document = {"uri": (self.root / name).as_uri()}
        found = self._ask("textDocument/completion", {"textDocument": document, "position": place})
        items: Iterable[dict[str, Any]] = found["items"] if isinstance(found, dict) else found
        return list(items)

    def _open(self, name: str, text: str) -> None:
        uri = (self.root / name).as_uri()
        self._say("textDocument/didClose", {"textDocument": {"uri": uri}})
        self._ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})  # it has heard that by then
        self._told.pop(uri, None)
        self._asked += 1  # it knows a text by this
        document = {"uri": uri, "languageId": "yaml", "version": self._asked, "text": text}
        self._say("textDocument/didOpen", {"textDocument": document})

    def _ask(self, method: str, parameters: object) -> Any:
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            heard = self._hear()
            if heard.get("id") == number and "method" not in heard:
                return heard["result"]

    def _say(self, method: str, parameters: object) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _hear(self) -> dict[str, Any]:
        """The next message; what the server asks of an editor is answered, what it tells of files is kept."""
        assert self._process.stdout
        length = 0
        while (line := self._process.stdout.readline()) != b"\r\n":
            assert line, "the server has ended"
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        heard: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if heard.get("method") == "workspace/configuration":
            sections = [item.get("section") for item in heard["params"]["items"]]
            self._send({"id": heard["id"], "result": [self._settings.get(str(one)) for one in sections]})
        elif "method" in heard and "id" in heard:
            self._send({"id": heard["id"], "result": None})
        elif heard.get("method") == "textDocument/publishDiagnostics":
            self._told[heard["params"]["uri"]] = heard["params"]["diagnostics"]
        return heard

"""A conversation with the YAML language server that editors use, over its standard streams."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

from tests.markdown import ROOT

_INSTALLED = ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
_SECONDS = 60.0


def command() -> list[str] | None:
    """How the server is started; None where it, or Node, is not installed."""
    node = shutil.which("node")
    if node is not None and _INSTALLED.exists():
        return [node, str(_INSTALLED), "--stdio"]
    named = shutil.which("yaml-language-server")
    return [named, "--stdio"] if named is not None else None


class Server:
    """A server that runs, and what it was told and has said."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._asked = 0

    def diagnostics(self, path: Path, text: str) -> list[dict[str, Any]]:
        """What an editor marks in a file when it is opened."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            told = self._heard()
            if told.get("method") == "textDocument/publishDiagnostics":
                found = told["params"]
                if found["uri"] == uri:
                    return list(found["diagnostics"])

    def completions(self, path: Path, line: int, character: int) -> list[str]:
        """What an editor offers at a place in an open file, both counted from 0."""
        at = {
            "textDocument": {"uri": path.as_uri()},
            "position": {"line": line, "character": character},
        }
        answer = self.ask("textDocument/completion", at)
        return [str(item["label"]) for item in answer["items"]]

    def ask(self, method: str, params: object) -> Any:
        """Ask something, and wait for the answer."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            told = self._heard()
            if told.get("id") == self._asked and "method" not in told:
                return told.get("result")

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _heard(self) -> dict[str, Any]:
        """The next message; what the server asks of an editor is answered with nothing."""
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while header := stream.readline().strip():
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has gone"
        told: dict[str, Any] = json.loads(stream.read(length))
        if "id" in told and "method" in told:
            items = told.get("params", {}).get("items")
            self._send({"id": told["id"], "result": [None for _ in items] if items else None})
        return told

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8")
        stream = self._process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        stream.flush()

    def begin(self, folder: Path) -> None:
        """Open a folder."""
        uri = folder.as_uri()
        folders = [{"uri": uri, "name": folder.name}]
        capabilities = {"workspace": {"configuration": True, "workspaceFolders": True}}
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": uri,
                "workspaceFolders": folders,
                "capabilities": capabilities,
            },
        )
        self._tell("initialized", {})


@contextmanager
def running(start: list[str], folder: Path) -> Iterator[Server]:
    """A server that has a folder open; it is ended if it hangs."""
    process = subprocess.Popen(
        start, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
    )
    watch = Timer(_SECONDS, process.kill)
    watch.start()
    try:
        server = Server(process)
        server.begin(folder)
        yield server
    finally:
        watch.cancel()
        process.kill()
        process.communicate()

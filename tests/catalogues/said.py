"""What there is to translate, found in the source: messages, labels, phrases put into messages."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from rectify_cli.cli.commands import COMMANDS, GROUPS
from rectify_cli.cli.global_options import GLOBAL_OPTIONS
from rectify_cli.cli.help import FIRST_STEPS, WRITES
from rectify_cli.foundation.translations import HELP, METAVAR, PHRASE
from tests.cli_parameters import parameters
from tests.markdown import ROOT

SOURCE = ROOT / "src" / "rectify_cli"


class Said(NamedTuple):
    """Something to translate, and where it stands. A label's context is its key.

    `forms` is the sentence; of a label that counts its singular and its plural.
    """

    context: str | None
    forms: tuple[str, ...]
    file: str
    line: int

    @property
    def place(self) -> str:
        """`src/rectify_cli/app/undo.py:12: 'nothing to undo'`."""
        return f"{self.file}:{self.line}: {self.forms[0]!r}"


class NotLiteralError(Exception):
    """A text that is put together where it is said: nobody could translate it."""


def everything_said(source: Path = SOURCE) -> list[Said]:
    """All of it file by file, each file's in the order in which it stands there."""
    found: list[Said] = []
    for path in sorted(source.rglob("*.py")):
        file = f"src/rectify_cli/{path.relative_to(source).as_posix()}"
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += _reader(path.relative_to(source).as_posix())(tree, file)
    return found


def everything_in_help() -> list[Said]:
    """What `--help` says: the texts, and the words that stand for what one types, each once.

    Asked of the commands themselves, so that none is overlooked, however its text came about.
    """
    found: dict[tuple[str, str], str] = {}
    of_commands, of_options = "cli/commands.py", "cli/global_options.py"
    texts = [(each.summary, of_commands) for each in COMMANDS.values()]
    texts += [(text, of_commands) for text in GROUPS.values()]
    texts += [(text, of_options) for text in GLOBAL_OPTIONS.values()]
    texts += [(text, "cli/help.py") for _, text in FIRST_STEPS]
    texts.append(("Show this message and exit.", "cli/help.py"))  # Typer's own
    typed = [(option, of_options) for option in GLOBAL_OPTIONS]
    typed.append(("OPTIONS COMMAND ARGUMENTS", "cli/help.py"))
    for name, command in COMMANDS.items():
        file = f"cli/{command.function.partition(':')[0]}.py"
        for each in parameters(name):
            texts.append((each.help, file))
            typed.append((each.metavar or "", file))
    for text, file in texts:
        if not WRITES.fullmatch(text):
            found.setdefault((HELP, text), file)
    for text, file in typed:
        for word in re.findall("[A-Z]+", text):
            found.setdefault((METAVAR, word), file)
    return [
        Said(context, (text,), f"src/rectify_cli/{file}", 0)
        for (context, text), file in found.items()
    ]


def _reader(name: str) -> Callable[[ast.Module, str], Iterator[Said]]:
    if name == "render/phrases.py":
        return _phrases
    return _labels if name.startswith("report/labels/of_") else _messages


def _messages(tree: ast.Module, file: str) -> Iterator[Said]:
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say"
    ]
    for call in sorted(calls, key=lambda each: (each.lineno, each.col_offset)):
        yield Said(None, (_text(call.args[0], file),), file, call.lineno)


def _labels(tree: ast.Module, file: str) -> Iterator[Said]:
    for table in (node for node in ast.walk(tree) if isinstance(node, ast.Dict)):
        for key, value in zip(table.keys, table.values, strict=True):
            assert key is not None, f"{file}:{value.lineno}: a label has a key"
            forms = tuple(_text(value, file).split("|"))
            yield Said(_text(key, file), forms, file, value.lineno)


def _phrases(tree: ast.Module, file: str) -> Iterator[Said]:
    for phrases in (node for node in ast.walk(tree) if isinstance(node, ast.Set)):
        for each in phrases.elts:
            yield Said(PHRASE, (_text(each, file),), file, each.lineno)


def _text(node: ast.expr, file: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise NotLiteralError(f"{file}:{node.lineno}: what is to be translated is a literal")

"""Writes what is generated from the program: `python -m tests.generate [--check]`.

That is the command line's reference, the rules' pages, the JSON Schema, and the screens that
documents show. With `--check` nothing is written, and what is stale is named (exit 1), as `.ci/run`
asks.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import typer

from rectify_cli.app.schema import schema_text
from rectify_cli.cli.commands import COMMANDS
from rectify_cli.cli.global_options import GLOBAL_OPTIONS
from tests.markdown import DOCUMENTS, ROOT, blocks
from tests.rule_document import rules_reference
from tests.scenes import redrawn

MARK = "<!-- What follows is written by `python -m tests.generate`. -->\n"


def parameters(name: str) -> Sequence[Any]:
    """The arguments and options of a command, as Typer reads them off its function."""
    module, _, function = COMMANDS[name].function.partition(":")
    app = typer.Typer(add_completion=False)
    app.command()(getattr(import_module(f"rectify_cli.cli.{module}"), function))
    return tuple(typer.main.get_command(app).params)


def _cli_reference(before: str) -> str:
    """`docs/cli.md`: what people wrote above the mark, and below it every command."""
    parts = ["\n## Options of every command\n", _table(GLOBAL_OPTIONS.items())]
    for name in COMMANDS:
        parts += [f"\n## rectify {name}\n", *_command(name)]
    return _by_people(before) + "\n".join(parts) + "\n"


def _rules(before: str) -> str:
    """`docs/rules.md`: what people wrote above the mark, and below it every rule's page."""
    return _by_people(before) + rules_reference()


def _by_people(before: str) -> str:
    written, mark, _ = before.partition(MARK)
    assert mark, f"the document lacks the line {MARK}"
    return written + mark


def _command(name: str) -> Iterator[str]:
    command = COMMANDS[name]
    yield f"{command.summary}\n"
    yield "```text"
    yield from command.examples
    yield "```"
    rows = [_row(each) for each in parameters(name)]
    if rows:
        yield ""
        yield _table(rows)


def _row(parameter: Any) -> tuple[str, str]:
    metavar = parameter.metavar or ""
    if parameter.param_type_name == "argument":
        return metavar, parameter.help
    written = parameter.opts[0] if parameter.is_flag else f"{parameter.opts[0]} {metavar}"
    return written, parameter.help


def _table(rows: Any) -> str:
    lines = ["| | |", "|---|---|"]
    lines += [f"| `{_escaped(left)}` | {_escaped(right)} |" for left, right in rows]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def _with_screens(document: Path, before: str) -> str:
    """A document whose screens are drawn anew, the last first, so that no line moves under it."""
    lines = before.splitlines()
    for block in reversed(list(blocks(document))):
        if block.language == "console":
            begin = block.line - 1
            lines[begin : begin + len(block.text.splitlines())] = redrawn(block)
    return "".join(f"{line}\n" for line in lines)


GENERATED: dict[Path, Callable[[str], str]] = {
    **{path: partial(_with_screens, path) for path in DOCUMENTS},
    ROOT / "docs" / "cli.md": _cli_reference,
    ROOT / "docs" / "rules.md": _rules,
    ROOT / "docs" / "plan.schema.json": lambda _: schema_text(),
}
"""Each file with the function that makes its text from what the file holds before."""


def stale_files() -> dict[Path, str]:
    """The files that are not what they should be, with what they should hold."""
    found = {}
    for path, make in GENERATED.items():
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        text = make(before)
        if text != before:
            found[path] = text
    return found


def main(line: Sequence[str]) -> int:
    """Write what is stale, or name it."""
    stale = stale_files()
    for path, text in stale.items():
        name = path.relative_to(ROOT).as_posix()
        if "--check" in line:
            print(f"{name} is stale: python -m tests.generate")
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{name} written")
    return 1 if stale and "--check" in line else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

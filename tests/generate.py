"""Writes what is generated from the program: `python -m tests.generate [--check]`.

That is the catalogues of the languages, the command line's reference, the rules' pages, the JSON
Schema, and the screens that documents show. With `--check` nothing is written, and what is stale is
named (exit 1), as `.ci/run` asks.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from rectify_cli.app.schema import schema_text
from rectify_cli.cli.commands import COMMANDS
from rectify_cli.cli.global_options import GLOBAL_OPTIONS
from tests.catalogues.files import (
    COMPILED,
    brought_up_to_date,
    compiled,
    mo_path,
    po_path,
    po_text,
    read_catalogue,
    translated_languages,
)
from tests.catalogues.said import everything_in_help, everything_said
from tests.cli_parameters import parameters
from tests.markdown import DOCUMENTS, ROOT, blocks
from tests.rule_document import rules_reference
from tests.scenes import redrawn

MARK = "<!-- What follows is written by `python -m tests.generate`. -->\n"


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


def _of_texts(make: Callable[[str], str]) -> Callable[[bytes], bytes]:
    return lambda before: make(before.decode("utf-8")).encode("utf-8")


def _translations(before: str) -> str:
    said = [*everything_said(), *everything_in_help()]
    return po_text(brought_up_to_date(read_catalogue(before), said))


def _compiled(language: str, file: str, _: bytes) -> bytes:
    return compiled(read_catalogue(po_path(language).read_text(encoding="utf-8")), file)


# The catalogues come first, since the screens of documents are drawn in their words.
GENERATED: dict[Path, Callable[[bytes], bytes]] = {
    **{po_path(each): _of_texts(_translations) for each in translated_languages()},
    **{
        mo_path(each, file): partial(_compiled, each, file)
        for each in translated_languages()
        for file in COMPILED
    },
    **{path: _of_texts(partial(_with_screens, path)) for path in DOCUMENTS},
    ROOT / "docs" / "cli.md": _of_texts(_cli_reference),
    ROOT / "docs" / "rules.md": _of_texts(_rules),
    ROOT / "docs" / "plan.schema.json": _of_texts(lambda _: schema_text()),
}
"""Each file with the function that makes what it holds from what it holds before."""


def stale_files() -> Iterator[tuple[Path, bytes]]:
    """The files that are not what they should be, with what they should hold, one by one."""
    for path, make in GENERATED.items():
        before = path.read_bytes() if path.exists() else b""
        data = make(before)
        if data != before:
            yield path, data


def main(line: Sequence[str]) -> int:
    """Write what is stale, or name it."""
    count = 0
    for path, data in stale_files():
        count += 1
        name = path.relative_to(ROOT).as_posix()
        if "--check" in line:
            print(f"{name} is stale: python -m tests.generate")
        else:
            path.write_bytes(data)
            print(f"{name} written", flush=True)
            if path.suffix == ".mo":
                # A process reads a catalogue once: the rest is for one that knows the new words.
                again = [sys.executable, "-m", "tests.generate", *line]
                return subprocess.run(again, cwd=ROOT, check=False).returncode
    return 1 if count and "--check" in line else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

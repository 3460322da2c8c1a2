"""Every case in `tests/cases/conversations`: what the recording commands answer, word for word.

A case is a text of two sections: `== plan` (YAML) and `== said`. There a line like
`lee 2026-03-13 $ done access` is a command, its writer and the day it is of; below it stands what
the program answers, refusals too, without the line that names the report. With `?` in place of `$`
the state of a task is asked for, and how many of how many are done. No Python is needed for a case.
"""

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.commands.program import rectify, write

CASES = sorted((Path(__file__).parent.parent / "cases" / "conversations").glob("*.txt"))
_COMMAND = re.compile(r"(?P<by>\w+) (?P<day>\d{4}-\d\d-\d\d) (?P<what>[$?]) (?P<words>.+)")
_NAME = re.compile(r"^(?P<before>已撤回 |)[0-9A-Z]{4,26}(?= is taken back|：)")
_RECORDED = ("Recorded as ", "已记录：")


def _answered(folder: Path, said: re.Match[str]) -> list[str]:
    """The lines of an answer; what it is called is another name in every run."""
    if said["what"] == "?":
        return [_stands(folder, said["words"], said["day"])]
    words = shlex.split(said["words"])
    dated = () if words[0] == "undo" else ("--as-of", said["day"])
    ran = rectify(folder, *dated, *words, RECTIFY_BY=said["by"])
    lines = [*ran.out.splitlines(), *ran.err.splitlines()]
    assert ran.code == (0 if ran.out else 2), lines
    return [_NAME.sub(r"\g<before>NAME", line) for line in lines if not line.startswith(_RECORDED)]


def _stands(folder: Path, task: str, day: str) -> str:
    rows = json.loads(rectify(folder, "status", "--json", "--as-of", day).out)["rows"]
    (row,) = [row for row in rows if row["id"] == task]
    return f"{row['state']}, {row['done']} of {row['total']}"


def _as_answered(folder: Path, case: str) -> str:
    """The case as it would stand if every answer in it were the program's."""
    head, _, said = case.partition("== said\n")
    write(folder, "plan.yaml", head.partition("== plan\n")[2])
    asked = [found for line in said.splitlines() if (found := _COMMAND.fullmatch(line))]
    lines = [line for each in asked for line in (each[0], *_answered(folder, each))]
    return f"{head}== said\n" + "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_conversation_goes_as_it_says(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda _: None)  # what outlives a power cut is tested elsewhere
    written = case.read_text(encoding="utf-8")
    assert _as_answered(tmp_path, written) == written


def test_there_are_conversations() -> None:
    assert len(CASES) >= 10

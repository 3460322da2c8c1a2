"""The screen: where output goes, how wide, in which colour, and what is told when it cannot go."""

import io
import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from rectify_cli.cli.console import Console, OutputLost, ReaderGone, console
from tests.commands.program import BROKEN, GOOD, write
from tests.commands.test_program import ENVIRONMENT, PROGRAM


class _Terminal(io.StringIO):
    encoding: str | None = "utf-8"  # type: ignore[assignment]

    def isatty(self) -> bool:
        return True


class _Broken(io.StringIO):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def write(self, _: str, /) -> int:
        raise self._error


@pytest.mark.parametrize(
    ("environment", "width", "colour"),
    [
        ({}, 80, True),
        ({"COLUMNS": "120"}, 120, True),
        ({"COLUMNS": "0"}, 80, True),
        ({"COLUMNS": "x"}, 80, True),
        ({"TERM": "dumb"}, 80, False),
        ({"NO_COLOR": "1"}, 80, False),
        ({"NO_COLOR": ""}, 80, True),
    ],
)
def test_a_terminal(environment: dict[str, str], width: int, colour: bool) -> None:  # noqa: FBT001
    screen = console(_Terminal(), _Terminal(), environment, "auto")
    assert (screen.width, screen.colour, screen.hints) == (width, colour, True)


def test_a_pipe_has_no_width_and_no_hints() -> None:
    err = _Terminal()
    screen = console(io.StringIO(), err, {"COLUMNS": "120"}, "auto")
    assert (screen.width, screen.colour, screen.hints) == (None, False, False)
    screen.hint("type this")
    assert err.getvalue() == ""
    console(_Terminal(), err, {}, "auto").hint("type this")
    assert err.getvalue() == "type this\n"


def test_closed_streams() -> None:
    closed = io.StringIO()
    closed.close()
    screen = console(closed, closed, {}, "auto")
    with pytest.raises(OutputLost):
        screen.put("x")
    screen.tell("nobody hears")
    nothing = console(None, None, {}, "auto")
    nothing.tell("nobody hears")
    nothing.flush()
    with pytest.raises(OutputLost, match="closed"):
        nothing.put("x")


def test_what_cannot_be_written() -> None:
    def screen(error: Exception) -> Console:
        return console(_Broken(error), _Broken(error), {}, "auto")

    with pytest.raises(ReaderGone):
        screen(BrokenPipeError()).put("x")
    with pytest.raises(OutputLost, match="No space"):
        screen(OSError(28, "No space left on device")).put("x")
    screen(OSError()).tell("x")


def test_json_in_every_encoding() -> None:
    value = {"é": "动员 😀 \x9b"}
    for encoding in ("utf-8", "ascii", "gbk", "latin-1", None):
        out = _Terminal()
        out.encoding = encoding
        console(out, None, {}, "never").put_json(json.dumps(value, ensure_ascii=False))
        assert json.loads(out.getvalue()) == value
        assert out.getvalue().isascii() == (encoding != "utf-8")


def _in_a_terminal(folder: Path, *words: str) -> tuple[int, str]:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, *words], stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder,
        env={**ENVIRONMENT, "TERM": "xterm", "COLUMNS": "60", "NO_COLOR": ""},
    ) as process:  # fmt: skip
        os.close(theirs)
        text = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux says so when the other side is closed
                break
            if not part:
                break
            text += part
    os.close(ours)
    return process.returncode, text.decode("utf-8").replace("\r\n", "\n")


def test_in_a_real_terminal(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN.replace("The second", "第二项，要把各项准备工作都做完"))
    code, text = _in_a_terminal(tmp_path, "check")
    assert code == 1
    assert "\x1b[1;31merror[unknown-reference]\x1b[0m" in text
    assert "rectify explain unknown-reference" in text
    write(tmp_path, "plan.yaml", GOOD)
    code, text = _in_a_terminal(tmp_path, "--as-of", "2026-03-03")
    assert code == 0
    assert "\x1b[1mA small plan\x1b[0m" in text
    assert "rectify plan build" in text


def test_a_hint_takes_more_lines_where_it_does_not_fit() -> None:
    err = _Terminal()
    screen = console(_Terminal(), err, {"COLUMNS": "20"}, "auto")
    screen.hint("\nNext:  this    that    and the other")
    assert err.getvalue() == "\nNext:  this    that\nand the other\n"

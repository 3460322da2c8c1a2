"""The program as a whole: options everywhere, help, mistakes, pipes, bugs."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from rectify_cli import __version__
from rectify_cli.cli.commands import COMMANDS, GROUPS
from rectify_cli.cli.global_options import take_global_options
from rectify_cli.foundation.rules import RULES
from tests.commands.program import BROKEN, GOOD, rectify, write

PROGRAM = [sys.executable, "-m", "rectify_cli"]
SOURCE = Path(__file__).parents[2] / "src"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCE), "RECTIFY_NO_CACHE": "1"}


def test_the_version(tmp_path: Path) -> None:
    assert rectify(tmp_path, "--version").out == f"rectify {__version__}\n"
    assert rectify(tmp_path, "check", "--version").out == f"rectify {__version__}\n"


def test_help_leads_with_examples(tmp_path: Path) -> None:
    front = rectify(tmp_path, "--help")
    assert front.code == 0
    assert front.out.index("Examples:") < front.out.index("Usage:") < front.out.index("Commands:")
    assert all(name in front.out for name in COMMANDS)


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_shows_its_commands(tmp_path: Path, group: str) -> None:
    page = rectify(tmp_path, group, "--help")
    assert page.code == 0
    assert page == rectify(tmp_path, group)
    assert all(name in page.out for name in COMMANDS if name.startswith(f"{group} "))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(tmp_path: Path, name: str) -> None:
    page = rectify(tmp_path, *name.split(), "--help")
    assert (page.code, page.err) == (0, "")
    command = COMMANDS[name]
    assert command.summary in " ".join(page.out.split())
    assert all(f"    {example}\n" in page.out for example in command.examples)
    assert all(example.startswith(f"rectify {name}") for example in command.examples)
    assert page.out.index("Examples:") < page.out.index("Options:")


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        (["chek"], "rectify check"),
        (["plan", "biuld"], "rectify plan build"),
        (["clendar"], "rectify calendar"),
        (["qqqqqq"], "rectify --help"),
        (["--nonsense"], "rectify --help"),
        (["check", "--strct"], "--strict"),
        (["check", "--format"], "rectify check --help"),
        (["plan", "schema", "x"], "rectify plan schema --help"),
        (["--lang", "fr", "check"], "en, zh"),
        (["--color=blue"], "auto, always, never"),
        (["check", "--plan"], "--plan needs a value"),
        (["--plan="], "--plan needs"),
    ],
)
def test_a_mistyped_line(tmp_path: Path, words: list[str], mend: str) -> None:
    ran = rectify(tmp_path, *words)
    assert (ran.code, ran.out) == (2, "")
    assert mend in ran.err


def test_global_options_stand_anywhere() -> None:
    options = take_global_options(
        ["--lang=zh", "plan", "--as-of", "fri", "build", "--color", "never", "--", "--plan", "x"]
    )
    assert options.rest == ("plan", "build", "--", "--plan", "x")
    assert (options.language, options.as_of, options.colour) == ("zh", "fri", "never")
    assert options.plan is None


def test_colour(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    assert "\x1b" not in rectify(tmp_path, "check").out
    assert "\x1b[1;31merror" in rectify(tmp_path, "check", "--color", "always").out
    assert "\x1b[1;31merror" in rectify(tmp_path, "check", FORCE_COLOR="1").out
    assert "\x1b" not in rectify(tmp_path, "check", "--color=never", FORCE_COLOR="1").out
    assert "\x1b" not in rectify(tmp_path, "check", FORCE_COLOR="1", NO_COLOR="1").out


def test_lines_of_tabs_have_no_colours(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    bare = rectify(tmp_path, "plan", "build").out
    assert rectify(tmp_path, "plan", "build", "--color", "always").out == bare
    assert rectify(tmp_path, "plan", "build", FORCE_COLOR="1").out == bare


def test_explaining_rules(tmp_path: Path) -> None:
    one = rectify(tmp_path, "explain", "cycle")
    assert one.out.startswith("error[cycle]: ")
    every = rectify(tmp_path, "explain").out.splitlines()
    assert [line.split("\t")[0] for line in every] == list(RULES)
    ran = rectify(tmp_path, "explain", "cycel")
    assert ran.code == 2
    assert "did you mean 'cycle'?" in ran.err


def test_the_schema(tmp_path: Path) -> None:
    ran = rectify(tmp_path, "plan", "schema")
    assert ran.code == 0
    assert ran.out.startswith('{\n  "$schema": ')


def test_a_bug_of_ours_is_one_line_and_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> str:
        raise KeyError("what nobody thought of")

    monkeypatch.setattr("rectify_cli.cli.explain.known_rules", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ran = rectify(tmp_path, "explain", "cycle")
    assert (ran.code, ran.out) == (3, "")
    assert "Traceback" not in ran.err
    [line] = ran.err.splitlines()
    report = Path(line.rsplit(" ", 1)[1]).read_text(encoding="utf-8")
    assert f"rectify {__version__}" in report
    assert "command: rectify explain cycle" in report
    assert "rectify_cli/cli/explain.py:" in report
    with pytest.raises(KeyError):
        rectify(tmp_path, "explain", "cycle", RECTIFY_TRACEBACK="1")


def test_a_bug_report_that_cannot_be_kept_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> str:
        raise RecursionError

    monkeypatch.setattr("rectify_cli.cli.explain.known_rules", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "absent"))
    ran = rectify(tmp_path, "explain")
    assert ran.code == 3
    assert "RecursionError" in ran.err
    assert "command: rectify explain" in ran.err


def test_an_interrupt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("rectify_cli.cli.explain.known_rules", interrupted)
    ran = rectify(tmp_path, "explain", "cycle")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_the_reader_of_the_pipe_goes_away(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [*PROGRAM, "plan", "schema"],
        stdout=writing, stderr=subprocess.PIPE, env=ENVIRONMENT, cwd=tmp_path, check=False,
    )  # fmt: skip
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*PROGRAM, "--version"],
            stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, cwd=tmp_path, check=False,
        )  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr.count(b"\n") == 1
    assert b"standard output cannot be written: No space left" in ran.stderr


def test_closed_streams(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    line = " ".join([*PROGRAM, "check"])
    for closed, code in ((">&-", 2), ("2>&-", 0), (">&- 2>&-", 2)):
        ran = subprocess.run(
            ["sh", "-c", f"{line} {closed}"],
            capture_output=True, env=ENVIRONMENT, cwd=tmp_path, check=False,
        )  # fmt: skip
        assert ran.returncode == code
        assert b"Traceback" not in ran.stderr
        assert b"Exception" not in ran.stderr


def test_interrupted_from_outside(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "in")
    with subprocess.Popen(
        [sys.executable, "-c", _SLEEPER], env=ENVIRONMENT, cwd=tmp_path,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
        assert process.stderr is not None
        assert process.stderr.read() == b""


_SLEEPER = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
import rectify_cli.cli.explain
def wait(_):
    print("ready", file=sys.__stdout__, flush=True)
    time.sleep(30)
rectify_cli.cli.explain.known_rules = wait
sys.argv = ["rectify", "explain", "cycle"]
from rectify_cli.cli.main import run
run()
"""


_INTERRUPTED_AT_AN_IMPORT = """
import sys
class Interrupting:
    def find_spec(self, name, path, target=None):
        if name == "rectify_cli.cli.console":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
from rectify_cli.__main__ import run
run()
"""


def test_interrupted_while_it_is_being_loaded(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED_AT_AN_IMPORT],
        capture_output=True, env=ENVIRONMENT, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")


@pytest.mark.parametrize("line", [["--version"], ["--help"], ["plan", "--help"], ["explain"]])
def test_what_needs_no_plan_imports_no_heavy_library(tmp_path: Path, line: list[str]) -> None:
    code = (
        "import os, sys\n"
        "from rectify_cli.cli.main import main\n"
        "main(sys.argv[1:], os.environ)\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *line],
        capture_output=True, env=ENVIRONMENT, cwd=tmp_path, check=True, text=True,
    )  # fmt: skip
    heavy = {"pydantic", "yaml", "rich", "holidays", "dateutil"}
    if line[0].startswith("--"):
        heavy |= {"typer", "json", "datetime"}
    assert heavy.isdisjoint(ran.stderr.split())

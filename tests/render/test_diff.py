"""A unified diff of edits that keep to their lines."""

import subprocess
from pathlib import Path

import pytest

from rectify_cli.render.diagnostics.to_diff import to_diff

LINES = [f"line {n}\n" for n in range(1, 31)]


def _edited(text: str, *numbers: int) -> str:
    lines = text.splitlines(keepends=True)
    for number in numbers:
        lines[number - 1] = lines[number - 1].replace("line", "LINE")
    return "".join(lines)


def test_three_lines_round_a_change() -> None:
    before = "".join(LINES[:6])
    assert to_diff("p.yaml", before, _edited(before, 5), colour=False) == (
        "--- p.yaml\n+++ p.yaml\n@@ -2,5 +2,5 @@\n"
        " line 2\n line 3\n line 4\n-line 5\n+LINE 5\n line 6\n"
    )


def test_no_change() -> None:
    assert to_diff("p.yaml", "a\n", "a\n", colour=False) == ""


@pytest.mark.parametrize("end", ["\n", ""])
@pytest.mark.parametrize("numbers", [(1,), (30,), (1, 30), (4, 5, 6), (4, 11), (4, 12), (7, 20)])
def test_git_applies_it(tmp_path: Path, numbers: tuple[int, ...], end: str) -> None:
    before = "".join(LINES).rstrip("\n") + end
    after = _edited(before, *numbers)
    (tmp_path / "p.yaml").write_text(before, encoding="utf-8")
    diff = to_diff("p.yaml", before, after, colour=False)
    subprocess.run(["git", "apply", "-p0"], cwd=tmp_path, input=diff.encode(), check=True)
    assert (tmp_path / "p.yaml").read_text(encoding="utf-8") == after


def test_nothing_acts_on_a_terminal() -> None:
    shown = to_diff("p.yaml", "a: \x1b[2J\r\n", "b: \x1b[2J\r\n", colour=False)
    assert shown.endswith("-a: \\x1b[2J\n+b: \\x1b[2J\n")


def test_in_colour() -> None:
    shown = to_diff("p.yaml", "a\n", "b\n", colour=True)
    assert "\x1b[1;31m-a\n\x1b[0m\x1b[32m+b\n\x1b[0m" in shown

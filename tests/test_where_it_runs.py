"""The action, the hook and the examples for CI: they parse, and what they call is there."""

import os
import re
import shlex
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from rectify_cli.cli.commands import COMMANDS
from rectify_cli.render.diagnostics import FORMATS
from tests.cli_parameters import parameters
from tests.commands.program import BROKEN, GOOD, LATE, write
from tests.markdown import ROOT, Block, blocks

EXAMPLES = {
    block.notes["file"]: block for block in blocks(ROOT / "docs" / "ci.md") if "file" in block.notes
}
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION: Any = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
_CALL = re.compile(r"rectify (check\b[^>]*)")


def are_known(words: list[str]) -> None:
    """Each word of a command line that looks like a command or an option is one."""
    command, *rest = words
    assert command in COMMANDS
    options = {name for each in parameters(command) for name in each.opts}
    assert {word.partition("=")[0] for word in rest if word.startswith("-")} <= options
    if "--format" in rest:
        assert rest[rest.index("--format") + 1] in FORMATS


def parsed(name: str) -> Any:
    return yaml.safe_load(EXAMPLES[name].text)


@pytest.mark.parametrize("block", EXAMPLES.values(), ids=EXAMPLES)
def test_an_example_calls_what_is_there(block: Block) -> None:
    assert isinstance(yaml.safe_load(block.text), dict)
    for call in _CALL.findall(block.text):
        are_known(shlex.split(call))


def test_examples_for_all_are_shown() -> None:
    assert {Path(name).name for name in EXAMPLES} == {
        "plans.yml",
        "code-scanning.yml",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
    }
    shown = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^\| `(\w+)` \|", shown) == list(FORMATS)


def test_the_hook_checks_every_plan() -> None:
    (hook,) = HOOKS
    program, *words = shlex.split(hook["entry"])
    assert program == "rectify"
    are_known(words)
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    for name in ("plan.yaml", "plans/计划.yml", "units.csv", "units.xlsx"):
        assert re.search(hook["files"], name)
    ((example,),) = (each["hooks"] for each in parsed(".pre-commit-config.yaml")["repos"])
    assert example["id"] == hook["id"]
    are_known([*words, *example["args"]])


def test_the_action_is_called_with_inputs_that_it_has() -> None:
    steps = parsed(".github/workflows/plans.yml")["jobs"]["check"]["steps"]
    (asked,) = [step["with"] for step in steps if "rectify" in step["uses"]]
    assert set(asked) <= set(ACTION["inputs"])
    told = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in told for name in ACTION["inputs"])


def test_the_action_is_one() -> None:
    assert ACTION["name"]
    assert ACTION["description"]
    assert all(each["description"] for each in ACTION["inputs"].values())
    assert ACTION["runs"]["using"] == "composite"
    install, check = ACTION["runs"]["steps"]
    assert "$GITHUB_ACTION_PATH" in install["run"]
    for step in (install, check):
        assert step["shell"] == "bash"
        # A value that is written into a script is run by it.
        assert "${{" not in step["run"]
    named = {f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"]}
    assert {*check["env"].values(), check["working-directory"]} == named


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """A folder with what the action's first step leaves behind."""
    program = write(
        tmp_path,
        "temp/rectify/bin/rectify",
        f'#!/bin/sh\nexec "{sys.executable}" -m rectify_cli "$@"\n',
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return tmp_path


def run_check(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's second step as GitHub's runner does."""
    step = ACTION["runs"]["steps"][1]
    given = {name: each["default"] for name, each in ACTION["inputs"].items()} | inputs
    environment = {
        name: given[re.sub(r"^\$\{\{ inputs\.(.*) \}\}$", r"\1", value)]
        for name, value in step["env"].items()
    }
    environment |= {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "RECTIFY_NO_CACHE": "1",
        "HOME": str(folder),
        "RUNNER_TEMP": str(folder / "temp"),
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(folder),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder / given["working-directory"],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the runner's bash is not that of a test")
def test_the_actions_step_runs(runner: Path) -> None:
    write(runner, "sub/plans/a b.yaml", BROKEN)
    write(runner, "sub/plans/late.yaml", LATE)
    write(runner, "sub/good.yaml", GOOD)
    ran = run_check(runner, **{"working-directory": "sub"})
    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.startswith("::error file=sub/plans/a b.yaml,line=8,")
    assert "\n::warning file=sub/plans/late.yaml," in ran.stdout
    assert "## rectify check" in (runner / "summary.md").read_text(encoding="utf-8")
    late = {"working-directory": "sub", "paths": "plans/late.yaml\ngood.yaml\n"}
    assert run_check(runner, **late).returncode == 0
    assert run_check(runner, **late, strict="true").returncode == 1
    assert run_check(runner, **late, strict="true", ignore="deadline-missed").returncode == 0
    assert run_check(runner, **late, strict="true", select="cycle").returncode == 0
    assert run_check(runner, **late, select="$(exit 3); --strict").returncode == 2
    assert run_check(runner, paths="--strict").returncode == 2

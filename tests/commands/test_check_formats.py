"""`rectify check --format`: what each writes, where, and with which exit code."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from rectify_cli.render.diagnostics import FORMATS
from tests.commands.program import BROKEN, GOOD, LATE, rectify, write

HOSTILE = GOOD + '"::error::x": 1\n"##[group]y": 2\n'


@pytest.mark.parametrize("form", FORMATS)
def test_the_exit_code_is_the_same_in_each(tmp_path: Path, form: str) -> None:
    for text, options, code in (
        (GOOD, (), 0),
        (BROKEN, (), 1),
        (BROKEN, ("--exit-zero",), 0),
        (LATE, (), 0),
        (LATE, ("--strict",), 1),
    ):
        write(tmp_path, "plan.yaml", text)
        ran = rectify(tmp_path, "check", "--format", form, *options)
        assert (ran.code, ran.err) == (code, "")


def test_json_has_the_short_form_of_every_reading_command(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    assert rectify(tmp_path, "check", "--json") == rectify(tmp_path, "check", "--format", "json")


def test_sarif_has_the_pages_of_the_rules(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    ran = rectify(tmp_path, "check", "--format", "sarif")
    (rule,) = json.loads(ran.out)["runs"][0]["tool"]["driver"]["rules"]
    assert rule["id"] == "unknown-reference"
    assert "## Why" in rule["help"]["markdown"]


def test_formats_are_named_where_one_is_mistyped(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    ran = rectify(tmp_path, "check", "--format", "sarf")
    assert ran.code == 2
    assert "did you mean 'sarif'?" in ran.err
    assert "there are: text, json, github, sarif, gitlab, junit" in ran.err
    assert "text|json|github|sarif|gitlab|junit" in rectify(tmp_path, "check", "--help").out
    assert "是不是“sarif”？" in rectify(tmp_path, "--lang", "zh", "check", "--format", "sarf").err


def test_paths_start_from_what_ci_checked_out(tmp_path: Path) -> None:
    write(tmp_path, "sub/plan.yaml", BROKEN)
    below, root = tmp_path / "sub", str(tmp_path)
    ran = rectify(below, "check", "--format", "github", GITHUB_WORKSPACE=root)
    assert ran.out.startswith("::error file=sub/plan.yaml,line=8,")
    ran = rectify(below, "check", "--format", "gitlab", CI_PROJECT_DIR=root)
    assert json.loads(ran.out)[0]["location"]["path"] == "sub/plan.yaml"
    for elsewhere in ("", str(tmp_path / "other"), str(tmp_path / "su")):
        ran = rectify(below, "check", "--format", "github", GITHUB_WORKSPACE=elsewhere)
        assert ran.out.startswith("::error file=plan.yaml,line=8,")


def test_the_steps_summary_is_added_to(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    summary = write(tmp_path, "summary.md", "before\n")
    told = {"GITHUB_STEP_SUMMARY": str(summary)}
    rectify(tmp_path, "check", "--format", "json", **told)
    assert summary.read_text(encoding="utf-8") == "before\n"
    rectify(tmp_path, "check", "--format", "github", **told)
    write(tmp_path, "plan.yaml", GOOD)
    rectify(tmp_path, "check", "--format", "github", **told)
    assert summary.read_text(encoding="utf-8") == (
        "before\n"
        "## rectify check\n\n1 error in 1 plan.\n\n"
        "| Severity | Rule | Where | What is wrong, and what to type instead |\n"
        "| --- | --- | --- | --- |\n"
        "| error | unknown-reference | plan.yaml:8:55 "
        "| **no task 'frist'**<br>did you mean 'first'? |\n\n"
        "## rectify check\n\nNo findings in 1 plan.\n\n"
    )


def test_a_summary_that_cannot_be_written_is_said_and_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    for path in (str(tmp_path), str(tmp_path / "no" / "summary.md")):
        ran = rectify(tmp_path, "check", "--format", "github", GITHUB_STEP_SUMMARY=path)
        assert ran.code == 1
        assert ran.out.startswith("::error file=plan.yaml,")
        assert f"the step's summary cannot be written to {path}" in ran.err


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "junit"])
def test_a_format_for_machines_is_whole_though_no_plan_could_be_read(
    tmp_path: Path, form: str
) -> None:
    ran = rectify(tmp_path, "check", "absent.yaml", "--format", form)
    assert ran.code == 2
    assert "absent.yaml cannot be read" in ran.err
    if form == "junit":
        ET.fromstring(ran.out)  # noqa: S314 - our own
    else:
        json.loads(ran.out)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8"])
def test_every_encoding_can_be_written(tmp_path: Path, form: str, encoding: str) -> None:
    write(tmp_path, "plan.yaml", BROKEN.replace("frist", "首先😀") + "language: zh\n")
    ran = rectify(tmp_path, "check", "--format", form, encoding=encoding)
    assert ran.code == 1
    if form == "junit":
        assert "首先" in "".join(ET.fromstring(ran.out).itertext())  # noqa: S314 - our own
    if form in {"json", "sarif", "gitlab"}:
        assert "首先" in json.dumps(json.loads(ran.out), ensure_ascii=False)


@pytest.mark.parametrize("form", FORMATS)
def test_no_plan_commands_a_runner(tmp_path: Path, form: str) -> None:
    write(tmp_path, "plan.yaml", HOSTILE)
    ran = rectify(tmp_path, "check", "--format", form, GITHUB_ACTIONS="true")
    assert ran.code == 1
    assert "##[" not in ran.out
    commands = [line for line in ran.out.split("\n") if line.strip().startswith("::")]
    ours = [line for line in commands if line.startswith("::error file=plan.yaml,")]
    assert commands == ours
    assert len(ours) == (2 if form == "github" else 0)
    if form == "sarif":
        results = json.loads(ran.out)["runs"][0]["results"]
        assert any("##\\[group" in each["message"]["text"] for each in results)

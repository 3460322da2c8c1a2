"""What a check proposes where a name or a word is mistyped, and whether `--fix` takes it."""

import json
from pathlib import Path

import pytest

from tests.commands.program import rectify, write

_PLAN = """\
rectify: 1
title: A plan
start: 2026-03-02
deadline: 2026-12-18
check: {{ignore: {{no-owner: a small plan}}}}
owners:
  office: {{title: Office, kind: office}}
  north: {{title: North, kind: school, tags: [night]}}
  south: {{title: South, kind: school}}
groups:
  schools: {{kind: school}}
phases:
  study:
    tasks:
      kickoff: {{on: 2026-03-04}}
      reading: {{duration: 3d}}
      opening: {{each: schools, duration: 1d}}
tasks:
  probe: {{{fields}}}
assert:
  - {asserted}
"""
_TRUE = "kickoff < 2026-12-31"


def _fixes(folder: Path, plan: str) -> list[str | None]:
    write(folder, "plan.yaml", plan)
    found = json.loads(rectify(folder, "check", "--json").out)["findings"]
    return [each["fix"] for each in found]


def _mended(folder: Path, plan: str) -> str:
    path = write(folder, "plan.yaml", plan)
    rectify(folder, "check", "--fix")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("fields", "fix", "mended"),
    [
        ("start: kickoff.strat", "kickoff.start", "start: kickoff.start"),
        ("deadline: kickoff.finsh + 1d, on: 2026-03-04", "kickoff.finish", None),
        ("start: strat + 2d", "start", None),
        ("finish: strat + 2d, start: 2026-03-04", "start", "finish: start + 2d, start: 2026-03-04"),
        ("start: kickoff.begin", "kickoff.start", ""),
        ("start: kickoff.end", "kickoff.finish", ""),
        ("after: kickoff.strat", "kickoff", ""),
        ("after: study.readin", "study.reading", "after: study.reading"),
        ("after: study.openin", "study.opening", "after: study.opening"),
        ("asignee: office", "owner", ""),
        ("repeat: {every: weak, on: fri}", "week", "repeat: {every: week, on: fri}"),
        ("repeat: {every: week, on: fir}", "fri", ""),
        ("calendar: {week: [mon, teu]}", "tue", ""),
        ("document: papers/mintes.md", "papers/minutes.md", ""),
        ("document: Papers.md", "papers.md", ""),
    ],
)
def test_a_name_in_a_task(tmp_path: Path, fields: str, fix: str, mended: str | None) -> None:
    write(tmp_path, "papers/minutes.md", "")
    write(tmp_path, "papers.md", "")
    plan = _PLAN.format(fields=fields, asserted=_TRUE)
    assert _fixes(tmp_path, plan) == [f"did you mean '{fix}'?"]
    if mended is not None:
        wanted = _PLAN.format(fields=mended or fields, asserted=_TRUE)
        assert _mended(tmp_path, plan) == wanted


@pytest.mark.parametrize(
    ("asserted", "fix", "mended"),
    [
        ("kickoff.strat < 2026-12-01", "kickoff.start", "kickoff.start < 2026-12-01"),
        ("kickoff.end < 2026-12-01", "kickoff.finish", ""),
        ("finsh < 2026-12-31", "finish", "finish < 2026-12-31"),
        ("paln.finish < 2026-12-31", "plan", "plan.finish < 2026-12-31"),
        ("plan.dedline < 2026-12-31", "plan.deadline", "plan.deadline < 2026-12-31"),
        ("cuont(schools) == 2", "count", "count(schools) == 2"),
        ("count(scools) == 2", "schools", "count(schools) == 2"),
        ("cirtical(kickoff) or 1 < 2", "critical", "critical(kickoff) or 1 < 2"),
    ],
)
def test_a_name_in_an_assertion(tmp_path: Path, asserted: str, fix: str, mended: str) -> None:
    plan = _PLAN.format(fields="", asserted=asserted)
    assert _fixes(tmp_path, plan) == [f"did you mean '{fix}'?"]
    assert _mended(tmp_path, plan) == _PLAN.format(fields="", asserted=mended or asserted)


def test_of_an_unknown_function_what_it_is_asked_of_is_not_complained_of(tmp_path: Path) -> None:
    (fix,) = _fixes(tmp_path, _PLAN.format(fields="", asserted="length(schools) == 2"))
    assert str(fix).startswith("the functions are ")


@pytest.mark.parametrize(
    ("fields", "mended"),
    [
        ("time: 9:00 - 11:30, on: 2026-03-04", "time: 09:00-11:30, on: 2026-03-04"),
        ("after: kickoff ss + 1d", "after: kickoff SS + 1d"),
        ("duration: 3 D", "duration: 3d"),
        ("calendar: {country: de}", "calendar: {country: DE}"),
        ("calendar: {week: [Monday, 星期二]}", "calendar: {week: [mon, tue]}"),
        ("repeat: {every: weekly, on: Friday}", "repeat: {every: week, on: fri}"),
    ],
)
def test_what_is_only_written_otherwise_is_mended(tmp_path: Path, fields: str, mended: str) -> None:
    plan = _PLAN.format(fields=fields, asserted=_TRUE)
    assert _mended(tmp_path, plan) == _PLAN.format(fields=mended, asserted=_TRUE)


@pytest.mark.parametrize(
    ("comment", "mended"),
    [
        ("# rectify: ingore not-a-workday, fair", "# rectify: ignore not-a-workday, fair"),
        ("# Rectfy: ignore not-a-workday, fair", "# rectify: ignore not-a-workday, fair"),
        ("# rectify： ignore not-a-workday, fair", "# rectify: ignore not-a-workday, fair"),
    ],
)
def test_a_mistyped_comment_silences_nothing_until_it_is_mended(
    tmp_path: Path, comment: str, mended: str
) -> None:
    plan = _PLAN.format(fields="on: 2026-03-07", asserted=_TRUE).replace("assert", "{}\nassert")
    lines = plan.replace("2026-03-07}\n{}", f"2026-03-07}}  {comment}")
    assert len(_fixes(tmp_path, lines)) == 2
    assert _mended(tmp_path, lines) == lines.replace(comment, mended)
    assert _fixes(tmp_path, lines.replace(comment, mended)) == []


@pytest.mark.parametrize(
    ("rules", "left"),
    [
        ("not-a-workday, no-deadline, fair", []),
        ("not-a-workday, fair # rectify: ignore no-deadline, fair", []),
        ("not-a-workday, no-deadline", ["ignore-without-reason"]),
        ("not-a-wrokday, fair", ["no-deadline", "not-a-workday", "bad-value"]),
        ("no-deadline, it is a fair", ["not-a-workday"]),
    ],
)
def test_a_comment_for_several_rules(tmp_path: Path, rules: str, left: list[str]) -> None:
    plan = _PLAN.format(fields="on: 2026-03-07", asserted=_TRUE).replace(
        "deadline: 2026-12-18\n", ""
    )
    plan = plan.replace("on: 2026-03-07}", f"on: 2026-03-07}}  # rectify: ignore {rules}")
    write(tmp_path, "plan.yaml", plan)
    found = json.loads(rectify(tmp_path, "check", "--json").out)["findings"]
    line = plan[: plan.index("probe")].count("\n") + 1
    assert [each["rule"] for each in found if each["line"] == line] == left


@pytest.mark.parametrize(
    ("group", "fixes"),
    [
        ("{kind: scool}", ["did you mean 'school'?"]),
        ("{tags: nihgt}", ["did you mean 'night'?"]),
        ("[{kind: scool}, office]", ["did you mean 'school'?"]),
        ("[{kind: harbour}, office]", []),
        ("{kind: harbour}", ["see its kind:, parent: and tags:, and those of the owners"]),
    ],
)
def test_a_group_that_is_nobody(tmp_path: Path, group: str, fixes: list[str]) -> None:
    plan = _PLAN.format(fields="each: some, duration: 1d", asserted=_TRUE)
    plan = plan.replace("groups:\n", f"groups:\n  some: {group}\n")
    assert _fixes(tmp_path, plan) == fixes


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("status", "--by", "phse"), "phase"),
        (("status", "--lamp", "rd"), "red"),
        (("status", "--state", "actve"), "active"),
        (("status", "--fail-on", "yelow"), "yellow"),
        (("check", "--color", "alwys"), "always"),
        (("check", "plna.yaml"), "plan.yaml"),
        (("plan", "build", "plna.yaml"), "plan.yaml"),
        (("status", "--plan", "Plan.yml"), "plan.yaml"),
        (("plan", "diff", "sprng"), "spring"),
        (("plan", "diff", "plan.yml"), "plan.yaml"),
    ],
)
def test_a_word_on_the_command_line(tmp_path: Path, words: tuple[str, ...], near: str) -> None:
    write(tmp_path, "plan.yaml", _PLAN.format(fields="", asserted=_TRUE))
    rectify(tmp_path, "baseline", "set", "spring")
    ran = rectify(tmp_path, *words)
    assert ran.code == 2
    assert f"did you mean '{near}'?" in ran.err


def test_no_file_outside_of_the_folder_is_proposed(tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.md", "")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "away").symlink_to(tmp_path / "outside")
    plan = _PLAN.format(fields="document: away/secrt.md", asserted=_TRUE)
    assert "secret" not in str(_fixes(tmp_path / "in", plan))

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
        ("after: study.readin", "reading", "after: reading"),
        ("after: study.openin", "opening", "after: opening"),
    ],
)
def test_a_name_in_a_task(tmp_path: Path, fields: str, fix: str, mended: str | None) -> None:
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

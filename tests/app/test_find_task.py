"""The task that a word means."""

from pathlib import Path

import pytest

from rectify_cli.app.find_task import NoTask, find_task
from rectify_cli.app.load import Loaded, load_plan
from rectify_cli.plan.model import Plan, Task
from tests.commands.program import write

TEXT = """\
rectify: 1
title: A plan
start: 2026-03-02
phases:
  fix:
    title: Mending
    tasks:
      access: {title: Access reviewed, no: 7}
      report: {title: Report on access}
  prove:
    title: Proof
    tasks:
      report: {title: 总结报告, no: 0x7}
      review: {title: Review}
      final: {title: Review of all}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    write(tmp_path, "p.yaml", TEXT)
    loaded = load_plan(Path("p.yaml"), tmp_path)
    assert isinstance(loaded, Loaded)
    assert loaded.plan is not None
    return loaded.plan


@pytest.mark.parametrize(
    ("word", "path"),
    [
        ("fix.access", "fix.access"),
        ("access", "fix.access"),
        ("prove", "prove"),
        ("#7", "fix.access"),
        ("no:7", "fix.access"),
        ("no:0x7", "prove.report"),
        ("prove.report", "prove.report"),
        ("Mending", "fix"),
        ("总结", "prove.report"),
        ("review", "prove.review"),
        ("review of", "prove.final"),
        ("REVIEWED", "fix.access"),
    ],
)
def test_found(plan: Plan, word: str, path: str) -> None:
    task = find_task(plan, word)
    assert isinstance(task, Task)
    assert task.path == path


@pytest.mark.parametrize(
    ("word", "why", "several"),
    [
        ("report", "'report' may mean 2 tasks", ["fix.report", "prove.report"]),
        ("acces", "may mean 2 tasks", ["fix.access", "fix.report"]),
        ("#8", "no task has the number 8", []),
        ("#", "no task '#'", []),
        ("fix.acess", "did you mean 'fix.access'?", []),
        ("qqq", "no task 'qqq'", []),
        (" ", "no task ' '", []),
    ],
)
def test_not_found(plan: Plan, word: str, why: str, several: list[str]) -> None:
    answer = find_task(plan, word)
    assert isinstance(answer, NoTask)
    assert why in str(answer.why)
    assert [task.path for task in answer.several] == several

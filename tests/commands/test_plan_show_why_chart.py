"""`rectify plan show`, `why` and `chart`: a task whole, its reasons, the bars."""

import json
from pathlib import Path

import pytest

from tests.commands.program import BROKEN, GOOD, rectify, write

FAN = """\
rectify: 1
title: Fan
start: 2026-03-02
owners:
  crm: {title: CRM, kind: system}
  erp: {title: ERP, kind: system, days_off: [2026-03-02]}
  a: {}
groups: {systems: {kind: system}}
tasks:
  access: {each: systems, duration: 2d}
  plain: {duration: 1d}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "plan.yaml", GOOD)
    return tmp_path


@pytest.mark.parametrize("word", ["second", "#2", "no:2", "The second", "seco"])
def test_show_finds_a_task_in_every_way(folder: Path, word: str) -> None:
    ran = rectify(folder, "plan", "show", word)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "The second\ttask\tsecond\n"
        "dates\tThu 2026-03-05 to Fri 2026-03-06\n"
        "duration\t2 workdays\n"
        "float\t0 workdays, free 0\n"
        "critical\tyes\n"
        "starts then because\tfirst (FS)\n"
        "no\t2\n"
        "owner\tAna\n"
        "after\tfirst\n"
        "written at\tplan.yaml, line 8\n"
    )


def test_show_for_machines(folder: Path) -> None:
    ran = rectify(folder, "plan", "show", "second", "--json")
    found = json.loads(ran.out)
    assert (found["id"], found["line"], found["kind"]) == ("second", 8, "task")
    assert found["after"] == [{"task": "first", "link": "FS", "lag": "0d", "same": False}]
    assert found["schedule"][0]["start"] == "2026-03-05"


def test_why(folder: Path) -> None:
    ran = rectify(folder, "plan", "why", "second")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "The second runs Thu 2026-03-05 to Fri 03-06, 2 workdays, because:\n"
        "03-05 Thu\tfirst ends Wed 03-04; second follows (after, FS)\tline 8\n"
        "03-02 Mon\tfirst starts with the plan: start: 2026-03-02\tline 3\n"
        "No float: a day more and the plan's finish 2026-03-06 moves.\n"
        "To bring it forward, shorten first.\n"
    )


def test_why_for_machines(folder: Path) -> None:
    found = json.loads(rectify(folder, "plan", "why", "second", "--json").out)
    assert found["task"] == "second"
    assert [(step["task"], step["kind"], step["line"]) for step in found["chain"]] == [
        ("second", "link", 8),
        ("first", "plan-start", 3),
    ]
    assert found["limit"] == {"kind": "finish", "task": None, "date": "2026-03-06"}
    assert found["shorten"] == {"tasks": ["first"], "days": None}


def test_why_of_a_fan_out_is_that_of_the_last_units_or_of_one(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FAN)
    last = json.loads(rectify(tmp_path, "plan", "why", "access", "--json").out)
    assert (last["units"], last["finish"]) == (["erp"], "2026-03-04")
    one = json.loads(rectify(tmp_path, "plan", "why", "access", "--unit", "CRM", "--json").out)
    assert (one["units"], one["finish"]) == (["crm"], "2026-03-03")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("access", "--unit", "nobody"), "no owner 'nobody'"),
        (("access", "--unit", "a"), "a is not among the units of access"),
        (("plain", "--unit", "crm"), "plain is no fan-out: it has no units"),
        (("acess",), "no task 'acess'; did you mean 'access'?"),
    ],
)
def test_why_of_nothing(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    write(tmp_path, "plan.yaml", FAN)
    ran = rectify(tmp_path, "plan", "why", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize("command", ["show", "why"])
def test_a_word_for_several_tasks_lists_them(folder: Path, command: str) -> None:
    ran = rectify(folder, "plan", command, "The")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("may mean 2 tasks\n  first  The first\n  second  The second\n")


def test_a_task_without_dates(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    ran = rectify(tmp_path, "plan", "show", "second")
    assert ran.code == 1
    assert "dates\tnot dated: something it hangs on is in error\n" in ran.out
    ran = rectify(tmp_path, "plan", "why", "second")
    assert (ran.code, ran.out) == (1, "")
    assert "second has no dates; rectify check says why" in ran.err


def test_chart(folder: Path) -> None:
    ran = rectify(folder, "--as-of", "2026-03-04", "plan", "chart")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "A small plan\t2026-03-02 to 2026-03-06\t5 workdays\t"
        "deadline 2026-04-03, 20 workdays to spare\n"
        "2 tasks\tcalendar: Mon to Fri\n"
        "first\tThe first\tcritical\t2026-03-02\t2026-03-04\t\t###>>..\n"
        "second\tThe second\tcritical\t2026-03-05\t2026-03-06\t\t  |##>>>>\n"
        "# critical\t> late\t. day off\t| today Wed 2026-03-04\ta column a day\n"
    )


def test_chart_of_a_part_and_for_machines(folder: Path) -> None:
    words = ("plan", "chart", "--from", "2026-03-05", "--owner", "Ana", "--json")
    found = json.loads(rectify(folder, "--as-of", "2026-03-04", *words).out)
    # Nobody reported the first: it is late, and reaches into these days.
    assert [bar["id"] for bar in found["bars"]] == ["first", "second"]
    assert (found["first"], found["last"], found["today"]) == (
        "2026-03-05",
        "2026-03-10",
        "2026-03-04",
    )
    ran = rectify(folder, "plan", "chart", "--from", "2026-03-05", "--to", "2026-03-01")
    assert ran.code == 2
    assert rectify(folder, "plan", "chart", "--phase", "nope").code == 2


def test_a_unit_without_dates(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FAN.replace("each: systems,", "each: systems, after: nothing,"))
    ran = rectify(tmp_path, "plan", "why", "access", "--unit", "crm")
    assert ran.code == 1
    assert "crm has no dates in access" in ran.err


def test_many_tasks_of_one_title_are_counted(tmp_path: Path) -> None:
    tasks = "".join(f"  t{n}: {{title: Same, duration: 1d}}\n" for n in range(30))
    write(tmp_path, "plan.yaml", f"rectify: 1\ntitle: T\nstart: 2026-03-02\ntasks:\n{tasks}")
    ran = rectify(tmp_path, "plan", "show", "same")
    assert ran.code == 2
    assert ran.err.endswith("  t19  Same\n  and 10 more\n")


def test_an_included_plan_says_where_it_is_written(tmp_path: Path) -> None:
    inner = "rectify: 1\ntitle: Inner\nstart: 2026-03-04\ntasks:\n  a: {duration: 1d}\n"
    write(tmp_path, "parts/inner.yaml", inner + "  b: {after: a, duration: 1d}\n")
    outer = "rectify: 1\ntitle: Outer\nstart: 2026-03-02\ninclude: {part: parts/inner.yaml}\n"
    write(tmp_path, "plan.yaml", outer)
    ran = rectify(tmp_path, "--plan", "plan.yaml", "plan", "why", "part.b")
    assert "part.a ends Wed 03-04; part.b follows (after, FS)\tparts/inner.yaml:6\n" in ran.out
    assert "03-04 Wed\tpart.a starts with the plan: start: 2026-03-04\n" in ran.out


def test_a_fan_out_without_an_owner_is_each_unit_s_own(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FAN.replace("each: systems, dur", "each: systems, owner: a, dur"))
    write(tmp_path, "own.yaml", FAN)
    for plan, owners in (("own.yaml", ["crm", "erp", None]), ("plan.yaml", ["a", "a", None])):
        tasks = json.loads(rectify(tmp_path, "plan", "build", plan, "--json").out)["tasks"]
        assert [each["owner"] for each in tasks] == owners


def test_what_is_refused_is_said_in_the_plan_s_language(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD.replace("rectify: 1", "rectify: 1\nlanguage: zh"))
    ran = rectify(tmp_path, "plan", "why", "secnd")
    assert ran.err == "rectify: 没有叫“secnd”的任务，是不是“second”？\n"
    assert rectify(tmp_path, "plan", "why", "secnd", "--lang", "en").err.startswith("rectify: no ")
    ran = rectify(tmp_path, "plan", "build", "--from", "3/5")
    assert ran.err == "rectify: “3/5”可能指两个日期；写 2026-03-05 或 2026-05-03\n"

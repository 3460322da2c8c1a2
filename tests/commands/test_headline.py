"""Bare `rectify`."""

import json
from pathlib import Path

from tests.commands.program import BROKEN, GOOD, LATE, rectify, write


def test_without_a_plan_it_says_what_to_type(tmp_path: Path) -> None:
    ran = rectify(tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("No plan here")
    assert "rectify init " in ran.out


def test_the_plan_and_the_day(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    ran = rectify(tmp_path, "--as-of", "2026-03-04")
    assert (ran.code, ran.err) == (0, "")
    first, second, *others, row = ran.out.splitlines()
    assert first == "A small plan\tas of Wed 2026-03-04, workday 3 of 5"
    assert second == "0% done, 60% expected, behind by 60 points."
    assert "Nothing has been reported." in others
    assert row.split("\t")[:5] == ["On today", "3/3", "Ana", "first", "The first"]


def test_before_after_and_on_a_day_off(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD.replace("duration: 2d", "duration: 4d"))
    said = {
        "2026-02-27": "starts Mon 2026-03-02",
        "2026-03-07": "day off, 5 of 7 workdays gone",
        "2026-03-30": "its last planned day was Tue 2026-03-10",
    }
    for day, words in said.items():
        out = rectify(tmp_path, "--as-of", day).out
        assert words in out
        assert ("Carried over" in out) == (day > "2026-03-04")


def test_findings_are_counted(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", LATE)
    late = rectify(tmp_path, "--as-of", "2026-03-04")
    assert late.code == 0
    assert late.out.endswith("\n1 warning in 1 plan.  rectify check\n")
    write(tmp_path, "plan.yaml", BROKEN)
    broken = rectify(tmp_path, "--as-of", "2026-03-04")
    assert broken.code == 1
    assert broken.out.endswith("\n1 error in 1 plan.  rectify check\n")
    write(tmp_path, "plan.yaml", "rectify: [\n")
    assert rectify(tmp_path).out == "\n1 error in 1 plan.  rectify check\n"


def test_in_chinese(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD + "language: zh\n")
    out = rectify(tmp_path, "--as-of", "2026-03-04").out
    assert "截至 2026-03-04 周三，第 3 / 5 个工作日" in out


def test_a_word_for_the_day_is_said_back(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    ran = rectify(tmp_path, "--as-of", "mon")
    assert ran.err.startswith("mon: Mon 20")
    assert rectify(tmp_path, "--as-of", "someday").code == 2


def test_for_machines(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", LATE)
    ran = rectify(tmp_path, "--json", "--as-of", "2026-03-04")
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert found["plan"]["finish"] == "2026-03-06"
    assert [found[key] for key in ("as_of", "workdays_begun", "phases", "tasks", "undated")] == [
        "2026-03-04", 3, 0, 2, 0,
    ]  # fmt: skip
    assert (found["errors"], found["warnings"]) == (0, 1)
    [day] = found["days"]
    assert [item["task"] for item in day["items"]] == ["first"]
    begun = {
        day: json.loads(rectify(tmp_path, "--json", "--as-of", day).out)["workdays_begun"]
        for day in ("2026-02-27", "2026-03-30")
    }
    assert begun == {"2026-02-27": 0, "2026-03-30": 5}


def test_for_machines_without_a_plan_or_with_a_broken_one(tmp_path: Path) -> None:
    ran = rectify(tmp_path, "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "rectify init" in ran.err
    write(tmp_path, "plan.yaml", BROKEN)
    ran = rectify(tmp_path, "--json", "--as-of", "2026-03-04")
    assert (ran.code, json.loads(ran.out)["errors"]) == (1, 1)
    write(tmp_path, "plan.yaml", "rectify: [\n")
    ran = rectify(tmp_path, "--json")
    assert (ran.code, ran.out) == (1, "")
    assert "rectify check" in ran.err

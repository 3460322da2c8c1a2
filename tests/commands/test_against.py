"""A status against a baseline, a forecast as a schedule, and what is said of an earlier day."""

import json
from pathlib import Path

import pytest

from tests.commands.program import Ran, rectify, write
from tests.git_repository import commit, repository

_PLAN = """\
rectify: 1
title: A small plan
start: 2026-03-02
deadline: 2026-05-29
owners: {it: {title: IT}}
tasks:
  access: {owner: it, duration: 3d, deadline: 2026-03-10}
  logging: {owner: it, duration: 3d, after: access}
  slides: {owner: it, duration: 2d}
"""
# The same with later dates, written as if they had always been so.
_EDITED = _PLAN.replace("3d, deadline: 2026-03-10", "6d, deadline: 2026-03-12").replace(
    "  slides: {owner: it, duration: 2d}\n", "  audit: {owner: it, duration: 1d}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "plan.yaml", _PLAN)
    assert rectify(tmp_path, "--as-of", "2026-03-02", "baseline", "set", "agreed").code == 0
    return tmp_path


def _status(folder: Path, *words: str) -> Ran:
    return rectify(folder, "--as-of", "2026-03-09", "status", *words)


def test_no_edit_of_a_date_hides_the_slip_from_what_was_agreed(folder: Path) -> None:
    write(folder, "plan.yaml", _EDITED)
    record = json.loads(_status(folder, "--against", "agreed", "--json").out)
    assert record["against"] == {
        "name": "agreed",
        "day": "2026-03-02",
        "deadlines_changed": 1,
        "added": 1,
        "removed": 1,
        "finish": "2026-03-09",
        "slip": 8,
    }
    rows = {row["id"]: row for row in record["rows"]}
    assert (rows["access"]["agreed_finish"], rows["access"]["agreed_slip"]) == ("2026-03-04", 8)
    assert rows["access"]["slip"] == 5
    assert (rows["audit"]["agreed_finish"], rows["audit"]["agreed_slip"]) == (None, None)
    assert "against" not in json.loads(_status(folder, "--json").out)


def test_the_headline_and_the_remarks_say_it(folder: Path) -> None:
    write(folder, "plan.yaml", _EDITED)
    lines = _status(folder, "--against", "agreed").out.splitlines()
    assert (
        "Compared with 'agreed' (2026-03-02): 1 deadline moved, 1 task added, 1 task removed, "
        "the end is 8 workdays later."
    ) in lines
    assert any(line.endswith("agreed 03-04, +8d") for line in lines)
    assert any(line.endswith("not in what was agreed") for line in lines)
    assert "agreed" not in _status(folder).out


def test_what_will_end_after_what_was_agreed_needs_attention(folder: Path) -> None:
    write(folder, "plan.yaml", _PLAN.replace("3d, deadline: 2026-03-10", "9d"))
    assert rectify(folder, "start", "access", "--by", "lee", "--on", "2026-03-02").code == 0
    alone = rectify(folder, "--as-of", "2026-03-03", "status").out
    assert "\taccess\t" not in alone
    held = rectify(folder, "--as-of", "2026-03-03", "status", "--against", "agreed").out
    assert "green\tpast agreed +6d\taccess\taccess\tIT\tplanned finish 03-12, agreed" in held
    done = rectify(folder, "done", "access", "--by", "lee", "--on", "2026-03-03")
    assert done.code == 0
    assert (
        "past agreed"
        not in rectify(
            folder, "--as-of", "2026-03-03", "status", "--against", "agreed"
        ).out.partition("access\t")[2]
    )


def test_nothing_moved(folder: Path) -> None:
    ran = rectify(folder, "--as-of", "2026-03-02", "status", "--against", "agreed")
    assert "Compared with 'agreed' (2026-03-02): nothing moved." in ran.out
    assert "agreed 0" not in ran.out


def test_the_columns_of_a_file(folder: Path) -> None:
    write(folder, "plan.yaml", _EDITED)
    assert _status(folder, "--against", "agreed", "-o", "status.csv").code == 0
    head, *rows = (folder / "status.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head.endswith("agreed,slip against agreed")
    assert next(row for row in rows if ",access," in row).endswith(",2026-03-04,8")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--against", "agred"), "did you mean 'agreed'?"),
        (("plan.yaml", "other.yaml", "--against", "agreed"), "--against is for one plan"),
    ],
)
def test_what_there_is_not(folder: Path, words: tuple[str, ...], why: str) -> None:
    write(folder, "other.yaml", _PLAN)
    ran = _status(folder, "--plan", "plan.yaml", *words)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err


def test_a_forecast_is_a_schedule_of_what_will_come(folder: Path) -> None:
    for words in (("drop", "slides", "not needed"), ("done", "access")):
        assert rectify(folder, *words, "--by", "lee", "--on", "2026-03-06").code == 0
    build = ("--as-of", "2026-03-09", "plan", "build")
    record = json.loads(rectify(folder, *build, "--forecast", "--json").out)
    assert record["forecast"] == {"as_of": "2026-03-09"}
    dates = {task["id"]: (task["start"], task["finish"]) for task in record["tasks"]}
    assert dates == {
        "access": ("2026-03-02", "2026-03-06"),
        "logging": ("2026-03-09", "2026-03-11"),
    }
    named = {item["task"] for day in record["days"] for item in day["items"]}
    assert named == {"access", "logging"}
    status = json.loads(_status(folder, "--json").out)
    assert {row["id"]: row["forecast_finish"] for row in status["rows"]} == {
        "access": "2026-03-06",
        "logging": "2026-03-11",
        "slides": None,
    }
    assert "forecast" not in json.loads(rectify(folder, *build, "--json").out)


def test_a_forecast_says_first_that_it_is_one(folder: Path) -> None:
    build = ("--as-of", "2026-03-09", "plan", "build", "--forecast")
    assert rectify(folder, *build).out.startswith("A small plan: forecast as of Mon 2026-03-09")
    assert rectify(folder, *build, "-o", "forecast.md").code == 0
    text = (folder / "forecast.md").read_text(encoding="utf-8")
    assert text.startswith("# A small plan: forecast as of Mon 2026-03-09")
    ran = rectify(folder, *build, "--product", "ledger", "-o", "ledger.xlsx")
    assert (ran.code, (folder / "ledger.xlsx").exists()) == (2, False)


def test_a_status_of_an_earlier_day_says_that_the_plan_has_changed_since(folder: Path) -> None:
    said = "the plan itself is as it is now, changed since"
    assert said not in _status(folder).err
    repository(folder)
    commit(folder)  # on 2026-03-02
    assert said not in _status(folder).err
    assert said in rectify(folder, "--as-of", "2026-03-01", "status").err
    write(folder, "plan.yaml", _EDITED)
    assert said in _status(folder).err
    assert said not in rectify(folder, "status").err

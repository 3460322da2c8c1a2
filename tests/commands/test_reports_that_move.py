"""Reports follow their task: through included plans, new names, and units that come and go."""

import json
from pathlib import Path

from tests.commands.program import Ran, rectify, write

_CITY = """\
rectify: 1
title: City
start: 2021-03-01
deadline: 2021-03-31
owners: {c: {title: C}}
include: {east: parts/east.yaml, west: parts/west.yaml}
tasks:
  top: {duration: 2d, owner: c, after: east.prep.meet}
"""
_PART = """\
rectify: 1
title: Part
start: 2021-03-02
deadline: 2021-03-31
owners: {DD1: {kind: DD}, DD2: {kind: DD}, DDo: {kind: office}}
groups: {DDs: {kind: DD}}
phases:
  prep:
    tasks:
      meet: {each: DDs, duration: 3d}
      sum: {duration: 2d, owner: DDo, after: meet}
"""


def _lay(folder: Path) -> None:
    write(folder, "plan.yaml", _CITY)
    for part in ("east", "west"):
        write(folder, f"parts/{part}.yaml", _PART.replace("DD", part[0]))


def _say(folder: Path, *words: str) -> Ran:
    ran = rectify(folder, *words, "--by", "lee", "--on", "2021-03-04")
    assert ran.code == 0, ran.err
    return ran


def _rows(folder: Path, plan: str = "plan.yaml") -> dict[str, tuple[object, ...]]:
    ran = rectify(folder, "--plan", plan, "--as-of", "2021-03-05", "status", "--json")
    return {
        row["id"]: (row["state"], row["done"], row["total"], row["missing"])
        for row in json.loads(ran.out)["rows"]
        if row["kind"] == "task"
    }


def test_a_report_lies_beside_the_plan_that_defines_its_task(tmp_path: Path) -> None:
    _lay(tmp_path)
    _say(tmp_path, "done", "east.prep.meet", "--unit", "e1")
    _say(tmp_path, "--plan", "parts/east.yaml", "done", "prep.meet", "--unit", "e2")
    _say(tmp_path, "done", "west.prep.meet", "--unit", "w1")
    assert sorted(path.parts[-4:-2] for path in tmp_path.rglob("*.jsonl")) == [
        ("parts", "east.progress"), ("parts", "east.progress"), ("parts", "west.progress"),
    ]  # fmt: skip
    rows = _rows(tmp_path)
    assert rows["east.prep.meet"] == ("done", 2, 2, [])
    assert rows["west.prep.meet"] == ("active", 1, 2, ["w2"])
    assert rows["top"][0] == "ready"
    assert _rows(tmp_path, "parts/east.yaml")["prep.meet"] == ("done", 2, 2, [])
    logged = json.loads(rectify(tmp_path, "log", "--json").out)["reports"]
    assert [each["task"] for each in logged] == ["east.prep.meet"] * 2 + ["west.prep.meet"]
    undone = rectify(tmp_path, "undo", "--by", "lee")
    assert "is taken back: done west.prep.meet, by lee" in undone.out
    assert _rows(tmp_path)["west.prep.meet"] == ("not-reported", 0, 2, ["w1", "w2"])


def test_one_command_may_report_on_several_plans(tmp_path: Path) -> None:
    _lay(tmp_path)
    _say(tmp_path, "start", "east.prep.sum", "west.prep.sum", "top")
    assert len(list(tmp_path.rglob("*.jsonl"))) == 3
    assert rectify(tmp_path, "undo", "--by", "lee").code == 0
    assert {row[0] for row in _rows(tmp_path).values()} <= {"waiting", "not-reported"}


def test_reports_follow_a_task_a_phase_and_a_unit_that_were_renamed(tmp_path: Path) -> None:
    _lay(tmp_path)
    _say(tmp_path, "done", "east.prep.meet", "--unit", "e1")
    _say(tmp_path, "progress", "east.prep.sum", "40")
    before = _rows(tmp_path)
    east = tmp_path / "parts" / "east.yaml"
    renamed = (
        east.read_text(encoding="utf-8")
        .replace("  prep:\n", "  ready:\n    was: [prep]\n")
        .replace("meet: {each", "assembly: {was: [prep.meet], each")
        .replace("after: meet", "after: assembly")
        .replace("e1: {kind: e}", "first: {kind: e, was: [e1]}")
    )
    top = _CITY.replace("east.prep.meet", "east.ready.assembly")
    east.write_text(renamed, encoding="utf-8")
    write(tmp_path, "plan.yaml", top)
    after = _rows(tmp_path)
    assert after["east.ready.assembly"] == before["east.prep.meet"]
    assert after["east.ready.sum"] == before["east.prep.sum"] == ("active", 0, 1, [])
    assert "unknown-report" not in rectify(tmp_path, "check").out
    # Whoever goes on under the new names corrects what was said under the old ones.
    _say(tmp_path, "reopen", "east.ready.assembly", "--unit", "first")
    assert _rows(tmp_path)["east.ready.assembly"] == ("active", 0, 2, ["first", "e2"])
    east.write_text(renamed.replace("was: [prep.meet], ", ""), encoding="utf-8")
    lost = rectify(tmp_path, "check")
    assert lost.code == 1
    assert "names 'prep.meet', which is no longer in the plan" in lost.out


_RETURNS = """\
rectify: 1
title: Returns
start: 2021-03-01
deadline: 2021-03-31
owners: {it: {title: IT}}
tasks:
  list: {owner: it, duration: 3d, checklist: [Agenda, Minutes]}
  weekly: {owner: it, repeat: {every: week, on: thu}, finish: 2021-03-31}
"""


def test_an_item_that_is_given_an_id_stays_ticked(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", _RETURNS)
    _say(tmp_path, "tick", "list", "Agenda")
    write(tmp_path, "plan.yaml", _RETURNS.replace("Agenda", "{id: agenda, item: Agenda}"))
    ran = _say(tmp_path, "tick", "list", "agenda")
    assert ran.out.startswith("list: 1 of 2 items, left: Minutes already")
    assert rectify(tmp_path, "check").code == 0


def test_a_tick_and_a_return_of_what_is_gone_are_never_passed_over_in_silence(
    tmp_path: Path,
) -> None:
    write(tmp_path, "plan.yaml", _RETURNS)
    _say(tmp_path, "tick", "list", "Agenda")
    _say(tmp_path, "done", "weekly")
    assert rectify(tmp_path, "status").code == 0
    for old, new, n in (("thu", "tue", 1), ("Agenda", "Order", 1), ("", "", 0)):
        write(tmp_path, "plan.yaml", _RETURNS.replace(old, new))
        for ran in (rectify(tmp_path, "status"), rectify(tmp_path, "log", "check")):
            assert ran.code == n
            assert "Dates that hang" not in ran.out  # none hangs on a report
        assert rectify(tmp_path, "check").out.count("error[unknown-report]") == n
    # A day is said already of when it was, not of when somebody says it again.
    ran = rectify(tmp_path, "tick", "list", "Agenda", "--on", "2021-03-09")
    assert "already, since Thu 2021-03-04" in ran.out

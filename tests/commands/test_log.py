"""`rectify log`: what was reported, what was taken back, and by whom."""

import json
from pathlib import Path

from tests.commands.program import GOOD, rectify, write


def test_the_log_tells_reports_and_undos(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    ana, bo = {"RECTIFY_BY": "ana"}, {"RECTIFY_BY": "bo"}
    assert rectify(tmp_path, "done", "first", "--on", "2026-03-04", **ana).code == 0
    assert rectify(tmp_path, "progress", "second", "40", "--on", "2026-03-05", **bo).code == 0
    assert rectify(tmp_path, "undo", **bo).code == 0
    told = json.loads(rectify(tmp_path, "log", "--json").out)["reports"]
    assert [(each["kind"], each["by"]) for each in told] == [
        ("done", "ana"),
        ("progress", "bo"),
        ("undo", "bo"),
    ]
    assert told[1]["undone_by"] == [told[2]["id"]]
    only = json.loads(rectify(tmp_path, "log", "first", "--json").out)["reports"]
    assert [each["task"] for each in only] == ["first"]
    of_a_day = json.loads(rectify(tmp_path, "log", "--on", "2026-03-05", "--json").out)["reports"]
    assert [each["kind"] for each in of_a_day] == ["progress"]
    evening = rectify(tmp_path, "--as-of", "2026-03-04", "log", "--json")
    assert [each["on"] for each in json.loads(evening.out)["reports"]] == ["2026-03-04"]
    none = rectify(tmp_path, "--as-of", "2026-03-04", "log", "--on", "2026-03-05", "--json")
    assert json.loads(none.out)["reports"] == []
    both = rectify(tmp_path, "log", "--on", "2026-03-05", "--to", "2026-03-06")
    assert (both.code, both.out) == (2, "")
    written = rectify(tmp_path, "log", "-o", "log.csv", "-o", "log.json")
    assert (written.code, written.out) == (0, "")
    assert len(json.loads((tmp_path / "log.json").read_text(encoding="utf-8"))["reports"]) == 3
    assert "taken back by bo" in (tmp_path / "log.csv").read_text(encoding="utf-8-sig")
    shown = rectify(tmp_path, "log")
    assert shown.code == 0
    assert "taken back by bo" in shown.out
    assert rectify(tmp_path, "log", "nothing").code == 2


def test_a_done_task_is_done_in_status(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    answer = rectify(tmp_path, "done", "first", "--on", "2026-03-04", RECTIFY_BY="ana")
    assert "Recorded as" in answer.out
    ran = rectify(tmp_path, "status", "--json", "--as-of", "2026-03-04")
    rows = {row["id"]: row["state"] for row in json.loads(ran.out)["rows"]}
    assert rows == {"first": "done", "second": "ready"}


def test_a_refused_report_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    for words in (("done", "frist"), ("count", "first", "3"), ("progress", "first", "140"),
                  ("done", "first", "--on", "2199-01-01"), ("block", "first")):  # fmt: skip
        ran = rectify(tmp_path, *words, RECTIFY_BY="ana")
        assert (ran.code, ran.out) == (2, "")
        assert "nothing was recorded" in ran.err
    assert not list(tmp_path.rglob("*.jsonl"))
    dry = rectify(tmp_path, "done", "first", "--on", "2026-03-04", "--dry-run", RECTIFY_BY="ana")
    assert dry.code == 0
    assert not list(tmp_path.rglob("*.jsonl"))


def test_some_are_taken_off_a_count(tmp_path: Path) -> None:
    plan = GOOD.replace("duration: 3d}", "duration: 3d, target: {count: 9, unit: papers}}")
    write(tmp_path, "plan.yaml", plan)
    ana = {"RECTIFY_BY": "ana"}
    assert rectify(tmp_path, "count", "first", "+7", "--on", "2026-03-03", **ana).code == 0
    answer = rectify(tmp_path, "count", "first", "-2", "--on", "2026-03-03", **ana)
    assert (answer.code, answer.err) == (0, "")
    assert "7 - 2 = 5 of 9" in answer.out
    assert rectify(tmp_path, "count", "first", "--totl", "5", **ana).code == 2
    below = rectify(tmp_path, "count", "first", "-6", "--on", "2026-03-03", **ana)
    assert (below.code, below.out) == (2, "")


def test_as_of_is_the_day_of_a_report(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    ran = rectify(tmp_path, "done", "first", "--as-of", "2026-03-04", RECTIFY_BY="ana")
    assert "for Wed 2026-03-04" in ran.out


def test_chinese_readers_see_titles_where_english_ones_see_what_they_type(tmp_path: Path) -> None:
    told = "{title: 动员会, checklist: [{item: 会场布置, id: hall}], "
    plan = GOOD.replace("{title: The first, ", told)
    write(tmp_path, "plan.yaml", plan)
    assert rectify(tmp_path, "tick", "first", "hall", "--on", "2026-03-04").code == 0
    cells = [rectify(tmp_path, "log", "--lang", each).out.splitlines()[-1] for each in ("en", "zh")]
    assert "\tticked hall\tfirst\t动员会\t" in cells[0]
    assert "\t勾选 会场布置\tfirst\t动员会\t" in cells[1]

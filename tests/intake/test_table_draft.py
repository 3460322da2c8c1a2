"""Tables become drafts: headers found, merged cells filled, and every loss named by its cell."""

from collections.abc import Sequence
from datetime import date

import pytest

from rectify_cli.foundation.finding import Message
from rectify_cli.intake.draft import DraftPlan, DraftTask
from rectify_cli.intake.grid import Grid, Remark
from rectify_cli.intake.grid_csv import read_csv_grid
from rectify_cli.intake.grid_xlsx import read_xlsx_grid
from rectify_cli.intake.table_draft import Drafted, Wishes, draft_from
from tests.intake.tables import workbook

TODAY = date(2020, 1, 1)


def _drafted(grid: Grid | Message, start: date | None = None) -> Drafted:
    assert isinstance(grid, Grid)
    found = draft_from(grid, Wishes("tasks", TODAY, start))
    assert isinstance(found, Drafted), found
    return found


def _book(*rows: Sequence[object], merged: Sequence[str] = ()) -> Drafted:
    return _drafted(read_xlsx_grid(workbook(rows, merged=merged)))


def _csv(text: str) -> Drafted:
    return _drafted(read_csv_grid("tasks.csv", text.encode()))


def _tasks(draft: DraftPlan) -> list[DraftTask]:
    return [*(task for phase in draft.phases for task in phase.tasks), *draft.tasks]


def _lost(drafted: Drafted) -> list[str]:
    return [remark.place for remark in drafted.remarks if remark.lost]


def _said(remarks: Sequence[Remark]) -> str:
    return "\n".join(str(remark.message) for remark in remarks)


def test_a_table_of_an_office() -> None:
    drafted = _book(
        ["2021年工作任务分解表"],
        [],
        [
            "序号",
            "环节",
            "工作任务",
            "责任单位",
            "责任领导",
            "配合单位",
            "开始时间",
            "完成时限",
            "前置任务",
        ],
        [1, "学习", "动员会", "政法委", "书记", "公安局、法院", date(2021, 3, 5), None, None],
        [2, None, "学习会", "公安局；法院", None, None, None, "3月底前", "1FS+2d"],
        [3, "整改", "自查", "法院", None, None, "4月1日", "2021年4月中旬", "动员会、2"],
        merged=["A1:I1", "B4:B5"],
    )
    draft = drafted.draft
    first, second, third = _tasks(draft)
    assert draft.title == "2021年工作任务分解表"
    assert (draft.start, draft.language) == (date(2021, 3, 5), "zh")
    assert draft.default_duration == "to-deadline"
    assert [(phase.id, len(phase.tasks)) for phase in draft.phases] == [("学习", 2), ("整改", 1)]
    assert (first.no, first.owner, first.lead) == ("1", "政法委", "书记")
    assert first.participants == ("公安局", "法院")
    assert (first.start, first.duration) == (date(2021, 3, 5), "1d")
    assert (second.owner, second.participants) == ("公安局", ("法院",))
    assert (second.deadline, second.after) == (date(2021, 3, 31), ("动员会 + 2d",))
    assert (third.start, third.deadline) == (date(2021, 4, 1), date(2021, 4, 20))
    assert third.after == ("动员会", "学习会")
    kinds = {owner.id: owner.kind for owner in draft.owners}
    assert kinds == {"政法委": None, "书记": "person", "公安局": None, "法院": None}
    assert _lost(drafted) == []


def test_what_cannot_be_read_is_named_by_cell_and_the_rest_comes() -> None:
    drafted = _book(
        ["task", "start", "finish", "deadline", "duration", "after"],
        ["one", "3/5", None, 44260, "half a day", "nobody"],
        ["two", date(2021, 3, 9), date(2021, 3, 5), date(2021, 3, 1), None, "two"],
        [None, date(2021, 3, 9)],
        ["three", date(2021, 3, 9), date(2021, 3, 9), None, None, 1.5],
    )
    wanted = [
        "表1!B2",
        "表1!D2",
        "表1!E2",
        "表1!F2",
        "表1!C3",
        "表1!D3",
        "表1!F3",
        "表1!A4",
        "表1!F5",
    ]
    assert sorted(_lost(drafted)) == sorted(wanted)
    one, two, three = _tasks(drafted.draft)
    assert (one.start, one.deadline, one.after) == (None, None, ())
    assert (two.start, two.finish) == (date(2021, 3, 9), None)
    assert three.on == date(2021, 3, 9)


def test_windows_days_and_deadlines() -> None:
    drafted = _csv(
        "task,start,finish,deadline,duration\n"
        "window,2021-03-05,2021-03-09,,3\nday,2021-03-05,2021-03-05,,\nlimit,,2021-03-09,,\n"
        "length,2021-03-05,,2021-03-30,2周\nstretch,3月5日-3月9日,,,\nfor good,,,长期,\n"
    )
    window, day, limit, length, stretch, good = drafted.draft.tasks
    assert (window.start, window.finish, window.duration) == (
        date(2021, 3, 5), date(2021, 3, 9), None,
    )  # fmt: skip
    assert (day.on, day.start, day.finish) == (date(2021, 3, 5), None, None)
    assert (limit.finish, limit.deadline) == (None, date(2021, 3, 9))
    assert (length.start, length.duration) == (date(2021, 3, 5), "2w")
    assert (stretch.start, stretch.finish) == (date(2021, 3, 5), date(2021, 3, 9))
    assert (good.deadline, good.duration) == (None, None)
    assert drafted.draft.deadline == date(2021, 3, 30)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_title_above_the_header_does_not_choose_the_separator(separator: str) -> None:
    title = "Plan, of 2021; for all, and, more, commas\n"
    lines = [["no", "task", "due"], ["1", "First", "2021-03-05"], ["2", "Second", "2021-03-08"]]
    text = title + "".join(separator.join(line) + "\n" for line in lines)
    assert [task.title for task in _csv(text).draft.tasks] == ["First", "Second"]


def test_gb18030_is_read() -> None:
    data = "序号,工作任务,完成时限\n1,动员会,2021-03-05\n".encode("gb18030")
    drafted = _drafted(read_csv_grid("表.csv", data))
    assert drafted.draft.tasks[0].title == "动员会"


@pytest.mark.parametrize(
    ("title", "rows", "start", "year"),
    [
        ("2022年计划", "一,3月5日\n", None, 2022),
        ("计划", "一,3月5日\n二,2023-04-01\n", None, 2023),
        ("计划", "一,3月5日\n", None, 2020),
        ("2022年计划", "一,3月5日\n", date(2024, 1, 1), 2024),
    ],
)
def test_a_missing_year(title: str, rows: str, start: date | None, year: int) -> None:
    grid = read_csv_grid("t.csv", f"{title},\n任务,时限\n{rows}".encode())
    drafted = _drafted(grid, start)
    assert drafted.draft.tasks[0].deadline == date(year, 3, 5)
    assert ("year is missing" in _said(drafted.remarks)) == (start is None)


def test_ids_are_unique_and_the_same_each_time() -> None:
    rows = "".join(
        f"{title},2021-03-05\n" for title in ["A b", "a-B", "start", "！", "2021", "A b"]
    )
    first, again = (_csv(f"task,due\n{rows}").draft for _ in range(2))
    ids = [task.id for task in first.tasks]
    assert ids == ["a-b", "a-b-2", "task-start", "task-5", "task-2021", "a-b-3"]
    assert first == again


def test_sheets_of_phases() -> None:
    drafted = _csv("task,due,budget\none,2021-03-05,7\nNote: all of it,,\ntotal,,7\n")
    assert [task.title for task in drafted.draft.tasks] == ["one"]
    assert "'budget'" in _said(drafted.remarks)


def test_an_apostrophe_that_kept_a_formula_away_is_taken_off() -> None:
    drafted = _csv("task,due\n'=1+1,2021-03-05\n'tis the season,2021-03-05\n")
    assert [task.title for task in drafted.draft.tasks] == ["=1+1", "'tis the season"]


def test_formulas_without_a_result_are_named() -> None:
    drafted = _book(["task", "due"], ["one", "=B1+1"])
    assert _lost(drafted) == ["表1!B2"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0 old", "old format .xls"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"PK\x03\x04 no archive", "no .xlsx workbook"),
    ],
)
def test_what_is_no_workbook_is_said(data: bytes, words: str) -> None:
    found = read_xlsx_grid(data)
    assert isinstance(found, Message)
    assert words in str(found)


def test_a_blank_far_below_the_table_is_no_row() -> None:
    grid = read_xlsx_grid(
        workbook([["task", "deadline"], ["a", "2021-03-05"], *[()] * 20_000, [" "]])
    )
    assert isinstance(grid, Grid)
    assert len(grid.sheets[0].rows) == 2


def test_too_many_rows_are_refused() -> None:
    found = read_csv_grid("t.csv", b"task,due\n" + b"a,b\n" * 20_001)
    assert isinstance(found, Message)


def test_ids_that_are_numbers_are_numbers_and_no_days_a_milestone() -> None:
    drafted = _csv(
        "ID,Task Name,Duration,Start,Finish,Predecessors\n1,Design,5 days,2026-03-02,2026-03-06,\n"
        "2,Ship,0 days,2026-03-20,2026-03-20,1FS+2 days\n"
    )
    design, ship = drafted.draft.tasks
    assert (design.id, design.no, design.duration) == ("design", "1", None)
    assert (ship.on, ship.duration, ship.after) == (date(2026, 3, 20), "0d", ("design + 2d",))


def test_a_phase_may_stand_alone_in_a_merged_row() -> None:
    drafted = _book(
        ["序号", "重点任务", "责任单位", "时间安排"],
        ["一、学习教育环节"],
        [1, "动员", "政法委", "2021年3月5日"],
        ["二、查纠整改环节"],
        [2, "自查", "法院", "2021年5月底前"],
        ["注：以上时间如有调整另行通知"],
        merged=["A2:D2", "A4:D4"],
    )
    found = [(phase.id, phase.title, len(phase.tasks)) for phase in drafted.draft.phases]
    assert found == [
        ("学习教育环节", "一、学习教育环节", 1),
        ("查纠整改环节", "二、查纠整改环节", 1),
    ]
    assert _lost(drafted) == []

"""What an owner is told of a task that others are in: its own part, by its own days."""

from collections.abc import Mapping

import pytest

from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.report.attention import attention_row
from rectify_cli.report.record import Record
from rectify_cli.report.remarks import remark
from rectify_cli.report.status_choice import Choice, chosen_leaves, told_units
from rectify_cli.report.teller import Teller
from rectify_cli.report.today import today
from rectify_cli.report.today_record import today_record
from rectify_cli.report.upcoming import upcoming
from rectify_cli.report.words import Words
from tests.progress.story import told

_PLAN = """\
rectify: 1
title: T
start: 2021-03-01
lamps: {due_soon: 1d}
owners:
  city: {}
  desk: {parent: city}
  press: {parent: city}
  guards: {parent: city}
  guests: {}
  a: {kind: u}
  b: {kind: u}
  c: {kind: u}
  late: {kind: u, joined: 2021-04-01}
  early: {kind: u, left: 2021-03-04}
groups: {all: {kind: u}}
tasks:
  meeting:
    each: all
    duration: 1d
    deadline: 2021-03-02
    overrides: {b: {deadline: 2021-03-12}}
  reading: {each: all, after: {task: meeting, each: same}, duration: 2d}
  weekly: {each: all, repeat: {every: week, on: fri}, finish: 2021-03-26}
  talk:
    owner: desk
    participants: [guests]
    on: 2021-03-11
    checklist:
      - {id: film, item: The film, owner: press, due: start - 4d}
      - {id: hall, item: The hall, due: start - 3d}
      - {id: doors, item: The doors, owner: guards, due: start - 2d}
      - {id: hats, item: The hats, owner: guests, due: start - 2d}
"""


def _rows(lines: str, as_of: str, owner: str) -> dict[str, TaskStatus]:
    status = told(_PLAN, lines, as_of)
    rows = chosen_leaves(status, Choice(owner=owner))
    return {status.schedule.plan.tasks[row.index].path: row for row in rows}


def test_a_unit_is_late_by_its_own_deadline() -> None:
    lines = "2021-03-01 done meeting unit=c"
    of_a, of_b, of_c = (_rows(lines, "2021-03-05", unit)["meeting"] for unit in "abc")
    assert (of_a.lamp, of_a.overdue, str(of_a.due)) == ("red", 3, "2021-03-02")
    assert (of_b.overdue, str(of_b.due), str(of_b.deadline)) == (0, "2021-03-12", "2021-03-12")
    assert (of_b.lamp, of_b.state, of_b.missing) == ("yellow", "not-reported", ("b",))
    assert (of_c.lamp, of_c.state, of_c.done, of_c.total) == ("done", "done", 1, 1)
    assert str(of_c.forecast_finish) == "2021-03-01"
    assert [float(each) for each in (of_c.share, of_a.share, of_a.expected)] == [1, 0, 1]


@pytest.mark.parametrize(
    ("said", "state", "lamp"),
    [
        ("2021-03-02 start meeting unit=b", "active", "yellow"),
        ('2021-03-02 block meeting unit=b why="flu"', "blocked", "yellow"),
        ("2021-03-02 note meeting unit=b note=well", "ready", "yellow"),
        ("2021-03-02 done meeting unit=a", "not-reported", "yellow"),
    ],
)
def test_a_unit_stands_where_its_own_reports_put_it(said: str, state: str, lamp: str) -> None:
    row = _rows(said, "2021-03-03", "b")["meeting"]
    assert (row.state, row.lamp) == (state, lamp)


def test_a_unit_waits_for_its_own_part_alone() -> None:
    of_a, of_c = (_rows("2021-03-01 done meeting unit=c", "2021-03-02", u)["reading"] for u in "ac")
    assert (of_a.state, len(of_a.held_by)) == ("waiting", 1)
    assert (of_c.state, of_c.held_by) == ("ready", ())


def test_a_unit_owes_the_occurrences_that_it_lacks() -> None:
    lines = "2021-03-05 done weekly unit=a for=2021-03-05\n2021-03-12 done weekly unit=b"
    of_a, of_b = (_rows(lines, "2021-03-15", unit)["weekly"] for unit in "ab")
    assert (str(of_a.due), of_a.overdue, of_a.done, of_a.total) == ("2021-03-12", 1, 1, 4)
    assert (str(of_b.due), of_b.overdue, of_b.missing) == ("2021-03-05", 6, ("b",))
    ahead = "".join(f"2021-03-12 done weekly unit=a for=2021-03-{d}\n" for d in ("05", 12, 19, 26))
    row = _rows(ahead, "2021-03-15", "a")["weekly"]
    assert (row.state, row.lamp, str(row.forecast_finish)) == ("done", "done", "2021-03-12")
    row = _rows("2021-03-01 start meeting unit=a", "2021-03-15", "b")["weekly"]
    assert (row.state, row.reasons[:1]) == ("not-reported", ("overdue",))


def test_whoever_is_not_asked_for_is_told_of_all() -> None:
    status = told(_PLAN, "2021-03-01 done meeting unit=c", "2021-03-05")
    (row,) = [row for row in chosen_leaves(status, Choice()) if row.index == 0]
    assert (row.overdue, row.done, row.total, row.missing) == (3, 1, 3, ("a", "b"))


@pytest.mark.parametrize(("owner", "whose"), [(None, "3 units"), ("b", "b")])
def test_only_units_that_have_a_part_are_counted(owner: str | None, whose: str) -> None:
    status = told(_PLAN, "", "2021-03-05")
    choice = Choice(owner=owner)
    teller = Teller(status, Words("en"), told_units(status, choice))
    rows = [row for row in chosen_leaves(status, choice) if row.index in {0, 2}]
    assert [attention_row(teller, row).cells[4] for row in rows] == [whose, whose]


def _carried(owner: str | None, as_of: str, lines: str = "") -> list[tuple[str, str]]:
    """What was carried over, each with the title or the item."""
    status = told(_PLAN, lines, as_of)
    sections = today(status, owner, "en").sections
    rows = [
        row
        for section in sections
        for row in section.rows
        if section.heading[0].startswith("Carried") and row.cells[2] == "talk"
    ]
    return [(str(row.cells[0]), str(row.cells[3])) for row in rows]


def _records(status: Status, owner: str, key: str) -> list[Record]:
    found = today_record(status, owner, week=False)[key]
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, Mapping)]


def test_items_whose_day_is_past_are_carried_over() -> None:
    assert _carried(None, "2021-03-08") == [("overdue 1d", "The film")]
    assert _carried("press", "2021-03-08") == [("overdue 1d", "The film")]
    assert _carried("guards", "2021-03-08") == []
    assert _carried("desk", "2021-03-10", "2021-03-08 item talk film") == [
        ("overdue 2d", "The hall"),
        ("overdue 1d", "The doors"),
        ("overdue 1d", "The hats"),
    ]
    (item,) = _records(told(_PLAN, "", "2021-03-08"), "press", "carried_items")
    assert (item["item"], str(item["date"])) == ("film", "2021-03-05")


def test_whoever_has_only_an_item_is_not_told_of_the_task() -> None:
    assert _carried("press", "2021-03-15") == [("overdue 6d", "The film")]
    assert _carried("press", "2021-03-15", "2021-03-05 item talk film") == []
    assert _carried("desk", "2021-03-15") == [("overdue 2d", "talk")]


def test_a_guest_is_told_of_its_own_items_only() -> None:
    assert _carried("guests", "2021-03-10") == [("overdue 1d", "The hats")]


def test_a_unit_that_ticked_an_item_is_not_told_of_it() -> None:
    plan = _PLAN.replace(
        "deadline: 2021-03-02\n", "checklist: [{id: tea, item: Tea, due: start}]\n"
    )
    status = told(plan, "2021-03-01 item meeting tea unit=a", "2021-03-01")
    for unit, left in (("a", 0), ("c", 1)):
        on = _records(status, unit, "on")
        assert [each["kind"] for each in on].count("item") == left


def test_a_return_that_is_to_come_is_next() -> None:
    status = told(_PLAN, "", "2021-03-02")
    paths = [status.schedule.plan.tasks[row.index].path for row in upcoming(status, "a").later]
    assert "weekly" in paths


def test_a_phase_is_not_late_for_a_red_task_in_it() -> None:
    plan = """\
rectify: 1
title: T
start: 2021-03-01
phases:
  p:
    tasks:
      short: {duration: 1d}
      long: {duration: 10d}
  q: {after: p, tasks: {t: {duration: 1d}}}
"""
    status = told(plan, "2021-03-01 start p.long", "2021-03-03")
    teller = Teller(status, Words("en"))
    row = next(row for row in status.rows if status.schedule.plan.tasks[row.index].path == "q.t")
    assert "waits for p" in remark(teller, row).why

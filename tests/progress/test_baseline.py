"""How far a schedule has slipped from a baseline: what `status --against` counts."""

from datetime import date

from rectify_cli.progress.baseline import Slips, agreed_tasks, baseline_of, slips
from rectify_cli.schedule.model import Schedule
from tests.pipeline import schedule_of

DAY = date(2021, 3, 5)
PLAN = """\
rectify: 1
title: 日程表
start: 2021-03-01
deadline: 2021-04-30
calendar: {days_off: {2021-03-09: audit}}
owners: {a: {kind: unit}, b: {kind: unit}, c: {kind: unit, days_off: [2021-03-04]}}
groups: {all: {kind: unit}}
phases:
  study:
    deadline: 2021-03-31
    tasks:
      meet: {each: all, duration: 3d, deadline: 2021-03-10}
      read: {after: meet, duration: 2d}
      last: {after: read, duration: 0d}
"""


def against(new: str) -> tuple[Slips, Schedule]:
    now = schedule_of(new)
    return slips(baseline_of(schedule_of(PLAN), DAY), now), now


def days(found: Slips, now: Schedule) -> dict[str, tuple[int, int]]:
    return {now.plan.tasks[at].path: (each.start, each.finish) for at, each in found.tasks.items()}


def test_no_edit_of_a_date_hides_a_slip() -> None:
    """A new deadline is told as one, and the later finish is still later."""
    edited = PLAN.replace("duration: 3d", "duration: 5d").replace("2021-03-10", "2021-03-20")
    found, now = against(edited)
    assert days(found, now) == {
        "study": (0, 3),
        "study.meet": (0, 3),  # the unit with a day off of its own ends last
        "study.read": (3, 3),
        "study.last": (3, 3),
    }
    assert found.finish == 3
    assert found.deadlines_changed == 1
    (moved,) = found.deadlines
    assert (moved.was, moved.now, moved.days) == (date(2021, 3, 10), date(2021, 3, 20), 7)
    assert moved.units == ("a", "b", "c")


def test_days_are_workdays_of_the_plan() -> None:
    found, now = against(PLAN.replace("duration: 2d", "duration: 4d"))
    read = next(s for s in found.tasks.values() if now.plan.tasks[s.task].path == "study.read")
    assert (read.was[1], read.now[1], read.finish) == (date(2021, 3, 5), date(2021, 3, 10), 2)


def test_tasks_that_are_new_or_gone() -> None:
    edited = PLAN.replace("      last: {after: read, duration: 0d}", "      more: {after: read}")
    found, now = against(edited)
    assert [now.plan.tasks[at].path for at in found.added] == ["study.more"]
    assert [task.path for task in found.removed] == ["study.last"]


def test_a_renamed_phase_and_task_are_followed() -> None:
    edited = PLAN.replace("  study:\n", "  learn:\n    was: [study]\n").replace(
        "      read: {after: meet, duration: 2d}",
        "      texts: {was: [study.read], after: meet, duration: 3d}",
    ).replace("after: read", "after: texts")  # fmt: skip
    found, now = against(edited)
    assert (found.added, found.removed) == ((), ())
    assert days(found, now)["learn.texts"] == (0, 1)


def test_units_that_came_or_went_do_not_slip_a_task() -> None:
    gone = PLAN.replace("c: {kind: unit, days_off: [2021-03-04]}", "c: {kind: place}")
    found, now = against(gone)
    assert days(found, now)["study.meet"] == (0, 0)


def test_a_deadline_of_one_unit_alone() -> None:
    edited = PLAN.replace(
        "deadline: 2021-03-10}", "deadline: 2021-03-10, overrides: {b: {deadline: 2021-03-12}}}"
    )
    found, _ = against(edited)
    assert [(each.units, each.days) for each in found.deadlines] == [(("b",), 2)]


def test_what_was_agreed_for_each_task() -> None:
    kept = baseline_of(schedule_of(PLAN), DAY)
    renamed = PLAN.replace("      read: {", "      text: {was: [study.read], ")
    plan = schedule_of(renamed.replace("after: read", "after: text")).plan
    agreed = agreed_tasks(kept, plan)
    named = {plan.tasks[at].path: task.path for at, task in agreed.items()}
    assert named["study.text"] == "study.read"
    assert len(named) == len(plan.tasks)

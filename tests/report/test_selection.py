"""Whose work is whose: what `--owner` and `--phase` leave of a plan."""

import pytest

from rectify_cli.report.agenda import agenda
from rectify_cli.report.selection import Selection, owners_below, shown
from rectify_cli.schedule.model import Schedule
from tests.pipeline import schedule_of

PLAN = """\
rectify: 1
title: P
start: 2021-03-05
owners:
  city: {title: City, kind: office}
  plc: {title: Committee, kind: organ, parent: city}
  desk: {title: Desk, kind: team, parent: plc}
  boss: {title: Boss, kind: person, parent: city}
  u1: {title: Unit one, kind: unit}
  u2: {title: Unit two, kind: unit}
groups: {all: {kind: unit}}
phases:
  p:
    owner: city
    tasks:
      whole: {duration: 1d}
      desked: {owner: desk, duration: 1d}
      led: {owner: u1, lead: boss, duration: 1d}
      fan: {each: all, owner: u2, duration: 1d, overrides: {u2: {lead: desk}}}
      met: {owner: u1, participants: [all], duration: 1d}
      ticked: {owner: u2, duration: 1d, checklist: [{item: Slips, owner: desk}]}
      dated:
        owner: u2
        duration: 1d
        checklist: [{id: cards, item: Cards, owner: desk, due: start}]
  q:
    tasks:
      other: {owner: u2, duration: 1d}
"""


@pytest.fixture(scope="module")
def schedule() -> Schedule:
    return schedule_of(PLAN)


def left(schedule: Schedule, owner: str) -> dict[str, tuple[str, ...]]:
    """The paths of what is shown of an owner, with the units."""
    found = shown(schedule, Selection(owner=owner))
    result: dict[str, tuple[str, ...]] = {}
    for timing in schedule.timings:
        if timing.index in found.units:
            path = schedule.task_of(timing).path
            result[path] = (*result.get(path, ()), *found.units[timing.index])
    return result


def test_an_owner_has_the_work_of_those_below_it(schedule: Schedule) -> None:
    assert owners_below(schedule.plan, "plc") == frozenset({"plc", "desk"})
    assert set(left(schedule, "desk")) == {"p.desked", "p.fan", "p.ticked"}
    assert set(left(schedule, "plc")) == {"p.desked", "p.fan", "p.ticked"}
    assert {"p", "p.whole", "p.desked", "p.led"} <= set(left(schedule, "city"))


def test_a_leader_has_what_it_leads_a_unit_s_own_included(schedule: Schedule) -> None:
    assert set(left(schedule, "boss")) == {"p.led"}
    assert left(schedule, "desk")["p.fan"] == ("u2",)


def test_a_unit_has_its_part_of_a_fan_out_and_what_its_group_takes_part_in(
    schedule: Schedule,
) -> None:
    found = left(schedule, "u1")
    assert found == {"p.led": (), "p.fan": ("u1",), "p.met": ()}
    assert "p.met" in left(schedule, "u2")


def test_a_checklist_item_with_a_day_of_its_own_is_shown_without_its_task(
    schedule: Schedule,
) -> None:
    report = agenda(schedule, Selection(owner="desk"), "en")
    rows = [row.cells[:4] for section in report.sections for row in section.rows]
    assert ("item", "Desk", "p.dated", "Cards") in rows
    assert not any(row[2] == "p.dated" and row[0] != "item" for row in rows)
    assert report.facts[-1] == ("shown: Desk, 4 of 8 tasks",)


def test_a_phase_has_what_stands_in_it(schedule: Schedule) -> None:
    phase = next(task.index for task in schedule.plan.tasks if task.path == "q")
    found = shown(schedule, Selection(phase=phase))
    paths = {schedule.task_of(t).path for t in schedule.timings if t.index in found.units}
    assert paths == {"q", "q.other"}


def test_days_without_a_part_in_them_are_left_out(schedule: Schedule) -> None:
    report = agenda(schedule, Selection(owner="boss"), "en")
    assert len(list(report.sections)) == 1

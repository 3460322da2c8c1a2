"""Units that no date can tell apart share one timing, however their groups are found."""

import pytest

from rectify_cli.schedule.units import group_task, group_units
from tests.pipeline import schedule_and_findings
from tests.schedule.small_plans import plan_of, schedule_tasks, span, timing

_OWNERS = """
    owners:
      a: {kind: x}
      b: {kind: x, days_off: [2021-03-02]}
      c: {kind: x}
      d: {kind: x, days_off: [2021-03-02]}
      e: {kind: x, joined: 2021-01-01}
    groups: {all: {kind: x}}
"""


@pytest.mark.parametrize(
    "overrides", ["", "a: {duration: 2d}", "c: {duration: 2d}, d: {duration: 3d}, b: {lead: a}"]
)
def test_groups_that_are_taken_over_are_those_that_are_worked_out(overrides: str) -> None:
    plan = schedule_tasks(
        f"plain: {{each: all}}\nspecial: {{each: all, overrides: {{{overrides}}}}}", _OWNERS
    ).plan
    grouping = group_units(plan)
    for task in plan.tasks:
        found = [(each.units, each.override, each.calendar) for each in grouping.groups[task.index]]
        alone = group_task(plan, task)
        assert found == [(each.units, each.override, each.calendar) for each in alone]


_CHAIN = """
    t0: {each: all}
    t1: {each: all, after: {task: t0, each: same}, overrides: {c: {duration: 2d}}}
    t2: {each: all, after: {task: t1, each: same}}
    t3: {each: all, after: {task: t2, each: same}}
"""


def test_units_that_follow_each_other_one_by_one_keep_their_groups() -> None:
    grouping = group_units(schedule_tasks(_CHAIN, _OWNERS).plan)
    units = [[each.units for each in groups] for groups in grouping.groups]
    assert units[0] == [("a", "c"), ("b", "d"), ("e",)]
    assert units[1] == units[2] == units[3] == [("a",), ("b", "d"), ("c",), ("e",)]
    # What is known is not worked out again: a chain of a thousand costs what one link does.
    assert grouping.group_of[1] is grouping.group_of[2]


@pytest.mark.parametrize(("bound", "most"), [("MAX_INSTANCES", 4), ("MAX_COMPARED", 30)])
def test_fan_outs_beyond_a_bound_are_told_and_not_dated(
    monkeypatch: pytest.MonkeyPatch, bound: str, most: int
) -> None:
    tasks = f"{_CHAIN}    after: {{after: t3, duration: 1d}}\n    other: {{duration: 1d}}"
    _, findings = schedule_and_findings(plan_of(tasks, _OWNERS))
    assert "too-large" not in [each.rule for each in findings]
    monkeypatch.setattr(f"rectify_cli.schedule.units.{bound}", most)
    schedule, findings = schedule_and_findings(plan_of(tasks, _OWNERS))
    told = [str(each.message) for each in findings if each.rule == "too-large"]
    assert len(told) == 1
    assert "2 fan-outs, this one first" in told[0]
    dated = {task.path for task in schedule.plan.tasks if schedule.by_task[task.index]}
    assert dated == {"t0", "t1", "other"}


def test_every_unit_that_alone_would_set_a_start_drives_it() -> None:
    """Two calendar days after a Thursday and after a Friday comes the same Monday's work."""
    owners = _OWNERS.replace("2021-03-02", "2021-03-04")
    folded = schedule_tasks(
        'work: {each: all, duration: 4d}\nnext: {after: "work FS + 2ed", duration: 1d}', owners
    )
    ends = {timing(folded, "work", unit).finish.day for unit in ("a", "b")}
    assert ends == {4, 5}
    assert span(folded, "next") == "03-08..03-08"
    by_hand = schedule_tasks(
        "work-a: {owner: a, duration: 4d}\nwork-b: {owner: b, duration: 4d}\n"
        'next: {after: ["work-a FS + 2ed", "work-b FS + 2ed"], duration: 1d}',
        owners,
    )
    for unit in ("a", "b"):
        assert timing(by_hand, f"work-{unit}").critical
        assert timing(folded, "work", unit).critical

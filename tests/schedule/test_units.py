"""Units that no date can tell apart share one timing, however their groups are found."""

import pytest

from rectify_cli.schedule.units import group_task, group_units
from tests.schedule.small_plans import schedule_tasks

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

"""The plans that are measured are plans: in order, always the same, as large as asked for."""

from collections.abc import Callable

import pytest

from tests.benchmarks import taskjuggler
from tests.benchmarks.big_plans import fanned_plan, large_plan
from tests.pipeline import schedule_and_findings


@pytest.mark.parametrize("written", [large_plan, lambda tasks: fanned_plan(tasks, 7)])
def test_a_plan_made_by_rule_has_no_finding(written: Callable[[int], str]) -> None:
    schedule, findings = schedule_and_findings(written(250))
    assert findings == []
    tasks = [task for task in schedule.plan.tasks if task.kind == "task"]
    assert len(tasks) == 250
    assert all(schedule.by_task[task.index] for task in tasks)
    assert written(250) == written(250)


def test_units_that_are_alike_are_scheduled_once() -> None:
    schedule, _ = schedule_and_findings(fanned_plan(3, 400))
    own = [timings for timings in schedule.by_task if timings[0].units is not None]
    assert [len(timings) for timings in own] == [1, 1, 1]
    assert len(own[0][0].units or ()) == 400


def test_taskjuggler_gets_the_same_tasks() -> None:
    assert taskjuggler.large(250).count("{ length") == 250
    assert taskjuggler.fanned(5, 7).count("{ length") == 35

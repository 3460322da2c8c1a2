"""Dates agree with an independent judge: random plans, family by family, against mpxj.

A difference is allowed only by a rule that docs/scheduling.md states and that the family is listed
with; the rule's function says which sentence, and how narrowly it holds.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest

from tests.judges import trials
from tests.judges.mpxj_judge import Judged, driving_chain, judged, settled, stands_of, times_of
from tests.judges.mpxj_scheduler import Times, why_not
from tests.judges.plan_text import to_yaml
from tests.judges.random_plans import FAMILIES, random_plan
from tests.judges.rectify_run import build_json
from tests.judges.small_plan import Plan, Task

SEEDS = range(30)
FIELDS = ("start", "finish", "total_float", "free_float", "critical")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(why_not() is not None, reason=f"mpxj cannot judge here: {why_not()}"),
]


@dataclass(frozen=True)
class Case:
    """A plan with both answers to it."""

    plan: Plan
    rows: Mapping[str, Mapping[str, Any]]

    @cached_property
    def times(self) -> dict[str, Times]:
        return times_of(self.plan)

    @cached_property
    def judged(self) -> dict[str, Judged]:
        return judged(self.plan, self.times)


@dataclass(frozen=True)
class Difference:
    """Where the two answers differ on one field of one task."""

    task: Task
    field: str
    ours: Any
    theirs: Any

    def __str__(self) -> str:
        return f"{self.task.id} {self.field}: rectify {self.ours}, mpxj {self.theirs}"


def late_dates_are_exact(case: Case, difference: Difference) -> bool:
    """Across calendars and elapsed lags mpxj's late dates are near, not exact.

    "total float = the task's own workdays from its start to its late start", and a lag "counts in
    the successor's calendar", or "counts calendar days": forward; the latest start is the last from
    which that rule still meets the plan's finish. mpxj takes the same lag back from the
    successor's late date, which is another day where the calendars differ.
    """
    return difference.field == "total_float" and trials.total_float_is(
        case.plan, case.times, difference.task, difference.ours
    )


def free_float_is_in_own_workdays(case: Case, difference: Difference) -> bool:
    """mpxj subtracts a lag from a gap of another calendar, and takes an elapsed day for three.

    "free float = max(0, min(smallest gap over its links to successors, to the plan's finish where
    it has none; total float))", in workdays of the task.
    """
    return difference.field == "free_float" and trials.free_float_is(
        case.plan, case.times, difference.task, difference.ours
    )


def critical_follows_the_float(case: Case, difference: Difference) -> bool:
    """Where the float is rectify's by another rule, the flag follows that float.

    "Critical = on a chain of drivers that ends at the goal, or total float <= 0".
    """
    name = difference.task.id
    driving = name in driving_chain(case.plan, stands_of(case.plan, case.times))
    expected = driving or case.rows[name]["total_float"] <= 0
    return difference.field == "critical" and difference.ours is expected


Rule = Callable[[Case, Difference], bool]
ACROSS: tuple[Rule, ...] = (
    late_dates_are_exact,
    free_float_is_in_own_workdays,
    critical_follows_the_float,
)
RULES = {"relative": ACROSS, "elapsed": ACROSS, "calendars": ACROSS, "across": ACROSS}


def differences(case: Case) -> list[Difference]:
    found = []
    for task in case.plan.tasks:
        for field in FIELDS:
            ours = case.rows[task.id][field]
            theirs = getattr(case.judged[task.id], field)
            if str(ours) != str(theirs):
                found.append(Difference(task, field, ours, theirs))
    return found


def rows_of(answer: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The leaves' rows by the last part of their path."""
    rows = [row for row in answer["tasks"] if not row.get("summary")]
    return {row["id"].rsplit(".", 1)[-1]: row for row in rows}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("family", FAMILIES)
def test_random_plans_agree(family: str, seed: int) -> None:
    plan = settled(random_plan(family, seed))
    text = to_yaml(plan)
    answer = build_json(text)
    case = Case(plan, rows_of(answer))
    unexplained = [
        difference
        for difference in differences(case)
        if not any(rule(case, difference) for rule in RULES.get(family, ()))
    ]
    assert not unexplained, "\n".join([*map(str, unexplained), text])
    assert answer["plan"]["finish"] == str(max(found.finish for found in case.judged.values()))

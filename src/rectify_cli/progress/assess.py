"""Plan, schedule and ledger → how everything stands on the evening of a day.

The way: the standing of each leaf by its reports; who is out of the way of whom; the forecast;
states; then rows, from the leaves up.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.expected import weighed, weight_of
from rectify_cli.progress.fold import fold
from rectify_cli.progress.forecast import forecast
from rectify_cli.progress.ledger import Ledger
from rectify_cli.progress.rows import Ground, leaf_row, summary_row
from rectify_cli.progress.standing import Standing, standings
from rectify_cli.progress.states import Judge, states_of_summaries
from rectify_cli.progress.status import Facts, State, Status, TaskStatus
from rectify_cli.progress.waiting import progress_of, waits_of
from rectify_cli.schedule.model import Schedule
from rectify_cli.schedule.network import CalendarOf


def assess(schedule: Schedule, calendar_of: CalendarOf, ledger: Ledger, as_of: date) -> Status:
    """How a plan stands on the evening of `as_of`.

    Args:
        schedule: The plan as it is dated now.
        calendar_of: Gives the calendar of a spec, as for the schedule.
        ledger: Every report; those that are true of a later day are passed over.
        as_of: The day.
    """
    plan = schedule.plan
    standing_of = standings(schedule, ledger, as_of)
    progress = progress_of(plan, standing_of)
    judge = Judge(standing_of, progress, as_of)
    expected = forecast(schedule, calendar_of, standing_of, as_of)
    ground = Ground(schedule, expected, as_of, judge, _on_summaries(plan, ledger, as_of))
    states: dict[int, State] = {}
    held: dict[int, tuple[int, ...]] = {}
    for index, standing in standing_of.items():
        waits = waits_of(plan, standing.task)
        states[index], held[index] = judge.of_leaf(standing, waits)
    states_of_summaries(plan, states)
    rows = _rows(ground, standing_of, states, held)
    share, before = _rolled_up(plan, rows, standing_of)
    return Status(
        schedule=schedule,
        as_of=as_of,
        rows=rows,
        share=share,
        expected=before,
        forecast_finish=expected.finish,
        slip=ground.slip_of_plan(),
        forecast=expected,
        ledger_size=sum(map(len, ledger.said.values())),
    )


def _rows(
    ground: Ground,
    standing_of: Mapping[int, Standing],
    states: Mapping[int, State],
    held: Mapping[int, tuple[int, ...]],
) -> tuple[TaskStatus, ...]:
    plan = ground.schedule.plan
    rows: dict[int, TaskStatus] = {}
    for index, standing in standing_of.items():
        rows[index] = leaf_row(ground, standing, states[index], held[index])
    leaves = _leaves_below(plan)
    for task in reversed(plan.tasks):
        if task.kind != "task":
            below = [(plan.tasks[leaf], rows[leaf]) for leaf in leaves[task.index]]
            rows[task.index] = summary_row(ground, task, states[task.index], below)
    return tuple(rows[task.index] for task in plan.tasks)


def _on_summaries(plan: Plan, ledger: Ledger, as_of: date) -> dict[int, Facts]:
    return {
        subject[0]: fold(events, as_of)
        for subject, events in ledger.said.items()
        if plan.tasks[subject[0]].kind != "task"
    }


def _leaves_below(plan: Plan) -> list[list[int]]:
    """The leaves in each summary and phase, at any depth, in the order of the plan."""
    found: list[list[int]] = [[] for _ in plan.tasks]
    for task in plan.tasks:
        if task.kind == "task":
            for outer in plan.around(task):
                found[outer.index].append(task.index)
    return found


def _rolled_up(
    plan: Plan, rows: tuple[TaskStatus, ...], standing_of: Mapping[int, Standing]
) -> tuple[Fraction, Fraction]:
    """The plan's share and what was expected of it."""
    leaves: list[tuple[Task, TaskStatus]] = [
        (plan.tasks[index], rows[index]) for index in standing_of if rows[index].state != "dropped"
    ]
    share = weighed((weight_of(task), row.share) for task, row in leaves)
    return share, weighed((weight_of(task), row.expected) for task, row in leaves)

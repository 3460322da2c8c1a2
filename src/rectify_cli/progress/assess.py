"""Plan, schedule and ledger → how everything stands on the evening of a day.

The way: the standing of each leaf by its reports; who is out of the way of whom; the forecast;
states; then rows, from the leaves up.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from rectify_cli.plan.model import Plan
from rectify_cli.progress.expected import expected_share, weighed, weight_of
from rectify_cli.progress.fold import fold
from rectify_cli.progress.forecast import forecast
from rectify_cli.progress.ledger import Ledger
from rectify_cli.progress.rows import Ground, Rows
from rectify_cli.progress.standing import Standing, standings
from rectify_cli.progress.states import Judge, states_of_summaries
from rectify_cli.progress.status import Facts, State, Status
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
    status = assess_as_asked(schedule, calendar_of, ledger, as_of)
    return status._replace(rows=tuple(status.rows))


def assess_as_asked(
    schedule: Schedule, calendar_of: CalendarOf, ledger: Ledger, as_of: date
) -> Status:
    """The same, but that a row is made only when it is asked for: for who asks for a few."""
    plan = schedule.plan
    standing_of = standings(schedule, ledger, as_of)
    progress = progress_of(plan, standing_of)
    judge = Judge(standing_of, progress, as_of)
    expected = forecast(schedule, calendar_of, standing_of, as_of)
    shares = {index: expected_share(each, as_of) for index, each in standing_of.items()}
    ground = Ground(schedule, expected, as_of, judge, _on_summaries(plan, ledger, as_of), shares)
    states: dict[int, State] = {}
    held: dict[int, tuple[int, ...]] = {}
    for index, standing in standing_of.items():
        waits = waits_of(plan, standing.task)
        states[index], held[index] = judge.of_leaf(standing, waits)
    states_of_summaries(plan, states)
    share, before = _rolled_up(standing_of, states, shares)
    return Status(
        schedule=schedule,
        as_of=as_of,
        rows=Rows(ground, standing_of, states, held),
        share=share,
        expected=before,
        forecast_finish=expected.finish,
        slip=ground.slip_of_plan(),
        forecast=expected,
        ledger_size=sum(map(len, ledger.said.values())),
    )


def _on_summaries(plan: Plan, ledger: Ledger, as_of: date) -> dict[int, Facts]:
    return {
        subject[0]: fold(events, as_of)
        for subject, events in ledger.said.items()
        if plan.tasks[subject[0]].kind != "task"
    }


def _rolled_up(
    standing_of: Mapping[int, Standing],
    states: Mapping[int, State],
    expected: Mapping[int, Fraction],
) -> tuple[Fraction, Fraction]:
    """The plan's share and what was expected of it."""
    leaves = [
        (weight_of(each.task), each.share, expected[index])
        for index, each in standing_of.items()
        if states[index] != "dropped"
    ]
    share = weighed((weight, done) for weight, done, _ in leaves)
    return share, weighed((weight, due) for weight, _, due in leaves)

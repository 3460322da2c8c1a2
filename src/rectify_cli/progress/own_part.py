"""What some units of a fan-out have to do in it, as if there were no others.

A unit with a later deadline of its own is not overdue because others are, and one that has done its
part has nothing left to do. Told to whoever asks for an owner's work only.
"""

from collections.abc import Collection, Sequence
from datetime import date
from fractions import Fraction

from rectify_cli.plan.model import Task
from rectify_cli.progress.completion import ZERO, done_on, started
from rectify_cli.progress.expected import expected_of_timing
from rectify_cli.progress.lamps import Look, lamp_of
from rectify_cli.progress.rows import days_overdue, deadlines_around, slip_between
from rectify_cli.progress.standing import is_over
from rectify_cli.progress.states import OPEN_ORDER, UNDER_WAY, is_longer_ago
from rectify_cli.progress.status import (
    Conflict,
    Facts,
    OccurrenceStatus,
    State,
    Status,
    TaskStatus,
    UnitStatus,
)
from rectify_cli.progress.waiting import waits_of
from rectify_cli.schedule.model import Timing
from rectify_cli.workdays.calendar import Calendar

_OVER: frozenset[State] = frozenset({"done", "dropped"})


def own_part(status: Status, row: TaskStatus, units: Collection[str]) -> TaskStatus:
    """The row of an open fan-out as it is for some of its units; itself where they have no part."""
    task = status.schedule.plan.tasks[row.index]
    timings = _of_units(status.schedule.by_task[row.index], units)
    if not row.is_open or task.units is None or not timings:
        return row
    if row.occurrences:
        return _of_occurrences(status, row, timings, frozenset(units))
    return _of_parts(status, row, timings, frozenset(units))


def _of_units(timings: Sequence[Timing], units: Collection[str]) -> tuple[Timing, ...]:
    return tuple(t for t in timings if any(unit in units for unit in t.units or ()))


def _of_parts(
    status: Status, row: TaskStatus, timings: tuple[Timing, ...], units: frozenset[str]
) -> TaskStatus:
    own = {name: unit for name, unit in row.units.items() if name in units}
    counting = [unit for unit in own.values() if unit.counts]
    if not counting:
        return row
    missing = tuple(unit for unit in row.missing if unit in own)
    timing_of = {unit: timing for timing in timings for unit in timing.units or ()}
    left = [own[unit] for unit in missing]
    state = _state_of_parts([each.state for each in counting], [each.state for each in left])
    share = Fraction(len(counting) - len(missing), len(counting))
    expected = sum((expected_of_timing(timing_of[u.unit], status.as_of) for u in counting), ZERO)
    narrowed = row._replace(
        state=state,
        share=share,
        expected=expected / len(counting),
        done=len(counting) - len(missing),
        total=len(counting),
        missing=missing,
        due=min((each.due for each in left), default=max(each.due for each in counting)),
        deadline=_deadline(timings, missing or tuple(own)),
        units=own,
        held_by=_held_by(status, row, missing) if state == "waiting" else (),
        conflicts=_conflicts(row, [each.facts for each in own.values()]),
    )
    return _dated(status, narrowed, timings, units, [each.facts for each in left or counting])


def _of_occurrences(
    status: Status, row: TaskStatus, timings: tuple[Timing, ...], units: frozenset[str]
) -> TaskStatus:
    task = status.schedule.plan.tasks[row.index]
    occurrences = tuple(_narrowed(task, each, units) for each in row.occurrences)
    total = sum(each.total for each in occurrences)
    if not total:
        return row
    facts = [each for occurrence in occurrences for each in occurrence.facts.values()]
    open_ones = [each for each in occurrences if each.missing]
    come = [each for each in occurrences if each.day <= status.as_of]
    missing = {unit for each in come for unit in each.missing}
    narrowed = row._replace(
        state=_state_of_occurrences(status, row, open_ones, facts),
        share=Fraction(sum(each.done for each in occurrences), total),
        expected=Fraction(sum(each.total for each in come), total),
        done=sum(each.done for each in occurrences),
        total=total,
        missing=tuple(unit for unit in row.missing if unit in missing),
        due=min((each.day for each in open_ones), default=row.due),
        occurrences=occurrences,
        conflicts=_conflicts(row, facts),
    )
    return _dated(status, narrowed, timings, units, facts)


def _narrowed(task: Task, each: OccurrenceStatus, units: frozenset[str]) -> OccurrenceStatus:
    """An occurrence as it is for some units; what enough of all did, is asked of none."""
    facts: dict[str | None, Facts] = {
        unit: said for unit, said in each.facts.items() if unit in units
    }
    over = is_over(task, each)
    missing = () if over else tuple(unit for unit in each.missing if unit in units)
    done = sum(done_on(task, said) is not None and said.drop is None for said in facts.values())
    return each._replace(done=done, total=done + len(missing), missing=missing, facts=facts)


def _state_of_parts(every: Sequence[State], left: Sequence[State]) -> State:
    """In the order of the states of a whole fan-out."""
    if not left:
        return "done"
    if all(state == "reported" for state in left):
        return "reported"
    if all(state == "blocked" for state in left):
        return "blocked"
    if not UNDER_WAY.isdisjoint(every):
        return "active"
    return next(state for state in OPEN_ORDER if state in left)


def _state_of_occurrences(
    status: Status,
    row: TaskStatus,
    open_ones: Sequence[OccurrenceStatus],
    facts: Sequence[Facts],
) -> State:
    if not open_ones:
        return "done"
    if row.state == "blocked":
        return "blocked"
    if any(started(each) for each in facts):
        return "active"
    if row.state == "waiting":
        return "waiting"
    heard = row.facts.last_word is not None or any(each.last_word is not None for each in facts)
    return "not-reported" if not heard and open_ones[0].day < status.as_of else "ready"


def _dated(
    status: Status,
    row: TaskStatus,
    timings: tuple[Timing, ...],
    units: frozenset[str],
    facts: Sequence[Facts],
) -> TaskStatus:
    """A narrowed row with the days of its units, and the lamp that these make."""
    as_of, calendar = status.as_of, timings[0].calendar
    task = status.schedule.plan.tasks[row.index]
    ahead = _of_units(status.forecast.by_task[row.index], row.missing or units)
    finish = max(timing.finish for timing in timings)
    expected = max((timing.finish for timing in ahead), default=row.forecast_finish)
    if row.state == "done":
        ended = (done_on(task, each) for each in facts)
        expected = max((day for day in ended if day is not None), default=expected)
    overdue = row.due is not None and as_of > row.due and row.is_open
    stale = row.state == "active" and _is_stale(task, facts, calendar, as_of)
    lamp, reasons = lamp_of(
        Look(
            state=row.state,
            due=row.due,
            deadlines=deadlines_around(status.schedule, task),
            planned_finish=finish,
            forecast_finish=expected,
            calendar=calendar,
            overdue=overdue,
            late=any(_passes(timing) for timing in _of_units(ahead, row.missing)),
            stale=stale,
            slips=True,
        ),
        as_of,
        status.schedule.plan.due_soon,
    )
    return row._replace(
        lamp=lamp,
        reasons=reasons,
        overdue=days_overdue(calendar, row.due, as_of) if overdue else 0,
        stale=stale,
        planned_start=min(timing.start for timing in timings),
        planned_finish=finish,
        forecast_start=min((timing.start for timing in ahead), default=row.forecast_start),
        forecast_finish=expected,
        slip=slip_between(calendar, finish, expected),
    )


def _is_stale(task: Task, facts: Sequence[Facts], calendar: Calendar, as_of: date) -> bool:
    last = max((each.last_word for each in facts if each.last_word is not None), default=None)
    if task.report_every is None or last is None or task.repeat is not None:
        return False
    return is_longer_ago(last, task.report_every, calendar, as_of)


def _passes(timing: Timing) -> bool:
    return timing.deadline is not None and timing.finish > timing.deadline


def _deadline(timings: Sequence[Timing], units: Collection[str]) -> date | None:
    found = [timing.deadline for timing in _of_units(timings, units)]
    return min((day for day in found if day is not None), default=None)


def _held_by(status: Status, row: TaskStatus, units: Sequence[str]) -> tuple[int, ...]:
    """The predecessors that hold these units back: of a link unit by unit only where theirs do."""
    plan = status.schedule.plan
    found: dict[int, None] = {}
    for wait in waits_of(plan, plan.tasks[row.index]):
        before = status.rows[wait.task]
        theirs = [before.units[unit] for unit in units if unit in before.units]
        if wait.same and before.units:
            holds = any(_holds_unit(each, finish=wait.finish) for each in theirs)
        else:
            holds = wait.finish or before.state in OPEN_ORDER
        if before.is_open and holds:
            found[wait.task] = None
    return tuple(found)


def _holds_unit(unit: UnitStatus, *, finish: bool) -> bool:
    if unit.state in _OVER:
        return False
    return finish or not started(unit.facts)


def _conflicts(row: TaskStatus, facts: Sequence[Facts]) -> tuple[Conflict, ...]:
    every = (row.facts, *facts)
    return tuple(dict.fromkeys(conflict for each in every for conflict in each.conflicts))

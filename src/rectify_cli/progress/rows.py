"""A row of the status: what is known of one task put together, its lamp last."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import overload

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.completion import ZERO, share_of
from rectify_cli.progress.expected import expected_share, weighed, weight_of
from rectify_cli.progress.lamps import Look, lamp_of
from rectify_cli.progress.standing import Standing, is_over, spoken_of
from rectify_cli.progress.states import Judge, is_longer_ago
from rectify_cli.progress.status import (
    NOTHING_SAID,
    Conflict,
    Facts,
    State,
    TaskStatus,
    UnitStatus,
)
from rectify_cli.progress.waiting import Wait, held_by, holds_alike, waits_of
from rectify_cli.schedule.model import Schedule, Timing
from rectify_cli.workdays.calendar import Calendar, OutOfCalendar
from rectify_cli.workdays.count import workdays_after


class Ground(Struct):
    """What every row is made from."""

    schedule: Schedule
    forecast: Schedule
    as_of: date
    judge: Judge
    on_summaries: Mapping[int, Facts]
    """What was said of summaries and phases themselves: notes."""
    expected: Mapping[int, Fraction]
    """What each leaf's share should be on that evening."""

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.schedule.plan

    def slip_of_plan(self) -> int | None:
        """How many workdays later than planned the whole is to be expected."""
        return slip_between(self.schedule.calendar, self.schedule.finish, self.forecast.finish)


class Rows(Sequence[TaskStatus]):
    """The rows of a plan's tasks by their index, each made when it is first asked for."""

    def __init__(
        self,
        ground: Ground,
        standing_of: Mapping[int, Standing],
        states: Mapping[int, State],
        held: Mapping[int, tuple[int, ...]],
    ) -> None:
        self._ground = ground
        self._standing_of = standing_of
        self._states = states
        self._held = held
        self._made: dict[int, TaskStatus] = {}
        self._leaves: list[list[int]] | None = None

    def __len__(self) -> int:
        return len(self._ground.plan.tasks)

    @overload
    def __getitem__(self, index: int) -> TaskStatus: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[TaskStatus]: ...
    def __getitem__(self, index: int | slice) -> TaskStatus | Sequence[TaskStatus]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        known = self._made.get(index)
        if known is None:
            known = self._made[index] = self._make(self._ground.plan.tasks[index])
        return known

    def _make(self, task: Task) -> TaskStatus:
        state = self._states[task.index]
        if task.kind == "task":
            standing = self._standing_of[task.index]
            return leaf_row(self._ground, standing, state, self._held[task.index])
        if self._leaves is None:
            self._leaves = _leaves_below(self._ground.plan)
        tasks = self._ground.plan.tasks
        below = [(tasks[leaf], self[leaf]) for leaf in self._leaves[task.index]]
        return summary_row(self._ground, task, state, below)


def _leaves_below(plan: Plan) -> list[list[int]]:
    """The leaves in each summary and phase, at any depth, in the order of the plan."""
    found: list[list[int]] = [[] for _ in plan.tasks]
    for task in plan.tasks:
        if task.kind == "task":
            for outer in plan.around(task):
                found[outer.index].append(task.index)
    return found


def leaf_row(ground: Ground, standing: Standing, state: State, held: tuple[int, ...]) -> TaskStatus:
    """The row of a task that is no summary."""
    task, as_of, timings = standing.task, ground.as_of, standing.timings
    calendar = _calendar(ground, timings)
    expected_timings = ground.forecast.by_task[task.index]
    finish = max((each.finish for each in timings), default=None)
    expected_finish = max((each.finish for each in expected_timings), default=None)
    units = _units(ground, standing) if standing.units else {}
    due = _due(standing, units, finish)
    overdue = due is not None and as_of > due and state not in {"done", "dropped"}
    before = expected_share(standing, _workday_before(calendar, as_of))
    stale = state == "active" and _is_stale(standing, calendar, as_of)
    only_begun = standing.begun_on is not None and not standing.measured and state != "reported"
    lamp, reasons = lamp_of(
        Look(
            state=state,
            due=due,
            deadlines=deadlines_around(ground.schedule, task),
            planned_finish=finish,
            forecast_finish=expected_finish,
            calendar=calendar,
            overdue=overdue,
            late=any(_will_be_late(each, standing) for each in expected_timings),
            stale=stale,
            slips=only_begun or task.units is not None,
            measured=standing.measured,
            share=standing.share,
            expected_before=before,
        ),
        as_of,
        ground.plan.due_soon,
    )
    return TaskStatus(
        index=task.index,
        state=state,
        lamp=lamp,
        reasons=reasons,
        share=standing.share,
        expected=ground.expected[task.index],
        done=standing.done,
        total=standing.total,
        missing=standing.missing,
        facts=standing.facts,
        planned_start=min((each.start for each in timings), default=None),
        planned_finish=finish,
        deadline=_deadline(task, timings),
        due=due,
        overdue=days_overdue(calendar, due, as_of) if overdue else 0,
        stale=stale,
        forecast_start=min((each.start for each in expected_timings), default=None),
        forecast_finish=expected_finish,
        slip=slip_between(calendar, finish, expected_finish),
        expected_before=before,
        held_by=held,
        units=units,
        occurrences=standing.occurrences,
        conflicts=_conflicts(standing),
    )


def summary_row(
    ground: Ground, task: Task, state: State, below: Sequence[tuple[Task, TaskStatus]]
) -> TaskStatus:
    """The row of a summary or a phase, from those of the leaves in it."""
    timing = next(iter(ground.schedule.by_task[task.index]), None)
    expected = next(iter(ground.forecast.by_task[task.index]), None)
    as_of = ground.as_of
    calendar = ground.schedule.calendar if timing is None else timing.calendar
    finish = None if timing is None else timing.finish
    deadline = ground.schedule.deadlines.get(task.index)
    due = deadline or finish
    overdue = due is not None and as_of > due and state not in {"done", "dropped"}
    expected_finish = None if expected is None else expected.finish
    counted = [(leaf, row) for leaf, row in below if row.state != "dropped"]
    share = weighed((weight_of(leaf), row.share) for leaf, row in counted)
    lamp, reasons = lamp_of(
        Look(
            state=state,
            due=due,
            deadlines=[*([due] if due else []), *deadlines_around(ground.schedule, task)],
            planned_finish=finish,
            forecast_finish=expected_finish,
            calendar=calendar,
            overdue=overdue,
            red_below=any(row.lamp == "red" for _, row in below),
            summary=True,
        ),
        as_of,
        ground.plan.due_soon,
    )
    return TaskStatus(
        index=task.index,
        state=state,
        lamp=lamp,
        reasons=reasons,
        share=share,
        expected=weighed((weight_of(leaf), row.expected) for leaf, row in counted),
        done=sum(row.state == "done" for _, row in counted),
        total=len(counted),
        missing=(),
        facts=ground.on_summaries.get(task.index, NOTHING_SAID),
        planned_start=None if timing is None else timing.start,
        planned_finish=finish,
        deadline=deadline,
        due=due,
        overdue=days_overdue(calendar, due, as_of) if overdue else 0,
        stale=False,
        forecast_start=None if expected is None else expected.start,
        forecast_finish=expected_finish,
        slip=slip_between(calendar, finish, expected_finish),
        expected_before=weighed((weight_of(leaf), row.expected_before) for leaf, row in counted),
    )


def _units(ground: Ground, standing: Standing) -> dict[str, UnitStatus]:
    """Every unit of a fan-out that has a part, in the owners' order."""
    waits = waits_of(ground.plan, standing.task)
    timing_of = {unit: timing for timing in standing.timings for unit in timing.units or ()}
    counting = frozenset(standing.counting)
    waits_for = _waits_for(ground.judge, waits, standing.units)
    # Of hundreds that said nothing, those who have the same dates are alike.
    of_silent: dict[tuple[int, bool], State] = {}
    found: dict[str, UnitStatus] = {}
    for unit, facts in standing.units.items():
        timing = timing_of[unit]
        due = timing.deadline or timing.finish
        if facts is not NOTHING_SAID:
            state = ground.judge.of_unit(standing, timing, facts, lambda unit=unit: waits_for(unit))  # type: ignore[misc]
            share = share_of(standing.task, facts)
            found[unit] = UnitStatus(unit, state, facts, due, unit in counting, share)
            continue
        waiting = waits_for(unit)
        known = of_silent.get((timing.index, waiting))
        if known is None:
            known = ground.judge.of_unit(standing, timing, facts, lambda waiting=waiting: waiting)  # type: ignore[misc]
            of_silent[timing.index, waiting] = known
        found[unit] = UnitStatus(unit, known, facts, due, unit in counting, ZERO)
    return found


def _waits_for(
    judge: Judge, waits: Sequence[Wait], units: Collection[str]
) -> Callable[[str], bool]:
    """Whether a unit is held back; asked once for all, where no link is unit by unit."""
    progress, standings = judge.progress, judge.standings
    holding = frozenset(held_by(waits, progress, standings))
    same = [wait for wait in waits if wait.same and wait.task in holding]
    # What holds all of them back holds each.
    for_all = bool(held_by([wait for wait in waits if not wait.same], progress, standings))
    if for_all or not same:
        return lambda _: for_all
    if holds_alike(same, standings, units):
        return lambda _: True
    return lambda unit: bool(held_by(same, progress, standings, unit))


def _due(standing: Standing, units: Mapping[str, UnitStatus], finish: date | None) -> date | None:
    """The day after which a leaf is overdue: the deadline, else the planned finish.

    Of a fan-out and of a repeating task, that of the earliest part that is still open.
    """
    if standing.occurrences:
        left = [each.day for each in standing.occurrences if not is_over(standing.task, each)]
        return min(left, default=finish)
    if standing.units:
        left = [units[unit].due for unit in standing.missing]
        return min(left, default=max((each.due for each in units.values()), default=finish))
    for timing in standing.timings:
        return timing.deadline or timing.finish
    return finish


def _deadline(task: Task, timings: Sequence[Timing]) -> date | None:
    """The task's own deadline; of a fan-out that of the units which have none of their own."""
    plain = [t for t in timings if not t.units or t.units[0] not in task.overrides]
    found = [timing.deadline for timing in plain or timings if timing.deadline is not None]
    return min(found, default=None)


def _will_be_late(timing: Timing, standing: Standing) -> bool:
    """Whether a part that is still open passes its own deadline."""
    if timing.deadline is None or timing.finish <= timing.deadline:
        return False
    return timing.units is None or not frozenset(standing.missing).isdisjoint(timing.units)


def deadlines_around(schedule: Schedule, task: Task) -> list[date]:
    """The deadlines of the summaries and phases around a task, and the plan's."""
    found = [schedule.deadlines.get(outer.index) for outer in schedule.plan.around(task)]
    return [day for day in (*found, schedule.deadline) if day is not None]


def _is_stale(standing: Standing, calendar: Calendar, as_of: date) -> bool:
    every, last = standing.task.report_every, standing.last_word
    if every is None or last is None or standing.occurrences:
        return False
    return is_longer_ago(last, every, calendar, as_of)


def _calendar(ground: Ground, timings: Sequence[Timing]) -> Calendar:
    return timings[0].calendar if timings else ground.schedule.calendar


def _workday_before(calendar: Calendar, day: date) -> date:
    try:
        return date.fromordinal(calendar.day(calendar.position(day.toordinal()) - 1))
    except OutOfCalendar:
        return day


def days_overdue(calendar: Calendar, due: date | None, as_of: date) -> int:
    """The workdays since a due day that is past; the weekend after it makes one."""
    return 0 if due is None else max(1, workdays_after(calendar, due, as_of))


def slip_between(calendar: Calendar, planned: date | None, expected: date | None) -> int | None:
    """How many workdays later than planned something is to be expected; earlier is below zero."""
    if planned is None or expected is None:
        return None
    return workdays_after(calendar, planned, expected)


def _conflicts(standing: Standing) -> tuple[Conflict, ...]:
    every = [standing.facts, *spoken_of(standing.units)]
    every += [facts for each in standing.occurrences for facts in spoken_of(each.facts)]
    return tuple(dict.fromkeys(conflict for facts in every for conflict in facts.conflicts))

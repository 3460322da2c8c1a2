"""The state of every task: the first that holds, in the order of `docs/status.md`.

Silence is never progress: the clock makes nothing done.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from rectify_cli.plan.model import Lag, Plan, Task
from rectify_cli.progress.completion import done_on, started
from rectify_cli.progress.standing import Standing, spoken_of
from rectify_cli.progress.status import Facts, State
from rectify_cli.progress.waiting import Progress, Wait, held_by, holds_alike
from rectify_cli.schedule.model import Timing
from rectify_cli.workdays.calendar import Calendar, OutOfCalendar
from rectify_cli.workdays.shift import shift

UNDER_WAY: frozenset[State] = frozenset({"done", "reported", "blocked", "active"})
OPEN_ORDER: tuple[State, ...] = ("not-reported", "ready", "waiting")


class Judge:
    """What states are decided from, on the evening of `as_of`."""

    __slots__ = ("as_of", "progress", "standings")

    def __init__(self, standings: Mapping[int, Standing], progress: Progress, as_of: date) -> None:
        self.standings = standings
        self.progress = progress
        self.as_of = as_of

    def of_leaf(self, standing: Standing, waits: Sequence[Wait]) -> tuple[State, tuple[int, ...]]:
        """The state of a leaf, and the predecessors that hold it back."""
        if standing.dropped:
            return "dropped", ()
        if standing.is_done:
            return "done", ()
        if standing.reported:
            return "reported", ()
        if _is_blocked(standing):
            return "blocked", ()
        if standing.begun_on is not None or _is_reopened(standing):
            return "active", ()
        holding = self._holding(standing, waits)
        if holding:
            return "waiting", holding
        silent = not standing.heard and any(
            self._is_overdue_for_word(standing.task, timing) for timing in standing.timings
        )
        return ("not-reported" if silent else "ready"), ()

    def of_unit(
        self, standing: Standing, timing: Timing, facts: Facts, waits: Callable[[], bool]
    ) -> State:
        """The state of a unit's part in a fan-out; `waits` is asked only where it decides."""
        if standing.facts.drop is not None or facts.drop is not None:
            return "dropped"
        if done_on(standing.task, facts) is not None:
            return "done"
        if facts.complete_on is not None:
            return "reported"
        if facts.block is not None:
            return "blocked"
        if started(facts):
            return "active"
        if waits():
            return "waiting"
        silent = facts.last_word is None and self._is_overdue_for_word(standing.task, timing)
        return "not-reported" if silent else "ready"

    def _holding(self, standing: Standing, waits: Sequence[Wait]) -> tuple[int, ...]:
        """What holds a leaf back: of a fan-out only where every open unit is held back."""
        holding = held_by(waits, self.progress, self.standings)
        if not holding or not any(wait.same for wait in waits) or not standing.missing:
            return holding
        if holds_alike(waits, self.standings, standing.missing):
            return holding
        found: dict[int, None] = {}
        for unit in standing.missing:
            holding = held_by(waits, self.progress, self.standings, unit)
            if not holding:
                return ()
            found |= dict.fromkeys(holding)
        return tuple(found)

    def _is_overdue_for_word(self, task: Task, timing: Timing) -> bool:
        """Whether somebody should have said something by now."""
        if not task.dates.to_deadline:
            return timing.start < self.as_of
        if timing.finish < self.as_of:
            return True
        every = task.report_every
        return every is not None and is_longer_ago(timing.start, every, timing.calendar, self.as_of)


def is_longer_ago(day: date, lag: Lag, calendar: Calendar, as_of: date) -> bool:
    """Whether more than a length has passed since a day."""
    try:
        return shift(calendar, day.toordinal(), lag) < as_of.toordinal()
    except OutOfCalendar:
        return False


def states_of_summaries(plan: Plan, states: dict[int, State]) -> None:
    """Add the state of every summary and phase to those of the leaves."""
    below: list[set[State]] = [set() for _ in plan.tasks]
    for task in reversed(plan.tasks):
        if task.kind == "task":
            own = {states[task.index]} if task.index in states else set()
        else:
            own = below[task.index]
            states[task.index] = _of_summary(own)
        if task.parent is not None:
            below[task.parent] |= own


def _of_summary(leaves: set[State]) -> State:
    """The state of what has leaves in these states; without any leaf it is ready."""
    if leaves == {"dropped"}:
        return "dropped"
    left = leaves - {"dropped"}
    if left == {"done"}:
        return "done"
    if left & UNDER_WAY:
        return "active"
    return next((state for state in OPEN_ORDER if state in left), "ready")


def _is_reopened(standing: Standing) -> bool:
    """Whether it was opened again, or any part of it."""
    if not standing.heard:
        return False
    every = [standing.facts, *spoken_of(standing.units)]
    every += [facts for each in standing.occurrences for facts in spoken_of(each.facts)]
    return any(facts.reopened for facts in every)


def _is_blocked(standing: Standing) -> bool:
    """Whether a block holds; of a fan-out only where every open unit is blocked."""
    if standing.task.units is None or standing.task.repeat is not None:
        return standing.facts.block is not None
    if not standing.missing:
        return False
    return all(standing.units[unit].block is not None for unit in standing.missing)

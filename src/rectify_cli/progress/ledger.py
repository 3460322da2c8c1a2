"""Events of all stores → what was said of every task, unit and occurrence of a plan.

A pure function of the set of events: their order, copies of them and the clocks of those who wrote
them change nothing. What names nothing in the plan any more is an orphan, never dropped.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.events import Event

Subject = tuple[int, str | None, date | None]
"""A task's index, a unit of it or None, an occurrence of it or None."""


class Stored(NamedTuple):
    """An event and the plan file (as findings name it) beside which it is kept."""

    event: Event
    plan_file: str


class Orphan(NamedTuple):
    """An event that names a task, a unit or an occurrence which the plan does not have."""

    stored: Stored
    lacks: Literal["task", "unit", "occurrence"]


class Ledger(NamedTuple):
    """What was said, by subject: events that no `undo` annulled, in the order of their ids.

    `undone` are the ids of those that one did. `all_of` holds for every subject its events with
    those annulled: what a new report of it has seen. `clashes` are ids that two different events
    bear.
    """

    plan: Plan
    said: Mapping[Subject, tuple[Event, ...]]
    all_of: Mapping[Subject, tuple[Event, ...]]
    orphans: tuple[Orphan, ...]
    undone: frozenset[str]
    clashes: tuple[str, ...]
    events: Mapping[str, Stored]


def gather(plan: Plan, stored: Iterable[Stored], known_by: date | None = None) -> Ledger:
    """Sort events to the tasks, units and occurrences that they speak of.

    Args:
        plan: The plan; a task's and an owner's `was` lead their old reports to them.
        stored: Every event that was read, in any order, copies too.
        known_by: Only events recorded up to this day (in UTC) count; None: all.
    """
    raise NotImplementedError


def local_path(plan: Plan, task: Task) -> str:
    """A task's path within the file that defines it, by which reports name it."""
    raise NotImplementedError


def plan_file(plan: Plan, task: Task) -> str:
    """The file that defines a task, beside which its reports are kept."""
    raise NotImplementedError


def heads(events: Iterable[Event]) -> tuple[str, ...]:
    """The ids of those events that no other of them has seen: what a new one names in `after`."""
    raise NotImplementedError

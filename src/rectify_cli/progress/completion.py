"""Is it done, has it begun, how far is it: what facts say of a task or of a unit's part in it.

Between the facts of one thing (`fold`) and the standing of a whole task.
"""

from datetime import date
from fractions import Fraction

from rectify_cli.plan.model import Task
from rectify_cli.progress.events import EventKind
from rectify_cli.progress.status import Facts

ZERO, ONE = Fraction(0), Fraction(1)

FOR_ALL_UNITS: frozenset[EventKind] = frozenset({"block", "unblock"})
"""What is said of a fan-out as a whole and speaks of every unit in it."""


def done_on(task: Task, facts: Facts) -> date | None:
    """Since when a task, or a unit's part in it, is done: accepted, where that is asked for."""
    return facts.complete_on if task.accept is None else facts.accepted_on


def started(facts: Facts) -> bool:
    """Whether work was reported, or it was opened again."""
    return facts.begun_on is not None or facts.reopened


def share_of(task: Task, facts: Facts) -> Fraction:
    """How much of a task, or of a unit's part, is done, from 0 to 1."""
    if facts.complete_on is not None:
        return ONE
    if facts.count is not None and task.target is not None:
        return min(ONE, Fraction(facts.count, task.target.count))
    if facts.percent is not None:
        return Fraction(facts.percent, 100)
    if task.checklist:
        ticked = sum(item.id in facts.ticked for item in task.checklist)
        return Fraction(ticked, len(task.checklist))
    return ZERO

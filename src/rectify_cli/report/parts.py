"""Every unit's part in the plan: what it did, what it still owes, on what it was never heard."""

from collections.abc import Iterable, Iterator
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Task
from rectify_cli.progress.standing import is_over
from rectify_cli.progress.status import Facts, Status, TaskStatus, UnitStatus

_OVER = frozenset({"done", "dropped"})


class Part(Struct):
    """What one unit has to do in one task, or for one occurrence of it (`nominal`).

    `is_owed`: it is open and its due day is past, and does not wait for somebody to accept it;
    `is_silent`: by now something should have been heard of it, and nothing was.
    """

    task: int
    unit: str
    nominal: date | None
    due: date
    is_done: bool
    is_owed: bool
    is_silent: bool


def parts_of(status: Status, rows: Iterable[TaskStatus]) -> Iterator[Part]:
    """Every part of every unit in these tasks: fan-outs, and what units are responsible for."""
    tasks = status.schedule.plan.tasks
    for row in rows:
        if row.state == "dropped":
            continue
        task = tasks[row.index]
        if row.occurrences:
            yield from _of_occurrences(status, row, task)
        elif task.units is not None:
            for unit in row.units.values():
                if unit.counts:
                    yield _of_unit(status, row, unit)
        elif task.owner is not None and row.due is not None:
            done = row.state in _OVER
            owed = not done and row.state != "reported" and row.due < status.as_of
            silent = row.facts.last_word is None and (owed or row.state == "not-reported")
            yield Part(row.index, task.owner, None, row.due, done, owed, silent and not done)


def _of_unit(status: Status, row: TaskStatus, unit: UnitStatus) -> Part:
    # What was closed or is done by enough of its units is owed by nobody any more.
    done = unit.state in _OVER
    open_to_it = not done and unit.state != "reported" and row.state not in _OVER
    owed = open_to_it and unit.due < status.as_of
    silent = unit.facts.last_word is None and (owed or unit.state == "not-reported")
    is_silent = silent and not done and row.state not in _OVER
    return Part(row.index, unit.unit, None, unit.due, done, owed, is_silent)


def _of_occurrences(status: Status, row: TaskStatus, task: Task) -> Iterator[Part]:
    """Only of those that have come: what lies ahead is nobody's debt."""
    for each in row.occurrences:
        if each.day > status.as_of:
            break
        missing = frozenset(each.missing)
        # Nor is what enough of the units did.
        is_past = each.day < status.as_of and row.state not in _OVER and not is_over(task, each)
        for unit, facts in each.facts.items():
            name = unit or task.owner
            if name is None:
                continue
            is_open = unit in missing if unit is not None else each.done < each.total
            owed = is_open and is_past and facts.complete_on is None
            yield Part(
                row.index, name, each.nominal, each.day, not is_open, owed, owed and _silent(facts)
            )


def _silent(facts: Facts) -> bool:
    return facts.last_word is None

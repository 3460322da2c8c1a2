"""What was reported, as rows of a log: a row for each thing that a command said, its units joined.

Between the ledger and the log's table and record (`report/log.py`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.by_command import Command, commands_of, names_of
from rectify_cli.progress.events import Event
from rectify_cli.progress.fold import fold
from rectify_cli.progress.ledger import Ledger, Stored
from rectify_cli.progress.places import tasks_by_place


class LogRow(Struct):
    """One thing that a command said of a task, and the events that say it, one a unit.

    `path` is the task's in the whole plan, None where the plan has it no more.
    """

    command: Command
    path: str | None
    events: tuple[Event, ...]

    @property
    def event(self) -> Event:
        """The first of the events, which stands for all but in its unit."""
        return self.events[0]


class Log(Struct):
    """The rows, oldest first, and every report's short name.

    For an event's id: the undos that annul it, and the reports that contradict it.
    """

    ledger: Ledger
    rows: tuple[LogRow, ...]
    undone_by: Mapping[str, tuple[Event, ...]]
    conflicts: Mapping[str, tuple[Event, ...]]
    names: Mapping[str, str]


class Wanted(Struct):
    """Which reports are asked for; what is None or empty asks for nothing.

    `tasks` are indexes, `task_name` a path that the plan no longer has. `first` and `last` are the
    days that reports are true of. `by` is a writer's name or part of it.
    """

    tasks: frozenset[int] = frozenset()
    task_name: str | None = None
    unit: str | None = None
    by: str | None = None
    first: date | None = None
    last: date | None = None


def log_of(ledger: Ledger, wanted: Wanted) -> Log:
    """What is asked for of all that was reported."""
    places = _Places(ledger)
    undone_by = _undone_by(ledger)
    asked = _asked_for(ledger, wanted, places)
    rows: list[LogRow] = []
    for command in commands_of(ledger.events):
        joined: dict[tuple[object, ...], list[Event]] = {}
        for each in command.reports:
            if each.event.id in asked:
                joined.setdefault(_likeness(each, undone_by), []).append(each.event)
        for key, events in joined.items():
            file = str(key[0])
            rows.append(LogRow(command, places.path_of(file, events[0].task), tuple(events)))
    return Log(ledger, tuple(rows), undone_by, _conflicts(ledger), names_of(ledger.events))


def _likeness(each: Stored, undone_by: Mapping[str, tuple[Event, ...]]) -> tuple[object, ...]:
    """What reports of one command have in common that differ in their unit alone."""
    event = each.event
    undone = tuple(undo.id for undo in undone_by.get(event.id, ()))
    return each.plan_file, event._replace(id="", unit=None, after=()), undone


class _Places:
    """Which tasks of the plan a report speaks of."""

    def __init__(self, ledger: Ledger) -> None:
        self._tasks = ledger.plan.tasks
        self._places = tasks_by_place(ledger.plan)

    def indexes(self, each: Stored) -> tuple[int, ...]:
        task = each.event.task
        return () if task is None else self._places.get((each.plan_file, task), ())

    def path_of(self, plan_file: str, task: str | None) -> str | None:
        found = () if task is None else self._places.get((plan_file, task), ())
        return self._tasks[found[0]].path if found else None


def _asked_for(ledger: Ledger, wanted: Wanted, places: _Places) -> frozenset[str]:
    tests = list(_tests(wanted, places))
    chosen = {name for name, each in ledger.events.items() if all(test(each) for test in tests)}
    if wanted.tasks or wanted.task_name or wanted.unit:
        # An undo names no task, but belongs to what it took back.
        chosen |= {
            name
            for name, each in ledger.events.items()
            if chosen.intersection(each.event.undoes) and _of_day_and_writer(each, wanted)
        }
    return frozenset(chosen)


def _tests(wanted: Wanted, places: _Places) -> Iterable[Callable[[Stored], bool]]:
    if wanted.tasks:
        yield lambda each: not wanted.tasks.isdisjoint(places.indexes(each))
    if wanted.task_name is not None:
        yield lambda each: each.event.task == wanted.task_name
    if wanted.unit is not None:
        yield lambda each: each.event.unit == wanted.unit
    yield lambda each: _of_day_and_writer(each, wanted)


def _of_day_and_writer(each: Stored, wanted: Wanted) -> bool:
    event = each.event
    return (
        (wanted.by is None or wanted.by.casefold() in event.by.casefold())
        and (wanted.first is None or event.on >= wanted.first)
        and (wanted.last is None or event.on <= wanted.last)
    )


def _undone_by(ledger: Ledger) -> Mapping[str, tuple[Event, ...]]:
    """The undos that hold, by what they annul."""
    found: dict[str, tuple[Event, ...]] = {}
    for name in sorted(ledger.events):
        event = ledger.events[name].event
        if event.kind == "undo" and name not in ledger.undone:
            for target in event.undoes:
                found[target] = (*found.get(target, ()), event)
    return found


def _conflicts(ledger: Ledger) -> Mapping[str, tuple[Event, ...]]:
    """For each report those that contradict it, none having seen the other."""
    found: dict[str, tuple[Event, ...]] = {}
    for (index, _, _), events in ledger.said.items():
        if len(events) < 2:
            continue
        target = ledger.plan.tasks[index].target
        for conflict in fold(events, date.max, None if target is None else target.count).conflicts:
            pair: Sequence[Event] = (conflict.shown, conflict.other)
            for one, other in (pair, pair[::-1]):
                found[one.id] = (*found.get(one.id, ()), other)
    return found

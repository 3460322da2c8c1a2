"""The outline of a project: a row for every phase, summary and task, and for the parts of some.

A fan-out whose units share their dates is one row; else a summary with a row for each group of
units. A task that repeats is a summary with a row for each occurrence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from rectify_cli.plan.model import Dates, Plan, Task
from rectify_cli.report.names import owner_title
from rectify_cli.report.selection import Selection, shown
from rectify_cli.schedule.model import Occurrence, Schedule, Timing


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `key` names it for good; `form` says what it is and how its dates are written.

    `first`: it is the task's own row, which tells what the plan says of the task. `units` are
    those of a fan-out's part, `carriers` who is assigned to it.
    """

    key: str
    task: Task
    timing: Timing | None
    level: int
    number: str
    title: str
    summary: bool
    form: str
    parent: int | None
    first: bool = True
    units: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    occurrence: Occurrence | None = None
    recurring: bool = False
    repeat: str | None = None
    deadline: date | None = None


@dataclass(slots=True)
class Rows:
    """All rows, in the outline's order; of each task the row that is its own, and its leaves."""

    schedule: Schedule
    rows: list[Row] = field(default_factory=list)
    own: dict[int, int] = field(default_factory=dict)
    leaves: dict[int, list[int]] = field(default_factory=dict)
    counts: dict[int | None, int] = field(default_factory=dict)

    def add(self, row: Row) -> int:
        """Where the row stands now."""
        self.rows.append(row)
        return len(self.rows) - 1

    def place(self, parent: int | None) -> tuple[int, str]:
        """The level and the outline's number of the next row in a parent."""
        count = self.counts[parent] = self.counts.get(parent, 0) + 1
        if parent is None:
            return 1, str(count)
        around = self.rows[parent]
        return around.level + 1, f"{around.number}.{count}"


def rows_of(schedule: Schedule, selection: Selection) -> Rows:
    """The rows of what a selection leaves of a schedule."""
    plan = schedule.plan
    kept = _kept(schedule, selection)
    rows = Rows(schedule)
    waiting = [task.index for task in reversed(plan.tasks) if task.parent is None]
    while waiting:
        task = plan.tasks[waiting.pop()]
        if task.index not in kept:
            continue
        parent = None if task.parent is None else rows.own[task.parent]
        if task.kind == "task":
            _leaf(rows, task, parent)
        else:
            _around(rows, task, parent)
            waiting += reversed(task.children)
    return rows


def _kept(schedule: Schedule, selection: Selection) -> set[int]:
    """The tasks that are shown and dated, and everything around them."""
    plan = schedule.plan
    left = shown(schedule, Selection(owner=selection.owner, phase=selection.phase)).units
    kept: set[int] = set()
    for timing in schedule.timings:
        task = plan.tasks[timing.task]
        if timing.index in left and task.kind == "task" and task.index not in kept:
            kept.update((task.index, *(around.index for around in plan.around(task))))
    return kept


def _around(rows: Rows, task: Task, parent: int | None) -> None:
    level, number = rows.place(parent)
    timing = next(iter(rows.schedule.by_task[task.index]), None)
    rows.own[task.index] = rows.add(
        Row(
            key=task.path,
            task=task,
            timing=timing,
            level=level,
            number=number,
            title=task.title,
            summary=True,
            form=task.kind,
            parent=parent,
            deadline=None if timing is None else timing.deadline,
        )
    )


def _leaf(rows: Rows, task: Task, parent: int | None) -> None:
    timings = rows.schedule.by_task[task.index]
    if len(timings) == 1:
        _part(rows, task, timings[0], parent, first=True)
        return
    level, number = rows.place(parent)
    own = rows.add(
        Row(task.path, task, None, level, number, task.title, True, "fan-out", parent)  # noqa: FBT003
    )
    rows.own[task.index] = own
    for timing in timings:
        _part(rows, task, timing, own, first=False)


def _part(rows: Rows, task: Task, timing: Timing, parent: int | None, *, first: bool) -> None:
    level, number = rows.place(parent)
    units = timing.units or ()
    carriers = units if timing.units is not None else tuple(filter(None, (task.owner,)))
    at = rows.add(
        Row(
            key=task.path if first else f"{task.path}\n{min(units)}",
            task=task,
            timing=timing,
            level=level,
            number=number,
            title=task.title if first else _title(rows.schedule.plan, task, units),
            summary=timing.occurrences is not None,
            form=_form(task, units, first=first),
            parent=parent,
            first=first,
            units=units,
            carriers=carriers,
            recurring=timing.occurrences is not None,
            repeat=None if task.repeat is None else task.repeat.rule,
            deadline=timing.deadline,
        )
    )
    if first:
        rows.own[task.index] = at
    if timing.occurrences is None:
        rows.leaves.setdefault(task.index, []).append(at)
        return
    for occurrence in timing.occurrences:
        _occurrence(rows, at, occurrence)


def _occurrence(rows: Rows, parent: int, occurrence: Occurrence) -> None:
    level, number = rows.place(parent)
    around = rows.rows[parent]
    rows.add(
        Row(
            key=f"{around.key}\n{occurrence.nominal}",
            task=around.task,
            timing=around.timing,
            level=level,
            number=number,
            title=f"{around.title} {occurrence.nominal}",
            summary=False,
            form="occurrence",
            parent=parent,
            first=False,
            units=around.units,
            occurrence=occurrence,
        )
    )


def _title(plan: Plan, task: Task, units: tuple[str, ...]) -> str:
    more = f" +{len(units) - 1}" if len(units) > 1 else ""
    return f"{task.title}: {owner_title(plan, units[0])}{more}"


def _form(task: Task, units: tuple[str, ...], *, first: bool) -> str:
    return " ".join(_words(task, units, first=first))


def _words(task: Task, units: tuple[str, ...], *, first: bool) -> Iterator[str]:
    """What the row is, how its dates are written, and what of them is this part's alone."""
    yield "task" if first else "part"
    override = task.overrides.get(units[0]) if units else None
    dates = task.dates if override is None or override.dates is None else override.dates
    yield from _dates_word(task, dates)
    if override is not None:
        yield from ("own-dates",) if override.dates is not None else ()
        yield from ("own-deadline",) if override.deadline is not None else ()


def _dates_word(task: Task, dates: Dates) -> Iterator[str]:
    if task.repeat is not None:
        yield f"repeat {task.on_day_off}"
    elif dates.on is not None:
        yield "on"
    elif dates.start is not None and dates.finish is not None:
        yield "window"
    elif dates.finish is not None:
        yield "finish"
    elif dates.to_deadline:
        yield "to-deadline"
    if task.alap:
        yield "alap"

"""`outside-phase`: a written date lies inside the phases and summaries around it."""

from collections.abc import Iterator
from datetime import date

from rectify_cli.foundation.finding import Finding, Related, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import DateRule, Dates, FixedDate, Plan, Task
from rectify_cli.syntax.node import Mapping


class _Bounds(Struct):
    """The latest written start and the earliest written deadline around, and who says them."""

    start: date
    deadline: date
    starts: Task | None
    ends: Task | None


_OPEN = _Bounds(date.min, date.max, None, None)


def check_phases(plan: Plan) -> Iterator[Finding]:
    """A finding for each written date outside what is around it; relative dates say nothing."""
    inside: list[_Bounds] = [_OPEN] * len(plan.tasks)
    for task in plan.tasks:
        around = _OPEN if task.parent is None else inside[task.parent]
        if around is not _OPEN:
            for where, key, day in _written(task):
                finding = _outside(where, key, day, around)
                if finding is not None:
                    yield finding
        if task.kind != "task":
            inside[task.index] = _narrowed(around, task)


def _narrowed(around: _Bounds, task: Task) -> _Bounds:
    start, deadline = task.dates.start, task.deadline
    if isinstance(start, FixedDate) and start.day > around.start:
        around = around._replace(start=start.day, starts=task)
    if isinstance(deadline, FixedDate) and deadline.day < around.deadline:
        around = around._replace(deadline=deadline.day, ends=task)
    return around


def _written(task: Task) -> Iterator[tuple[Mapping, str, date]]:
    yield from _days(task.where, task.dates, task.deadline)
    for override in task.overrides.values():
        yield from _days(override.where, override.dates or Dates(), override.deadline)


def _days(
    where: Mapping, dates: Dates, deadline: DateRule | None
) -> Iterator[tuple[Mapping, str, date]]:
    if isinstance(dates.on, FixedDate):
        yield where, "on", dates.on.day
    if isinstance(dates.start, FixedDate):
        yield where, "start", dates.start.day
    if isinstance(dates.finish, FixedDate):
        yield where, "finish", dates.finish.day
    if isinstance(deadline, FixedDate):
        yield where, "deadline", deadline.day


def _outside(where: Mapping, key: str, day: date, around: _Bounds) -> Finding | None:
    if around.starts is not None and day < around.start:
        bound, phase, limit = "start", around.starts, around.start
        message = say(
            "{day} is before '{phase}' starts, {limit}", day=day, phase=phase.path, limit=limit
        )
    elif around.ends is not None and day > around.deadline:
        bound, phase, limit = "deadline", around.ends, around.deadline
        message = say(
            "{day} is after the deadline of '{phase}', {limit}",
            day=day,
            phase=phase.path,
            limit=limit,
        )
    else:
        return None
    related = Related(phase.at(bound), say("{bound}: {limit}", bound=bound, limit=limit))
    fix = say("correct one of the two")
    return Finding("outside-phase", where.at(key), message, fix, (related,))

"""What makes a task late: the tasks before it that are late themselves, the nearest first."""

from itertools import takewhile

from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.report.chain import chain


def late_before(status: Status, row: TaskStatus) -> tuple[int, ...]:
    """The chain of tasks that push a task later than it was planned, from it back to the first.

    Follows what sets each start in the forecast, for as long as that is expected later than
    planned itself.
    """
    timings = status.forecast.by_task[row.index]
    last = max(timings, key=lambda timing: timing.finish, default=None)
    if last is None:
        return ()
    before = [step.before for step in chain(status.forecast, last) if step.before is not None]
    late = takewhile(lambda timing: _is_late(status, timing.task), before)
    leaves = (each.task for each in late if not each.summary and each.task != row.index)
    return tuple(dict.fromkeys(leaves))


def late_holders(status: Status, row: TaskStatus) -> tuple[int, ...]:
    """Those of the tasks that hold a task back which are late: overdue, behind, or slipping."""
    return tuple(each for each in row.held_by if _needs_somebody(status, each))


def _needs_somebody(status: Status, index: int) -> bool:
    """A phase is not late for a red task in it: it may still end as planned."""
    row = status.rows[index]
    alarmed = row.lamp in {"red", "yellow"} and row.reasons != ("red-below",)
    return alarmed or _is_late(status, index)


def _is_late(status: Status, index: int) -> bool:
    row = status.rows[index]
    return row.overdue > 0 or (row.slip is not None and row.slip > 0)

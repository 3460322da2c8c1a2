"""How long a task takes of which a table gives only a deadline, or nothing at all."""

from collections.abc import Mapping

from rectify_cli.foundation.finding import say
from rectify_cli.intake.grid import Remark
from rectify_cli.intake.known import Path
from rectify_cli.intake.row_dates import RowDates

TO_DEADLINE = "to-deadline"
"""How the language says that a task works until its deadline."""


def lengths_of(
    leaves: Mapping[Path, RowDates], remarks: list[Remark]
) -> tuple[str | None, frozenset[Path]]:
    """The plan's default length, and the tasks that take one day all the same.

    A task with only a deadline works until then; one that has none, and is not said to go on for
    good, cannot, and takes the one day that the language gives a task of which nothing is known.
    """
    open_ = {path: dates for path, dates in leaves.items() if not dates.is_dated}
    if not any(dates.deadline or dates.endless for dates in open_.values()):
        return None, frozenset()
    has_end = any(dates.on or dates.finish or dates.deadline for dates in leaves.values())
    short = frozenset(
        path
        for path, dates in open_.items()
        if dates.deadline is None and not (dates.endless and has_end)
    )
    if short:
        why = say("tasks without days, length or deadline take one day: {n}", n=len(short))
        remarks.append(Remark(why, lost=False))
    return TO_DEADLINE, short


def until_deadline(leaves: Mapping[Path, RowDates]) -> tuple[Path, ...]:
    """The tasks of which only a deadline is known, which work until then."""
    return tuple(
        path for path, dates in leaves.items() if dates.deadline is not None and not dates.is_dated
    )

"""How far a bar is done and how late it runs: a task's status → the parts of its bar."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.report.timeline import Progress
from rectify_cli.report.words import Words


def bar_progress(  # noqa: PLR0917 - a record's parts in order
    status: Status | None, task: int, start: date, finish: date, off: frozenset[int], words: Words
) -> Progress | None:
    """The progress of a task's bar from `start` to `finish`; None where nothing is known of any.

    Args:
        status: How the plan stands.
        task: The task's index.
        start: The bar's first day.
        finish: The bar's last day.
        off: The ordinals inside it on which it does not work.
        words: The language.
    """
    if status is None:
        return None
    row = status.row(task)
    return Progress(
        state=row.state,
        lamp=row.lamp,
        share=row.share,
        expected=row.expected,
        said=tuple(_said(row, words)),
        done_until=_done_until(row, start, finish, off),
        late_until=_late_until(row, finish, status.as_of),
    )


def _done_until(row: TaskStatus, start: date, finish: date, off: frozenset[int]) -> date | None:
    """The last day of as many of the bar's worked days as its share makes, rounded down."""
    if row.state == "dropped":
        return None
    if row.occurrences:
        return _occurred_until(row)
    days = [day for day in range(start.toordinal(), finish.toordinal() + 1) if day not in off]
    if row.share >= 1:
        return finish
    done = int(row.share * len(days))
    return date.fromordinal(days[done - 1]) if done else None


def _occurred_until(row: TaskStatus) -> date | None:
    """The day up to which every occurrence is done."""
    until = None
    for occurrence in row.occurrences:
        if occurrence.done < occurrence.total:
            break
        until = occurrence.day
    return until


def _late_until(row: TaskStatus, finish: date, as_of: date) -> date | None:
    """The day to which the work runs, or did, behind its planned finish."""
    if row.state == "dropped" or row.occurrences:
        return None
    days = [row.forecast_finish or finish]
    if row.is_open and as_of > finish:
        days.append(as_of)
    return max(days) if max(days) > finish else None


def _said(row: TaskStatus, words: Words) -> Iterator[str]:
    if row.state == "dropped":
        yield words("state-dropped")
        return
    if row.missing or row.units:
        yield words("roadmap-of", done=row.done, total=row.total)
    if row.state != "done":
        share, expected = percent(row.share), percent(row.expected)
        yield words("roadmap-share", share=share, expected=expected)
    if row.overdue:
        yield words("roadmap-overdue", count=words.workdays(row.overdue))
    elif row.is_open and row.slip is not None and row.slip > 0:
        yield words("roadmap-slips", count=words.workdays(row.slip))


def percent(share: Fraction) -> int:
    """A share in whole per cent, rounded down, so that 100 means all of it."""
    return int(share * 100)

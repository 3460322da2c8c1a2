"""The dates and floats of a summary or a phase, from those of what it holds."""

from collections.abc import Sequence
from datetime import date

from rectify_cli.plan.model import Task
from rectify_cli.schedule.model import Timing
from rectify_cli.workdays.calendar import Calendar


def summary_timing(
    task: Task,
    below: Sequence[Timing],
    calendar: Calendar,
    deadline: date | None,
    index: int,
) -> Timing | None:
    """The timing of a summary; its floats are the least of its leaves'.

    Repeating tasks take no part: they stand outside the network.

    Args:
        task: The summary or phase.
        below: The timings of what stands directly below it.
        calendar: The calendar in which its duration counts.
        deadline: Its deadline, as a day.
        index: The number that the timing gets.

    Returns:
        None where nothing below has dates.
    """
    dated = [timing for timing in below if timing.occurrences is None]
    if not dated:
        return None
    start = min(timing.start for timing in dated)
    finish = max(timing.finish for timing in dated)
    return Timing(
        index=index,
        task=task.index,
        units=None,
        calendar=calendar,
        start=start,
        finish=finish,
        duration=calendar.position(finish.toordinal() + 1) - calendar.position(start.toordinal()),
        deadline=deadline,
        early_start=min(timing.early_start for timing in dated),
        early_finish=max(timing.early_finish for timing in dated),
        late_start=min(timing.late_start for timing in dated),
        late_finish=max(timing.late_finish for timing in dated),
        total_float=min(timing.total_float for timing in dated),
        free_float=min(timing.free_float for timing in dated),
        critical=any(timing.critical for timing in dated),
        pinned=False,
        at_end=False,
        drivers=(),
        summary=True,
    )

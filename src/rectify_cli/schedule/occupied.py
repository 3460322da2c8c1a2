"""On which days a timing occupies its people and places, and whether two share one."""

from collections.abc import Iterator
from datetime import date

from rectify_cli.schedule.model import Timing


def days_of(timing: Timing) -> Iterator[int]:
    """The days (ordinals) on which a timing works, occurs or is a milestone, in order."""
    if timing.occurrences is not None:
        yield from sorted({each.day.toordinal() for each in timing.occurrences})
    elif timing.covers is not None:
        yield from (day.toordinal() for day in timing.covers)
    elif timing.is_milestone:
        yield timing.start.toordinal()
    else:
        calendar = timing.calendar
        first = calendar.position(timing.start.toordinal())
        last = calendar.position(timing.finish.toordinal() + 1)
        yield from (calendar.day(index) for index in range(first, last))


def shared_day(one: Timing, other: Timing) -> date | None:
    """The first day that both occupy."""
    if one.finish < other.start or other.finish < one.start:
        return None
    theirs = set(days_of(other))
    shared = next((day for day in days_of(one) if day in theirs), None)
    return None if shared is None else date.fromordinal(shared)

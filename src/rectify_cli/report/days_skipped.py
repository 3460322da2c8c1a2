"""The days off with a name inside a task or between two: what a reader would not expect."""

from datetime import date

from rectify_cli.schedule.model import Timing
from rectify_cli.workdays.calendar import Calendar


def skipped_inside(timing: Timing) -> list[tuple[date, str]]:
    """The named days off from a timing's start to its finish, each with its name."""
    if timing.is_milestone:
        return []
    return _named(timing.calendar, timing.start.toordinal(), timing.finish.toordinal() + 1)


def skipped_between(before: Timing, after: Timing) -> list[tuple[date, str]]:
    """The named days off after one timing's finish and before the other's start."""
    return _named(after.calendar, before.finish.toordinal() + 1, after.start.toordinal())


def _named(calendar: Calendar, begin: int, end: int) -> list[tuple[date, str]]:
    found = []
    for ordinal in range(begin, end):
        if not calendar.is_workday(ordinal):
            day = date.fromordinal(ordinal)
            reason = calendar.reason(day)
            if reason.kind != "week":
                found.append((day, reason.label))
    return found

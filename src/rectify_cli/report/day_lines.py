"""The days of a schedule one after the other, days off gathered: what the day-by-day views print.

Between `schedule.expand`, which knows every day, and the reports, which say what a reader sees.
"""

from collections.abc import Iterator
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.report.days_off import DaysOff, days_off_between
from rectify_cli.report.selection import Selection, Shown
from rectify_cli.report.words import Words
from rectify_cli.schedule.expand import expand
from rectify_cli.schedule.model import Day, DayItem, Schedule
from rectify_cli.workdays.calendar import DayReason


class FullDay(Struct):
    """A day on which something is shown, or a make-up workday on which nothing is."""

    date: date
    workday: bool
    number: int | None
    reason: DayReason
    items: tuple[DayItem, ...]


class IdleDays(Struct):
    """Workdays in a row on which nothing is, with at most weekends between."""

    days: tuple[Day, ...]


def day_lines(
    schedule: Schedule, selection: Selection, shown: Shown
) -> Iterator[FullDay | DaysOff | IdleDays]:
    """The days in order, weekends without anything left out.

    Workdays without anything are there when nobody's work is asked for in particular.
    """
    idle: list[Day] = []
    for line in _each_day(schedule, selection, shown):
        if isinstance(line, Day):
            idle.append(line)
            continue
        if idle:
            yield IdleDays(tuple(idle))
            idle = []
        yield line
    if idle:
        yield IdleDays(tuple(idle))


def _each_day(
    schedule: Schedule, selection: Selection, shown: Shown
) -> Iterator[FullDay | DaysOff | Day]:
    idle = selection.owner is None and selection.phase is None
    reason = schedule.calendar.reason
    before = (selection.first or schedule.start).toordinal() - 1
    for day, items in _days(schedule, selection, shown, idle=idle):
        yield from days_off_between(schedule.calendar, before + 1, day.date.toordinal())
        if items or reason(day.date).kind != "week":
            yield FullDay(day.date, day.workday, day.number, reason(day.date), items)
        else:
            yield day
        before = day.date.toordinal()
    end = min(selection.last or date.max, schedule.finish or schedule.start).toordinal()
    yield from days_off_between(schedule.calendar, before + 1, end + 1)


def _days(
    schedule: Schedule, selection: Selection, shown: Shown, *, idle: bool
) -> Iterator[tuple[Day, tuple[DayItem, ...]]]:
    finish = schedule.finish or schedule.start
    for day in expand(schedule, selection.first, selection.last):
        items = tuple(item for item in day.items if shown.has(item))
        inside = schedule.start <= day.date <= finish
        if items or (idle and inside and day.workday):
            yield day, items


def say_kind_of_day(day: FullDay, words: Words) -> str:
    """`make-up workday (Labour Day)`, `day off`; empty for a common workday."""
    label = day.reason.label
    if not day.workday:
        return words("day-off-of", label=label) if label else words("day-off")
    if day.reason.kind not in {"country", "workdays"}:
        return ""
    key = "make-up" if day.reason.kind == "country" else "extra-workday"
    return words(f"{key}-of", label=label) if label else words(key)

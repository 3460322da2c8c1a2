"""The days of a schedule one after the other, days off gathered: what the day-by-day views print.

Between `schedule.expand`, which knows every day, and the reports, which say what a reader sees.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rectify_cli.report.selection import Selection, Shown
from rectify_cli.report.words import Words
from rectify_cli.schedule.expand import expand
from rectify_cli.schedule.model import Day, DayItem, Schedule
from rectify_cli.workdays.calendar import Calendar, DayReason


class FullDay(NamedTuple):
    """A day on which something is shown, or a make-up workday on which nothing is."""

    date: date
    workday: bool
    number: int | None
    reason: DayReason
    items: tuple[DayItem, ...]


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Days off in a row, on which nothing is, and the names of those that have one."""

    first: date
    last: date
    labels: tuple[str, ...]
    national: bool

    @property
    def count(self) -> int:
        """How many days, both ends counted."""
        return (self.last - self.first).days + 1


class IdleDays(NamedTuple):
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
        yield from _days_off(schedule.calendar, before + 1, day.date.toordinal())
        if items or reason(day.date).kind != "week":
            yield FullDay(day.date, day.workday, day.number, reason(day.date), items)
        else:
            yield day
        before = day.date.toordinal()
    end = min(selection.last or date.max, schedule.finish or schedule.start).toordinal()
    yield from _days_off(schedule.calendar, before + 1, end + 1)


def _days(
    schedule: Schedule, selection: Selection, shown: Shown, *, idle: bool
) -> Iterator[tuple[Day, tuple[DayItem, ...]]]:
    finish = schedule.finish or schedule.start
    for day in expand(schedule, selection.first, selection.last):
        items = tuple(item for item in day.items if shown.has(item))
        inside = schedule.start <= day.date <= finish
        if items or (idle and inside and day.workday):
            yield day, items


def _days_off(calendar: Calendar, begin: int, end: int) -> Iterator[DaysOff]:
    """The runs of days off in a half-open range of ordinals that are more than weekends."""
    run: list[int] = []
    for ordinal in range(begin, end + 1):
        if ordinal < end and not calendar.is_workday(ordinal):
            run.append(ordinal)
        elif run:
            yield from _named(calendar, [date.fromordinal(each) for each in run])
            run = []


def _named(calendar: Calendar, run: list[date]) -> Iterator[DaysOff]:
    named = [day for day in run if calendar.reason(day).kind != "week"]
    if named:
        reasons = [calendar.reason(day) for day in named]
        labels = dict.fromkeys(reason.label for reason in reasons if reason.label)
        national = any(reason.kind == "country" for reason in reasons)
        # A holiday takes the weekend beside it along, as countries announce theirs.
        first, last = (run[0], run[-1]) if national else (named[0], named[-1])
        yield DaysOff(first, last, tuple(labels), national)


def say_days_off(off: DaysOff, words: Words) -> str:
    """`Labour Day, 5 days off`."""
    if not off.labels:
        return words("days-off", n=off.count)
    key = "days-off-of" if off.national else "days-off-for"
    return words(key, n=off.count, label=words.listed(off.labels))


def say_kind_of_day(day: FullDay, words: Words) -> str:
    """`make-up workday (Labour Day)`, `day off`; empty for a common workday."""
    label = day.reason.label
    if not day.workday:
        return words("day-off-of", label=label) if label else words("day-off")
    if day.reason.kind not in {"country", "workdays"}:
        return ""
    key = "make-up" if day.reason.kind == "country" else "extra-workday"
    return words(f"{key}-of", label=label) if label else words(key)

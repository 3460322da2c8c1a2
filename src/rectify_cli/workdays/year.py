"""A year of a calendar, day by day: what `rectify calendar show` prints."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.workdays.calendar import Calendar, DayReason

DayKind = Literal["workday", "day off", "make-up workday"]


class YearDay(Struct):
    """One day: what it is, and why. `number` counts the workdays of the year, None on a day off.

    A `make-up workday` is one that the week would have left free.
    """

    date: date
    kind: DayKind
    reason: DayReason
    number: int | None


class YearMonth(Struct):
    """The days of one month, from its first to its last."""

    month: int
    days: tuple[YearDay, ...]

    @property
    def workdays(self) -> int:
        """How many workdays the month has."""
        return sum(day.number is not None for day in self.days)


class CalendarYear(Struct):
    """A year: its months, and whether the country has announced it.

    `sources` are those that decided any day, the week aside, in order of their first day.
    """

    year: int
    months: tuple[YearMonth, ...]
    sources: tuple[str, ...]
    published: bool

    @property
    def days(self) -> Iterator[YearDay]:
        """All days of the year."""
        return (day for month in self.months for day in month.days)

    @property
    def workdays(self) -> int:
        """How many workdays the year has."""
        return sum(month.workdays for month in self.months)

    @property
    def exceptions(self) -> list[YearDay]:
        """The days that are not what the week alone would make of them, or that have a name."""
        return [day for day in self.days if day.reason.kind != "week"]


def calendar_year(calendar: Calendar, year: int) -> CalendarYear:
    """The days of a year from 1970 to 2199."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    days: list[YearDay] = []
    number = 0
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        reason = calendar.reason(day)
        number += reason.workday
        days.append(
            YearDay(day, _kind(calendar, day, reason), reason, number if reason.workday else None)
        )
    months = tuple(
        YearMonth(month, tuple(day for day in days if day.date.month == month))
        for month in range(1, 13)
    )
    sources = dict.fromkeys(day.reason.source for day in days if day.reason.kind != "week")
    # Asking for a day of the year lays it out, so that it is known whether it is announced.
    calendar.is_workday(first.toordinal())
    return CalendarYear(year, months, tuple(sources), year not in calendar.unpublished)


def _kind(calendar: Calendar, day: date, reason: DayReason) -> DayKind:
    if not reason.workday:
        return "day off"
    return "workday" if day.weekday() in calendar.spec.week else "make-up workday"

"""Counting workdays between two days, and finding the nearest workday."""

from datetime import date

from rectify_cli.workdays.calendar import Calendar


def workdays_between(calendar: Calendar, first: date, last: date) -> int:
    """How many workdays there are from `first` to `last`, both counted; 0 if `last` is earlier."""
    if last < first:
        return 0
    return calendar.position(last.toordinal() + 1) - calendar.position(first.toordinal())


def on_or_after(calendar: Calendar, day: date) -> date:
    """The day itself if it is a workday, else the next one. Raises OutOfCalendar."""
    return date.fromordinal(calendar.day(calendar.position(day.toordinal())))


def on_or_before(calendar: Calendar, day: date) -> date:
    """The day itself if it is a workday, else the one before. Raises OutOfCalendar."""
    return date.fromordinal(calendar.day(calendar.position(day.toordinal() + 1) - 1))


def workdays_after(calendar: Calendar, first: date, last: date) -> int:
    """How many workdays follow `first` up to `last`, which is counted; negative backwards."""
    return calendar.position(last.toordinal() + 1) - calendar.position(first.toordinal() + 1)

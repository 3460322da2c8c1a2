"""Distances in workdays, as views say them."""

from datetime import date

from rectify_cli.workdays.calendar import Calendar


def workdays_after(calendar: Calendar, first: date, last: date) -> int:
    """How many workdays follow `first` up to `last`, which is counted; negative backwards."""
    return calendar.position(last.toordinal() + 1) - calendar.position(first.toordinal() + 1)

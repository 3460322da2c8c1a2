"""The calendars of a project file as they stand there: a week, weeks of a period, exceptions."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.project_elements import flag_in, instant_in, number_in, text_in

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DAY = timedelta(days=1)
_LONGEST = 3_660
"""So many days one period is looked at: ten years."""
_DAILY, _YEARLY, _MONTHLY, _WEEKLY, _EVERY_SO_MANY_DAYS = 1, 2, 4, 6, 7


class FileException(Struct):
    """Days that differ from a week; `days` None: they recur by a pattern that is not read."""

    days: tuple[date, ...] | None
    works: bool
    name: str


class FileWeek(Struct):
    """The week of a period, both ends counted: of each weekday that it names whether it works."""

    first: date
    last: date
    week: dict[int, bool]
    name: str


class FileCalendar(Struct):
    """A calendar; `week` says of each weekday (Monday 0) that the file names whether it works."""

    uid: int
    base: int
    week: dict[int, bool]
    exceptions: tuple[FileException, ...]
    weeks: tuple[FileWeek, ...] = ()


def read_calendar(element: "Element") -> FileCalendar:
    """A calendar of the file."""
    exceptions = [
        _exception(day)
        for day in element.iterfind("WeekDays/WeekDay")
        if number_in(day, "DayType", -1) == 0
    ]
    exceptions += map(_exception, element.iterfind("Exceptions/Exception"))
    weeks = map(_period, element.iterfind("WorkWeeks/WorkWeek"))
    return FileCalendar(
        number_in(element, "UID", -1),
        number_in(element, "BaseCalendarUID", -1),
        _week(element),
        tuple(each for each in exceptions if each is not None),
        tuple(each for each in weeks if each is not None),
    )


def _week(element: "Element") -> dict[int, bool]:
    found = {}
    for day in element.iterfind("WeekDays/WeekDay"):
        number = number_in(day, "DayType", -1)
        if 1 <= number <= 7:
            found[(number - 2) % 7] = flag_in(day, "DayWorking")
    return found


def _ends(element: "Element") -> tuple[date, date] | None:
    first = instant_in(element, "TimePeriod/FromDate")
    last = instant_in(element, "TimePeriod/ToDate")
    if first is None or last is None or last < first:
        return None
    return first.date(), last.date()


def _period(element: "Element") -> FileWeek | None:
    ends = _ends(element)
    if ends is None:
        return None
    return FileWeek(*ends, _week(element), text_in(element, "Name"))


def _exception(element: "Element") -> FileException | None:
    ends = _ends(element)
    if ends is None:
        return None
    days = _days(element, *ends)
    return FileException(days, flag_in(element, "DayWorking"), text_in(element, "Name"))


def _days(element: "Element", first: date, last: date) -> tuple[date, ...] | None:
    """The days on which an exception falls; None where that is by a pattern that is not read."""
    kind, step = number_in(element, "Type", _DAILY), max(1, number_in(element, "Period", 1))
    length = (last - first).days + 1
    if kind == _DAILY and length > _LONGEST:
        return None
    every = [first + _DAY * offset for offset in range(min(length, _LONGEST))]
    month, day = number_in(element, "Month", -1) + 1, number_in(element, "MonthDay", 0)
    if kind in {_DAILY, _EVERY_SO_MANY_DAYS}:
        found = every[::step]
    elif kind == _YEARLY and month and day:
        found = [each for each in every if (each.month, each.day) == (month, day)]
    elif kind == _MONTHLY and day:
        start = first.year * 12 + first.month
        found = [
            each
            for each in every
            if each.day == day and (each.year * 12 + each.month - start) % step == 0
        ]
    elif kind == _WEEKLY:
        named, sunday = number_in(element, "DaysOfWeek", 0), first.isoweekday() % 7
        found = [
            each
            for at, each in enumerate(every, sunday)
            if named >> at % 7 & 1 and at // 7 % step == 0
        ]
    else:
        return None
    times = number_in(element, "Occurrences", 0)
    by_number = flag_in(element, "EnteredByOccurrences") and times > 0
    return tuple(found[:times] if by_number else found)

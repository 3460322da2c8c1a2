"""The calendars of a project file as days that are worked, and as a plan's calendar says them."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.draft import DraftCalendar, DraftDate, DraftMap, More, Value
from rectify_cli.intake.project_calendar import FileCalendar

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MON_TO_FRI = frozenset(range(5))
_DAY = timedelta(days=1)
_LONGEST = 3_660
"""So many days the week of a period may last: ten years."""
_DEEPEST = 8


class FileDays(Struct):
    """Which days are worked: a week, the days that differ from it, and what those are called."""

    week: frozenset[int]
    special: Mapping[date, bool]
    names: Mapping[date, str]

    @classmethod
    def every_day(cls) -> "FileDays":
        """Days that are all worked, as elapsed days are."""
        return cls(frozenset(range(7)), {}, {})

    def works(self, day: date) -> bool:
        """Whether a day is worked."""
        return self.special.get(day, day.weekday() in self.week)

    def between(self, first: date, last: date) -> int:
        """How many workdays there are from `first` to `last`, both counted."""
        length = min((last - first).days + 1, 100_000)
        return sum(self.works(first + _DAY * offset) for offset in range(length))


def days_of(calendars: Mapping[int, FileCalendar], uid: int) -> tuple[FileDays, bool]:
    """The days of a calendar over those it is laid on, and whether something could not be read."""
    chain: list[FileCalendar] = []
    while uid in calendars and len(chain) < _DEEPEST:
        chain.append(calendars[uid])
        uid = calendars[uid].base
    week = {day: day in _MON_TO_FRI for day in range(7)}
    special: dict[date, bool] = {}
    names: dict[date, str] = {}
    unread = False
    for calendar in reversed(chain):
        week.update(calendar.week)
        for period in calendar.weeks:
            length = (period.last - period.first).days + 1
            unread = unread or length > _LONGEST
            for offset in range(min(length, _LONGEST)):
                day = period.first + _DAY * offset
                if day.weekday() in period.week:
                    special[day], names[day] = period.week[day.weekday()], period.name
        for exception in calendar.exceptions:
            unread = unread or exception.days is None
            for day in exception.days or ():
                special[day], names[day] = exception.works, exception.name
    return FileDays(frozenset(day for day, works in week.items() if works), special, names), unread


def draft_calendar(days: FileDays) -> DraftCalendar:
    """The plan's own calendar."""
    differ = sorted(day for day, works in days.special.items() if works != _in_week(days, day))
    return DraftCalendar(
        week=tuple(WEEKDAYS[day] for day in sorted(days.week)) if days.week != _MON_TO_FRI else (),
        days_off=_ranges((day for day in differ if not days.special[day]), days.names),
        workdays=_ranges((day for day in differ if days.special[day]), days.names),
    )


def task_calendar(days: FileDays, plan: FileDays) -> More:
    """A task's own calendar, which says all of its days itself; nothing where it is the plan's."""
    known = {*days.special, *plan.special}
    if days.week == plan.week and all(days.works(day) == plan.works(day) for day in known):
        return ()
    entries: list[tuple[str, Value]] = [("week", tuple(WEEKDAYS[day] for day in sorted(days.week)))]
    for key, works in (("days_off", False), ("workdays", True)):
        ranges = _ranges(sorted(day for day in known if days.works(day) == works), {})
        if ranges:
            entries.append((key, tuple(day for day, _ in ranges)))
    return (("calendar", DraftMap(tuple(entries))),)


def off_days(calendar: FileCalendar | None) -> tuple[DraftDate, ...]:
    """The days off that a resource's calendar has of its own."""
    if calendar is None:
        return ()
    found: set[date] = set()
    for exception in calendar.exceptions:
        if not exception.works:
            found.update(exception.days or ())
    return tuple(day for day, _ in _ranges(sorted(found), {}))


def _in_week(days: FileDays, day: date) -> bool:
    return day.weekday() in days.week


def _ranges(days: Iterable[date], names: Mapping[date, str]) -> tuple[tuple[DraftDate, str], ...]:
    """Days in order, those side by side with one name as a range."""
    found: list[list[date]] = []
    for day in days:
        if found and found[-1][1] + _DAY == day and names.get(found[-1][0]) == names.get(day):
            found[-1][1] = day
        else:
            found.append([day, day])
    return tuple(
        (first if first == last else f"{first}..{last}", names.get(first, ""))
        for first, last in found
    )

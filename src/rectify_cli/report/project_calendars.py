"""The calendars of a project: a week, and every day that differs from it, in ranges."""

from collections.abc import Iterator
from datetime import date, timedelta

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import CalendarSpec
from rectify_cli.report.project_rows import Row
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Timing
from rectify_cli.workdays.calendar import Calendar

_DAY = timedelta(days=1)


class ProjectException(Struct):
    """The days `first`..`last`, both counted, on which work is done against the week, or is not."""

    first: date
    last: date
    works: bool
    name: str


class ProjectCalendar(Struct):
    """A calendar; `week` holds weekdays, Monday 0."""

    uid: int
    name: str
    week: frozenset[int]
    exceptions: tuple[ProjectException, ...]


class CalendarBook:
    """The calendars that rows ask for, numbered as they come; the project's is the first."""

    def __init__(self, plan: Calendar, words: Words) -> None:
        self._words = words
        self._calendars: dict[tuple[CalendarSpec, tuple[date, ...]], tuple[int, Calendar]] = {}
        self._uid(plan, ())

    def uid(self, timing: Timing, row: Row) -> int | None:
        """The number of a row's calendar; None for the project's.

        A row that stands on days off has one of its own, in which it works on them.
        """
        found = self._uid(timing.calendar, extra_days(timing, row))
        return None if found == 1 else found

    def made(self, first: date, last: date) -> tuple[ProjectCalendar, ...]:
        """All of them, with the exceptions of the years in which something is done."""
        begin, end = date(first.year, 1, 1), date(last.year, 12, 31)
        return tuple(
            ProjectCalendar(
                uid,
                self._words("project-calendar", n=uid),
                calendar.spec.week,
                tuple(_exceptions(calendar, frozenset(extra), begin, end)),
            )
            for (_, extra), (uid, calendar) in self._calendars.items()
        )

    def _uid(self, calendar: Calendar, extra: tuple[date, ...]) -> int:
        known = self._calendars.setdefault(
            (calendar.spec, extra), (len(self._calendars) + 1, calendar)
        )
        return known[0]


def extra_days(timing: Timing, row: Row) -> tuple[date, ...]:
    """The days off on which a row works all the same: the ones it stands on, a window's edges."""
    if row.occurrence is not None:
        days: tuple[date, ...] = (row.occurrence.day,)
    elif timing.covers is not None:
        days = tuple(timing.covers)
    elif "window" in row.form.split():
        days = (timing.start, timing.finish)
    else:
        return ()
    return tuple(sorted({day for day in days if not timing.calendar.is_workday(day.toordinal())}))


def _exceptions(
    calendar: Calendar, extra: frozenset[date], begin: date, end: date
) -> Iterator[ProjectException]:
    """The days that differ from the week, those side by side that are alike together."""
    open_one: ProjectException | None = None
    flags = calendar.flags(begin.toordinal(), end.toordinal())
    for offset, flag in enumerate(flags):
        day = begin + _DAY * offset
        works = bool(flag) or day in extra
        if works == (day.weekday() in calendar.spec.week):
            continue
        name = calendar.reason(day).label if works == bool(flag) else ""
        if open_one is not None:
            last, known = open_one.last, open_one[2:]
            if last + _DAY == day and known == (works, name):
                open_one = open_one._replace(last=day)
                continue
            yield open_one
        open_one = ProjectException(day, day, works, name)
    if open_one is not None:
        yield open_one

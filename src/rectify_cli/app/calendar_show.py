"""The years of a plan's calendar, day by day: what `rectify calendar show` asks for."""

from rectify_cli.app.here import Here
from rectify_cli.app.national import national_from
from rectify_cli.plan.model import Plan
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.year import CalendarYear, calendar_year


def calendar_years(
    plan: Plan, schedule: Schedule | None, year: int | None, language: str, here: Here
) -> tuple[CalendarYear, ...]:
    """The year that is named (1970 to 2199), else those from the plan's start to its finish.

    Days are named in `language` where the country has names in it.
    """
    calendar = Calendars(plan.start, national_from(here.cache, language)).of(plan.calendar)
    first, last = (year, year) if year is not None else years_of(plan, schedule)
    return tuple(calendar_year(calendar, each) for each in range(first, last + 1))


def years_of(plan: Plan, schedule: Schedule | None) -> tuple[int, int]:
    """The first and the last year in which anything of the plan happens or is due."""
    days = [plan.start]
    if schedule is not None:
        days += [day for each in schedule.timings for day in (each.start, each.finish)]
        days += [each.deadline for each in schedule.timings if each.deadline is not None]
        if schedule.deadline is not None:
            days.append(schedule.deadline)
    return min(days).year, max(days).year

"""The years of a plan's calendar, day by day, for a person or a machine."""

import re

from rectify_cli.app.here import Here
from rectify_cli.app.national import national_from
from rectify_cli.app.write_file import Writable
from rectify_cli.foundation.finding import Message, say
from rectify_cli.plan.model import Plan
from rectify_cli.report.calendar_days import calendar_days
from rectify_cli.report.calendar_record import calendar_record
from rectify_cli.report.calendar_table import calendar_table
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.national import FIRST_YEAR, LAST_YEAR
from rectify_cli.workdays.year import CalendarYear, calendar_year

_YEAR = re.compile(r"[0-9]{4}")

Years = tuple[CalendarYear, ...]


def read_year(text: str) -> int | Message:
    """The year that was typed, or why it is none."""
    if _YEAR.fullmatch(text) and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    return say(
        "'{text}' is no year: write one from {first} to {last}; --plan FILE names a plan",
        text=text,
        first=FIRST_YEAR,
        last=LAST_YEAR,
    )


def calendar_years(
    plan: Plan, schedule: Schedule | None, year: int | None, language: str, here: Here
) -> Years:
    """The year that is named, else those from the plan's start to its finish.

    Days are named in `language` where the country has names in it.
    """
    calendar = Calendars(plan.start, national_from(here.cache, language)).of(plan.calendar)
    first, last = (year, year) if year is not None else years_of(plan, schedule)
    return tuple(calendar_year(calendar, each) for each in range(first, last + 1))


def years_report(plan: Plan, years: Years, language: str) -> Report:
    """The view of them."""
    return calendar_table(plan, years, language)


def years_record(plan: Plan, years: Years) -> Record:
    """The same for machines."""
    return calendar_record(plan, years)


def years_files(plan: Plan, years: Years, language: str) -> Writable:
    """The record, and a table that has every day of them, for files."""
    return Writable(
        lambda _: calendar_record(plan, years), lambda _: calendar_days(plan, years, language)
    )


def years_of(plan: Plan, schedule: Schedule | None) -> tuple[int, int]:
    """The first and the last year in which anything of the plan happens or is due."""
    days = [plan.start]
    if schedule is not None:
        days += [day for each in schedule.timings for day in (each.start, each.finish)]
        days += [each.deadline for each in schedule.timings if each.deadline is not None]
        if schedule.deadline is not None:
            days.append(schedule.deadline)
    first, last = min(days).year, max(days).year
    return max(first, FIRST_YEAR), min(last, LAST_YEAR)

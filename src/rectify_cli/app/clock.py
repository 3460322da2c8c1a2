"""What words for days are counted from: today in the plan's time zone, and the plan's calendar."""

from datetime import date

from rectify_cli.app.here import Here, today_in
from rectify_cli.app.schedule import Scheduled
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import CalendarSpec
from rectify_cli.workdays.calendar import Calendar

_PLAIN_WEEK = CalendarSpec(frozenset(range(5)), None, None, None, ())


class Clock(Struct):
    """What words for days are counted from.

    `backward`: a weekday's name and a day without a year mean the last one, today counted; else
    the next one, today counted.
    """

    today: date
    calendar: Calendar
    week_days: int
    backward: bool


def clock_in(scheduled: Scheduled, here: Here, *, backward: bool) -> Clock:
    """The clock of a plan: its calendar, and today in its time zone."""
    plan, schedule = scheduled.loaded.plan, scheduled.schedule
    if plan is None or schedule is None:
        return plain_clock(here, backward=backward)
    today = today_in(here, plan.timezone)
    return Clock(today, schedule.calendar, plan.week_days, backward)


def plain_clock(here: Here, *, backward: bool = False) -> Clock:
    """The clock where there is no plan: Monday to Friday, today in UTC."""
    today = today_in(here, "UTC")
    return Clock(today, Calendar(_PLAIN_WEEK, today), 5, backward)

"""How a plan stands on a day: the loaded plan and the reports beside it, put together.

Every view of progress begins here. What is damaged among the reports is handed on: a view shows
the rest, says so, and ends with 1.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from rectify_cli.app.here import Here
from rectify_cli.app.reports import Reports, read_reports
from rectify_cli.app.schedule import Scheduled
from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan
from rectify_cli.progress.assess import assess
from rectify_cli.progress.ledger import Ledger, Orphan, gather
from rectify_cli.progress.lost_days import with_lost_days
from rectify_cli.progress.status import Status
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.calendars import Calendars


class Told(Struct):
    """A dated plan with everything that was reported of it, as of no day yet.

    `damaged` are findings about reports that could not be read.
    """

    schedule: Schedule
    calendars: Calendars
    ledger: Ledger
    damaged: tuple[Finding, ...]

    @property
    def orphans(self) -> Sequence[Orphan]:
        """The reports of what the plan no longer has."""
        return self.ledger.orphans


def read_told(scheduled: Scheduled, here: Here, known_by: date | None = None) -> Told | None:
    """Read a plan's reports; None where the plan cannot be dated.

    Args:
        scheduled: The plan with its dates.
        here: The working folder, which the plan's paths are relative to.
        known_by: Only what was recorded by the evening of this day, in the plan's time zone.
    """
    schedule, calendars = scheduled.schedule, scheduled.calendars
    if schedule is None or calendars is None:
        return None
    reports: Reports = read_reports(schedule.plan, here.folder)
    before = None if known_by is None else end_of_day(known_by, schedule.plan)
    ledger = with_lost_days(gather(schedule.plan, reports.stored, before), schedule)
    return Told(schedule, calendars, ledger, reports.damaged)


def assess_told(told: Told, as_of: date) -> Status:
    """How a plan stands on the evening of a day, by what was told of it."""
    return assess(told.schedule, told.calendars.of, told.ledger, as_of)


def end_of_day(day: date, plan: Plan) -> str:
    """The moment at which a day is over in a plan's time zone, in UTC: `2021-03-08T16:00:00Z`."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - few commands ask

    try:
        zone = ZoneInfo(plan.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return _in_utc(datetime.combine(day + timedelta(1), time(), UTC))
    return _in_utc(datetime.combine(day + timedelta(1), time(), zone))


def _in_utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

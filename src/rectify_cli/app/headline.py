"""Where a plan stands on a day, in a few lines: what bare `rectify` shows."""

from datetime import date

from rectify_cli.app.schedule import Scheduled
from rectify_cli.report.front import front
from rectify_cli.report.front_record import front_record
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report


def headline(scheduled: Scheduled, day: date, language: str) -> Report | None:
    """The headline of a plan as of a day; None where nothing of it can be dated."""
    return None if scheduled.schedule is None else front(scheduled.schedule, day, language)


def headline_record(scheduled: Scheduled, day: date) -> Record | None:
    """The same for machines."""
    if scheduled.schedule is None:
        return None
    errors = sum(finding.is_error for finding in scheduled.findings)
    return front_record(scheduled.schedule, day, errors, len(scheduled.findings) - errors)

"""Where a plan stands on a day, in a few lines: what bare `rectify` shows."""

from rectify_cli.app.schedule import Scheduled
from rectify_cli.progress.status import Status
from rectify_cli.report.front import front
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report


def headline(status: Status, language: str) -> Report:
    """The headline of a plan's status, and of its day."""
    return front(status, language)


def headline_record(scheduled: Scheduled, status: Status) -> Record:
    """The same for machines, with how many findings the plan has."""
    from rectify_cli.report.front_record import front_record  # noqa: PLC0415 - start-up

    errors = sum(finding.is_error for finding in scheduled.findings)
    return front_record(status, errors, len(scheduled.findings) - errors)

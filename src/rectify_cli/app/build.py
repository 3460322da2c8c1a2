"""The schedule, workday by workday: for a screen, for a machine, into files."""

from datetime import date, timedelta

from rectify_cli.app.find_owner import NoOwner, find_owner
from rectify_cli.app.find_task import NoTask, find_task
from rectify_cli.app.write_file import Writable
from rectify_cli.report.catalogue import RECORDS, REPORTS
from rectify_cli.report.record import Record
from rectify_cli.report.selection import Selection
from rectify_cli.report.table import Report
from rectify_cli.schedule.model import Schedule

_FIRST = date(1969, 1, 1)
_LAST = date(2199, 12, 31)
"""Written dates lie in 1970..2199; what is counted back from them, a little earlier."""


def select(
    schedule: Schedule,
    first: date | None,
    last: date | None,
    owner: str | None,
    phase: str | None,
) -> Selection | NoOwner | NoTask:
    """What a reader asked to see: days (both ends counted), and an owner and a phase as typed."""
    index = None
    if owner is not None:
        found = find_owner(schedule.plan, owner)
        if isinstance(found, NoOwner):
            return found
        owner = found.id
    if phase is not None:
        task = find_task(schedule.plan, phase)
        if isinstance(task, NoTask):
            return task
        index = task.index
    # Days on which nothing can be would only be walked through.
    first = None if first is None else max(first, _FIRST)
    last = None if last is None else min(last, max(_LAST, schedule.finish or _LAST))
    return Selection(first, last, owner, index)


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def build_report(schedule: Schedule, selection: Selection, language: str) -> Report:
    """The day-by-day view for a person."""
    return REPORTS["agenda"](schedule, selection, language)


def build_record(schedule: Schedule, selection: Selection) -> Record:
    """The schedule for a machine."""
    return RECORDS["schedule"](schedule, selection)


def build_files(schedule: Schedule, selection: Selection, language: str) -> Writable:
    """The schedule for files: each format in the view that suits it."""
    return Writable(
        lambda view: RECORDS[view](schedule, selection),
        lambda view: REPORTS[view](schedule, selection, language),
    )

"""The views of a schedule, by name: what formats ask for, and what `docs` and tests go through."""

from collections.abc import Callable

from rectify_cli.report.agenda import agenda
from rectify_cli.report.plan_record import plan_record
from rectify_cli.report.record import Record
from rectify_cli.report.selection import Selection
from rectify_cli.report.table import Report
from rectify_cli.report.timetable import timetable
from rectify_cli.schedule.model import Schedule

REPORTS: dict[str, Callable[[Schedule, Selection, str], Report]] = {
    "agenda": agenda,
    "timetable": timetable,
}

RECORDS: dict[str, Callable[[Schedule, Selection], Record]] = {
    "schedule": plan_record,
}

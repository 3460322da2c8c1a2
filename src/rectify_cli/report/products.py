"""The schedule's tables and records as products: what stands in files of `plan build`."""

from rectify_cli.report.agenda import agenda
from rectify_cli.report.plan_record import plan_record
from rectify_cli.report.record import Record
from rectify_cli.report.source import Source
from rectify_cli.report.table import Report
from rectify_cli.report.timetable import timetable


def schedule_record(source: Source) -> Record:
    """The whole schedule for machines."""
    return plan_record(source.schedule, source.selection)


def agenda_report(source: Source) -> Report:
    """Each day with what starts, goes on and falls due, as a person reads it."""
    made = agenda(source.schedule, source.selection, source.language)
    return made._replace(edition=source.edition)


def timetable_report(source: Source) -> Report:
    """A row for every workday and what is on."""
    made = timetable(source.schedule, source.selection, source.language)
    return made._replace(edition=source.edition)

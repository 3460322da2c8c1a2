"""Phases and tasks as bars over the days, for a person or a machine."""

from datetime import date

from rectify_cli.report.chart import chart
from rectify_cli.report.chart_record import chart_record
from rectify_cli.report.record import Record
from rectify_cli.report.selection import Selection
from rectify_cli.report.timeline import Timeline
from rectify_cli.schedule.model import Schedule


def chart_timeline(
    schedule: Schedule, selection: Selection, today: date, language: str
) -> Timeline:
    """The chart of what a selection leaves."""
    return chart(schedule, selection, today, language)


def chart_for_machines(timeline: Timeline) -> Record:
    """The same for machines."""
    return chart_record(timeline)

"""One task whole, for a person or a machine."""

from rectify_cli.plan.model import Task
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report
from rectify_cli.report.task_sheet import task_sheet
from rectify_cli.report.task_sheet_record import task_sheet_record
from rectify_cli.schedule.model import Schedule


def show_report(schedule: Schedule, task: Task, language: str) -> Report:
    """The view of a task, a summary or a phase."""
    return task_sheet(schedule, task, language)


def show_record(schedule: Schedule, task: Task) -> Record:
    """The same for machines."""
    return task_sheet_record(schedule, task)

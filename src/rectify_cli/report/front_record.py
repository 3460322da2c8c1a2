"""Where a plan stands on a day as a record: what bare `rectify --json` prints."""

from datetime import date

from rectify_cli.progress.status import Status
from rectify_cli.report.plan_record import days_record, plan_facts
from rectify_cli.report.record import Record
from rectify_cli.report.selection import Selection
from rectify_cli.report.shares import exact
from rectify_cli.report.status_record import counts
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.count import workdays_between

FORMAT = 1


def front_record(status: Status, errors: int, warnings: int) -> Record:
    """The plan, how many of its workdays have begun by the day, what is on, what is wrong."""
    schedule, day = status.schedule, status.as_of
    tasks = schedule.plan.tasks
    leaves = [task for task in tasks if task.kind == "task"]
    return {
        "format": FORMAT,
        "plan": {
            **plan_facts(schedule),
            "share": exact(status.share),
            "expected": exact(status.expected),
            "forecast_finish": status.forecast_finish,
            "slip": status.slip,
        },
        "as_of": day,
        "workdays_begun": _begun(schedule, day),
        "phases": sum(task.kind == "phase" and task.parent is None for task in tasks),
        "tasks": len(leaves),
        "undated": sum(not schedule.by_task[task.index] for task in leaves),
        "counts": counts(status),
        "errors": errors,
        "warnings": warnings,
        "days": days_record(schedule, Selection(first=day, last=day)),
    }


def _begun(schedule: Schedule, day: date) -> int:
    if schedule.finish is None or day < schedule.start:
        return 0
    return workdays_between(schedule.calendar, schedule.start, min(day, schedule.finish))

"""The day, the week and what comes next as records for machines."""

from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.report.doing import Doing
from rectify_cli.report.record import Record
from rectify_cli.report.shares import exact
from rectify_cli.report.status_choice import Choice, told_units
from rectify_cli.report.teller import Teller
from rectify_cli.report.to_accept import accept_record
from rectify_cli.report.today import days_of
from rectify_cli.report.upcoming import upcoming
from rectify_cli.report.words import Words

FORMAT = 1


def today_record(status: Status, owner: str | None, *, week: bool) -> Record:
    """What was carried over, what is on, what comes next; days are those of each item."""
    teller = Teller(status, Words("en"), told_units(status, Choice(owner=owner)))
    found = days_of(status, owner, week=week)
    return {
        **_head(status, owner),
        "to": found.last,
        "carried_over": [_task(teller, row) for row in found.carried],
        "carried_items": [_doing(teller, each) for each in found.items],
        "to_accept": [accept_record(status, each) for each in found.to_accept],
        "on": [_doing(teller, each) for each in found.on],
        "next": [_doing(teller, each) for each in found.next],
    }


def upcoming_record(status: Status, owner: str | None) -> Record:
    """What can be started now, and what comes after it."""
    teller = Teller(status, Words("en"), told_units(status, Choice(owner=owner)))
    found = upcoming(status, owner)
    return {
        **_head(status, owner),
        "can_start": [_task(teller, row) for row in found.now],
        "later": [_task(teller, row) for row in found.later],
    }


def _head(status: Status, owner: str | None) -> Record:
    plan = status.schedule.plan
    return {
        "format": FORMAT,
        "as_of": status.as_of,
        "plan": {"title": plan.title, "path": plan.path},
        "owner": owner,
    }


def _task(teller: Teller, row: TaskStatus) -> Record:
    task = teller.task(row)
    plan = teller.plan
    return {
        "task": task.path,
        "title": task.title,
        "owner": task.owner,
        "state": row.state,
        "lamp": row.lamp,
        "reasons": list(row.reasons),
        "share": exact(row.share),
        "expected": exact(row.expected),
        "done": row.done,
        "total": row.total,
        "missing": list(teller.own(task, row.missing)),
        "planned_start": row.planned_start,
        "planned_finish": row.planned_finish,
        "forecast_start": row.forecast_start,
        "forecast_finish": row.forecast_finish,
        "due": row.due,
        "overdue": row.overdue,
        "waits_for": [plan.tasks[index].path for index in row.held_by],
    }


def _doing(teller: Teller, doing: Doing) -> Record:
    row, item = teller.row(doing.task), doing.item
    task = teller.task(row)
    return {
        "date": doing.day,
        "kind": item.kind,
        "task": task.path,
        "title": task.title,
        "owner": task.owner,
        "day": item.day,
        "of": item.of,
        "text": item.text,
        **({"item": item.item} if item.item is not None else {}),
        "state": row.state,
        "lamp": row.lamp,
        "units": list(doing.units),
        "waits_for": [teller.plan.tasks[index].path for index in row.held_by],
    }

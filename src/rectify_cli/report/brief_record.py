"""The digest of a period as a record."""

from datetime import date

from rectify_cli.progress.status import Status
from rectify_cli.report.brief import Late, Moved, brief_of
from rectify_cli.report.measures import expected_count
from rectify_cli.report.record import Record
from rectify_cli.report.shares import exact
from rectify_cli.report.status_record import counts
from rectify_cli.report.to_accept import accept_record

FORMAT = 1


def brief_record(before: Status, status: Status, first: date) -> Record:
    """What was done from `first` to the day of `status`, who is late, what is due next."""
    found = brief_of(before, status, first)
    plan = status.schedule.plan
    return {
        "format": FORMAT,
        "from": found.first,
        "to": found.last,
        "plan": {
            "title": plan.title,
            "path": plan.path,
            "share": exact(status.share),
            "expected": exact(status.expected),
            "share_before": exact(before.share),
            "forecast_finish": status.forecast_finish,
            "slip": status.slip,
        },
        "done": [_moved(status, each) for each in found.moved],
        "to_accept": [accept_record(status, each) for each in found.to_accept],
        "counters": [_counter(status, each) for each in found.counters],
        "late_by_unit": [_late(status, each) for each in found.late_units],
        "late_by_leader": [_late(status, each) for each in found.late_leaders],
        "due_next": [
            {"task": plan.tasks[row.index].path, "due": row.due, "lamp": row.lamp}
            for row in found.due_next
        ],
        "counts": counts(status),
    }


def _moved(status: Status, moved: Moved) -> Record:
    return {
        "task": status.schedule.plan.tasks[moved.row.index].path,
        "done": moved.is_over,
        "from": moved.before,
        "to": moved.after,
        "total": moved.row.total,
        "share_before": exact(moved.share_before),
        "share": exact(moved.row.share),
    }


def _counter(status: Status, moved: Moved) -> Record:
    target = status.schedule.plan.tasks[moved.row.index].target
    count = 0 if target is None else target.count
    return {
        "task": status.schedule.plan.tasks[moved.row.index].path,
        "from": moved.before,
        "to": moved.after,
        "target": count,
        "expected": expected_count(moved.row, count),
        "unit": "" if target is None else target.unit,
    }


def _late(status: Status, late: Late) -> Record:
    tasks = status.schedule.plan.tasks
    return {"owner": late.name, "tasks": [tasks[index].path for index in late.tasks]}

"""One task whole, as a record: what the plan says of it, and a record for each of its timings."""

from rectify_cli.plan.model import Task
from rectify_cli.report.record import Fan, Record, Stream, Value
from rectify_cli.report.task_record import lag_text, task_record
from rectify_cli.schedule.model import Schedule

FORMAT = 1


def task_sheet_record(schedule: Schedule, task: Task) -> Record:
    """The fields that are set, then `schedule`: as in `plan build --json`, a record a unit."""
    dated = {unit for timing in schedule.by_task[task.index] for unit in timing.units or ()}
    return {
        "format": FORMAT,
        "id": task.path,
        "title": task.title,
        "kind": task.kind,
        "no": task.no,
        "owner": task.owner,
        "lead": task.lead,
        "participants": task.participants,
        "each": task.each,
        "units": task.units,
        "without_dates": [unit for unit in task.units or () if unit not in dated],
        "after": [
            {
                "task": schedule.plan.tasks[link.task].path,
                "link": link.type,
                "lag": lag_text(link.lag),
                "same": link.same,
            }
            for link in task.links
        ],
        "tasks": [schedule.plan.tasks[child].path for child in task.children],
        "place": task.place,
        "document": task.document,
        "links": task.urls,
        "deliverable": task.deliverable,
        "checklist": [
            {"id": item.id, "item": item.text, "owner": item.owner} for item in task.checklist
        ],
        "tags": task.tags,
        "note": task.note,
        "path": task.where.span.path,
        "line": task.where.span.line,
        "schedule": Stream(_timings(schedule, task)),
    }


def _timings(schedule: Schedule, task: Task) -> "list[Value | Fan]":
    records: list[Value | Fan] = []
    for timing in schedule.by_task[task.index]:
        record = task_record(schedule, timing)
        records.append(record if timing.units is None else Fan(record, timing.units))
    return records

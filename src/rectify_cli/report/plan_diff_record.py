"""What differs between two states of a plan, for machines: every change by itself, none folded."""

from rectify_cli.progress.baseline import KeptTask
from rectify_cli.report.plan_diff import Change, DeadlineChange, Moved, PlanDiff, Side
from rectify_cli.report.plan_diff_causes import Cause
from rectify_cli.report.record import Record, Value

FORMAT = 1


def plan_diff_record(diff: PlanDiff) -> Record:
    """All of it; `comparable` false: a side could not be read, and the lists say nothing."""
    return {
        "format": FORMAT,
        "old": _side(diff.old),
        "new": _side(diff.new),
        "comparable": diff.comparable,
        "same": diff.comparable and diff.is_empty,
        "finish": {
            "old": None if diff.old.kept is None else diff.old.kept.finish,
            "new": None if diff.new.kept is None else diff.new.kept.finish,
            "days": diff.finish_days,
        },
        "phases": [
            {
                "id": each.task.path,
                "title": each.task.title,
                "old": each.was,
                "new": each.now,
                "days": each.days,
            }
            for each in diff.phases
        ],
        "moved": [_moved(each) for each in diff.moved],
        "deadlines": [_deadline(each) for each in diff.deadlines],
        "added": [_task(task) for task in diff.added],
        "removed": [
            {**_task(task), "reports": diff.reports.get(task.path, 0)} for task in diff.removed
        ],
        "renamed": [
            {
                "old": each.old.path,
                "new": each.new.path,
                "title": each.new.title,
                "by_was": each.by_was,
                "reports": diff.reports.get(each.old.path, 0),
            }
            for each in diff.renamed
        ],
        "owners": [_change(each) for each in diff.owners],
        "units": [
            {"id": each.task.path, "added": each.added, "removed": each.removed}
            for each in diff.units
        ],
        "details": [_change(each) for each in diff.details],
        "words": [_change(each) for each in diff.words],
    }


def _side(side: Side) -> Record:
    kept = side.kept
    return {
        "name": side.name,
        "title": None if kept is None else kept.title,
        "start": None if kept is None else kept.start,
        "finish": None if kept is None else kept.finish,
        "deadline": None if kept is None else kept.deadline,
        "errors": side.errors,
    }


def _moved(moved: Moved) -> Record:
    (start, finish), (new_start, new_finish) = moved.was or (None, None), moved.now or (None, None)
    return {
        "id": moved.task.path,
        "title": moved.task.title,
        "units": moved.units,
        "start": start,
        "finish": finish,
        "new_start": new_start,
        "new_finish": new_finish,
        "start_days": moved.start_days,
        "finish_days": moved.finish_days,
        "causes": [_cause(cause) for cause in moved.causes],
    }


def _cause(cause: Cause) -> Record:
    return {
        "kind": cause.kind,
        "key": cause.key or None,
        "old": cause.was,
        "new": cause.now,
        "task": cause.task,
    }


def _deadline(change: DeadlineChange) -> Record:
    task = change.task
    return {
        "id": None if task is None else task.path,
        "title": None if task is None else task.title,
        "units": change.units,
        "old": change.was,
        "new": change.now,
        "old_missed_by": change.was_late,
        "new_missed_by": change.now_late,
        "newly_missed": change.now_late > 0 and change.was_late == 0,
    }


def _task(task: KeptTask) -> dict[str, Value]:
    units = [unit for dates in task.dates for unit in dates.units or ()]
    return {
        "id": task.path,
        "title": task.title,
        "owner": task.owner,
        "units": units if any(dates.units is not None for dates in task.dates) else None,
        "start": task.start,
        "finish": task.finish,
    }


def _change(change: Change) -> Record:
    return {
        "id": change.task.path or None,
        "field": change.field,
        "old": change.was,
        "new": change.now,
    }

"""A status against a baseline: how far each task's forecast is from what was once agreed.

No edit of a date in the plan hides that: the agreed dates stand in a file of their own.
"""

from collections.abc import Mapping
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.baseline import (
    Baseline,
    KeptTask,
    agreed_tasks,
    slips,
    workdays_moved,
)
from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.report.record import Record, Value
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule


class Against(Struct):
    """The baseline that a status is set against.

    `finish` is the plan's as it was agreed. `tasks` is what was agreed for each task, by its index.
    `deadlines_changed`, `added` and `removed` count tasks.
    """

    name: str
    day: date
    finish: date | None
    tasks: Mapping[int, KeptTask]
    deadlines_changed: int
    added: int
    removed: int


def against(name: str, baseline: Baseline, schedule: Schedule) -> Against:
    """What a plan is held to by a baseline of that name."""
    changed = slips(baseline, schedule)
    return Against(
        name,
        baseline.day,
        baseline.finish,
        agreed_tasks(baseline, schedule.plan),
        changed.deadlines_changed,
        len(changed.added),
        len(changed.removed),
    )


def agreed_finish(held: Against, row: TaskStatus) -> date | None:
    """The day on which a task was agreed to end; None where it was not in the baseline."""
    kept = held.tasks.get(row.index)
    return None if kept is None else kept.finish


def agreed_slip(held: Against, status: Status, row: TaskStatus) -> int | None:
    """How many of the plan's workdays the forecast ends after what was agreed, earlier negative."""
    return workdays_moved(status.schedule.calendar, agreed_finish(held, row), row.forecast_finish)


def plan_slip(held: Against, status: Status) -> int | None:
    """The same of the whole plan."""
    return workdays_moved(status.schedule.calendar, held.finish, status.forecast_finish)


def against_said(held: Against, status: Status, words: Words) -> str:
    """The line of the headline: what was moved, how far the end is from what was agreed."""
    changes = [
        words(f"ag-{key}", n=n)
        for key, n in (
            ("deadlines", held.deadlines_changed),
            ("added", held.added),
            ("removed", held.removed),
        )
        if n
    ]
    slip = plan_slip(held, status)
    if slip:
        key = "ag-later" if slip > 0 else "ag-earlier"
        changes.append(words(key, count=words.workdays(abs(slip))))
    said = words.listed(changes) if changes else words("ag-nothing")
    day = held.day.isoformat()
    return words("ag-headline", name=held.name, day=day, said=said)


def slip_remark(held: Against, status: Status, row: TaskStatus, words: Words) -> str:
    """`agreed 04-10, +3d`; nothing where the forecast is what was agreed."""
    day, slip = agreed_finish(held, row), agreed_slip(held, status, row)
    if day is None:
        return words("ag-new")
    if not slip:
        return ""
    text = day.isoformat()
    shown = text[5:] if day.year == status.as_of.year else text
    return words("ag-remark", day=shown, slip=words("st-slip", n=f"{slip:+}"))


def against_record(held: Against, status: Status) -> Record:
    """The baseline for machines."""
    return {
        "name": held.name,
        "day": held.day,
        "deadlines_changed": held.deadlines_changed,
        "added": held.added,
        "removed": held.removed,
        "finish": held.finish,
        "slip": plan_slip(held, status),
    }


def row_against(held: Against, status: Status, row: TaskStatus) -> dict[str, Value]:
    """The keys that a row of the status has besides."""
    return {
        "agreed_finish": agreed_finish(held, row),
        "agreed_slip": agreed_slip(held, status, row),
    }

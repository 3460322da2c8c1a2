"""One timing of a task as a record: what `plan build --json` and `plan show --json` say of it."""

from rectify_cli.plan.model import Lag, Task
from rectify_cli.report.record import HOLE, Record, Value
from rectify_cli.report.selection import lead_of
from rectify_cli.schedule.model import Driver, Schedule, Timing


def task_record(schedule: Schedule, timing: Timing) -> Record:
    """The record of a timing; a fan-out's unit is a hole."""
    plan = schedule.plan
    task = plan.tasks[timing.task]
    phase = plan.phase_of(task)
    record: dict[str, Value] = {
        "id": task.path,
        "unit": None if timing.units is None else HOLE,
        "title": task.title,
        "no": task.no,
        "phase": None if phase is None else phase.path,
        "owner": _owner(task, timing),
        "lead": lead_of(task, timing),
        "participants": task.participants,
        "start": timing.start,
        "finish": timing.finish,
        "duration": timing.duration,
        "deadline": timing.deadline,
        "early_start": timing.early_start,
        "early_finish": timing.early_finish,
        "late_start": timing.late_start,
        "late_finish": timing.late_finish,
        "total_float": timing.total_float,
        "free_float": timing.free_float,
        "critical": timing.critical,
        "pinned": timing.pinned,
        "drivers": [driver_record(schedule, timing, driver) for driver in timing.drivers],
        "tags": task.tags,
    }
    if timing.summary:
        record["summary"] = True
    if timing.is_milestone:
        record["milestone"] = True
    if timing.occurrences is not None:
        record["occurrences"] = [
            {"nominal": each.nominal, "date": each.day} for each in timing.occurrences
        ]
    return record


def _owner(task: Task, timing: Timing) -> Value:
    """Who is written as the owner; a fan-out that names none is each unit's own."""
    return HOLE if task.owner is None and timing.units is not None else task.owner


def driver_record(schedule: Schedule, timing: Timing, driver: Driver) -> Record:
    """What sets a start. `unit` is a single unit's id; null where a whole fan-out binds."""
    return {
        "kind": driver.kind,
        "task": None if driver.task is None else schedule.plan.tasks[driver.task].path,
        "unit": _unit(schedule, timing, driver),
        "link": driver.link,
        "lag": None if driver.task is None else lag_text(driver.lag),
    }


def _unit(schedule: Schedule, timing: Timing, driver: Driver) -> Value:
    if driver.same and timing.units is not None:
        return HOLE
    units = () if driver.timing is None else schedule.timings[driver.timing].units
    return units[0] if units is not None and len(units) == 1 else None


def lag_text(lag: Lag) -> str:
    """A lag as a plan writes it: `2d`, `-1d`, `3ed`."""
    return f"{lag.days}{'ed' if lag.elapsed else 'd'}"


def signed(lag: Lag) -> str:
    """A lag behind a link's type: ` + 2d`, ` - 1d`; nothing for none."""
    if not lag.days:
        return ""
    return f" {'-' if lag.days < 0 else '+'} {lag_text(lag).lstrip('-')}"

"""Why a task is on its days, as a record."""

from datetime import timedelta

from rectify_cli.foundation.source import Span
from rectify_cli.report.chain import Step, chain
from rectify_cli.report.days_off import skipped_between, skipped_inside
from rectify_cli.report.record import Record, Value
from rectify_cli.report.room import Limit, Room, limit, not_binding
from rectify_cli.report.shorten import Shorten, shorten
from rectify_cli.report.step_words import say_step
from rectify_cli.report.task_record import lag_text
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule, Timing

FORMAT = 1
_MACHINE = Words("en")


def why_record(schedule: Schedule, timing: Timing) -> Record:
    """The chain, what does not bind (days < 0: what is broken), what the float ends at."""
    rooms = not_binding(schedule, timing)
    return {
        "format": FORMAT,
        "task": schedule.task_of(timing).path,
        "units": timing.units,
        "start": timing.start,
        "finish": timing.finish,
        "duration": timing.duration,
        "total_float": timing.total_float,
        "free_float": timing.free_float,
        "late_finish": timing.late_finish,
        "critical": timing.critical,
        "pinned": timing.pinned,
        "chain": [_step(schedule, step) for step in chain(schedule, timing)],
        "not_binding": [_room(room) for room in rooms],
        "limit": _limit(limit(schedule, timing)),
        "shorten": _shorten(shorten(schedule, timing)),
    }


def _step(schedule: Schedule, step: Step) -> Record:
    text, span = say_step(schedule, step, _MACHINE)
    before, driver = step.before, step.driver
    return {
        "task": schedule.task_of(step.timing).path,
        "point": step.point,
        "date": step.timing.finish if step.point == "finish" else step.timing.start,
        "kind": None if driver is None else driver.kind,
        "before": None if before is None else schedule.task_of(before).path,
        "link": None if driver is None else driver.link,
        "lag": None if driver is None or driver.task is None else lag_text(driver.lag),
        "text": text,
        **_place(span),
        "days_off": _days_off(step),
    }


def _days_off(step: Step) -> Value:
    if step.before is None or step.before.summary or step.timing.summary:
        return []
    runs = [*skipped_inside(step.before), *skipped_between(step.before, step.timing)]
    return [
        {"date": run.first + timedelta(days=at), "label": ", ".join(run.labels)}
        for run in runs
        for at in range(run.count)
    ]


def _place(span: Span | None) -> dict[str, Value]:
    return {
        "path": None if span is None else span.path,
        "line": None if span is None else span.line,
    }


def _room(room: Room) -> Record:
    link = room.link
    return {
        "task": None if room.before is None else room.before.path,
        "link": None if link is None else link.type,
        "lag": None if link is None else lag_text(link.lag),
        "days": room.days,
        **_place(room.where),
    }


def _limit(found: Limit | None) -> Value:
    if found is None:
        return None
    task = None if found.task is None else found.task.path
    return {"kind": found.kind, "task": task, "date": found.day}


def _shorten(found: Shorten | None) -> Value:
    if found is None:
        return None
    return {
        "tasks": [task.path for task in found.tasks],
        "days": None if found.until is None else found.until.days,
    }

"""Why a task is on its days: which of its dates are meant, where a fan-out has several."""

from rectify_cli.app.find_owner import NoOwner, find_owner
from rectify_cli.app.find_task import NoTask, find_task
from rectify_cli.app.show import TaskView
from rectify_cli.app.write_file import Writable
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Task
from rectify_cli.progress.status import Status
from rectify_cli.report.record import Record
from rectify_cli.report.why import why
from rectify_cli.report.why_late import why_late, why_late_record
from rectify_cli.report.why_record import why_record
from rectify_cli.schedule.model import Schedule, Timing

_PLANNED = frozenset({"late_finish", "critical", "limit", "shorten"})
"""What a record says of float, which is the plan's."""


class NoDates(Struct):
    """Why there is nothing to explain."""

    why: Message


def explain_dates(
    schedule: Schedule, word: str, unit: str | None, language: str
) -> TaskView | NoTask | NoOwner | NoDates:
    """The chain back to a fixed date, what does not bind, the float.

    Args:
        schedule: The schedule.
        word: What was typed for the task.
        unit: What was typed for a fan-out's unit; None: the units that end last.
        language: The language of the report.
    """
    timing = _timing(schedule, word, unit)
    if not isinstance(timing, Timing):
        return timing
    files = Writable(
        lambda _: why_record(schedule, timing), lambda _: why(schedule, timing, language)
    )
    return TaskView(schedule.task_of(timing).path, files)


def explain_lateness(
    status: Status, word: str, unit: str | None, language: str
) -> TaskView | NoTask | NoOwner | NoDates:
    """The same of the days on which a task is to be expected: why it is late.

    Its float is the plan's, and says nothing of the forecast: it is left out.
    """
    found = _timing(status.forecast, word, unit)
    if not isinstance(found, Timing):
        return found
    schedule = status.forecast
    files = Writable(
        lambda _: why_late_record(status, found, _without_floats(why_record(schedule, found))),
        lambda _: why_late(status, found, why(schedule, found, language)),
    )
    return TaskView(schedule.task_of(found).path, files)


def _without_floats(record: Record) -> Record:
    return {
        key: value for key, value in record.items() if "float" not in key and key not in _PLANNED
    }


def _timing(schedule: Schedule, word: str, unit: str | None) -> Timing | NoTask | NoOwner | NoDates:
    """Which dates of a task are meant."""
    task = find_task(schedule.plan, word)
    if isinstance(task, NoTask):
        return task
    if unit is None:
        return _last(schedule, task)
    owner = find_owner(schedule.plan, unit)
    if isinstance(owner, NoOwner):
        return owner
    return _of_unit(schedule, task, owner.id)


def _last(schedule: Schedule, task: Task) -> Timing | NoDates:
    timings = schedule.by_task[task.index]
    if not timings:
        return NoDates(say("{task} has no dates; rectify check says why", task=task.path))
    return max(timings, key=lambda timing: timing.finish)


def _of_unit(schedule: Schedule, task: Task, unit: str) -> Timing | NoDates:
    for timing in schedule.by_task[task.index]:
        if unit in (timing.units or ()):
            return timing
    if task.units is None:
        return NoDates(say("{task} is no fan-out: it has no units", task=task.path))
    if unit in task.units:
        return NoDates(say("{unit} has no dates in {task}", unit=unit, task=task.path))
    return NoDates(say("{unit} is not among the units of {task}", unit=unit, task=task.path))

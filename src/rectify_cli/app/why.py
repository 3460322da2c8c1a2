"""Why a task is on its days: which of its dates are meant, where a fan-out has several."""

from dataclasses import dataclass

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.plan.model import Task
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report
from rectify_cli.report.why import why
from rectify_cli.report.why_record import why_record
from rectify_cli.schedule.model import Schedule, Timing


@dataclass(frozen=True, slots=True)
class NoDates:
    """Why there is nothing to explain."""

    why: Message


def timing_of(schedule: Schedule, task: Task, unit: str | None) -> Timing | NoDates:
    """The dates of a task; of a fan-out those of a unit, else the ones that end last."""
    timings = schedule.by_task[task.index]
    if unit is not None:
        return _of_unit(timings, task, unit)
    if not timings:
        return NoDates(say("{task} has no dates; rectify check says why", task=task.path))
    return max(timings, key=lambda timing: timing.finish)


def _of_unit(timings: tuple[Timing, ...], task: Task, unit: str) -> Timing | NoDates:
    for timing in timings:
        if unit in (timing.units or ()):
            return timing
    if task.units is None:
        return NoDates(say("{task} is no fan-out: it has no units", task=task.path))
    if unit in task.units:
        return NoDates(say("{unit} has no dates in {task}", unit=unit, task=task.path))
    near = did_you_mean(unit, task.units)
    if near is None:
        return NoDates(say("{task} has no unit '{unit}'", task=task.path, unit=unit))
    return NoDates(
        say(
            "{task} has no unit '{unit}'; did you mean '{near}'?",
            task=task.path,
            unit=unit,
            near=near,
        )
    )


def why_report(schedule: Schedule, timing: Timing, language: str) -> Report:
    """The chain back to a fixed date, what does not bind, the float."""
    return why(schedule, timing, language)


def why_for_machines(schedule: Schedule, timing: Timing) -> Record:
    """The same for machines."""
    return why_record(schedule, timing)

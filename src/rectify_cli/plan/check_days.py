"""`days-mismatch`: the days that are described are days that the task has."""

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.plan.model import Plan, Task


def check_days(plan: Plan) -> list[Finding]:
    """A finding for each task that describes a day beyond its duration, where that is written.

    A window's days are counted by the floor that knows its calendar.
    """
    return [_beyond(task, task.dates.duration) for task in plan.tasks if _is_beyond(task)]


def _is_beyond(task: Task) -> bool:
    duration = task.dates.duration
    if not task.days or duration is None or task.doubtful:
        return False
    return any(day.last > duration for day in task.days)


def _beyond(task: Task, duration: int | None) -> Finding:
    first = next(day for day in task.days if duration is not None and day.last > duration)
    message = say(
        "day {day} is described, and the task has {n} workdays", day=first.last, n=duration
    )
    fix = say("write duration: {day}d, or take the day away", day=first.last)
    if duration == 0:
        message = say("days are described, and a milestone has none")
    return Finding("days-mismatch", first.where.span, message, fix)

"""`days-mismatch`: the days that are described are days that the task has."""

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.plan.model import DayText, Plan


def check_days(plan: Plan) -> list[Finding]:
    """A finding at each described day beyond a duration that is written, or one day by rule.

    The days of a window are counted by the floor that knows its calendar.
    """
    return [
        _beyond(day, task.dates.duration)
        for task in plan.tasks
        if task.days and task.dates.duration is not None and "duration" not in task.dropped
        for day in task.days
        if day.last > task.dates.duration
    ]


def _beyond(day: DayText, duration: int) -> Finding:
    message = say("day {day} is described, of {n} workdays", day=day.last, n=duration)
    if duration == 0:
        message = say("a day is described, and a milestone has none")
    fix = say("write duration: {day}d, or take the day away", day=day.last)
    return Finding("days-mismatch", day.where.span, message, fix)

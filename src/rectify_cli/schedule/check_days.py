"""`days-mismatch`: `days` of a task whose duration only the schedule knows."""

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.schedule.model import Schedule
from rectify_cli.schedule.wording import workdays_words


def check_days(schedule: Schedule) -> list[Finding]:
    """A finding at each described day that a window or a task to its deadline does not have."""
    found: list[Finding] = []
    for task in schedule.plan.tasks:
        timings = schedule.by_task[task.index]
        window = task.dates.start is not None and task.dates.finish is not None
        if not task.days or not timings or not (window or task.dates.to_deadline):
            continue
        longest = max(timing.duration for timing in timings)
        found.extend(
            Finding(
                "days-mismatch",
                text.where.span,
                say(
                    "{name} has {length}: there is no day {day}",
                    name=task.path,
                    length=workdays_words(longest),
                    day=text.last,
                ),
                fix=say("describe the days 1 to {last}", last=longest),
            )
            for text in task.days
            if text.last > longest
        )
    return found

"""`double-booked` and `overload`: people and places that are needed twice at once."""

from rectify_cli.foundation.finding import MAX_FINDINGS, Finding, listed, say
from rectify_cli.schedule.check_double_booked import check_double_booked
from rectify_cli.schedule.check_overload import check_overload
from rectify_cli.schedule.model import Schedule
from rectify_cli.schedule.occupied import LAST_TOLD
from rectify_cli.workdays.national import LAST_YEAR


def check_bookings(schedule: Schedule) -> list[Finding]:
    """A finding at each `time` that books somebody twice, and at each use beyond a capacity.

    A place that is booked twice is not also reported as overloaded on that day.
    """
    double, twice = check_double_booked(schedule)
    # A large plan may have one at each task and is no error for that.
    most = max(MAX_FINDINGS, len(schedule.plan.tasks))
    over = listed(check_overload(schedule, twice), schedule.plan.path, most)
    return [*double, *over, *_check_far(schedule)]


def _check_far(schedule: Schedule) -> list[Finding]:
    """`too-large`: the first task that needs somebody on days that nobody looks at."""
    for timing in schedule.timings:
        if timing.finish.toordinal() > LAST_TOLD and not timing.summary:
            task = schedule.task_of(timing)
            if task.time is not None or task.uses or task.place in schedule.plan.owners:
                message = say(
                    "{name} goes on after {year}: whom it needs is looked at up to then",
                    name=task.path,
                    year=LAST_YEAR,
                )
                fix = say("shorten it, or what it waits for")
                return [Finding("too-large", task.where.span, message, fix)]
    return []

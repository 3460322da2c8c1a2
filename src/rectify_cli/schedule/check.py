"""All findings that only a schedule's dates can tell, one rule a file."""

from collections.abc import Sequence
from datetime import date

from rectify_cli.foundation.finding import Finding
from rectify_cli.schedule.check_assertions import check_assertions
from rectify_cli.schedule.check_bookings import check_bookings
from rectify_cli.schedule.check_cycles import check_cycles
from rectify_cli.schedule.check_days import check_days
from rectify_cli.schedule.check_deadlines import check_deadlines, misses_deadline
from rectify_cli.schedule.check_pins import check_links, check_pinned_days
from rectify_cli.schedule.check_range import check_instances, check_range
from rectify_cli.schedule.check_repeats import check_repeats
from rectify_cli.schedule.counting import within
from rectify_cli.schedule.model import Schedule
from rectify_cli.schedule.passes import Passes


def network_findings(passes: Passes) -> list[Finding]:
    """What the passes alone tell to be wrong, in no particular order."""
    return [
        *check_cycles(passes.network),
        *check_range(passes),
        *check_instances(passes.network),
        *check_links(passes),
        *check_pinned_days(passes),
    ]


def may_find_more(passes: Passes) -> bool:
    """Whether a schedule, which takes its time, could tell anything that the passes do not.

    It tells of deadlines that are missed, of tasks that repeat, say what their days hold, have a
    time or use somebody or a place, and of assertions. Making it asks the calendars for more
    years: where one is not announced, it has to be made for that finding to be complete.
    """
    plan = passes.network.plan
    return (
        bool(plan.assertions)
        or any(
            task.repeat is not None or task.time is not None or task.place or task.uses or task.days
            for task in plan.tasks
        )
        or misses_deadline(passes)
        or not _are_announced(passes)
    )


def _are_announced(passes: Passes) -> bool:
    """Whether the years of the plan are, in all its calendars."""
    network, plan = passes.network, passes.network.plan
    outer = {network.outer_calendar(task) for task in plan.tasks if task.calendar is not None}
    calendars = outer | {network.calendar} | {node.calendar for node in network.nodes}
    first, last = plan.start.year, date.fromordinal(within(passes.finish)).year
    return all(calendar.is_announced(first, last) for calendar in calendars)


def schedule_findings(passes: Passes, schedule: Schedule, too_many: Sequence[int]) -> list[Finding]:
    """What only the schedule tells to be wrong, in no particular order."""
    return [
        *check_deadlines(passes, schedule),
        *check_repeats(schedule, too_many),
        *check_days(schedule),
        *check_bookings(schedule),
        *check_assertions(passes, schedule),
    ]

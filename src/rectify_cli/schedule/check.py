"""All findings that only a schedule's dates can tell, one rule a file."""

from collections.abc import Sequence

from rectify_cli.foundation.finding import Finding
from rectify_cli.schedule.check_assertions import check_assertions
from rectify_cli.schedule.check_bookings import check_bookings
from rectify_cli.schedule.check_cycles import check_cycles
from rectify_cli.schedule.check_days import check_days
from rectify_cli.schedule.check_deadlines import check_deadlines
from rectify_cli.schedule.check_pins import check_links, check_pinned_days
from rectify_cli.schedule.check_range import check_instances, check_range
from rectify_cli.schedule.check_repeats import check_repeats
from rectify_cli.schedule.model import Schedule
from rectify_cli.schedule.passes import Passes


def schedule_findings(passes: Passes, schedule: Schedule, too_many: Sequence[int]) -> list[Finding]:
    """The findings of this floor, in no particular order."""
    return [
        *check_cycles(passes.network),
        *check_range(passes),
        *check_instances(passes.network),
        *check_deadlines(passes, schedule),
        *check_links(passes),
        *check_pinned_days(passes),
        *check_repeats(schedule, too_many),
        *check_days(schedule),
        *check_bookings(schedule),
        *check_assertions(passes, schedule),
    ]

"""`double-booked` and `overload`: people and places that are needed twice at once."""

from rectify_cli.foundation.finding import Finding
from rectify_cli.schedule.check_double_booked import check_double_booked
from rectify_cli.schedule.check_overload import check_overload
from rectify_cli.schedule.model import Schedule


def check_bookings(schedule: Schedule) -> list[Finding]:
    """A finding at each `time` that books somebody twice, and at each use beyond a capacity.

    A place that is booked twice is not also reported as overloaded on that day.
    """
    double, twice = check_double_booked(schedule)
    return [*double, *check_overload(schedule, twice)]

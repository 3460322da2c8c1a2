"""Late dates, held to what they promise: to its late start a task may slip, and no further."""

from datetime import date, timedelta
from itertools import product

import pytest

from rectify_cli.schedule.model import Timing
from tests.schedule.small_plans import schedule_tasks, timing

_DAILY = "calendar: {week: [mon, tue, wed, thu, fri, sat, sun]}"
_INTO = (
    "p",
    "p + 1d",
    "p + 1ed",
    "p FF",
    "p FF + 1ed",
    "p SS",
    "p SS + 1d",
    "p SS + 2ed",
    "p SF + 3ed",
)
_OUT = ("m", "m + 1d", "m + 2ed", "m SS", "m FF", "m SF + 1d")


def _end(each: Timing) -> date:
    """The midnight at which it is over."""
    at_beginning = each.is_milestone and not each.at_end
    return each.finish + timedelta(0 if at_beginning else 1)


def _ends_by(tasks: str, midnight: date) -> bool:
    """Whether all is over by then; a milestone's morning is the evening of the workday before."""
    return all(
        each.calendar.position(_end(each).toordinal())
        <= each.calendar.position(midnight.toordinal())
        for each in schedule_tasks(tasks).timings
    )


def _latest_start(tasks: str, name: str) -> date:
    """The last day to which the first task may slip so that the plan ends as it did."""
    schedule = schedule_tasks(tasks)
    day, ends = timing(schedule, name).start, max(map(_end, schedule.timings))
    while _ends_by(tasks.replace("{", f"{{start: {day + timedelta(1)}, ", 1), ends):
        day += timedelta(1)
    return day


@pytest.mark.parametrize(("into", "out"), list(product(_INTO, _OUT)))
@pytest.mark.parametrize(
    ("following", "last"),
    [("duration: 1d", "duration: 8d"), (f"duration: 1d, {_DAILY}", f"duration: 6d, {_DAILY}")],
    ids=["a workday", "a Saturday"],
)
def test_of_what_works_every_day_before_a_milestone_that_does_not(
    into: str, out: str, following: str, last: str
) -> None:
    tasks = f"""
        p: {{duration: 2d, {_DAILY}}}
        m: {{duration: 0d, after: "{into}"}}
        q: {{{following}, after: "{out}"}}
        last: {{{last}}}
        """
    assert timing(schedule_tasks(tasks), "p").late_start == _latest_start(tasks, "p")

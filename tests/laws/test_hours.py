"""Laws of the minutes that are taken: asked for in a few steps, they are as minute by minute."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.schedule.hours import Hours

minutes = st.integers(0, 1439)
ranges = st.tuples(minutes, minutes).map(sorted)
bookings = st.tuples(ranges, st.integers(1, 255))


def _time(minute: int) -> time:
    return time(minute // 60, minute % 60)


@given(st.lists(bookings, max_size=12), bookings)
def test_the_days_that_are_taken_are_those_of_some_minute(
    taken: list[tuple[list[int], int]], asked: tuple[list[int], int]
) -> None:
    hours = Hours()
    by_minute = [0] * 1440
    for (begin, end), days in taken:
        hours.take(_time(begin), _time(end), days)
        for minute in range(begin, end + 1):
            by_minute[minute] |= days
    (begin, end), days = asked
    wanted = 0
    for minute in range(begin, end + 1):
        wanted |= by_minute[minute] & days
    assert hours.taken(_time(begin), _time(end), days) == wanted

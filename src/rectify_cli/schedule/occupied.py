"""On which days a timing occupies its people and places: the days as the bits of one number.

Two such numbers show in one step whether they share a day, however many days there are.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from rectify_cli.schedule.model import Timing
from rectify_cli.workdays.calendar import Calendar
from rectify_cli.workdays.national import LAST_YEAR

LAST_TOLD = date(LAST_YEAR, 12, 31).toordinal()
"""The last day that can be written: nobody is told what is needed at once beyond it."""

Stretch = tuple[Calendar | None, int, int]
"""The workdays of a calendar from a first to a last ordinal; all days if it is None."""


class Occupied:
    """The days of many timings; bit 0 is the first day of them all."""

    __slots__ = ("_first",)

    def __init__(self, timings: Iterable[Timing]) -> None:
        self._first = min(map(_first_day, timings), default=1)

    def days(self, timing: Timing) -> int:
        """The days on which a timing works, occurs or is a milestone."""
        taken = 0
        for stretch in stretches(timing):
            taken |= days_in(stretch) << (stretch[1] - self._first)
        return taken

    def first_of(self, days: int) -> date:
        """The first of these days, of which there is one at least."""
        return date.fromordinal(self._first + (days & -days).bit_length() - 1)

    def part(self, days: int, first: int, last: int) -> int:
        """Those of the days that lie from one ordinal to another, bit 0 being the first of them."""
        before = first - self._first
        days = days >> before if before >= 0 else days << -before
        return days & ((1 << (last - first + 1)) - 1)


def days_in(stretch: Stretch) -> int:
    """The days of a stretch; bit 0 is its first."""
    calendar, first, last = stretch
    return (1 << (last - first + 1)) - 1 if calendar is None else calendar.bits(first, last)


def stretches(timing: Timing) -> list[Stretch]:
    """The days on which a timing works, occurs or is a milestone, up to the last that is told."""
    return [
        (calendar, first, min(last, LAST_TOLD))
        for calendar, first, last in _all_stretches(timing)
        if first <= LAST_TOLD
    ]


def _all_stretches(timing: Timing) -> list[Stretch]:
    if timing.occurrences is not None:
        days = sorted({each.day.toordinal() for each in timing.occurrences})
        return [(None, first, last) for first, last in _runs(days)]
    if timing.covers is not None:
        worked = timing.covers.workdays
        within = [] if worked is None else [(timing.calendar, *worked)]
        return [*((None, day, day) for day in timing.covers.days_off), *within]
    start, finish = timing.start.toordinal(), timing.finish.toordinal()
    return [(None, start, start) if timing.is_milestone else (timing.calendar, start, finish)]


def _runs(days: list[int]) -> Iterator[tuple[int, int]]:
    """The days, which are sorted, as runs without a gap."""
    first = 0
    for at in range(1, len(days) + 1):
        if at == len(days) or days[at] != days[at - 1] + 1:
            yield days[first], days[at - 1]
            first = at


def _first_day(timing: Timing) -> int:
    return min((first for _, first, _ in stretches(timing)), default=timing.start.toordinal())

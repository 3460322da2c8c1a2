"""On which days a timing occupies its people and places: the days as the bits of one number.

Two such numbers show in one step whether they share a day, however many days there are.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from rectify_cli.schedule.model import Timing
from rectify_cli.workdays.calendar import Calendar

_DIGITS = bytes.maketrans(b"\0\1", b"01")


class Occupied:
    """The days of many timings; bit 0 is the first day of them all.

    The workdays of a calendar are kept once they are worked out, which changes no answer.
    """

    __slots__ = ("_first", "_last", "_workdays")

    def __init__(self, timings: Iterable[Timing]) -> None:
        days = [day for timing in timings for day in _first_and_last(timing)]
        self._first = min(days, default=1)
        self._last = max(days, default=1)
        self._workdays: dict[int, int] = {}

    def days(self, timing: Timing) -> int:
        """The days on which a timing works, occurs or is a milestone."""
        taken = 0
        for calendar, first, last in stretches(timing):
            days = ((1 << (last - first + 1)) - 1) << (first - self._first)
            taken |= days if calendar is None else days & self._workdays_of(calendar)
        return taken

    def first_of(self, days: int) -> date:
        """The first of these days, of which there is one at least."""
        return date.fromordinal(self._first + (days & -days).bit_length() - 1)

    def has(self, days: int, ordinal: int) -> bool:
        """Whether a day is among these days."""
        return ordinal >= self._first and bool(days >> (ordinal - self._first) & 1)

    def _workdays_of(self, calendar: Calendar) -> int:
        if id(calendar) not in self._workdays:
            flags = calendar.flags(self._first, self._last)
            self._workdays[id(calendar)] = _number(flags)
        return self._workdays[id(calendar)]


def stretches(timing: Timing) -> list[tuple[Calendar | None, int, int]]:
    """The days of a timing, as ordinals: from each first to each last the workdays of a calendar.

    Where that is None, all days are meant.
    """
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


def _first_and_last(timing: Timing) -> tuple[int, int]:
    found = stretches(timing)
    if not found:
        return timing.start.toordinal(), timing.finish.toordinal()
    return min(first for _, first, _ in found), max(last for _, _, last in found)


def _number(flags: bytes | bytearray) -> int:
    return int(flags[::-1].translate(_DIGITS) or b"0", 2)

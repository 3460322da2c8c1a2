"""On which days a timing occupies its people and places: the days as the bits of one number.

Two such numbers show in one step whether they share a day, however many days there are.
"""

from collections.abc import Iterable
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
        single = single_days(timing)
        if single is not None:
            return self._bits(single)
        first = timing.start.toordinal()
        length = timing.finish.toordinal() - first + 1
        span = ((1 << length) - 1) << (first - self._first)
        return self._workdays_of(timing.calendar) & span

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

    def _bits(self, ordinals: Iterable[int]) -> int:
        flags = bytearray(self._last - self._first + 1)
        for ordinal in ordinals:
            flags[ordinal - self._first] = 1
        return _number(flags)


def single_days(timing: Timing) -> list[int] | None:
    """The days of a timing that does not simply work on its workdays from start to finish."""
    if timing.occurrences is not None:
        return sorted({each.day.toordinal() for each in timing.occurrences})
    if timing.covers is not None:
        return [day.toordinal() for day in timing.covers]
    return [timing.start.toordinal()] if timing.is_milestone else None


def _first_and_last(timing: Timing) -> tuple[int, int]:
    single = single_days(timing)
    if single:
        return min(single), max(single)
    return timing.start.toordinal(), timing.finish.toordinal()


def _number(flags: bytes | bytearray) -> int:
    return int(flags[::-1].translate(_DIGITS) or b"0", 2)

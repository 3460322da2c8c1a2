"""Which days are taken at which minutes of the day: a range of time is asked for in a few steps.

However many different ranges there are, each is a handful of stretches of 2, 4, 8 … minutes, and
each stretch keeps the days (as bits of one number) that are taken in all or in some of it.
"""

from collections.abc import Iterator
from datetime import time

_MINUTES = 2048
"""A power of two that is above the minutes of a day."""


class Hours:
    """The days taken so far, by the minutes of the day."""

    __slots__ = ("_in_part", "_whole")

    def __init__(self) -> None:
        # By the number of a stretch: 1 is the day, 2 and 3 its halves, and so on. `_whole` has the
        # days on which all of it was taken at once, `_in_part` those on which any of it was.
        self._whole: dict[int, int] = {}
        self._in_part: dict[int, int] = {}

    def take(self, begin: time, end: time, days: int) -> None:
        """Take the minutes from `begin` to `end`, both counted, on these days."""
        whole, in_part = self._whole, self._in_part
        for stretch in _stretches(begin, end):
            whole[stretch] = whole.get(stretch, 0) | days
            around = stretch
            # What is known further up was told it with this or an earlier range.
            while around and in_part.get(around, 0) | days != in_part.get(around, 0):
                in_part[around] = in_part.get(around, 0) | days
                around >>= 1

    def taken(self, begin: time, end: time, days: int) -> int:
        """Those of the days on which any of these minutes is taken."""
        found = 0
        for stretch in _stretches(begin, end):
            found |= self._in_part.get(stretch, 0)
            around = stretch >> 1
            while around:
                found |= self._whole.get(around, 0)
                around >>= 1
        return found & days


def _stretches(begin: time, end: time) -> Iterator[int]:
    low = _MINUTES + begin.hour * 60 + begin.minute
    high = _MINUTES + end.hour * 60 + end.minute + 1
    while low < high:
        if low & 1:
            yield low
            low += 1
        if high & 1:
            high -= 1
            yield high
        low >>= 1
        high >>= 1

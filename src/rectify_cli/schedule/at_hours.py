"""At which hour of each day a capacity is first exceeded, where all say their hours."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import time

from rectify_cli.foundation.struct import Struct
from rectify_cli.schedule.sums import Planes, above, minus, only, plus, summed


class Timed(Struct):
    """Days, as bits, on which an amount is used from `begin` to `end`, both counted."""

    days: int
    amount: int
    begin: time
    end: time


class FirstHours(Struct):
    """When each day exceeds the capacity first, and what is used then.

    `found[i]` are the days that do at one of the first i of `minutes`, `sums` what is used.
    """

    minutes: list[time]
    found: list[int]
    sums: Planes

    def within(self, begin: time, end: time) -> int:
        """The days whose minute lies between these, both counted."""
        before = self.found[bisect_left(self.minutes, begin)]
        return self.found[bisect_right(self.minutes, end)] & ~before


def first_hours(uses: Iterable[Timed], capacity: int, days: int) -> FirstHours:
    """Of these days, those that exceed a capacity at some hour, with the first one."""
    beginning: dict[time, list[tuple[int, int]]] = defaultdict(list)
    ending: dict[time, list[tuple[int, int]]] = defaultdict(list)
    for use in uses:
        beginning[use.begin].append((use.days & days, use.amount))
        ending[use.end].append((use.days & days, use.amount))
    ends = sorted(ending, reverse=True)
    hours = FirstHours([], [0], [])
    active: Planes = []
    sums: Planes = []
    for minute in sorted(beginning):
        gone = []
        while ends and ends[-1] < minute:
            gone += ending[ends.pop()]
        active = plus(minus(active, summed(gone)), summed(beginning[minute]))
        found = hours.found[-1]
        new = above(active, capacity) & ~found
        sums = plus(sums, only(active, new)) if new else sums
        hours.minutes.append(minute)
        hours.found.append(found | new)
        if found | new == days:
            break
    return hours._replace(sums=sums)

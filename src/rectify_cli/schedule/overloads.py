"""The days on which uses of an owner exceed its capacity together, thousands of days at once.

Days are the bits of numbers, uses on the same days are one group, and what they come to is summed
up for all days of a span in a few steps (`sums`): thousands of tasks, each for two centuries and
in a calendar of its own, are looked at once each, and not on every day.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from heapq import nsmallest
from itertools import groupby
from operator import or_

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import TimeRange
from rectify_cli.schedule.at_hours import Timed, first_hours
from rectify_cli.schedule.check_double_booked import end_of
from rectify_cli.schedule.occupied import Stretch, days_in
from rectify_cli.schedule.sums import Planes, above, only, plus, sum_at, summed
from rectify_cli.workdays.calendar import Calendar

NAMED = 5
"""So many tasks are named of those that are there on a day."""
_SPAN = 16_384
"""So many days are summed up at once: less makes more steps, more makes long ones."""


class Use(Struct):
    """How much of an owner the task of a number uses on each of the days of one of its timings."""

    task: int
    time: TimeRange | None
    amount: int
    days: Sequence[Stretch]


class Over(Struct):
    """Uses that exceed a capacity together on a day, which is an ordinal.

    What they come to, the first of their tasks, and the last one.
    """

    day: int
    total: int
    first: tuple[int, ...]
    last: int


class _Part(Struct):
    """Days of a use, as ordinals: the workdays of a calendar, or all if that is None."""

    first: int
    last: int
    calendar: Calendar | None
    use: Use


class _Group:
    """Uses on the same days of a span, as bits, at the same time.

    `counted` are the days on which they are among those that exceed the capacity.
    """

    __slots__ = ("amount", "counted", "days", "tasks", "time")

    def __init__(self, days: int, time: TimeRange | None) -> None:
        self.days = days
        self.time = time
        self.amount = 0
        self.counted = 0
        self.tasks: set[int] = set()


def overloads(
    uses: Iterable[Use], capacity: int, twice: Callable[[int, int], int]
) -> Iterator[Over]:
    """For each task that is the last of those that exceed the capacity, the first such day.

    Where all that are there on a day say their hours, it is the first hour that counts.

    Args:
        uses: All of one owner.
        capacity: How much there is of it.
        twice: The days from one ordinal to another, both counted, as bits, on which the owner is
            said to be booked twice: left out, unless somebody is there at no certain time.
    """
    told: set[int] = set()
    for start, end, parts in _spans(uses):
        groups = _groups(parts, start, end)
        if sum(group.amount for group in groups) <= capacity:
            continue
        sums = _count(groups, capacity, twice, start, end)
        last = _last_of(groups, told)
        told.update(last.values())
        first = _first_of(groups, sum(1 << day for day in last))
        for day in sorted(last):
            yield Over(start + day, sum_at(sums, day), tuple(first[day]), last[day])


def _spans(uses: Iterable[Use]) -> Iterator[tuple[int, int, list[_Part]]]:
    """Spans of days in order, their first and last, and the parts of uses that reach into them."""
    waiting = [
        _Part(first, last, calendar, use) for use in uses for calendar, first, last in use.days
    ]
    waiting.sort(key=lambda part: part.first, reverse=True)
    active: list[_Part] = []
    end = 0
    while active or waiting:
        start = end + 1 if active else waiting[-1].first
        end = start + _SPAN - 1
        while waiting and waiting[-1].first <= end:
            active.append(waiting.pop())
        yield start, end, active
        active = [part for part in active if part.last > end]


def _groups(parts: Iterable[_Part], start: int, end: int) -> list[_Group]:
    groups: dict[tuple[Stretch, TimeRange | None], _Group] = {}
    days_of: dict[Stretch, int] = {}
    for part in parts:
        stretch = part.calendar, max(part.first, start), min(part.last, end)
        key = stretch, part.use.time
        group = groups.get(key)
        if group is None:
            if stretch not in days_of:
                days_of[stretch] = days_in(stretch) << (stretch[1] - start)
            group = groups[key] = _Group(days_of[stretch], part.use.time)
        group.amount += part.use.amount
        group.tasks.add(part.use.task)
    return list(groups.values())


def _count(
    groups: Sequence[_Group], capacity: int, twice: Callable[[int, int], int], start: int, end: int
) -> Planes:
    """What is used on the days on which it exceeds the capacity; each group learns its own."""
    sums = summed((group.days, group.amount) for group in groups)
    over = above(sums, capacity)
    untimed = reduce(or_, (group.days for group in groups if group.time is None), 0)
    whole = over & untimed
    for group in groups:
        group.counted = group.days & whole
    sums = only(sums, whole)
    timed = over & ~untimed
    timed &= ~twice(start, end) if timed else 0
    return plus(sums, _count_hours(groups, capacity, timed)) if timed else sums


def _count_hours(groups: Sequence[_Group], capacity: int, days: int) -> Planes:
    """The same on these days, on which all say their hours, at the first hour of each."""
    timed = [(group, group.time) for group in groups if group.time is not None]
    hours = first_hours(
        (Timed(group.days, group.amount, at.begin, end_of(at)) for group, at in timed),
        capacity,
        days,
    )
    for group, at in timed:
        group.counted |= group.days & hours.within(at.begin, end_of(at))
    return hours.sums


def _last_of(groups: Iterable[_Group], told: set[int]) -> dict[int, int]:
    """By the first day, of which it is the last, each task that was not told."""
    left = reduce(or_, (group.counted for group in groups), 0)
    first: dict[int, int] = {}
    for group in sorted(groups, key=lambda group: max(group.tasks), reverse=True):
        days = left & group.counted
        if not days:
            continue
        left ^= days
        task = max(group.tasks)
        if task not in told:
            day = _lowest(days)
            first[task] = min(day, first.get(task, day))
    return {day: task for task, day in first.items()}


def _first_of(groups: Sequence[_Group], days: int) -> dict[int, list[int]]:
    """The first tasks of each of these days, as many as are named."""
    first: dict[int, list[int]] = {}
    counted = [group for group in groups if group.counted & days]
    ranked = sorted(
        (task, number)
        for number, group in enumerate(counted)
        for task in nsmallest(NAMED, group.tasks)
    )
    for task, ranks in groupby(ranked, key=lambda each: each[0]):
        there = days & reduce(or_, (counted[number].counted for _, number in ranks))
        while there:
            day = _lowest(there)
            there ^= 1 << day
            tasks = first.setdefault(day, [])
            tasks.append(task)
            if len(tasks) == NAMED:
                days ^= 1 << day
    return first


def _lowest(days: int) -> int:
    return (days & -days).bit_length() - 1

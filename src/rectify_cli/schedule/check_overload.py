"""`overload`: more is needed of an owner on a day than its capacity.

A stretch of days on which the same timings stand is looked at once for each set of their calendars
that work together, so that long tasks cost no more than short ones.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from heapq import heappop, heappush, merge
from itertools import islice, pairwise

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.source import Span
from rectify_cli.plan.model import Plan, Task
from rectify_cli.schedule.check_double_booked import Twice, end_of
from rectify_cli.schedule.model import Schedule, Timing
from rectify_cli.schedule.occupied import stretches
from rectify_cli.schedule.wording import day_words
from rectify_cli.workdays.calendar import Calendar

_NAMED = 5
_MOST_HOURS = 500_000
"""So many times of day are compared for one owner; what is left beyond is no plan of people."""


@dataclass(frozen=True, slots=True)
class _Use:
    """How much of an owner one timing uses on each of its days."""

    task: Task
    amount: Fraction
    timing: Timing


@dataclass(frozen=True, slots=True)
class _Over:
    """Uses that exceed a capacity together: their sum, the first tasks, and the last one."""

    total: Fraction
    first: tuple[int, ...]
    last: int


@dataclass(slots=True)
class _Sharing:
    """The uses in a stretch that follow one calendar, in the order of their tasks."""

    total: Fraction = Fraction(0)
    untimed: int = 0
    uses: list[_Use] = field(default_factory=list)

    def add(self, use: _Use) -> None:
        insort(self.uses, use, key=_order)
        self.total += use.amount
        self.untimed += use.task.time is None

    def drop(self, use: _Use) -> None:
        del self.uses[bisect_left(self.uses, _order(use), key=_order)]
        self.total -= use.amount
        self.untimed -= use.task.time is None


_Key = Calendar | None
"""The calendar that a use follows; None for one that stands on the day whatever the calendar."""


def check_overload(schedule: Schedule, twice: Twice) -> list[Finding]:
    """A finding at each use that exceeds a capacity.

    A day is left out on which `twice` told it, and nobody needs the owner at no certain time.
    """
    found: dict[Span, Finding] = {}
    for name, uses in sorted(_uses(schedule).items()):
        capacity = schedule.plan.owners[name].capacity
        if capacity is None or sum(use.amount for use in uses) <= capacity:
            continue
        for over, day in _overloads(name, uses, capacity, twice):
            finding = _overload(schedule.plan, name, over, capacity, date.fromordinal(day))
            found.setdefault(finding.span, finding)
    return list(found.values())


def _uses(schedule: Schedule) -> dict[str, list[_Use]]:
    found: dict[str, list[_Use]] = defaultdict(list)
    owners = schedule.plan.owners
    for timing in schedule.timings:
        if timing.summary:
            continue
        task = schedule.task_of(timing)
        units = 1 if timing.units is None else len(timing.units)
        for name, amount in task.uses.items():
            found[name].append(_Use(task, amount * units, timing))
        if task.place is not None and task.place in owners and task.place not in task.uses:
            found[task.place].append(_Use(task, Fraction(units), timing))
    return found


def _order(use: _Use) -> tuple[int, int]:
    return use.task.index, use.timing.index


def _overloads(
    name: str, uses: Sequence[_Use], capacity: Fraction, twice: Twice
) -> Iterator[tuple[_Over, int]]:
    """What exceeds the capacity, day by day, each last task once."""
    beginning: dict[int, list[tuple[_Key, _Use]]] = defaultdict(list)
    ending: dict[int, list[tuple[_Key, _Use]]] = defaultdict(list)
    for use in uses:
        for key, first, last in stretches(use.timing):
            beginning[first].append((key, use))
            ending[last + 1].append((key, use))
    edges = sorted({*beginning, *ending})
    sharing: dict[_Key, _Sharing] = {}
    told: set[int] = set()
    hours = 0
    for first, end in pairwise(edges):
        for key, use in ending.get(first, ()):
            sharing[key].drop(use)
            if not sharing[key].uses:
                del sharing[key]
        for key, use in beginning.get(first, ()):
            sharing.setdefault(key, _Sharing()).add(use)
        if sum(each.total for each in sharing.values()) <= capacity:
            continue
        for day, working in _different_days(sharing, first, end, name, twice):
            hours += sum(len(each.uses) for each in working if not each.untimed)
            over = _beyond(working, capacity, told) if hours <= _MOST_HOURS else None
            if over is not None:
                told.add(over.last)
                yield over, day


def _different_days(
    sharing: dict[_Key, _Sharing], first: int, end: int, name: str, twice: Twice
) -> Iterator[tuple[int, list[_Sharing]]]:
    """For each set of calendars that work together in a stretch the first such day."""
    calendars = [key for key in sharing if key is not None]
    seen: set[tuple[bool, ...]] = set()
    for day in range(first, end):
        works = tuple(calendar.is_workday(day) for calendar in calendars)
        if works in seen:
            continue
        which = {id(each) for each, does in zip(calendars, works, strict=True) if does}
        working = [each for key, each in sharing.items() if key is None or id(key) in which]
        if (name, day) in twice and not any(each.untimed for each in working):
            continue
        seen.add(works)
        yield day, working
        if len(seen) == 1 << len(calendars):
            return
        if len(calendars) == 1 and None not in sharing and any(works):
            return


def _beyond(working: Sequence[_Sharing], capacity: Fraction, told: set[int]) -> _Over | None:
    """The uses that together exceed a capacity: at one hour, where all say their hours."""
    total = sum((each.total for each in working), Fraction(0))
    if total <= capacity:
        return None
    in_order = merge(*(each.uses for each in working), key=_order)
    if not any(each.untimed for each in working):
        over = _at_one_hour(list(in_order), capacity)
        return None if over is None or over.last in told else over
    last = max(each.uses[-1].task.index for each in working)
    return None if last in told else _Over(total, _first_tasks(in_order), last)


def _first_tasks(uses: Iterable[_Use]) -> tuple[int, ...]:
    named: dict[int, None] = {}
    for use in uses:
        named[use.task.index] = None
        if len(named) == _NAMED:
            break
    return tuple(named)


def _at_one_hour(uses: list[_Use], capacity: Fraction) -> _Over | None:
    """The uses at the first time of day at which they exceed the capacity."""
    timed = [(use.task.time, use) for use in uses if use.task.time is not None]
    starts = sorted((at.begin, number) for number, (at, _) in enumerate(timed))
    ends: list[tuple[object, int]] = []
    total = Fraction(0)
    for position, (begin, number) in enumerate(starts):
        while ends and ends[0][0] < begin:  # type: ignore[operator]
            total -= timed[heappop(ends)[1]][1].amount
        total += timed[number][1].amount
        heappush(ends, (end_of(timed[number][0]), number))
        if total > capacity and starts[position + 1 : position + 2] != [(begin, number + 1)]:
            at_once = sorted((timed[each][1] for _, each in ends), key=_order)
            return _Over(total, _first_tasks(at_once), at_once[-1].task.index)
    return None


def _overload(plan: Plan, name: str, over: _Over, capacity: Fraction, day: date) -> Finding:
    last = plan.tasks[over.last]
    place = last.at_entry("uses", name) if name in last.uses else last.at("place")
    return Finding(
        "overload",
        place,
        say(
            "{who} is needed {total} times on {day}, by {tasks}; the capacity is {capacity}",
            who=plan.owners[name].title,
            total=over.total,
            day=day_words(day),
            tasks=", ".join(plan.tasks[index].path for index in islice(over.first, _NAMED)),
            capacity=capacity,
        ),
        fix=say("move one of them, use less, or raise the capacity"),
    )

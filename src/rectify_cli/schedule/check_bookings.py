"""`double-booked` and `overload`: people and places that are needed twice at once."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, time
from fractions import Fraction
from typing import NamedTuple

from rectify_cli.foundation.finding import Finding, Related, say
from rectify_cli.foundation.source import Span
from rectify_cli.plan.model import Plan, Task, TimeRange
from rectify_cli.schedule.model import Schedule, Timing
from rectify_cli.schedule.occupied import days_of, shared_day
from rectify_cli.schedule.wording import day_words

_LAST_MINUTE = time(23, 59)


class _Booking(NamedTuple):
    """A task at a time of day, and whom and what it needs for itself."""

    task: Task
    timing: Timing
    time: TimeRange
    needs: frozenset[str]


def check_bookings(schedule: Schedule) -> list[Finding]:
    """A finding at each `time` that books somebody twice, and at each use beyond a capacity.

    A place that is booked twice is not also reported as overloaded on that day.
    """
    double, settled = _double_booked(schedule)
    return [*double, *_overloads(schedule, settled)]


def _double_booked(schedule: Schedule) -> tuple[list[Finding], set[tuple[str, date]]]:
    found: dict[Span, Finding] = {}
    settled: set[tuple[str, date]] = set()
    active: list[_Booking] = []
    for booking in sorted(_bookings(schedule), key=_by_start):
        active = [each for each in active if each.timing.finish >= booking.timing.start]
        for other in active:
            shared = _clash(booking, other)
            if shared is None:
                continue
            who, day = shared
            settled.update((each, day) for each in who)
            later, earlier = sorted((booking, other), key=lambda each: -each.task.index)
            finding = _double(schedule.plan, later.task, earlier.task, who[0], day)
            found.setdefault(finding.span, finding)
        active.append(booking)
    return list(found.values()), settled


def _by_start(booking: _Booking) -> tuple[date, int]:
    return booking.timing.start, booking.timing.index


def _bookings(schedule: Schedule) -> Iterator[_Booking]:
    for timing in schedule.timings:
        task = schedule.task_of(timing)
        if task.time is not None and not timing.summary:
            needs = frozenset(_needs(schedule.plan, task, timing))
            if needs:
                yield _Booking(task, timing, task.time, needs)


def _needs(plan: Plan, task: Task, timing: Timing) -> Iterator[str]:
    override = task.overrides.get(timing.units[0]) if timing.units else None
    lead = override.lead if override is not None and override.lead is not None else task.lead
    if lead is not None:
        yield lead
    for name in task.participants:
        yield from plan.groups.get(name, (name,))
    place = plan.owners.get(task.place) if task.place is not None else None
    if place is not None and (place.capacity is None or place.capacity <= 1):
        yield place.id


def _clash(one: _Booking, other: _Booking) -> tuple[list[str], date] | None:
    if one.task.index == other.task.index or not _overlap(one.time, other.time):
        return None
    who = one.needs & other.needs
    day = shared_day(one.timing, other.timing) if who else None
    return None if day is None else (sorted(who), day)


def _overlap(one: TimeRange, other: TimeRange) -> bool:
    return one.begin <= _end(other) and other.begin <= _end(one)


def _end(span: TimeRange) -> time:
    """The last minute of a range; a range without an end is its first one."""
    if span.end is None:
        return span.begin
    minutes = span.end.hour * 60 + span.end.minute - 1
    return time(minutes // 60, minutes % 60) if minutes >= 0 else _LAST_MINUTE


def _double(plan: Plan, later: Task, earlier: Task, who: str, day: date) -> Finding:
    return Finding(
        "double-booked",
        later.at("time"),
        say(
            "{who} is in {one} and {other} at the same time on {day}",
            who=plan.owners[who].title,
            one=earlier.path,
            other=later.path,
            day=day_words(day),
        ),
        fix=say("move one of them, or send somebody else"),
        related=(Related(earlier.at("time"), say("the other time")),),
    )


class _Use(NamedTuple):
    """How much of an owner one timing uses on each of its days."""

    task: Task
    amount: Fraction
    timing: Timing


def _overloads(schedule: Schedule, settled: set[tuple[str, date]]) -> list[Finding]:
    found: dict[Span, Finding] = {}
    for name, uses in sorted(_uses(schedule).items()):
        capacity = schedule.plan.owners[name].capacity
        if capacity is None:
            continue
        by_day: dict[int, list[_Use]] = defaultdict(list)
        for use in uses:
            for ordinal in days_of(use.timing):
                by_day[ordinal].append(use)
        for ordinal in sorted(by_day):
            day = date.fromordinal(ordinal)
            over = None if (name, day) in settled else _beyond(by_day[ordinal], capacity)
            if over is not None:
                finding = _overload(schedule.plan, name, over, capacity, day)
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


def _beyond(uses: list[_Use], capacity: Fraction) -> list[_Use] | None:
    """The uses that together exceed a capacity on a day: at one hour, where all say their hours."""
    if sum(use.amount for use in uses) <= capacity:
        return None
    times = [(use.task.time, use) for use in uses]
    for moment, _ in times:
        if moment is None:
            return uses
    for moment, _ in times:
        at_once = [
            use
            for other, use in times
            if moment is not None
            and other is not None
            and other.begin <= moment.begin <= _end(other)
        ]
        if sum(use.amount for use in at_once) > capacity:
            return at_once
    return None


def _overload(plan: Plan, name: str, uses: list[_Use], capacity: Fraction, day: date) -> Finding:
    tasks = sorted({use.task.index for use in uses})
    last = plan.tasks[tasks[-1]]
    node = last.where.values.get("uses")
    place = last.at("uses" if node is not None and name in last.uses else "place")
    total = sum(use.amount for use in uses)
    return Finding(
        "overload",
        place,
        say(
            "{who} is needed {total} times on {day}, by {tasks}; the capacity is {capacity}",
            who=plan.owners[name].title,
            total=total,
            day=day_words(day),
            tasks=", ".join(plan.tasks[index].path for index in tasks[:5]),
            capacity=capacity,
        ),
        fix=say("move one of them, use less, or raise the capacity"),
    )

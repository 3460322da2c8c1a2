"""A counted task's number: totals to date, and what was added since. Adding commutes.

A total takes in every addition of its day or an earlier one that its writer had seen, and those of
earlier days; never one of a later day, whichever was written first. One of the same day that
neither had seen may or may not be in it: that is a conflict, and the total alone is shown.
"""

from bisect import bisect_right, insort
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.causes import Order, unseen_by_others
from rectify_cli.progress.events import Event
from rectify_cli.progress.status import Conflict


class Count(Struct):
    """The number reported, None where there is none; since when it has been at its target."""

    value: int | None = None
    reached_on: date | None = None
    conflicts: tuple[Conflict, ...] = ()


def count_of(events: Sequence[Event], order: Order, target: int | None) -> Count:
    """The count that reports of one subject come to; `target` None: nothing is ever reached."""
    if not events:
        return Count()
    value, conflicts = _value(events, order)
    reached = None if target is None or value < target else _reached_on(events, order, target)
    return Count(value, reached, conflicts)


def _reached_on(events: Sequence[Event], order: Order, target: int) -> date | None:
    """The first day since which the number has never been below the target."""
    since: date | None = None
    for day, value in reversed(_by_day(events, order)):
        if value < target:
            break
        since = day
    return since


def _by_day(events: Sequence[Event], order: Order) -> list[tuple[date, int]]:
    """What the reports up to each day come to: `_value` of them, for all days in one pass."""
    found: list[tuple[date, int]] = []
    aware: list[tuple[int, int, int]] = []  # additions that had seen anything: bit, seen, amount
    base = added = 0
    for day, of_day in groupby(sorted(events, key=lambda each: each.on), lambda each: each.on):
        there = list(of_day)
        for event in there:
            seen = order.seen[event.id]
            if event.add is not None and seen & (seen - 1):
                insort(aware, (order.bit[event.id], seen, event.add))
        total, _ = _base(there, order)
        if total is None or total.total is None:
            added += sum(event.add or 0 for event in there)
        else:
            # A total takes in all that came before it, but what was added by who had seen it.
            base, bit = total.total, order.bit[total.id]
            later = aware[bisect_right(aware, (bit, 0, 0)) :]
            added = sum(add for _, seen, add in later if seen >> bit & 1)
        found.append((day, max(0, base + added)))
    return found


def _value(events: Sequence[Event], order: Order) -> tuple[int, tuple[Conflict, ...]]:
    base, conflicts = _base(events, order)
    value = 0 if base is None or base.total is None else base.total
    unsure: list[Conflict] = []
    for event in events:
        if event.add is None:
            continue
        if base is None or event.on > base.on or order.has_seen(event, base):
            value += event.add
        elif event.on == base.on and order.apart(event, base):
            unsure.append(Conflict("count", base, event))
    return max(0, value), (*conflicts, *unsure)


def _base(events: Sequence[Event], order: Order) -> tuple[Event | None, tuple[Conflict, ...]]:
    """The total to date that holds, and those that contradict it."""
    totals = [event for event in events if event.total is not None]
    if not totals:
        return None, ()
    last = max(event.on for event in totals)
    latest = unseen_by_others([event for event in totals if event.on == last], order)
    shown = min(latest, key=_size)
    others = [
        event
        for event in unseen_by_others(totals, order)
        if order.apart(event, shown)
        and (_size(event)[0] > _size(shown)[0] or (event.on == last and event.total != shown.total))
    ]
    return shown, tuple(Conflict("count", shown, other) for other in others)


def _size(event: Event) -> tuple[int, str]:
    return event.total or 0, event.id

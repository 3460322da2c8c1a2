"""A counted task's number: totals to date, and what was added since. Adding commutes.

A total takes in every addition of its day or an earlier one that its writer had seen, and those of
earlier days; never one of a later day, whichever was written first. One of the same day that
neither had seen may or may not be in it: that is a conflict, and the total alone is shown.
"""

from collections.abc import Sequence
from datetime import date

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
    for day in sorted({event.on for event in events}, reverse=True):
        if _value([event for event in events if event.on <= day], order)[0] < target:
            break
        since = day
    return since


def _value(events: Sequence[Event], order: Order) -> tuple[int, tuple[Conflict, ...]]:
    base, conflicts = _base(events, order)
    value = 0 if base is None or base.total is None else base.total
    for event in events:
        if event.add is None:
            continue
        if base is None or event.on > base.on or order.has_seen(event, base):
            value += event.add
        elif event.on == base.on and order.apart(event, base):
            conflicts = (*conflicts, Conflict("count", base, event))
    return max(0, value), conflicts


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

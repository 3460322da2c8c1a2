"""What the reports of one thing come to on the evening of a day: events → facts.

Each kind of statement (how far it is, the count, a block, an item …) is a register: the report of
the latest day holds, of the same day the one that had seen the others. Reports that had not seen
each other and differ are a conflict: the less advanced is shown until a new report settles it.

A reopening that answers a drop ends the drop and nothing else: what was done, accepted or closed
when it was dropped is so again.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.causes import Order, order_of, unseen_by_others
from rectify_cli.progress.counted import Count, count_of
from rectify_cli.progress.events import Event, EventKind
from rectify_cli.progress.status import NOTHING_SAID, Conflict, Facts

_COURSE: frozenset[EventKind] = frozenset({"done", "progress", "reopen", "return"})
_WORK: frozenset[EventKind] = frozenset({"start", "done", "progress", "count"})
_MEASURES: frozenset[EventKind] = frozenset({"progress", "count", "item"})
_COMPLETE = 100

What = Literal["course", "count", "item", "block", "drop"]


class Held(Struct):
    """The event whose value holds in a register, and the conflicts about it."""

    event: Event | None
    conflicts: tuple[Conflict, ...] = ()


def fold(events: Sequence[Event], as_of: date, target: int | None = None) -> Facts:
    """The facts on the evening of `as_of`.

    Args:
        events: The reports of one subject that nobody annulled, in any fixed order.
        as_of: Reports that are true of a later day are passed over, whenever they were recorded.
        target: The count that completes a counted task, else None.
    """
    if len(events) == 1 and events[0].kind == "done":
        # What most units of a big programme say, and all that they say.
        return _done_at_once(events[0]) if events[0].on <= as_of else NOTHING_SAID
    return fold_all(events, as_of, target)


def _done_at_once(event: Event) -> Facts:
    return Facts(
        complete_on=event.on,
        begun_on=event.on,
        last_word=event.on,
        said_by=event.by,
        notes=(event,) if event.note else (),
    )


def fold_all(events: Sequence[Event], as_of: date, target: int | None = None) -> Facts:
    """The facts by every register, as `fold` has them of more than the plainest reports."""
    present = [event for event in events if event.on <= as_of]
    if not present:
        return NOTHING_SAID
    # What is passed over still tells who had seen what.
    order = order_of(events)
    answers = _answers_to_drops(present, order)
    turning = [e for e in present if e.id not in answers] if answers else present
    course = _held([e for e in turning if e.kind in _COURSE], order, _advance, "course")
    count = count_of([e for e in present if e.kind == "count"], order, target)
    block = _held([e for e in present if e.kind in _BLOCK], order, _unblocked, "block")
    drop = _held([e for e in present if e.kind in {"drop", "reopen"}], order, _dropped, "drop")
    close = _held([e for e in turning if e.kind in {"close", "reopen"}], order, _dropped, "drop")
    items, item_conflicts = _items(present, order)
    complete_on, held_up = None, _held_up(block)
    if all(each.other.kind != "done" for each in held_up):
        complete_on = _complete_on(turning, course, count, order)
    closed = close.event if close.event is not None and close.event.kind == "close" else None
    return Facts(
        complete_on=complete_on,
        accepted_on=_accepted_on(turning, complete_on, order),
        returned=course.event is not None and course.event.kind == "return",
        reopened=any(event.kind in {"reopen", "return"} for event in present),
        percent=_percent(turning, order),
        count=count.value,
        measured_on=max((e.on for e in present if e.kind in _MEASURES), default=None),
        begun_on=min((e.on for e in present if _is_work(e)), default=None),
        last_word=max(event.on for event in present),
        block=_block_since(present, block.event, order),
        drop=drop.event if drop.event is not None and drop.event.kind == "drop" else None,
        closed_on=None if closed is None else closed.on,
        ticked=items,
        itemised=any(event.kind == "item" for event in present),
        conflicts=(
            *course.conflicts,
            *_accepted_all_the_same(present, course, order),
            *count.conflicts,
            *item_conflicts,
            *held_up,
            *drop.conflicts,
            *_worked_on_all_the_same(present, drop, order),
        ),
        said_by=max(present, key=lambda event: (event.on, event.id)).by,
        notes=tuple(sorted((e for e in present if e.note), key=lambda e: (e.on, e.id))),
    )


_BLOCK: frozenset[EventKind] = frozenset({"block", "unblock", "done"})


def _block_since(events: Sequence[Event], held: Event | None, order: Order) -> Event | None:
    """The block that holds, with the day since which there has been one, for whatever reasons."""
    if held is None or held.kind != "block":
        return None
    earlier = [each for each in events if each.kind in _BLOCK and order.follows(held, each)]
    since = held.on
    for event in sorted(earlier, key=lambda each: (each.on, each.id), reverse=True):
        if event.kind != "block":
            break
        since = event.on
    return held if since == held.on else held._replace(on=since)


def _answers_to_drops(events: Sequence[Event], order: Order) -> frozenset[str]:
    """The ids of the reopenings by whoever had seen that it was dropped, and took it up again."""
    of_drops = [event for event in events if event.kind in {"drop", "reopen"}]
    if not any(event.kind == "drop" for event in of_drops):
        return frozenset()
    days: dict[date, int] = {}
    for event in of_drops:
        days[event.on] = days.get(event.on, 0) | 1 << order.bit[event.id]
    reopenings = [event for event in of_drops if event.kind == "reopen"]
    drops = _Drops(order, days, order.bits_of(reopenings))
    return frozenset(event.id for event in reopenings if drops.are_answered_by(event))


class _Drops:
    """The drops and reopenings of one subject, as bits, day by day."""

    def __init__(self, order: Order, days: Mapping[date, int], reopenings: int) -> None:
        self._order = order
        self._days = days
        self._ordered = sorted(days)
        self._reopenings = reopenings
        self._known: dict[int, str | None] = {}

    def are_answered_by(self, event: Event) -> bool:
        """Whether a reopening follows a drop that held, and had seen it."""
        seen = self._order.seen[event.id]
        earlier = self._days[event.on] & seen & ~(1 << self._order.bit[event.id])
        if not earlier:
            place = bisect_left(self._ordered, event.on)
            if place == 0:
                return False
            earlier = self._days[self._ordered[place - 1]]
        held = self._held_of(earlier)
        return held is not None and bool(seen >> self._order.bit[held] & 1)

    def _held_of(self, earlier: int) -> str | None:
        """The drop that holds of those of a day; None where a reopening does."""
        if earlier not in self._known:
            heads = self._order.heads_of(earlier)
            ids = self._order.ids_of(heads)
            self._known[earlier] = None if heads & self._reopenings else min(ids)
        return self._known[earlier]


def _held(events: Sequence[Event], order: Order, rank: Callable[[Event], int], what: What) -> Held:
    """The event that holds in a register whose values have a rank, the least advanced lowest."""
    if not events:
        return Held(None)
    if len(events) == 1:
        return Held(events[0])
    last = max(event.on for event in events)
    latest = unseen_by_others([event for event in events if event.on == last], order)
    shown = min(latest, key=lambda event: (rank(event), event.id))
    others = [
        event
        for event in unseen_by_others(events, order)
        if order.apart(event, shown)
        and (rank(event) > rank(shown) or (event.on == last and rank(event) != rank(shown)))
    ]
    return Held(shown, tuple(Conflict(what, shown, other) for other in others))


def _held_up(block: Held) -> tuple[Conflict, ...]:
    """Who says that it is blocked, and had not seen that another says it is done or free again.

    A block of a whole fan-out speaks of its open units, and contradicts none that did its part.
    """
    return tuple(
        each
        for each in block.conflicts
        if each.other.kind != "done" or each.other.unit == each.shown.unit
    )


def _accepted_all_the_same(
    events: Sequence[Event], course: Held, order: Order
) -> Iterator[Conflict]:
    """Who accepted what another had returned or opened again, neither knowing of the other."""
    turn = course.event
    if turn is not None and turn.kind in {"reopen", "return"}:
        for event in events:
            if event.kind == "accept" and order.apart(event, turn):
                yield Conflict("course", turn, event)


def _worked_on_all_the_same(
    events: Sequence[Event], drop: Held, order: Order
) -> Iterator[Conflict]:
    """Who worked on what another had dropped, or had done it, neither knowing of the other."""
    dropped = drop.event
    if dropped is None or dropped.kind != "drop":
        return
    said = [e for e in events if _is_work(e) and order.apart(e, dropped)]
    for event in unseen_by_others(said, order):
        if event.on >= dropped.on or _advance(event) == _COMPLETE:
            yield Conflict("drop", dropped, event)


def _advance(event: Event) -> int:
    """How far a report says that a task is: a percent, 100 for done, less than nothing reopened."""
    if event.kind == "done":
        return _COMPLETE
    return -1 if event.percent is None else event.percent


def _unblocked(event: Event) -> int:
    return event.kind != "block"


def _dropped(event: Event) -> int:
    return event.kind != "reopen"


def _is_work(event: Event) -> bool:
    return event.kind in _WORK or (event.kind == "item" and event.ticked)


def _items(events: Sequence[Event], order: Order) -> tuple[frozenset[str], tuple[Conflict, ...]]:
    """The checklist items that are ticked, and who contradicts whom about any."""
    by_item: dict[str, list[Event]] = {}
    for event in events:
        if event.kind == "item" and event.item is not None:
            by_item.setdefault(event.item, []).append(event)
    ticked: set[str] = set()
    conflicts: list[Conflict] = []
    for item in sorted(by_item):
        held = _held(by_item[item], order, lambda event: event.ticked, "item")
        if held.event is not None and held.event.ticked:
            ticked.add(item)
        conflicts += held.conflicts
    return frozenset(ticked), tuple(conflicts)


def _complete_on(events: Sequence[Event], course: Held, count: Count, order: Order) -> date | None:
    """Since when the task is done: by a report that says so, or by its count; None: it is not."""
    said = course.event
    if said is not None and _advance(said) == _COMPLETE:
        return _since(events, said, order)
    return None if count.reached_on is None else _counted_since(events, count.reached_on, order)


def _counted_since(events: Sequence[Event], reached_on: date, order: Order) -> date | None:
    """Since when a count at its target ends it: a reopening stands until somebody counts again."""
    turns = [event for event in events if event.kind in {"reopen", "return"}]
    if not turns:
        return reached_on
    last = max(turn.on for turn in turns)
    of_last = order.bits_of(turn for turn in turns if turn.on == last)
    again = [
        event.on
        for event in events
        if event.kind == "count"
        and (event.on > last or (event.on == last and not of_last & ~order.seen[event.id]))
    ]
    return max(reached_on, min(again)) if again else None


def _since(events: Sequence[Event], said: Event, order: Order) -> date:
    """The first day of the unbroken run of reports of completion that ends with this one."""
    since = said.on
    earlier = [event for event in events if event.kind in _COURSE and order.follows(said, event)]
    for event in sorted(earlier, key=lambda event: (event.on, event.id), reverse=True):
        if _advance(event) != _COMPLETE:
            break
        since = event.on
    return since


def _percent(events: Sequence[Event], order: Order) -> int | None:
    """The percent that was last reported; that of a completion since reopened does not count."""
    reported = [event for event in events if event.kind == "progress"]
    if not reported:
        return None
    turned = [event for event in events if event.kind in {"reopen", "return"}]
    last = max((turn.on for turn in turned), default=date.min)
    seen_on: dict[date, int] = {}
    for turn in turned:
        seen_on[turn.on] = seen_on.get(turn.on, 0) | order.seen[turn.id]
    left = [
        event
        for event in reported
        if event.percent != _COMPLETE
        or not (event.on < last or seen_on.get(event.on, 0) >> order.bit[event.id] & 1)
    ]
    held = _held(left, order, _advance, "course").event
    return None if held is None else held.percent


def _accepted_on(events: Sequence[Event], complete_on: date | None, order: Order) -> date | None:
    """The day since which a completed task is accepted, by a report no older than its completion.

    A return of the same day or later that the accepting one had not seen stands against it.
    """
    if complete_on is None:
        return None
    turned = [event for event in events if event.kind in {"reopen", "return"}]
    turned.sort(key=lambda event: event.on)
    days = [turn.on for turn in turned]
    later = [0]
    for turn in reversed(turned):
        later.append(later[-1] | 1 << order.bit[turn.id])
    later.reverse()
    holding = [
        event.on
        for event in events
        if event.kind == "accept"
        and event.on >= complete_on
        and not later[bisect_left(days, event.on)] & ~order.seen[event.id]
    ]
    return min(holding, default=None)

"""Events of all stores → what was said of every task, unit and occurrence of a plan.

A pure function of the set of events: their order, copies of them and the clocks of those who wrote
them change nothing. What names nothing in the plan any more is an orphan, never dropped.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.causes import order_of, unseen_by_others
from rectify_cli.progress.events import Event
from rectify_cli.progress.places import local_path, plan_file, tasks_by_place
from rectify_cli.progress.undone import undone_ids

__all__ = ["Ledger", "Orphan", "Stored", "Subject", "gather", "heads", "local_path", "plan_file"]

Subject = tuple[int, str | None, date | None]
"""A task's index, a unit of it or None, an occurrence of it or None."""


_OF_A_UNIT = frozenset({"done", "progress", "count", "item", "accept", "return"})
"""Of a fan-out these can only be said of a unit."""
_TO_THE_SECOND = len("2021-03-08T16:00:00")


class Stored(Struct):
    """An event and the plan file (as findings name it) beside which it is kept."""

    event: Event
    plan_file: str


class Orphan(Struct):
    """An event that names a task, a unit, an occurrence or an item which the plan does not have.

    One that names an item is still a word about its task.
    """

    stored: Stored
    lacks: Literal["task", "unit", "occurrence", "item"]


class Ledger(Struct):
    """What was said, by subject: events that no `undo` annulled, in the order of their ids.

    `undone` are the ids of those that one did. `all_of` holds for every subject its events with
    those annulled: what a new report of it has seen. `clashes` are ids that two different events
    bear; the one whose line sorts first is taken. `events` has every event by its id.
    """

    plan: Plan
    said: Mapping[Subject, tuple[Event, ...]]
    all_of: Mapping[Subject, tuple[Event, ...]]
    orphans: tuple[Orphan, ...]
    undone: frozenset[str]
    clashes: tuple[str, ...]
    events: Mapping[str, Stored]


def gather(plan: Plan, stored: Iterable[Stored], recorded_before: str | None = None) -> Ledger:
    """Sort events to the tasks, units and occurrences that they speak of.

    Args:
        plan: The plan; a task's and an owner's `was` lead their old reports to them.
        stored: Every event that was read, in any order, copies too.
        recorded_before: Only events recorded before this moment in UTC (`2021-03-08T16:00:00Z`)
            count; None: all.
    """
    every = tuple(stored)
    events, clashes = _distinct(every, recorded_before)
    undone = undone_ids(each.event for each in events.values())
    all_of: dict[Subject, list[Event]] = {}
    orphans: dict[tuple[str, str], Orphan] = {}
    places = tasks_by_place(plan)
    names = _Names(plan)
    for name in sorted(events):
        each = events[name]
        if each.event.task is None:
            continue
        indexes = places.get((each.plan_file, each.event.task))
        if indexes is None:
            orphans[name, "task"] = Orphan(each, "task")
            continue
        for index in indexes:
            subject = _subject(plan.tasks[index], each.event, names)
            if isinstance(subject, str):
                # A plan that is mounted twice asks twice.
                orphans[name, subject] = Orphan(each, subject)
            else:
                event = each.event
                if event.item is not None:
                    item = names.item_of(plan.tasks[index], event.item)
                    if item is None:
                        orphans[name, "item"] = Orphan(each, "item")
                    elif item != event.item:
                        event = event._replace(item=item)
                all_of.setdefault(subject, []).append(event)
    known = {subject: tuple(found) for subject, found in all_of.items()}
    absent = undone
    if recorded_before is not None:
        absent = undone.union(each.event.id for each in every if each.event.id not in events)
    return Ledger(
        plan=plan,
        said=_without(known, undone, _seen_through(absent, every)),
        all_of=known,
        orphans=tuple(each for each in orphans.values() if each.stored.event.id not in undone),
        undone=undone,
        clashes=clashes,
        events=events,
    )


def heads(events: Iterable[Event]) -> tuple[str, ...]:
    """The ids of those events that no other of them has seen: what a new one names in `after`."""
    known = sorted(set(events), key=lambda event: event.id)
    if not known:
        return ()
    return tuple(event.id for event in unseen_by_others(known, order_of(known)))


def _distinct(
    stored: Iterable[Stored], recorded_before: str | None
) -> tuple[dict[str, Stored], tuple[str, ...]]:
    events: dict[str, Stored] = {}
    clashes: set[str] = set()
    until = None if recorded_before is None else recorded_before[:_TO_THE_SECOND]
    for each in stored:
        event = each.event
        if until is not None and event.at[:_TO_THE_SECOND] >= until:
            continue
        known = events.setdefault(event.id, each)
        if known is not each and known != each:
            clashes.add(event.id)
            events[event.id] = min(known, each, key=_sort_key)
    return events, tuple(sorted(clashes))


def _sort_key(stored: Stored) -> tuple[str, str]:
    from rectify_cli.progress.encode import encode  # noqa: PLC0415 - start-up: clashes are few

    return encode(stored.event), stored.plan_file


def _subject(task: Task, event: Event, names: "_Names") -> Subject | Literal["unit", "occurrence"]:
    unit = event.unit
    if unit is not None:
        unit = names.unit_of(task, unit)
        if unit is None:
            return "unit"
    elif task.units is not None and event.kind in _OF_A_UNIT:
        return "unit"
    if event.occurrence is not None and task.repeat is None:
        return "occurrence"
    return task.index, unit, event.occurrence


class _Names:
    """Units and items by what they are or were called, kept for the many events that name them."""

    __slots__ = ("_items", "_known", "_plan", "_units")

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._known: dict[str, list[str]] | None = None
        self._units: dict[int, frozenset[str]] = {}
        self._items: dict[int, dict[str, str]] = {}

    def item_of(self, task: Task, name: str) -> str | None:
        """The id of an item that is named by it, or by its text, having been given one since."""
        items = self._items.get(task.index)
        if items is None:
            items = {item.text: item.id for item in reversed(task.checklist)}
            items |= {item.id: item.id for item in task.checklist}
            self._items[task.index] = items
        return items.get(name)

    def unit_of(self, task: Task, name: str) -> str | None:
        """The unit of a fan-out that bears a name, or bore it; a present id goes first."""
        units = self._units.get(task.index)
        if units is None:
            units = self._units[task.index] = frozenset(task.units or ())
        if name in units:
            return name
        return next((each for each in self._renamed().get(name, ()) if each in units), None)

    def _renamed(self) -> dict[str, list[str]]:
        if self._known is None:
            self._known = {}
            for owner in self._plan.owners.values():
                for old in owner.was:
                    self._known.setdefault(old, []).append(owner.id)
        return self._known


def _seen_through(
    absent: frozenset[str], stored: Iterable[Stored]
) -> Mapping[str, tuple[str, ...]]:
    """What those had seen who wrote what does not count: who saw them, has seen that too."""
    return {each.event.id: each.event.after for each in stored if each.event.id in absent}


def _without(
    all_of: Mapping[Subject, tuple[Event, ...]],
    undone: frozenset[str],
    through: Mapping[str, tuple[str, ...]],
) -> dict[Subject, tuple[Event, ...]]:
    """The events that count, each of which names what it has seen past those that do not."""
    if not through:
        return dict(all_of)
    left = {
        subject: tuple(_past(event, through) for event in events if event.id not in undone)
        for subject, events in all_of.items()
    }
    return {subject: events for subject, events in left.items() if events}


def _past(event: Event, through: Mapping[str, tuple[str, ...]]) -> Event:
    if through.keys().isdisjoint(event.after):
        return event
    seen: dict[str, None] = {}
    passed: set[str] = set()
    waiting = [*event.after]
    while waiting:
        name = waiting.pop()
        if name not in through:
            seen[name] = None
        elif name not in passed:
            passed.add(name)
            waiting += through[name]
    return event._replace(after=tuple(sorted(seen)))

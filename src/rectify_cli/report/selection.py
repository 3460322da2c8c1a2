"""What a reader asked to see: some days, one owner's work, one phase; and who has a part in what.

An owner's work is everything that it, or anyone below it in the owners' tree, carries: as
responsible unit, leader, participant, unit of a fan-out, or owner of a checklist item. Whoever only
takes part in a task, or owns an item of it, has only its own items in it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task
from rectify_cli.schedule.model import DayItem, Schedule, Timing


class Selection(Struct):
    """The days `first`..`last` (both counted), an owner's id, the index of a phase or summary."""

    first: date | None = None
    last: date | None = None
    owner: str | None = None
    phase: int | None = None

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self == EVERYTHING


EVERYTHING = Selection()


class Shown(Struct):
    """What a selection leaves of a schedule, days aside.

    `units` names the timings that are shown, by index, each with its units that are (none where it
    is no fan-out). Of those that are `guests`', and of timings that are not shown, only those
    checklist items are that `items` names. `helpers`: where owning some of the checklist is all
    the part that anybody has in a timing, the ids of those items.
    """

    units: Mapping[int, tuple[str, ...]]
    items: Mapping[int, frozenset[str]]
    guests: frozenset[int] = frozenset()
    helpers: Mapping[int, frozenset[str]] = MappingProxyType({})

    def has(self, item: DayItem) -> bool:
        """Whether an item of a day is shown."""
        index = item.timing.index
        if item.item is None:
            return index in self.units
        is_host = index in self.units and index not in self.guests
        return is_host or item.item in self._items(index)

    def units_of(self, timing: Timing) -> tuple[str, ...]:
        """The units of a timing that are shown."""
        return self.units.get(timing.index, timing.units or ())

    def _items(self, index: int) -> frozenset[str]:
        return self.items.get(index, frozenset())


def shown(schedule: Schedule, selection: Selection) -> Shown:
    """What is left of a schedule when only an owner's work or a phase is asked for."""
    return shown_of(schedule, selection.phase, owners_below(schedule.plan, selection.owner))


def shown_of(schedule: Schedule, phase: int | None, below: frozenset[str] | None) -> Shown:
    """The same for the work of any owners; None: of all."""
    plan = schedule.plan
    inside = _inside(plan, phase)
    units: dict[int, tuple[str, ...]] = {}
    items: dict[int, frozenset[str]] = {}
    guests: set[int] = set()
    helpers: dict[int, frozenset[str]] = {}
    for timing in schedule.timings:
        # In a forecast the dropped have timings by number alone.
        if not inside[timing.task] or not schedule.by_task[timing.task]:
            continue
        if below is None:
            units[timing.index] = timing.units or ()
            continue
        task = plan.tasks[timing.task]
        part = _part(task, timing, below)
        if part is not None:
            units[timing.index] = part
            continue
        own = frozenset(each.id for each in task.checklist if each.owner in below)
        items.update({timing.index: own} if own else {})
        takes_part = not timing.summary and _takes_part(plan, task, below)
        if takes_part or _ticks(task, below):
            units[timing.index] = timing.units or ()
            guests.add(timing.index)
        if own and not takes_part:
            helpers[timing.index] = own
    return Shown(units, items, frozenset(guests), helpers)


def owners_below(plan: Plan, owner: str | None) -> frozenset[str] | None:
    """An owner with everyone below it in the tree; None where no owner was asked for."""
    if owner is None:
        return None
    return frozenset(name for name in plan.owners if owner in _upward(plan, name))


def _upward(plan: Plan, name: str) -> Iterator[str]:
    """An owner and those above it; a tree that bites its tail ends where it began."""
    seen: set[str] = set()
    at: str | None = name
    while at is not None and at not in seen and at in plan.owners:
        seen.add(at)
        yield at
        at = plan.owners[at].parent


def _inside(plan: Plan, phase: int | None) -> list[bool]:
    """For each task whether it stands in the phase; parents come before their children."""
    found: list[bool] = []
    for task in plan.tasks:
        around = task.parent is not None and found[task.parent]
        found.append(phase is None or task.index == phase or around)
    return found


def _part(task: Task, timing: Timing, below: frozenset[str]) -> tuple[str, ...] | None:
    """The units of a timing whose work somebody carries; None where nobody carries any of it."""
    if timing.summary:
        return () if _carries(task, timing, below) else None
    if _carries(task, timing, below):
        return timing.units or ()
    own = tuple(unit for unit in timing.units or () if unit in below)
    return own or None


def _carries(task: Task, timing: Timing, below: frozenset[str]) -> bool:
    return task.owner in below or lead_of(task, timing) in below


def _takes_part(plan: Plan, task: Task, below: frozenset[str]) -> bool:
    return any(
        name in below or any(member in below for member in plan.groups.get(name, ()))
        for name in task.participants
    )


def _ticks(task: Task, below: frozenset[str]) -> bool:
    """Whether one of them has a checklist item without a day of its own."""
    return any(item.owner in below and item.due is None for item in task.checklist)


def lead_of(task: Task, timing: Timing) -> str | None:
    """The responsible leader of a timing: units with an override stand alone in theirs."""
    if timing.units:
        override = task.overrides.get(timing.units[0])
        if override is not None and override.lead is not None:
            return override.lead
    return task.lead

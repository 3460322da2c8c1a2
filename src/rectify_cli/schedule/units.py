"""Fan-out: which units of a task share calendar, overrides and predecessors, and so one timing.

The cost of scheduling grows with the number of different instances: ten thousand units that all
work in the plan's calendar are one.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rectify_cli.plan.calendars_of import calendar_for
from rectify_cli.plan.model import CalendarSpec, Owner, Plan, Task


class Alike(NamedTuple):
    """Units of one task that cannot be told apart by any date; `units` None: no fan-out."""

    units: tuple[str, ...] | None
    calendar: CalendarSpec
    owner: Owner | None
    override: str | None


class Grouping(NamedTuple):
    """Every task's groups of equal units.

    `group_of`: for each fan-out that others follow unit by unit the group of each of its units.
    """

    groups: Sequence[tuple[Alike, ...]]
    group_of: Mapping[int, Mapping[str, int]]


def group_units(plan: Plan) -> Grouping:
    """The groups of equal units of every leaf task; summaries and phases have none."""
    groups: list[tuple[Alike, ...]] = [()] * len(plan.tasks)
    group_of: dict[int, dict[str, int]] = {}
    followed = {link.task for task in plan.tasks for link in task.links if link.same}
    known: dict[tuple[int, ...], tuple[Alike, ...]] = {}
    for index in _same_order(plan) if followed else _leaves(plan):
        task = plan.tasks[index]
        earlier: list[Mapping[str, int]] = []
        if followed:
            earlier = [group_of.get(link.task, {}) for link in task.links if link.same]
        groups[index] = _known_or_new(plan, task, earlier, known)
        if task.units is not None and index in followed:
            group_of[index] = {
                unit: place
                for place, alike in enumerate(groups[index])
                for unit in alike.units or ()
            }
    return Grouping(groups, group_of)


def _known_or_new(
    plan: Plan,
    task: Task,
    earlier: Sequence[Mapping[str, int]],
    known: dict[tuple[int, ...], tuple[Alike, ...]],
) -> tuple[Alike, ...]:
    """The groups of one task; fan-outs over the very same units in the same calendar share them.

    So do tasks that are no fan-out and work in the same calendar.
    """
    if task.units is None:
        calendar = _own_calendar(plan, task)
        if (id(calendar),) not in known:
            known[id(calendar),] = (Alike(None, calendar, None, None),)
        return known[id(calendar),]
    if earlier:
        return group_task(plan, task, earlier)
    # The plan holds these objects, so that nothing else takes their addresses.
    key = (id(task.units), id(task.plan_calendar), id(task.calendar))
    if key not in known:
        known[key] = group_task(plan, task._replace(overrides={}))
    return _with_overrides(task, known[key]) if task.overrides else known[key]


def _with_overrides(task: Task, groups: Sequence[Alike]) -> tuple[Alike, ...]:
    """The groups with each unit that is overridden in one of its own, in the units' order."""
    found: list[Alike] = []
    for alike in groups:
        units = alike.units or ()
        own = [unit for unit in units if unit in task.overrides]
        if own:
            kept = tuple(unit for unit in units if unit not in task.overrides)
            found += [alike._replace(units=kept)] if kept else []
            found += [alike._replace(units=(unit,), override=unit) for unit in own]
        else:
            found.append(alike)
    place = {unit: number for number, unit in enumerate(task.units or ())}
    return tuple(sorted(found, key=lambda alike: place[(alike.units or ("",))[0]]))


def group_task(
    plan: Plan, task: Task, earlier: Sequence[Mapping[str, int]] = ()
) -> tuple[Alike, ...]:
    """The groups of equal units of one task; `earlier`: groups of those it waits for by unit."""
    if task.units is None:
        return (Alike(None, _own_calendar(plan, task), None, None),)
    base = task.plan_calendar or plan.calendar
    keyed: dict[tuple[object, ...], list[str]] = {}
    for unit in task.units:
        owner = plan.owners[unit]
        override = unit if unit in task.overrides else None
        same = tuple(known.get(unit) for known in earlier)
        key = (owner.days_off, owner.joined, owner.left, override, same)
        keyed.setdefault(key, []).append(unit)
    found = []
    for units in keyed.values():
        owner = plan.owners[units[0]]
        override = units[0] if units[0] in task.overrides else None
        calendar = calendar_for(base, task.calendar, owner)
        found.append(Alike(tuple(units), calendar, owner, override))
    return tuple(found)


def _own_calendar(plan: Plan, task: Task) -> CalendarSpec:
    """The calendar of a task that is no fan-out."""
    owner = plan.owners.get(task.owner) if task.owner is not None else None
    return calendar_for(task.plan_calendar or plan.calendar, task.calendar, owner)


def _leaves(plan: Plan) -> list[int]:
    return [task.index for task in plan.tasks if task.kind == "task"]


def _same_order(plan: Plan) -> list[int]:
    """The leaf tasks, each after those whose units it is linked to one by one.

    Tasks on a cycle of such links come last, in the file's order: they are never dated.
    """
    leaves = _leaves(plan)
    waits = {
        index: [link.task for link in plan.tasks[index].links if link.same] for index in leaves
    }
    followers: dict[int, list[int]] = {}
    for index, named in waits.items():
        for other in named:
            followers.setdefault(other, []).append(index)
    open_waits = {index: len(named) for index, named in waits.items()}
    ready = [index for index in leaves if open_waits[index] == 0]
    for index in ready:
        for follower in followers.get(index, ()):
            open_waits[follower] -= 1
            if open_waits[follower] == 0:
                ready.append(follower)
    return [*ready, *(index for index in leaves if open_waits[index] > 0)]

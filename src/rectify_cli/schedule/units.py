"""Fan-out: which units of a task share calendar, overrides and predecessors, and so one timing.

The cost of scheduling grows with the number of different instances: ten thousand units that all
work in the plan's calendar are one.
"""

from collections.abc import Mapping, Sequence

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.calendars_of import calendar_for
from rectify_cli.plan.model import CalendarSpec, Owner, Plan, Task


class Alike(Struct):
    """Units of one task that cannot be told apart by any date; `units` None: no fan-out."""

    units: tuple[str, ...] | None
    calendar: CalendarSpec
    owner: Owner | None
    override: str | None


MAX_INSTANCES = 25_000
"""How many different instances all fan-outs may have together."""
MAX_COMPARED = 2_000_000
"""How many units all fan-outs that are unlike each other may have together."""


class Grouping(Struct):
    """Every task's groups of equal units.

    `group_of`: for each fan-out that others follow unit by unit the group of each of its units.
    `ungrouped` are the fan-outs beyond a bound: all their units stand in one group, which is not
    to be dated.
    """

    groups: Sequence[tuple[Alike, ...]]
    group_of: Mapping[int, Mapping[str, int]]
    ungrouped: Sequence[int] = ()


def group_units(plan: Plan) -> Grouping:
    """The groups of equal units of every leaf task; summaries and phases have none."""
    groups: list[tuple[Alike, ...]] = [()] * len(plan.tasks)
    ungrouped: list[int] = []
    followed = {link.task for task in plan.tasks for link in task.links if link.same}
    sorting = _Sorting(plan)
    for index in _same_order(plan) if followed else _leaves(plan):
        task = plan.tasks[index]
        if task.units is None:
            groups[index] = sorting.alone(task)
        elif sorting.is_full:
            ungrouped.append(index)
            groups[index] = (Alike(task.units, task.plan_calendar or plan.calendar, None, None),)
        else:
            groups[index] = sorting.groups_of(task)
            if index in followed:
                sorting.note(task, groups[index])
    return Grouping(groups, sorting.group_of, ungrouped)


class _Sorting:
    """Sorts the units of fan-outs into groups; those over the very same units share the work."""

    def __init__(self, plan: Plan) -> None:
        self.group_of: dict[int, Mapping[str, int]] = {}
        self._plan = plan
        # The plan, and the lists here, hold all objects whose addresses are keys.
        self._known: dict[tuple[int, ...], tuple[Alike, ...]] = {}
        # Of tasks that no other calendar comes down to, by owner.
        self._by_owner: dict[str | None, tuple[Alike, ...]] = {}
        self._noted: dict[int, tuple[tuple[Alike, ...], Mapping[str, int]]] = {}
        self._places: dict[int, Mapping[str, int]] = {}
        self._compared = 0
        self._instances = 0
        owners = plan.owners.values()
        # Most owners have no days of their own, so that their parts are alike without a look.
        self._own_days = {each.id for each in owners if each.days_off or each.joined or each.left}

    @property
    def is_full(self) -> bool:
        """Whether a bound is passed."""
        return self._compared > MAX_COMPARED or self._instances > MAX_INSTANCES

    def alone(self, task: Task) -> tuple[Alike, ...]:
        """The one group of a task that is no fan-out; those in one calendar share it."""
        if task.calendar is task.plan_calendar is None:
            groups = self._by_owner.get(task.owner)
            if groups is not None:
                return groups
        calendar = _own_calendar(self._plan, task)
        groups = self._known.get((id(calendar),))
        if groups is None:
            groups = self._known[id(calendar),] = (Alike(None, calendar, None, None),)
        if task.calendar is task.plan_calendar is None:
            self._by_owner[task.owner] = groups
        return groups

    def groups_of(self, task: Task) -> tuple[Alike, ...]:
        """The groups of one fan-out."""
        units = task.units or ()
        earlier = [self.group_of.get(link.task, _NO_GROUPS) for link in task.links if link.same]
        key = (id(units), id(task.plan_calendar), id(task.calendar), *map(id, earlier))
        groups = self._known.get(key)
        if groups is None:
            self._compared += 2 * len(units)
            plain = task._replace(overrides={})
            if units and not earlier and self._own_days.isdisjoint(units):
                groups = (_alike(self._plan, plain, units),)
            else:
                groups = group_task(self._plan, plain, earlier)
            self._known[key] = groups
        if task.overrides:
            self._compared += len(units)
            groups = _with_overrides(task, groups, self._place_of(units))
        self._instances += len(groups)
        return groups

    def note(self, task: Task, groups: tuple[Alike, ...]) -> None:
        """Keep which group each unit is in; equal answers are one object, so that keys meet."""
        noted = self._noted.get(id(groups))
        if noted is None:
            self._compared += 2 * len(task.units or ())
            found: Mapping[str, int] = {
                unit: place for place, alike in enumerate(groups) for unit in alike.units or ()
            }
            same = (self.group_of.get(link.task) for link in task.links if link.same)
            noted = groups, next((each for each in same if each == found), found)
            self._noted[id(groups)] = noted
        self.group_of[task.index] = noted[1]

    def _place_of(self, units: tuple[str, ...]) -> Mapping[str, int]:
        if id(units) not in self._places:
            self._places[id(units)] = {unit: place for place, unit in enumerate(units)}
        return self._places[id(units)]


_NO_GROUPS: Mapping[str, int] = {}


def _with_overrides(
    task: Task, groups: Sequence[Alike], place_of: Mapping[str, int]
) -> tuple[Alike, ...]:
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
    return tuple(sorted(found, key=lambda alike: place_of[(alike.units or ("",))[0]]))


def group_task(
    plan: Plan, task: Task, earlier: Sequence[Mapping[str, int]] = ()
) -> tuple[Alike, ...]:
    """The groups of equal units of one task; `earlier`: groups of those it waits for by unit."""
    if task.units is None:
        return (Alike(None, _own_calendar(plan, task), None, None),)
    keyed: dict[tuple[object, ...], list[str]] = {}
    for unit in task.units:
        owner = plan.owners[unit]
        override = unit if unit in task.overrides else None
        same = tuple(known.get(unit) for known in earlier)
        key = (owner.days_off, owner.joined, owner.left, override, same)
        keyed.setdefault(key, []).append(unit)
    return tuple(_alike(plan, task, tuple(units)) for units in keyed.values())


def _alike(plan: Plan, task: Task, units: tuple[str, ...]) -> Alike:
    """The group of these units, as the first of them is."""
    owner = plan.owners[units[0]]
    override = units[0] if units[0] in task.overrides else None
    calendar = calendar_for(task.plan_calendar or plan.calendar, task.calendar, owner)
    return Alike(units, calendar, owner, override)


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

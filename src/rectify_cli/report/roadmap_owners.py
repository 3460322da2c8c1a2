"""Who has a part in which task: what a roadmap is filtered by.

A fan-out has hundreds of units, and several fan-outs the same ones. So a task names the sets of
units that work on it, and an owner the sets that it, or anyone below it, belongs to.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task
from rectify_cli.report.selection import Shown, lead_of
from rectify_cli.schedule.model import Schedule


class Choice(Struct):
    """An owner to filter by. It has a part in a task that names `key`, or one of `sets`.

    `carries`: it is named as a task's responsible unit or leader.
    """

    key: str
    title: str
    sets: tuple[str, ...]
    carries: bool


class Owners(Struct):
    """The owners that have a part in anything, and what each task's bar says of them."""

    choices: tuple[Choice, ...]
    parts: Mapping[int, tuple[str, ...]]


def owners_of(schedule: Schedule, left: Shown) -> Owners:
    """The owners of the tasks that are shown, those that carry something first."""
    plan = schedule.plan
    named: dict[int, list[str]] = {}
    sets: dict[int, list[tuple[str, ...]]] = {}
    carrying: set[str] = set()
    for task in plan.tasks:
        own, fans = _parts(schedule, task, left)
        named[task.index] = own
        sets[task.index] = fans
        carrying.update(name for name in _carriers(schedule, task) if name in plan.owners)
    keys = {name: f"o{number}" for number, name in enumerate(plan.owners)}
    set_keys = {
        members: f"s{number}"
        for number, members in enumerate(dict.fromkeys(m for fans in sets.values() for m in fans))
    }
    belongs = _belongs(plan, set_keys)
    upward = {name: _upward(plan, name) for own in named.values() for name in own}
    parts = {
        index: (
            *dict.fromkeys(keys[above] for name in own for above in upward[name]),
            *(set_keys[members] for members in sets[index]),
        )
        for index, own in named.items()
    }
    used = {part for each in parts.values() for part in each}
    choices = [
        Choice(key, plan.owners[name].title, tuple(belongs.get(name, ())), name in carrying)
        for name, key in keys.items()
        if key in used or belongs.get(name)
    ]
    return Owners(tuple(sorted(choices, key=lambda choice: not choice.carries)), parts)


def _parts(schedule: Schedule, task: Task, left: Shown) -> tuple[list[str], list[tuple[str, ...]]]:
    """The owners that a task names, and the sets of units that share it."""
    plan = schedule.plan
    timings = [each for each in schedule.by_task[task.index] if each.index in left.units]
    names = [*_carriers(schedule, task), *(item.owner for item in task.checklist)]
    own = [name for name in (*names, *task.participants) if name in plan.owners]
    fans = [plan.groups[name] for name in task.participants if name in plan.groups]
    units = tuple(unit for timing in timings for unit in left.units_of(timing))
    if units:
        fans.append(units)
    return list(dict.fromkeys(name for name in own if name is not None)), fans


def _carriers(schedule: Schedule, task: Task) -> Iterator[str]:
    timings = schedule.by_task[task.index]
    for name in (task.owner, task.lead, *(lead_of(task, each) for each in timings)):
        if name is not None:
            yield name


def _belongs(plan: Plan, set_keys: Mapping[tuple[str, ...], str]) -> dict[str, dict[str, None]]:
    """For each owner the sets with it, or anyone below it, in them."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for members, key in set_keys.items():
        for member in members:
            for above in _upward(plan, member):
                found[above][key] = None
    return found


def _upward(plan: Plan, name: str) -> list[str]:
    """An owner and those above it; a tree that bites its tail ends where it began."""
    seen: dict[str, None] = {}
    at: str | None = name
    while at is not None and at not in seen and at in plan.owners:
        seen[at] = None
        at = plan.owners[at].parent
    return list(seen)

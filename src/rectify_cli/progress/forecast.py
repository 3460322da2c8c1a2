"""Where a plan will end: its network dated once more, with what has happened in place of the plan.

What is done stands where it took place, what is dropped holds nobody, what is under way ends by
what is left of it, and what is open starts neither before the day that one looks from nor before
its links let it: links beat pins. The rules are those of `docs/status.md`.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import ceil

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan
from rectify_cli.progress.completion import done_on, started
from rectify_cli.progress.recurring import has_left
from rectify_cli.progress.standing import Standing
from rectify_cli.progress.status import Facts
from rectify_cli.schedule.connect import connect
from rectify_cli.schedule.forward import forward
from rectify_cli.schedule.model import Schedule, Timing
from rectify_cli.schedule.network import CalendarOf, Network, Node
from rectify_cli.schedule.redate import redate
from rectify_cli.workdays.calendar import Calendar


class _Look(Struct):
    """What a node is looked at with: its planned timing, its task's standing, the day."""

    timing: Timing
    standing: Standing
    as_of: date


def forecast(
    schedule: Schedule, calendar_of: CalendarOf, standings: Mapping[int, Standing], as_of: date
) -> Schedule:
    """The schedule that is to be expected on the evening of `as_of`.

    Timings keep their numbers and their floats; their dates, and what sets them, are those of the
    forecast. Dropped tasks have no timing in `by_task`.
    """
    planned, looked_at, floors, absent = _looked_at(schedule, calendar_of, standings, as_of)
    dates, _ = forward(looked_at, floors, absent, yielding=True)
    return redate(schedule, looked_at, dates, planned, _recurring(schedule, standings, as_of))


class _LookedAt(Struct):
    """A network with what has happened in it, and the planned timing of its leaves.

    `floors` are the positions that tasks which are as late as possible do not start before;
    `absent` are the nodes that hold nobody.
    """

    planned: dict[int, Timing]
    network: Network
    floors: dict[int, int]
    absent: frozenset[int]


def _looked_at(
    schedule: Schedule, calendar_of: CalendarOf, standings: Mapping[int, Standing], as_of: date
) -> _LookedAt:
    network = connect(schedule.plan, calendar_of)
    planned = _planned(schedule, network)
    nodes = list(network.nodes)
    absent: set[int] = set()
    floors: dict[int, int] = {}
    for index, node in enumerate(network.nodes):
        if node.mode in {"gate", "summary", "join"}:
            continue
        timing = planned.get(index)
        standing = standings.get(node.task)
        if timing is None or standing is None or standing.dropped:
            absent.add(index)
            continue
        if node.units is not None and _are_gone(node.units, standing, schedule.plan, as_of):
            absent.add(index)
            continue
        nodes[index] = _expected(node, _Look(timing, standing, as_of))
        if node.alap and nodes[index].mode == "free":
            floors[index] = node.calendar.position(timing.start.toordinal())
    return _LookedAt(planned, network._replace(nodes=nodes), floors, frozenset(absent))


def _planned(schedule: Schedule, network: Network) -> dict[int, Timing]:
    """The planned timing of every leaf of the network that has one."""
    found: dict[int, Timing] = {}
    for task, leaves in enumerate(network.leaves):
        by_unit = {timing.units: timing for timing in schedule.by_task[task]}
        for leaf in leaves:
            timing = by_unit.get(network.nodes[leaf].units)
            if timing is not None:
                found[leaf] = timing
    return found


def _are_gone(units: Sequence[str], standing: Standing, plan: Plan, as_of: date) -> bool:
    """Whether none of these units has a part any more: each was dropped, or has left."""
    counting = frozenset(standing.counting)
    if not counting or any(unit in counting for unit in units):
        return False
    return all(
        standing.units[unit].drop is not None or has_left(plan, unit, as_of) for unit in units
    )


def _recurring(
    schedule: Schedule, standings: Mapping[int, Standing], as_of: date
) -> dict[int, date]:
    """The last day of every repeating task: as planned, or the day of the view while it is open."""
    found: dict[int, date] = {}
    for task in schedule.plan.tasks:
        standing = standings.get(task.index)
        if task.repeat is None or standing is None or not standing.timings or standing.dropped:
            continue
        last = max(timing.finish for timing in standing.timings)
        found[task.index] = standing.done_on or max(last, as_of)
    return found


def _expected(node: Node, look: _Look) -> Node:
    """A leaf as it is to be expected: where it took place, what is left of it, or still to come."""
    standing = look.standing
    if standing.task.units is not None:
        return _expected_of_units(node, look)
    if standing.done_on is not None:
        return _took_place(node, look, standing.facts, standing.done_on)
    if standing.reported:
        return _took_place(node, look, standing.facts, look.as_of)
    if started(standing.facts):
        return _under_way(node, look)
    return _still_to_come(node, look)


def _expected_of_units(node: Node, look: _Look) -> Node:
    """Units of a fan-out that share their dates: over when all of them, or the whole, are."""
    standing, as_of = look.standing, look.as_of
    counting = frozenset(standing.counting)
    facts = [standing.units[unit] for unit in node.units or () if unit in counting]
    task = standing.task
    days = [done_on(task, each) for each in facts]
    ended = [day for day in days if day is not None]
    if standing.done_on is not None:
        last = max(ended, default=standing.done_on) if len(ended) == len(days) else None
        end = standing.done_on if last is None else min(last, standing.done_on)
        return _of_units(node, look, facts, end)
    if facts and len(ended) == len(facts):
        return _of_units(node, look, facts, max(ended))
    if not facts:
        return _still_to_come(node, look)
    if standing.reported or all(each.complete_on is not None for each in facts):
        return _of_units(node, look, facts, as_of)
    if standing.begun_on is None:
        return _still_to_come(node, look)
    if look.timing.finish >= as_of:
        return _of_units(node, look, facts, look.timing.finish)
    needed = max(1, standing.needed)
    left = ceil(Fraction(look.timing.duration * (needed - standing.done), needed))
    return _of_units(node, look, facts, _after(node.calendar, as_of, left, look))


def _of_units(node: Node, look: _Look, facts: Sequence[Facts], end: date) -> Node:
    begun = [each.begun_on for each in facts if each.begun_on is not None]
    return _actual(node, look, min([*begun, look.timing.start, end]), end)


def _took_place(node: Node, look: _Look, facts: Facts, end: date) -> Node:
    start = look.timing.start if facts.begun_on is None else facts.begun_on
    if facts.begun_on == facts.complete_on:  # only its end was reported
        start = look.timing.start
    return _actual(node, look, min(start, end), end)


def _under_way(node: Node, look: _Look) -> Node:
    """A task that was begun: by the share that is left, else by its duration from its start."""
    facts, timing, as_of = look.standing.facts, look.timing, look.as_of
    calendar = node.calendar
    start = facts.begun_on or min(timing.start, as_of)
    if look.standing.measured:
        left = ceil(timing.duration * (1 - look.standing.share))
        first = as_of if facts.measured_on != as_of else _next_day(as_of)
        end = max(_after(calendar, first, left, look), as_of)
    elif node.mode == "hammock" or start == timing.start:
        end = max(timing.finish, as_of)
    else:
        end = max(_after(calendar, start, timing.duration, look), as_of)
    if node.mode == "window":
        end = max(end, timing.finish)
    return _actual(node, look, min(start, end), end)


def _after(calendar: Calendar, first: date, workdays: int, look: _Look) -> date:
    """The last of so many workdays from a day on, which counts if it is one; none: the day."""
    if workdays <= 0:
        return look.as_of
    position = calendar.position(first.toordinal())
    return date.fromordinal(calendar.day(position + workdays - 1))


def _next_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _actual(node: Node, look: _Look, start: date, end: date) -> Node:
    is_over = look.standing.is_done
    return node._replace(
        mode="actual",
        start=start.toordinal(),
        finish=end.toordinal(),
        duration=look.timing.duration,
        joined=None,
        left=None,
        edges=() if is_over else tuple(e for e in node.edges if e.type in {"FF", "SF"}),
        at_beginning=look.timing.is_milestone and not look.timing.at_end,
    )


def _still_to_come(node: Node, look: _Look) -> Node:
    """An open node: as planned, but not before the day that one looks from."""
    floor = look.as_of.toordinal()
    if node.mode in {"free", "hammock"}:
        floor = max(node.floor, floor)
    return node._replace(floor=floor, joined=None, left=None)

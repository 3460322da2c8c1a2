"""What mpxj's schedule says of a plan, in the words that `rectify plan build --json` uses.

Dates and floats are mpxj's. Added here is what docs/scheduling.md says of *showing* them:
the day that a milestone is printed on, the cap of free float, and which tasks are critical.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from tests.judges.mpxj_scheduler import DAY, Asked, Instant, Times, schedule
from tests.judges.small_plan import Calendar, Link, Plan, Task

MADE_BY_A_FINISH = {"FS", "FF"}


@dataclass(frozen=True)
class Judged:
    """One task as `plan build --json` prints it."""

    start: date
    finish: date
    total_float: int
    free_float: int
    critical: bool


@dataclass(frozen=True)
class Stand:
    """Where a task stands: the mornings that bound it, its calendar's boundaries, its days shown.

    An evening is the next day's morning.
    """

    begins: date
    ends: date
    first: int
    last: int
    first_day: date
    last_day: date

    @property
    def at_an_evening(self) -> bool:
        """A milestone at a day's end."""
        return self.begins == self.ends > self.last_day


def judge(plan: Plan) -> dict[str, Judged]:
    """What mpxj says of every task."""
    plan = settled(plan)
    return judged(plan, times_of(plan))


def settled(plan: Plan) -> Plan:
    """A plan that knows which tasks its phases begin with.

    "A link to or from a summary or phase is one node": SS and SF out of it count from the start of
    the task that begins first. A phase is linked to earlier ones only, so one after the other.
    """
    for phase in plan.phases:
        times = schedule(plan)
        starts = {
            task.id: times[task.id].start.day for task in plan.tasks if task.phase == phase.id
        }
        first = min(starts.values(), default=None)
        plan = replace(
            plan, first=(*plan.first, *(name for name in starts if starts[name] == first))
        )
    return plan


def times_of(plan: Plan) -> dict[str, Times]:
    """mpxj's own figures.

    The goal: "every late finish begins at the plan's last finish and the goal's (if one is named)
    at its own".
    """
    times = schedule(plan)
    if plan.goal is not None:
        cap = plan.cap(plan.by_id[plan.goal])
        own = times[plan.goal].finish
        if cap is None or cap + DAY >= own.day:
            times = schedule(plan, Asked(capped={plan.goal: own}))
    dated = with_sides(plan, times, {})
    return {name: _dated_as(times[name], dated[name]) for name in times}


def _dated_as(time: Times, dated: Times) -> Times:
    return replace(time, start=dated.start, finish=dated.finish)


def with_sides(
    plan: Plan, times: dict[str, Times], held: Mapping[str, Instant]
) -> dict[str, Times]:
    """mpxj's dates once every milestone stands on the side of its boundary that the rules name.

    To mpxj a milestone's side follows from the sign of a lag; the side matters to what follows only
    where a lag counts elapsed days, or another calendar works between the two sides.
    """
    if not plan.sides_matter:
        return times
    stood: dict[str, Instant] = {}
    for task in plan.tasks:
        stand = stands_of(plan, times)[task.id]
        instant = Instant(stand.begins, stand.at_an_evening)
        if task.duration == 0 and not task.pinned and times[task.id].start != instant:
            if task.id in held:
                continue
            stood[task.id] = instant
            times = schedule(plan, Asked(held, stood))
    return times


def judged(plan: Plan, times: Mapping[str, Times]) -> dict[str, Judged]:
    stands = stands_of(plan, times)
    driving = driving_chain(plan, stands)
    return {
        task.id: _judged(task, times[task.id], stands[task.id], driving=task.id in driving)
        for task in plan.tasks
    }


def _judged(task: Task, time: Times, stand: Stand, *, driving: bool) -> Judged:
    """Floats and the critical flag.

    "free float = max(0, min(smallest gap over its links to successors, to the plan's finish where
    it has none; total float))". "Critical = on a chain of drivers that ends at the goal, or total
    float <= 0"; "a pinned task is critical only on the driving chain, or below zero".
    """
    total = time.total_slack
    below = total < 0 or (total == 0 and not task.pinned)
    free = max(0, min(time.free_slack, total))
    return Judged(stand.first_day, stand.last_day, total, free, critical=driving or below)


def stands_of(plan: Plan, times: Mapping[str, Times]) -> dict[str, Stand]:
    """Every task's place, from mpxj's; a milestone's by the side of the boundary the rules name.

    "`on` on a day off stands there [...]; a window's edge on a day off likewise, and the work lies
    inside": the edges are as written, the boundaries those of the work.
    """
    stands: dict[str, Stand] = {}
    for task in plan.tasks:
        calendar = plan.calendar_of(task)
        time = times[task.id]
        first, last = (calendar.before(edge.day) for edge in (time.start, time.finish))
        if task.start is not None and task.finish is not None:
            begins, ends = task.start, task.finish + DAY
            stands[task.id] = Stand(begins, ends, first, last, begins, task.finish)
        elif task.duration:
            begins, ends = time.start.day, time.finish.day
            stands[task.id] = Stand(begins, ends, first, last, begins, ends - DAY)
        else:
            stands[task.id] = _milestone(plan, task, first, stands)
    return stands


def _milestone(plan: Plan, task: Task, boundary: int, stands: Mapping[str, Stand]) -> Stand:
    """Rule 3: which of the two days at its boundary a milestone is shown on.

    "A milestone (`0d`) that FS, FF, `on` or `finish` sets stands at the end of that day; one that
    the plan's start, `start`, SS or SF sets stands at its beginning [...]. On a tie, the end."
    """
    calendar = plan.calendar_of(task)
    evening = calendar.day(boundary - 1) + DAY
    sides = {
        _side(plan, link, stands[link.on], evening)
        for link in plan.leaf_links(task)
        if bound(plan, link, calendar, stands[link.on]) == boundary
    }
    by_links = "evening" in sides and "morning" not in sides and evening > plan.start
    at_its_end = task.pinned or by_links
    day = calendar.day(boundary - 1) if at_its_end else calendar.day(boundary)
    instant = day + DAY if at_its_end else day
    return Stand(instant, instant, boundary, boundary, day, day)


def _side(
    plan: Plan, link: Link, before: Stand, evening: date
) -> Literal["evening", "morning", "either"]:
    """The side of the boundary that a link which binds a milestone puts it on.

    "FS, FF [...] at the end of that day [...] SS or SF [...] at its beginning. On a tie, the end",
    but "Nothing starts before the plan's `start`"; an instant on a day off is "moved to the
    successor's next working instant", a morning; and what follows a milestone at a morning without
    a lag stays with it, rather than on the day before it.
    """
    days = link.lag.days(plan.week_days)
    finish = link.type in MADE_BY_A_FINISH
    counted = before.ends if finish else before.begins
    if link.lag.elapsed and counted + timedelta(days=days) > evening:
        return "morning"
    if not finish:
        return "either"
    at_a_morning = before.begins == before.ends and not before.at_an_evening
    return "morning" if not days and (at_a_morning or before.ends > evening) else "evening"


def bound(plan: Plan, link: Link, calendar: Calendar, before: Stand) -> int:
    """The boundary that a link holds its successor's start (FS, SS) or finish (FF, SF) to.

    "A lag in `d`/`w` counts in the successor's calendar, from the predecessor's instant moved to
    the successor's next working instant; one in `ed`/`ew` counts calendar days, and the start (FS,
    SS) or finish (FF, SF) that it binds then moves to the next workday."
    """
    morning = before.ends if link.type in MADE_BY_A_FINISH else before.begins
    days = link.lag.days(plan.week_days)
    if not link.lag.elapsed or not days:
        return calendar.before(morning) + days
    if link.type in {"FS", "SS"}:
        return calendar.before(morning + timedelta(days=days))
    return calendar.before(morning + timedelta(days=days - 1)) + 1


def driving_chain(plan: Plan, stands: Mapping[str, Stand]) -> set[str]:
    """The tasks from which drivers lead to the goal, or to the plan's last finish.

    "for each task its *drivers* (the links or constraints that set its start)"; a chain stops at a
    pin, whose start no link sets, and at an `alap` task, which its late dates set.
    """
    last = max(stand.ends for stand in stands.values())
    ends = [plan.goal] if plan.goal else [name for name in stands if stands[name].ends == last]
    chain: set[str] = set()
    while ends:
        name = ends.pop()
        if name not in chain:
            chain.add(name)
            ends.extend(drivers(plan, plan.by_id[name], stands))
    return chain


def drivers(plan: Plan, task: Task, stands: Mapping[str, Stand]) -> list[str]:
    """The predecessors whose links set a task's start."""
    if task.pinned or task.alap:
        return []
    stand = stands[task.id]
    edges = {"FS": stand.first, "SS": stand.first, "FF": stand.last, "SF": stand.last}
    calendar = plan.calendar_of(task)
    return [
        link.on
        for link in plan.leaf_links(task)
        if bound(plan, link, calendar, stands[link.on]) == edges[link.type]
    ]

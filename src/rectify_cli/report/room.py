"""How much room a task has: the links that do not bind it, and what its float ends at."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from rectify_cli.foundation.source import Span
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import FixedDate, Link, Task
from rectify_cli.report.chain import leaves_below, links_of, works_to_deadline
from rectify_cli.report.instants import begin, end, slack
from rectify_cli.schedule.model import Schedule, Timing
from rectify_cli.workdays.calendar import OutOfCalendar

_STEPS = 10_000
"""So far the search for what a float ends at goes before it is content with the plan's finish."""


class Room(Struct):
    """A link, or a written start (`link` None), and by how many workdays it does not bind."""

    before: Task | None
    link: Link | None
    days: int
    where: Span


def not_binding(schedule: Schedule, timing: Timing) -> list[Room]:
    """What else a timing waits for and would allow it to start earlier; what breaks is negative."""
    plan = schedule.plan
    task = plan.tasks[timing.task]
    found = []
    for link in links_of(plan, timing):
        before = _befores(schedule, timing, link)
        days = min((slack(each, link.type, link.lag, timing) for each in before), default=0)
        if days:
            found.append(Room(plan.tasks[link.task], link, days, link.where.span))
    start = task.dates.start
    if isinstance(start, FixedDate) and not timing.pinned:
        position = timing.calendar.position
        days = position(begin(timing)) - position(start.day.toordinal())
        if days > 0:
            found.append(Room(None, None, days, task.at("start")))
    return sorted(found, key=lambda room: (room.days, room.where))


def _befores(schedule: Schedule, timing: Timing, link: Link) -> tuple[Timing, ...]:
    """The timings that a link names: for `each: same`, the one with the same unit."""
    named = schedule.by_task[link.task]
    if link.same and timing.units is not None:
        unit = timing.units[0]
        return tuple(each for each in named if unit in (each.units or ()))
    return named


LimitKind = Literal["deadline", "plan-deadline", "pinned", "goal", "finish"]


class Limit(Struct):
    """What a float ends at: a deadline, a pinned task, the goal, or the plan's finish."""

    kind: LimitKind
    task: Task | None
    day: date


def limit(schedule: Schedule, timing: Timing) -> Limit | None:
    """What would happen if a timing ended after its late finish; None where nothing is dated."""
    if schedule.finish is None:
        return None
    at = tightest(schedule, timing)
    followers = _followers(schedule)
    seen = {at.index}
    for _ in range(_STEPS):
        cap = _cap(schedule, at)
        if cap is not None:
            return cap
        after = next((s for s in _tight(schedule, followers, at) if s.index not in seen), None)
        if after is None:
            break
        if after.pinned:
            return Limit("pinned", schedule.plan.tasks[after.task], after.start)
        seen.add(after.index)
        at = after
    return _end_of_all(schedule, at)


def tightest(schedule: Schedule, timing: Timing) -> Timing:
    """The task below a summary with the least float, rather a critical one; a task itself."""
    if not timing.summary:
        return timing
    leaves = [each for each in leaves_below(schedule, timing) if each.occurrences is None]
    return min(leaves, key=lambda each: (each.total_float, not each.critical), default=timing)


def _cap(schedule: Schedule, at: Timing) -> Limit | None:
    """The deadline that the late finish hangs on: the task's own, one around it, the plan's."""
    plan = schedule.plan
    task = plan.tasks[at.task]
    own = [(at.deadline, task)]
    for outer in plan.around(task):
        own += [(timing.deadline, outer) for timing in schedule.by_task[outer.index]]
    for day, says in own:
        if day is not None and _is_cap(at, day):
            return Limit("deadline", says, day)
    if schedule.deadline is not None and _is_cap(at, schedule.deadline):
        return Limit("plan-deadline", None, schedule.deadline)
    return None


def _is_cap(at: Timing, deadline: date) -> bool:
    position = at.calendar.position
    return position(deadline.toordinal() + 1) == position(at.late_finish.toordinal() + 1)


def _end_of_all(schedule: Schedule, at: Timing) -> Limit:
    plan = schedule.plan
    finish = schedule.finish or schedule.start
    if plan.goal is not None:
        goal = plan.tasks[plan.goal]
        inside = [at.task, *(outer.index for outer in plan.around(plan.tasks[at.task]))]
        if goal.index in inside:
            return Limit("goal", goal, max(t.finish for t in schedule.by_task[goal.index]))
    return Limit("finish", None, finish)


_Followers = Mapping[int, list[tuple[Task, Link]]]


def _followers(schedule: Schedule) -> _Followers:
    """For each task that a link names, the tasks that say so, with the link."""
    found: dict[int, list[tuple[Task, Link]]] = defaultdict(list)
    for task in schedule.plan.tasks:
        for link in task.links:
            found[link.task].append((task, link))
    return found


def _tight(schedule: Schedule, followers: _Followers, at: Timing) -> Iterator[Timing]:
    """The timings that would move if `at` went beyond its late dates."""
    plan = schedule.plan
    task = plan.tasks[at.task]
    beyond = _beyond(at)
    for named in (task, *plan.around(task)):
        for saying, link in followers.get(named.index, ()):
            for after in _bound(schedule, saying):
                if link.same and not set(at.units or ()) & set(after.units or ()):
                    continue
                if slack(beyond, link.type, link.lag, _held(schedule, after)) < 0:
                    yield after


def _bound(schedule: Schedule, saying: Task) -> Iterator[Timing]:
    for timing in schedule.by_task[saying.index]:
        if timing.summary:
            below = leaves_below(schedule, timing)
            yield from (each for each in below if not each.pinned and each.occurrences is None)
        else:
            yield timing


def _late(timing: Timing) -> Timing:
    # A milestone that slips stands at the end of its day.
    slipped = timing.is_milestone and timing.late_start != timing.start
    return timing._replace(
        start=timing.late_start,
        finish=timing.late_finish,
        at_end=timing.at_end or slipped,
    )


def _beyond(timing: Timing) -> Timing:
    """A timing one workday after its late dates."""
    late = _late(timing)
    return late._replace(start=_next(timing, late.start), finish=_next(timing, late.finish))


def _next(timing: Timing, day: date) -> date:
    calendar = timing.calendar
    try:
        return date.fromordinal(calendar.day(calendar.position(day.toordinal() + 1)))
    except OutOfCalendar:  # the last day that there is
        return day


def _held(schedule: Schedule, after: Timing) -> Timing:
    """A follower at its latest: a hammock may still shrink to its last day."""
    late = _late(after)
    if works_to_deadline(schedule, after):
        calendar = after.calendar
        last = date.fromordinal(calendar.day(calendar.position(end(late)) - 1))
        return late._replace(start=last)
    return late

"""The chain of drivers: from a task back to the date that is fixed, a step at a time."""

from collections.abc import Iterator
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Link, Plan, Point
from rectify_cli.schedule.model import Driver, Schedule, Timing


class Step(Struct):
    """What sets the start of `timing`, or the `point` of a summary.

    `driver` is None where nothing is known to, for a summary, and for a task that works to its
    deadline, whose finish is asked for. `before` is what drives it, None at the chain's end.
    """

    timing: Timing
    point: Point
    driver: Driver | None
    before: Timing | None


def chain(schedule: Schedule, timing: Timing) -> list[Step]:
    """The steps from a timing back to a fixed date; a repeating task's is one step."""
    steps = [Step(timing, "finish", None, None)] if works_to_deadline(schedule, timing) else []
    at: Timing | None = timing
    point: Point = "finish" if timing.summary else "start"
    seen: set[tuple[int, Point]] = set()
    while at is not None and (at.index, point) not in seen:
        seen.add((at.index, point))
        step = _step(schedule, at, point)
        steps.append(step)
        at = step.before
        if step.driver is not None:
            point = "finish" if step.driver.link in {"FS", "FF"} else "start"
    return steps


def _step(schedule: Schedule, at: Timing, point: Point) -> Step:
    if at.summary:
        return Step(at, point, None, _leaf_at(schedule, at, point))
    if point == "finish" and works_to_deadline(schedule, at):
        return Step(at, point, None, None)
    driver = at.drivers[0] if at.drivers else None
    return Step(at, "start", driver, None if driver is None else before_of(schedule, driver))


def works_to_deadline(schedule: Schedule, timing: Timing) -> bool:
    """Whether a task is a hammock: its deadline, not its start, sets its finish."""
    plan = schedule.plan
    task = plan.tasks[timing.task]
    written = task.dates
    override = task.overrides.get(timing.units[0]) if timing.units else None
    if override is not None and override.dates is not None:
        written = override.dates
    capped = timing.deadline is not None or plan.deadline is not None
    return written.to_deadline and (
        capped or any(outer.deadline is not None for outer in plan.around(task))
    )


def before_of(schedule: Schedule, driver: Driver) -> Timing | None:
    """What a driver names: of a fan-out, the units that bind; None for a date that is fixed."""
    if driver.timing is not None:
        return schedule.timings[driver.timing]
    if driver.task is None:
        return None
    timings = schedule.by_task[driver.task]
    if driver.link in {"FS", "FF"}:
        return max(timings, key=lambda each: each.finish, default=None)
    return min(timings, key=lambda each: each.start, default=None)


def _leaf_at(schedule: Schedule, summary: Timing, point: Point) -> Timing | None:
    """The task below a summary with which it begins or ends, the first such in the plan."""
    leaves = [each for each in leaves_below(schedule, summary) if each.occurrences is None]
    day: date = summary.start if point == "start" else summary.finish
    matching = (each for each in leaves if (each.start if point == "start" else each.finish) == day)
    return next(matching, None)


def leaves_below(schedule: Schedule, summary: Timing) -> Iterator[Timing]:
    """The timings of the tasks below a summary, in the order of the plan."""
    stack = [summary.task]
    while stack:
        task = schedule.plan.tasks[stack.pop()]
        if task.kind == "task":
            yield from schedule.by_task[task.index]
        stack.extend(reversed(task.children))


def links_of(plan: Plan, timing: Timing) -> list[Link]:
    """The links that bind a timing: its task's, and unless it is pinned those around it too."""
    task = plan.tasks[timing.task]
    around = [] if timing.pinned else plan.around(task)
    return [link for each in (task, *around) for link in each.links]


def link_of_driver(plan: Plan, driver: Driver) -> Link | None:
    """The link that a driver stands for; None for a relative date."""
    for link in plan.tasks[driver.where].links:
        if (link.task, link.type, link.lag) == (driver.task, driver.link, driver.lag):
            return link
    return None

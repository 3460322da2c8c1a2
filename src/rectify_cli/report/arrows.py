"""The links between bars: what a chart draws from one task to the next."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from rectify_cli.report.selection import Shown
from rectify_cli.report.timeline import Arrow
from rectify_cli.schedule.model import Schedule


def arrows(schedule: Schedule, left: Shown, keys: AbstractSet[str]) -> tuple[Arrow, ...]:
    """The links whose two ends are among the bars with these keys, in the order of the plan."""
    return tuple(dict.fromkeys(_arrows(schedule, left, keys)))


def _arrows(schedule: Schedule, left: Shown, keys: AbstractSet[str]) -> Iterator[Arrow]:
    tasks = schedule.plan.tasks
    for task in tasks:
        if not task.links or task.path not in keys:
            continue
        driving = {
            (driver.task, driver.link)
            for timing in schedule.by_task[task.index]
            if timing.index in left.units
            for driver in timing.drivers
        }
        for link in task.links:
            before = tasks[link.task].path
            if before in keys:
                yield Arrow(before, task.path, link.type, (link.task, link.type) in driving)

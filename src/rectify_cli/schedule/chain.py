"""The chain of drivers behind a date, back to what is fixed."""

from collections.abc import Iterator

from rectify_cli.schedule.model import Driver, Schedule, Timing


def chain_behind(schedule: Schedule, timing: Timing) -> Iterator[tuple[Timing, Driver | None]]:
    """The timing itself, then what drives it, and so on back to a fixed date.

    Each comes with the driver that leads on to the next; the last one with what fixes it, None for
    a hammock. Of several drivers the first in the plan's order is followed.
    """
    while True:
        driver = timing.drivers[0] if timing.drivers else None
        before = None if driver is None or timing.pinned else timing_behind(schedule, driver)
        yield timing, driver
        if before is None or schedule.task_of(timing).dates.to_deadline:
            return
        timing = before


def timing_behind(schedule: Schedule, driver: Driver) -> Timing | None:
    """The timing that a driver counts from: that of a leaf, even behind a summary."""
    if driver.task is None:
        return None
    if driver.timing is not None:
        return schedule.timings[driver.timing]
    by_finish = driver.link in {"FS", "FF"}
    leaves = leaves_of(schedule, driver.task)
    if by_finish:
        return max(leaves, key=lambda each: (each.finish, -each.index))
    return min(leaves, key=lambda each: (each.start, each.index))


def leaves_of(schedule: Schedule, task: int) -> list[Timing]:
    """The timings of all leaves in a summary or phase, repeating ones left out."""
    found: list[Timing] = []
    stack = [task]
    while stack:
        index = stack.pop()
        stack.extend(reversed(schedule.plan.tasks[index].children))
        found.extend(
            timing
            for timing in schedule.by_task[index]
            if not timing.summary and timing.occurrences is None
        )
    return found

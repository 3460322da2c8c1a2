"""Floats by trial: what moving one task does to the rest, as mpxj's forward pass has it.

mpxj's backward pass and free slack are only near the truth where a link leads from one calendar
into another or counts elapsed days. There a float is put to the proof instead: later by that much
harms nothing, later by one day more does.
"""

from collections.abc import Mapping

from tests.judges.mpxj_judge import Stand, bound, stands_of, with_sides
from tests.judges.mpxj_scheduler import DAY, Asked, Instant, Times, schedule
from tests.judges.small_plan import Link, Plan, Task


def total_float_is(plan: Plan, times: Mapping[str, Times], task: Task, workdays: int) -> bool:
    """Whether a task may start exactly so much later without the plan's finish moving."""
    return (
        workdays >= 0
        and _in_time(plan, times, _moved(plan, times, task, workdays))
        and not _in_time(plan, times, _moved(plan, times, task, workdays + 1))
    )


def free_float_is(plan: Plan, times: Mapping[str, Times], task: Task, workdays: int) -> bool:
    """Whether a task may start exactly so much later without another task moving."""
    return (
        workdays >= 0
        and _alone(plan, times, task, _moved(plan, times, task, workdays))
        and not _alone(plan, times, task, _moved(plan, times, task, workdays + 1))
    )


def _moved(plan: Plan, times: Mapping[str, Times], task: Task, workdays: int) -> dict[str, Times]:
    if not workdays:
        return dict(times)
    held = {task.id: _later(plan, stands_of(plan, times)[task.id], task, workdays)}
    return with_sides(plan, schedule(plan, Asked(held)), held)


def _later(plan: Plan, stand: Stand, task: Task, workdays: int) -> Instant:
    """A start so many of the task's own workdays later; a milestone's at the earlier evening."""
    calendar = plan.calendar_of(task)
    if task.duration == 0:
        return Instant(calendar.day(stand.first - 1 + workdays) + DAY, evening=True)
    return Instant(calendar.day(stand.first + workdays))


def _in_time(plan: Plan, before: Mapping[str, Times], after: Mapping[str, Times]) -> bool:
    """Whether no task ends after the plan did, and no pin that held its links has lost one."""
    last = max(times.finish.day for times in before.values())
    stood, stand = stands_of(plan, before), stands_of(plan, after)
    return all(
        stand[task.id].last <= plan.calendar_of(task).before(last)
        and _breaks(plan, task, stand) <= _breaks(plan, task, stood)
        for task in plan.tasks
    )


def _breaks(plan: Plan, task: Task, stands: Mapping[str, Stand]) -> set[Link]:
    """The links that a pinned task breaks."""
    calendar, stand = plan.calendar_of(task), stands[task.id]
    edges = {"FS": stand.first, "SS": stand.first, "FF": stand.last, "SF": stand.last}
    return {
        link
        for link in plan.leaf_links(task)
        if task.pinned and bound(plan, link, calendar, stands[link.on]) > edges[link.type]
    }


def _alone(plan: Plan, before: Mapping[str, Times], task: Task, after: Mapping[str, Times]) -> bool:
    return _in_time(plan, before, after) and all(
        _boundary(plan, other, before) == _boundary(plan, other, after)
        for other in plan.tasks
        if other is not task
    )


def _boundary(plan: Plan, task: Task, times: Mapping[str, Times]) -> int:
    return plan.calendar_of(task).before(times[task.id].start.day)

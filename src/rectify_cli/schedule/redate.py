"""A schedule with other dates in the same timings: how a forecast becomes a schedule."""

from collections.abc import Mapping
from datetime import date

from rectify_cli.plan.model import Task
from rectify_cli.schedule.drivers import Drivers
from rectify_cli.schedule.model import Driver, Schedule, Timing
from rectify_cli.schedule.network import Network
from rectify_cli.schedule.state import Dates
from rectify_cli.workdays.count import workdays_between


def redate(
    schedule: Schedule,
    network: Network,
    dates: Dates,
    timings: Mapping[int, Timing],
    ends: Mapping[int, date],
) -> Schedule:
    """The schedule with the dates of another pass over its network.

    Args:
        schedule: As planned; floats and late dates stay.
        network: The network that was dated, leaf by leaf the same as the plan's.
        dates: Its dates; a leaf without any is left out.
        timings: The planned timing of each leaf.
        ends: The last day of repeating tasks; those that are not named are left out.
    """
    plan = schedule.plan
    moved: list[Timing] = list(schedule.timings)
    timing_of = {leaf: timing.index for leaf, timing in timings.items() if dates.dated[leaf]}
    drivers = Drivers(network, dates, timing_of)
    by_task: list[tuple[Timing, ...]] = [()] * len(plan.tasks)
    for task in plan.tasks:
        if task.kind != "task":
            continue
        if task.repeat is not None:
            by_task[task.index] = tuple(_until(ends[task.index], each)
                                        for each in schedule.by_task[task.index]
                                        if task.index in ends)  # fmt: skip
        else:
            by_task[task.index] = tuple(
                _redated(network, leaf, dates, timings[leaf], drivers)
                for leaf in network.leaves[task.index]
                if leaf in timing_of
            )
        for each in by_task[task.index]:
            moved[each.index] = each
    for task in reversed(plan.tasks):
        if task.kind != "task":
            by_task[task.index] = _summary(schedule, task, by_task)
            for each in by_task[task.index]:
                moved[each.index] = each
    last = max(
        (each.finish for found in by_task for each in found if each.occurrences is None),
        default=None,
    )
    count = 0 if last is None else workdays_between(schedule.calendar, schedule.start, last)
    return schedule._replace(
        finish=last, workdays=count, timings=tuple(moved), by_task=tuple(by_task)
    )


def _redated(network: Network, leaf: int, dates: Dates, timing: Timing, drivers: Drivers) -> Timing:
    first, last = date.fromordinal(dates.first[leaf]), date.fromordinal(dates.last[leaf])
    covers = dates.covers.get(leaf)
    if (first, last) == (timing.start, timing.finish) and network.nodes[leaf].mode != "actual":
        return timing
    return timing._replace(
        start=first,
        finish=last,
        duration=len(covers) if covers else dates.high[leaf] - dates.low[leaf],
        at_end=dates.at_end[leaf],
        covers=covers,
        drivers=drivers.of(leaf) or (Driver("start", timing.task),),
    )


def _until(last: date, timing: Timing) -> Timing:
    return timing._replace(start=min(timing.start, last), finish=last)


def _summary(
    schedule: Schedule, task: Task, by_task: list[tuple[Timing, ...]]
) -> tuple[Timing, ...]:
    """A summary from the first to the last of what stands in it; repeating tasks aside."""
    below = [t for child in task.children for t in by_task[child] if t.occurrences is None]
    if not below:
        return ()
    (planned,) = schedule.by_task[task.index]
    start, finish = min(t.start for t in below), max(t.finish for t in below)
    count = workdays_between(planned.calendar, start, finish)
    return (planned._replace(start=start, finish=finish, duration=count),)

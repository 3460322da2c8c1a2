"""Plan and calendars → schedule: the network's passes, then timings as people read them."""

from collections.abc import Sequence
from datetime import date

from rectify_cli.foundation.finding import Finding
from rectify_cli.plan.model import Plan, Task
from rectify_cli.schedule.check import may_find_more, network_findings, schedule_findings
from rectify_cli.schedule.connect import connect
from rectify_cli.schedule.counting import day_within
from rectify_cli.schedule.drivers import Drivers
from rectify_cli.schedule.model import Schedule, Timing
from rectify_cli.schedule.network import PINNED, CalendarOf
from rectify_cli.schedule.passes import Passes, run_passes
from rectify_cli.schedule.repeat import Repeats
from rectify_cli.schedule.summaries import summary_timing
from rectify_cli.workdays.count import workdays_between


def build_schedule(plan: Plan, calendar_of: CalendarOf) -> tuple[Schedule, list[Finding]]:
    """The schedule of a plan, and the findings that only its dates can tell.

    Args:
        plan: The resolved plan. Tasks that are `doubtful`, cycles, and what hangs on either have
            no dates.
        calendar_of: Gives the calendar of a spec; equal specs give the same one.
    """
    passes = run_passes(connect(plan, calendar_of))
    schedule, found = _schedule_and_findings(passes)
    return schedule, [*network_findings(passes), *found]


def find_wrong(plan: Plan, calendar_of: CalendarOf) -> list[Finding]:
    """The findings of `build_schedule` alone, for less where little can be wrong."""
    passes = run_passes(connect(plan, calendar_of))
    found = network_findings(passes)
    if found or may_find_more(passes):
        found += _schedule_and_findings(passes)[1]
    return found


def _schedule_and_findings(passes: Passes) -> tuple[Schedule, list[Finding]]:
    repeats = Repeats(passes.spans, passes.network, passes.finish)
    schedule = _schedule(passes, repeats)
    return schedule, schedule_findings(passes, schedule, repeats.too_many)


def _schedule(passes: Passes, repeats: Repeats) -> Schedule:
    network, dates = passes.network, passes.dates
    plan = network.plan
    timing_of: dict[int, int] = {}
    for leaves in network.leaves:
        for leaf in leaves:
            if dates.dated[leaf]:
                timing_of[leaf] = len(timing_of)
    by_task: list[tuple[Timing, ...]] = [()] * len(plan.tasks)
    timings: list[Timing] = []
    drivers = Drivers(network, dates, timing_of, passes.moved)
    for task in plan.tasks:
        if task.kind == "task" and task.repeat is None:
            own = tuple(
                _leaf_timing(passes, leaf, timing_of[leaf], drivers)
                for leaf in network.leaves[task.index]
                if dates.dated[leaf]
            )
            timings.extend(own)
            by_task[task.index] = own
    for task in plan.tasks:
        if task.repeat is not None:
            own = repeats.timings(task, len(timings))
            timings.extend(own)
            by_task[task.index] = own
    for task in reversed(plan.tasks):
        if task.kind != "task":
            summary = _summary(passes, task, by_task, len(timings))
            timings.extend(summary)
            by_task[task.index] = summary
    finish = _finish(timings)
    calendar = network.calendar
    return Schedule(
        plan=plan,
        calendar=calendar,
        start=plan.start,
        finish=finish,
        deadline=_day(passes.deadlines.of_plan),
        workdays=0 if finish is None else workdays_between(calendar, plan.start, finish),
        timings=tuple(timings),
        by_task=tuple(by_task),
        deadlines={
            index: date.fromordinal(day)
            for index, day in enumerate(passes.deadlines.of_outer)
            if day is not None
        },
    )


def _finish(timings: Sequence[Timing]) -> date | None:
    """The last day on which anything of the network ends."""
    return max((each.finish for each in timings if each.occurrences is None), default=None)


def _summary(
    passes: Passes, task: Task, by_task: list[tuple[Timing, ...]], index: int
) -> tuple[Timing, ...]:
    below = [timing for child in task.children for timing in by_task[child]]
    calendar = passes.network.outer_calendar(task)
    deadline = _day(passes.deadlines.of_outer[task.index])
    timing = summary_timing(task, below, calendar, deadline, index)
    return () if timing is None else (timing,)


def _leaf_timing(passes: Passes, index: int, number: int, drivers: Drivers) -> Timing:
    network, dates, late = passes.network, passes.dates, passes.late
    node = network.nodes[index]
    total = late.low[index] - dates.low[index]
    gap = passes.room[index]
    if gap is None:
        gap = node.calendar.position(passes.finish) - dates.high[index]
    pinned = node.mode in PINNED
    late_start, late_finish = _late_days(passes, index)
    covers = dates.covers.get(index)
    return Timing(
        index=number,
        task=node.task,
        units=node.units,
        calendar=node.calendar,
        start=date.fromordinal(dates.first[index]),
        finish=date.fromordinal(dates.last[index]),
        duration=len(covers) if covers else dates.high[index] - dates.low[index],
        deadline=_day(passes.deadlines.of_node[index]),
        early_start=date.fromordinal(passes.early.first[index]),
        early_finish=date.fromordinal(passes.early.last[index]),
        late_start=date.fromordinal(late_start),
        late_finish=date.fromordinal(late_finish),
        total_float=total,
        free_float=max(0, min(gap, total)),
        critical=index in passes.critical
        or total < 0
        or (total == 0 and not pinned and node.mode != "hammock"),
        pinned=pinned,
        at_end=dates.at_end[index],
        drivers=drivers.of(index),
        covers=covers,
    )


def _late_days(passes: Passes, index: int) -> tuple[int, int]:
    """The late start and finish as days; a milestone that may slip stands at the end of its day."""
    dates, late = passes.dates, passes.late
    low, high = late.low[index], late.high[index]
    if low == dates.low[index]:
        return dates.first[index], dates.last[index]
    calendar = passes.network.nodes[index].calendar
    last = day_within(calendar, high - 1)
    return (last if low == high else day_within(calendar, low)), last


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)

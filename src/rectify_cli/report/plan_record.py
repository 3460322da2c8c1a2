"""A schedule as a record: the machine-readable form of the day-by-day view."""

from collections.abc import Iterator, Sequence

from rectify_cli.plan.model import Plan, Task
from rectify_cli.report.agenda_notes import what_the_day_holds
from rectify_cli.report.record import HOLE, Fan, Record, Stream, Value
from rectify_cli.report.selection import Selection, Shown, shown
from rectify_cli.report.task_record import task_record
from rectify_cli.schedule.expand import expand
from rectify_cli.schedule.model import Day, DayItem, Schedule

FORMAT = 1


def plan_record(schedule: Schedule, selection: Selection) -> Record:
    """The whole schedule. An owner or a phase limits tasks and days, a range of days only these."""
    left = shown(schedule, selection)
    return {
        "format": FORMAT,
        "plan": plan_facts(schedule),
        "phases": [
            _phase(schedule, task, leaves)
            for task, leaves in zip(schedule.plan.tasks, leaves_of(schedule.plan), strict=True)
            if task.kind == "phase"
        ],
        "tasks": Stream(_tasks(schedule, left)),
        "days": Stream(_days(schedule, selection, left)),
    }


def plan_facts(schedule: Schedule) -> Record:
    """What plan it is, from when to when."""
    return {
        "title": schedule.plan.title,
        "path": schedule.plan.path,
        "start": schedule.start,
        "finish": schedule.finish,
        "deadline": schedule.deadline,
        "workdays": schedule.workdays,
        "timezone": schedule.plan.timezone,
    }


def _phase(schedule: Schedule, task: Task, leaves: Sequence[str]) -> Record:
    timing = next(iter(schedule.by_task[task.index]), None)
    return {
        "id": task.path,
        "title": task.title,
        "start": None if timing is None else timing.start,
        "finish": None if timing is None else timing.finish,
        "deadline": schedule.deadlines.get(task.index),
        "tasks": list(leaves),
    }


def leaves_of(plan: Plan) -> list[list[str]]:
    """For each phase the paths of the tasks in it that hold no others; nothing for the rest."""
    found: list[list[str]] = [[] for _ in plan.tasks]
    for task in plan.tasks:
        if task.kind == "task":
            for outer in plan.around(task):
                if outer.kind == "phase":
                    found[outer.index].append(task.path)
    return found


def _tasks(schedule: Schedule, left: Shown) -> Iterator[Value | Fan]:
    for timings in schedule.by_task:
        for timing in timings:
            if timing.index in left.units:
                record = task_record(schedule, timing)
                yield record if timing.units is None else Fan(record, left.units_of(timing))


def days_record(schedule: Schedule, selection: Selection) -> Stream:
    """The days that a selection leaves, and what is on."""
    return Stream(_days(schedule, selection, shown(schedule, selection)))


def _days(schedule: Schedule, selection: Selection, left: Shown) -> Iterator[Value]:
    for day in expand(schedule, selection.first, selection.last):
        reason = schedule.calendar.reason(day.date)
        yield {
            "date": day.date,
            "workday": day.workday,
            "number": day.number,
            "label": reason.label or None,
            "items": Stream(_items(schedule, day, left)),
        }


def _items(schedule: Schedule, day: Day, left: Shown) -> Iterator[Value | Fan]:
    for item in day.items:
        if left.has(item):
            record = _item(schedule, item)
            units = item.timing.units
            yield record if units is None else Fan(record, left.units_of(item.timing))


def _item(schedule: Schedule, item: DayItem) -> Record:
    return {
        "task": schedule.task_of(item.timing).path,
        "unit": None if item.timing.units is None else HOLE,
        "day": item.day,
        "of": item.of,
        "text": what_the_day_holds(schedule, item),
        "kind": item.kind,
        **({"item": item.item} if item.item is not None else {}),
    }

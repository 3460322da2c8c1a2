"""A plan without its calendars that have no workdays, so that all else in it can be dated.

Between `workdays.check`, which reports such calendars, and the schedule: one contractor's calendar
in error hides no finding about another's work.
"""

from collections.abc import Iterator
from datetime import date

from rectify_cli.plan.calendars_of import calendar_for
from rectify_cli.plan.model import CalendarSpec, Plan, Task
from rectify_cli.workdays.check import Workdays


def without_empty_calendars(plan: Plan, anchor: date) -> Plan | None:
    """The plan, its tasks that work in such a calendar in doubt; None where the plan itself does.

    Args:
        plan: The resolved plan.
        anchor: The day from which on a calendar should have workdays.
    """
    workdays = Workdays(anchor)

    def is_empty(spec: CalendarSpec) -> bool:
        return not workdays.any(spec)

    if is_empty(plan.calendar):
        return None
    # Fan-outs over the same units share their answer; the plan holds the objects that are keys.
    known: dict[tuple[object, ...], bool] = {}

    def is_doubtful(task: Task) -> bool:
        parts = (task.units, task.calendar, task.plan_calendar)
        key = (*map(id, parts), task.owner, task.kind == "task")
        if key not in known:
            known[key] = any(map(is_empty, _calendars_of(task, plan)))
        return known[key]

    tasks = tuple(_in_doubt(task, plan) if is_doubtful(task) else task for task in plan.tasks)
    return plan._replace(tasks=tasks, complete=not any(task.doubtful for task in tasks))


def _calendars_of(task: Task, plan: Plan) -> Iterator[CalendarSpec]:
    """Every calendar that a task, or a unit of it, works in."""
    around = plan.calendar if task.plan_calendar is None else task.plan_calendar
    workers = (task.owner,) if task.units is None else task.units
    yield calendar_for(around, task.calendar, None)
    for worker in workers if task.kind == "task" else ():
        owner = None if worker is None else plan.owners.get(worker)
        yield calendar_for(around, task.calendar, owner)


def _in_doubt(task: Task, plan: Plan) -> Task:
    """The task, in the plan's calendar, and not to be dated if it is one that is worked on."""
    doubtful = task.doubtful or task.kind == "task"
    return task._replace(calendar=plan.calendar, plan_calendar=None, doubtful=doubtful)

"""A small plan as the plan language's text, as a person would write it."""

from datetime import date

from tests.judges.small_plan import Calendar, Link, Phase, Plan, Task

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def to_yaml(plan: Plan) -> str:
    """The plan as a person would write it."""
    head = ["rectify: 1", "title: Random", f"start: {plan.start}"]
    head += [f"deadline: {plan.deadline}"] if plan.deadline else []
    head += [f"goal: {plan.goal}"] if plan.goal else []
    head += [f"calendar: {_calendar_text(plan.calendar)}"]
    tasks = [plan.by_id[name] for name in plan.written]
    if not plan.phases:
        return "\n".join([*head, "tasks:", *_indented(_tasks_text(tasks, plan))]) + "\n"
    phases = [line for phase in plan.phases for line in _phase_text(phase, tasks, plan)]
    return "\n".join([*head, "phases:", *_indented(phases)]) + "\n"


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _tasks_text(tasks: list[Task], plan: Plan) -> list[str]:
    return [line for task in tasks for line in (f"{task.id}:", *_indented(_task_text(task, plan)))]


def _phase_text(phase: Phase, tasks: list[Task], plan: Plan) -> list[str]:
    inside = [task for task in tasks if task.phase == phase.id]
    if not inside:
        return []
    fields = [f"title: Phase {phase.id}", *_bounds_text(phase.links, phase.start, phase.deadline)]
    return [f"{phase.id}:", *_indented([*fields, "tasks:", *_indented(_tasks_text(inside, plan))])]


def _task_text(task: Task, plan: Plan) -> list[str]:
    lines = [f"title: Task {task.id}", *_bounds_text(task.links, task.start, task.deadline)]
    lines += [f"start: {task.start_from}"] if task.start_from else []
    lines += [f"on: {task.on}"] if task.on else []
    lines += [f"finish: {task.finish}"] if task.finish else []
    lines += [] if task.window else [f"duration: {task.duration}d"]
    lines += ["schedule: alap"] if task.alap else []
    lines += [f"calendar: {_calendar_text(_alone(task.calendar, plan))}"] if task.calendar else []
    return lines


def _bounds_text(links: tuple[Link, ...], start: date | None, deadline: date | None) -> list[str]:
    lines = [f"start: {start}"] if start else []
    lines += [f"deadline: {deadline}"] if deadline else []
    if links:
        lines.append("after: [" + ", ".join(f'"{link}"' for link in links) + "]")
    return lines


def _alone(calendar: Calendar, plan: Plan) -> Calendar:
    """A task's calendar that says all of its days itself, whatever it is laid over."""
    special = {*calendar.days_off, *calendar.workdays}
    special |= {*plan.calendar.days_off, *plan.calendar.workdays}
    work = tuple(sorted(day for day in special if calendar.works(day)))
    return Calendar(calendar.week, tuple(sorted(special - {*work})), work)


def _calendar_text(calendar: Calendar) -> str:
    week = ", ".join(WEEKDAYS[day] for day in calendar.week)
    off = ", ".join(str(day) for day in calendar.days_off)
    make_up = ", ".join(str(day) for day in calendar.workdays)
    return f"{{week: [{week}], days_off: [{off}], workdays: [{make_up}]}}"

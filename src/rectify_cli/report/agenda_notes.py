"""What is said beside a task on one of its days: its hours, its place, when it must be done."""

from datetime import date

from rectify_cli.plan.model import Task
from rectify_cli.report.names import clock, owner_title
from rectify_cli.report.words import Words
from rectify_cli.schedule.expand import text_of
from rectify_cli.schedule.model import DayItem, Schedule, Timing
from rectify_cli.workdays.count import workdays_after


def title_of(item: DayItem, task: Task, words: Words) -> str:
    """What a row is about: the task, the end of a phase, the item of a checklist."""
    if item.kind == "item":
        return item.text
    if item.kind == "occurrence":
        return words("occurrence", title=task.title, n=item.day)
    if item.kind == "due" and item.timing.summary:
        return words("ends", title=task.title)
    return task.title


def notes(schedule: Schedule, item: DayItem, day: date, words: Words) -> list[str]:
    """The parts of the note beside a row, those that are empty left out."""
    task = schedule.task_of(item.timing)
    if item.kind == "item":
        return [task.title]
    if item.kind == "due":
        return _late(item.timing, words)
    first = item.day <= 1 or item.kind == "occurrence"
    parts = [what_the_day_holds(schedule, item), clock(task.time)]
    if first:
        parts.append(owner_title(schedule.plan, task.place))
        parts.append(_target(task, words))
    if item.kind != "occurrence":
        parts.append(_due(item, day, words, first=first))
    return [part for part in parts if part]


def what_the_day_holds(schedule: Schedule, item: DayItem) -> str:
    """What the plan's `days` say of a day of work, else what the item itself says."""
    if item.kind == "work":
        return item.text or text_of(schedule.task_of(item.timing), item.day)
    return item.text


def checklist_line(task: Task, words: Words) -> str | None:
    """`checklist 2: Agenda approved, Materials printed`; None without one."""
    if not task.checklist:
        return None
    items = words.listed(item.text for item in task.checklist)
    return words("checklist-of", n=len(task.checklist), items=items)


def _target(task: Task, words: Words) -> str:
    if task.target is None:
        return ""
    return words("target", n=task.target.count, unit=task.target.unit)


def _late(timing: Timing, words: Words) -> list[str]:
    """What a deadline's row says when the plan does not keep it."""
    if timing.deadline is None or timing.deadline >= timing.finish:
        return []
    n = workdays_after(timing.calendar, timing.deadline, timing.finish)
    return [
        words(
            "planned-late", count=words.workdays(n), day=words.short(timing.finish, timing.deadline)
        )
    ]


def _due(item: DayItem, day: date, words: Words, *, first: bool) -> str:
    timing = item.timing
    if timing.deadline is None:
        return ""
    if timing.deadline == day and item.day == item.of:
        return words("due-today")
    if not first or timing.deadline in {day, timing.finish}:
        return ""
    late = timing.deadline < timing.finish
    ends = (timing.deadline, timing.finish) if late else (timing.finish, timing.deadline)
    n = workdays_after(timing.calendar, *ends)
    key = "due-late" if late else "due-spare"
    return words(key, count=words.workdays(n), day=words.short(timing.deadline, day))

"""The first lines of a view of a schedule: what plan it is, from when to when, how large."""

from datetime import date

from rectify_cli.plan.model import Plan
from rectify_cli.report.names import owner_title
from rectify_cli.report.selection import Selection, Shown, shown
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.count import workdays_after

Fact = tuple[str, ...]


def headline(schedule: Schedule, selection: Selection, words: Words) -> tuple[Fact, ...]:
    """Lines of facts, each in parts; the title is not among them."""
    lines = [_extent(schedule, words), _size(schedule, words)]
    if not selection.is_everything:
        lines.append((words("shown", what=words.listed(_asked(schedule, selection, words))),))
    return tuple(line for line in lines if line)


def _extent(schedule: Schedule, words: Words) -> Fact:
    if schedule.finish is None:
        return (schedule.start.isoformat(),)
    dates = words("to", first=schedule.start.isoformat(), last=schedule.finish.isoformat())
    return (dates, words("workdays", n=schedule.workdays), *_deadline(schedule, words))


def _deadline(schedule: Schedule, words: Words) -> Fact:
    deadline, finish = schedule.deadline, schedule.finish
    if deadline is None or finish is None or deadline == finish:
        return ()
    late = deadline < finish
    first, last = (deadline, finish) if late else (finish, deadline)
    apart = workdays_after(schedule.calendar, first, last)
    if late and not apart:
        return (words("deadline-missed", day=deadline.isoformat()),)
    key = "deadline-late" if late else "deadline-spare"
    return (words(key, day=deadline.isoformat(), count=words.workdays(apart)),)


def _size(schedule: Schedule, words: Words) -> Fact:
    plan = schedule.plan
    leaves = [task for task in plan.tasks if task.kind == "task"]
    phases = sum(task.kind == "phase" and task.parent is None for task in plan.tasks)
    units = {unit for task in leaves for unit in task.units or ()}
    undated = sum(not schedule.by_task[task.index] for task in leaves)
    counts = (("phases", phases), ("tasks", len(leaves)), ("units", len(units)))
    parts = [words(key, n=count) for key, count in counts if count or key == "tasks"]
    if undated:
        parts.append(words("undated", n=undated))
    make_up = _has_make_up_days(schedule)
    return (*parts, calendar_in_words(plan, words, make_up=make_up))


def calendar_in_words(plan: Plan, words: Words, *, make_up: bool = True) -> str:
    """`calendar: China, public holidays and make-up workdays, frozen`."""
    spec = plan.calendar
    if spec.country is None:
        what = words("calendar-week", days=words.week(spec.week))
    else:
        country = words.country(spec.country)
        place = country
        if spec.subdivision:
            place = words("subdivision", country=country, part=spec.subdivision)
        key = "calendar-make-up" if make_up else "calendar-country"
        what = words(key, country=place)
    if spec.frozen is not None:
        what = words("calendar-frozen", what=what)
    return words("calendar", what=what)


def _has_make_up_days(schedule: Schedule) -> bool:
    """Whether the country has work done on a day off within the plan."""
    calendar = schedule.calendar
    last = schedule.finish or schedule.start
    return any(
        calendar.is_workday(day)
        and (day - 1) % 7 not in calendar.spec.week
        and calendar.reason(date.fromordinal(day)).kind == "country"
        for day in range(schedule.start.toordinal(), last.toordinal() + 1)
    )


def _asked(schedule: Schedule, selection: Selection, words: Words) -> list[str]:
    """What was asked for, in words, and how many of the tasks that leaves."""
    plan = schedule.plan
    asked = []
    if selection.owner is not None:
        asked.append(owner_title(plan, selection.owner))
    if selection.phase is not None:
        asked.append(plan.tasks[selection.phase].title)
    if selection.first is not None or selection.last is not None:
        asked.append(_days(selection, words))
    if selection.owner is not None or selection.phase is not None:
        left = leaves_shown(schedule, shown(schedule, selection))
        dated = sum(task.kind == "task" for task in plan.tasks)
        asked.append(words("shown-tasks", n=left, all=dated))
    return asked


def _days(selection: Selection, words: Words) -> str:
    first = "" if selection.first is None else words.full(selection.first)
    last = "" if selection.last is None else words.full(selection.last)
    if first and last:
        return words("to", first=first, last=last)
    return words("since", day=first) if first else words("until", day=last)


def leaves_shown(schedule: Schedule, left: Shown) -> int:
    """How many tasks a selection leaves, summaries not counted."""
    indexes = {*left.units, *left.items}
    return len({t.task for t in schedule.timings if t.index in indexes and not t.summary})

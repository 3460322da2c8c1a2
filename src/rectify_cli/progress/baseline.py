"""A schedule kept as it was agreed on a day, and how far a later one has slipped from it.

`Baseline` is what `rectify baseline set` writes (`baseline_text.py` says how) and what
`plan diff` compares: everything in it outlives the plan file that it came from. `slips` is what
`status --against NAME` shows: no edit of a date in the plan can hide what it finds.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Kind, Plan, Task
from rectify_cli.progress.baseline_match import former_paths, match
from rectify_cli.progress.baseline_terms import Terms, details_of, terms_of
from rectify_cli.schedule.model import Schedule, Timing
from rectify_cli.workdays.calendar import Calendar
from rectify_cli.workdays.count import workdays_after


class Agreed(Struct):
    """The dates of a task, or of those units of a fan-out that share them; `units` None: no units.

    `deadline` is the task's own, as a day. `follows` are the paths of the tasks that set its start.
    """

    units: tuple[str, ...] | None
    start: date
    finish: date
    duration: int
    deadline: date | None = None
    follows: tuple[str, ...] = ()


class KeptTask(Struct):
    """A phase, a summary or a task as it was; `dates` is empty where it could not be dated.

    `terms` say what is written about when it happens (`duration`, `after`, `on`, …), `details` all
    else that a reader would notice but the title, the note, the owner and the leader, each as text.
    `was` are the paths that it had before.
    """

    path: str
    kind: Kind
    title: str
    owner: str | None = None
    lead: str | None = None
    note: str | None = None
    dates: tuple[Agreed, ...] = ()
    terms: Terms = ()
    details: Terms = ()
    was: tuple[str, ...] = ()

    @property
    def start(self) -> date | None:
        """The first start of all its units."""
        return min((each.start for each in self.dates), default=None)

    @property
    def finish(self) -> date | None:
        """The last finish of all its units."""
        return max((each.finish for each in self.dates), default=None)


class Baseline(Struct):
    """The schedule of a plan as it was on `day`; tasks in the plan's order, parents first."""

    title: str
    day: date
    start: date
    finish: date | None
    deadline: date | None
    tasks: tuple[KeptTask, ...]


class Slip(Struct):
    """How far a task stands from what was agreed, in workdays of the plan's calendar, later > 0.

    `task` is its index in the plan. Of a fan-out: from the first start and to the last finish of
    the units that it had then and has now.
    """

    task: int
    start: int
    finish: int
    was: tuple[date, date]
    now: tuple[date, date]


class DeadlineMove(Struct):
    """A deadline that was agreed otherwise: of a task, or of those units that it is alike for.

    None: there was none, or is none any more. `days` is in workdays, None where one is missing.
    """

    task: int
    units: tuple[str, ...] | None
    was: date | None
    now: date | None
    days: int | None


class Slips(Struct):
    """A schedule against a baseline.

    `tasks` has every task, summary and phase that both have dates for, by its index; `added` are
    the indices of leaf tasks that the baseline lacks, `removed` the leaf tasks that only it has.
    `finish` is the slip of the plan's own finish, None where one side has none.
    """

    finish: int | None
    tasks: Mapping[int, Slip]
    added: tuple[int, ...]
    removed: tuple[KeptTask, ...]
    deadlines: tuple[DeadlineMove, ...]

    @property
    def deadlines_changed(self) -> int:
        """How many tasks have another deadline than was agreed."""
        return len({each.task for each in self.deadlines})


def baseline_of(schedule: Schedule, day: date) -> Baseline:
    """The schedule as it is, to be kept as of a day."""
    plan = schedule.plan
    former = former_paths(plan)
    tasks = tuple(_kept(schedule, task, former.get(task.index, ())) for task in plan.tasks)
    return Baseline(plan.title, day, schedule.start, schedule.finish, schedule.deadline, tasks)


def slips(baseline: Baseline, schedule: Schedule) -> Slips:
    """How far a schedule has slipped from a baseline; a renamed task is followed by its `was`."""
    calendar = schedule.calendar
    now = baseline_of(schedule, baseline.day)
    pairs = match(baseline.tasks, now.tasks)
    old_of = {new: old for old, new in pairs.items()}
    found: dict[int, Slip] = {}
    deadlines: list[DeadlineMove] = []
    for index, task in enumerate(now.tasks):
        if index not in old_of:
            continue
        old = baseline.tasks[old_of[index]]
        slip = _slip(index, old, task, calendar)
        if slip is not None:
            found[index] = slip
        deadlines += [
            DeadlineMove(index, units, was, is_now, workdays_moved(calendar, was, is_now))
            for units, was, is_now in deadlines_apart(old, task)
        ]
    return Slips(
        workdays_moved(calendar, baseline.finish, now.finish),
        found,
        tuple(at for at, task in enumerate(now.tasks) if task.kind == "task" and at not in old_of),
        tuple(
            task
            for at, task in enumerate(baseline.tasks)
            if task.kind == "task" and at not in pairs
        ),
        tuple(deadlines),
    )


def agreed_tasks(baseline: Baseline, plan: Plan) -> dict[int, KeptTask]:
    """What was agreed for each task of a plan, by its index: for setting a forecast against it."""
    former = former_paths(plan)
    now = [
        KeptTask(task.path, task.kind, task.title, was=former.get(task.index, ()))
        for task in plan.tasks
    ]
    return {new: baseline.tasks[old] for old, new in match(baseline.tasks, now).items()}


def workdays_moved(calendar: Calendar, was: date | None, now: date | None) -> int | None:
    """How many workdays follow `was` up to `now`, which is counted; negative for an earlier day."""
    if was is None or now is None:
        return None
    return workdays_after(calendar, was, now)


def by_unit(dates: Iterable[Agreed]) -> dict[str | None, Agreed]:
    """The dates of each unit; of the task itself, under None, where it is no fan-out."""
    return {unit: each for each in dates for unit in each.units or (None,)}


def deadlines_apart(
    old: KeptTask, new: KeptTask
) -> Iterator[tuple[tuple[str, ...] | None, date | None, date | None]]:
    """The deadlines that differ between two states of a task, units that agree in it together."""
    was, now = by_unit(old.dates), by_unit(new.dates)
    together: dict[tuple[date | None, date | None], list[str | None]] = {}
    for unit, dates in now.items():
        if unit in was and was[unit].deadline != dates.deadline:
            together.setdefault((was[unit].deadline, dates.deadline), []).append(unit)
    for (before, after), units in together.items():
        yield _named(units), before, after


def _named(units: Iterable[str | None]) -> tuple[str, ...] | None:
    named = tuple(unit for unit in units if unit is not None)
    return named or None


def _slip(index: int, old: KeptTask, new: KeptTask, calendar: Calendar) -> Slip | None:
    was, now = by_unit(old.dates), by_unit(new.dates)
    both = [unit for unit in now if unit in was]
    if not both:
        return None
    old_start, old_finish = min(was[u].start for u in both), max(was[u].finish for u in both)
    start, finish = min(now[u].start for u in both), max(now[u].finish for u in both)
    started, finished = (
        workdays_moved(calendar, old_start, start),
        workdays_moved(calendar, old_finish, finish),
    )
    return Slip(index, started or 0, finished or 0, (old_start, old_finish), (start, finish))


def _kept(schedule: Schedule, task: Task, former: tuple[str, ...]) -> KeptTask:
    plan = schedule.plan
    return KeptTask(
        task.path,
        task.kind,
        task.title,
        task.owner,
        task.lead,
        task.note,
        tuple(_agreed(schedule, timing) for timing in schedule.by_task[task.index]),
        terms_of(plan, task),
        details_of(plan, task),
        former,
    )


def _agreed(schedule: Schedule, timing: Timing) -> Agreed:
    tasks = schedule.plan.tasks
    follows = dict.fromkeys(
        tasks[driver.task].path
        for driver in timing.drivers
        if driver.task is not None and driver.task != timing.task
    )
    return Agreed(
        timing.units,
        timing.start,
        timing.finish,
        timing.duration,
        timing.deadline,
        tuple(sorted(follows)),
    )

"""A plan as schedulers by the clock keep one: outline, calendars, links, resources, assignments.

A workday is 08:00-12:00 and 13:00-17:00, so that a day's beginning is 08:00 and its end 17:00. What
such a program has no field for stands in `kept`, by the names of `Kept`, for whoever reads it back.
"""

from datetime import date, datetime
from typing import Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Lag, LinkType, Owner, Task
from rectify_cli.report.project_calendars import CalendarBook, ProjectCalendar
from rectify_cli.report.project_holds import Constraint, Stands, stands_of, written_start
from rectify_cli.report.project_links import links_of
from rectify_cli.report.project_progress import Progress, progress_of
from rectify_cli.report.project_rows import Row, Rows, rows_of
from rectify_cli.report.project_stand import morning
from rectify_cli.report.project_uids import uids_of
from rectify_cli.report.source import Source
from rectify_cli.report.words import Words

Kept = Literal[
    "path", "form", "no", "owner", "lead", "participants", "each", "same", "repeat", "deliverable",
    "tags", "complete-at", "accept", "place", "time", "target", "weight",
]  # fmt: skip


class ProjectLink(Struct):
    """A dependency on the row `uid`."""

    uid: int
    type: LinkType
    lag: Lag


class Baseline(Struct):
    """The plan's own dates; `start` and `finish` of the row are those that are expected now."""

    start: datetime
    finish: datetime
    days: int


class ProjectTask(Struct):
    """A row of the outline. `days` are workdays of the calendar; `calendar` None is the project's.

    `constraint` None: as soon as possible. `deadline` is the day at whose end it is due.
    """

    uid: int
    level: int
    number: str
    name: str
    summary: bool
    start: datetime
    finish: datetime
    days: int
    calendar: int | None
    constraint: Constraint | None
    deadline: date | None
    progress: Progress
    baseline: Baseline
    links: tuple[ProjectLink, ...]
    kept: tuple[tuple[Kept, str], ...]
    recurring: bool = False
    priority: int = 500
    note: str | None = None

    @property
    def milestone(self) -> bool:
        """Whether it takes no time."""
        return self.days == 0 and not self.summary


class ProjectResource(Struct):
    """An owner, and the groups that it is in."""

    uid: int
    owner: Owner
    groups: tuple[str, ...]


class ProjectAssignment(Struct):
    """That a resource carries a row; `percent` is how far it is with it."""

    uid: int
    task: ProjectTask
    resource: int
    percent: int


class Project(Struct):
    """The whole; the first calendar is the project's."""

    title: str
    language: str
    as_of: date
    start: datetime
    finish: datetime
    deadline: date | None
    week_days: int
    kept: tuple[tuple[str, str], ...]
    calendars: tuple[ProjectCalendar, ...]
    tasks: tuple[ProjectTask, ...]
    resources: tuple[ProjectResource, ...]
    assignments: tuple[ProjectAssignment, ...]


def project(source: Source) -> Project:
    """The project of a source: what is expected, where something was reported, else the plan."""
    schedule, status = source.schedule, source.status
    plan = schedule.plan
    reported = status is not None and status.ledger_size > 0
    expected = status.forecast if status is not None and reported else schedule
    rows = rows_of(expected, source.selection)
    calendars = CalendarBook(schedule.calendar, Words(source.language))
    stands = stands_of(rows, plan.start)
    planned = stands_of(rows_of(schedule, source.selection), plan.start)
    made = _Made(rows, stands, planned, uids_of([row.key for row in rows.rows]), calendars)
    tasks = tuple(_task(source, made, at) for at in range(len(rows.rows)))
    members = {name: frozenset(group) for name, group in plan.groups.items()}
    resources = tuple(
        ProjectResource(
            number, owner, tuple(name for name, of in members.items() if owner.id in of)
        )
        for number, owner in enumerate(plan.owners.values(), 1)
    )
    last = max((task.finish for task in tasks), default=morning(plan.start))
    return Project(
        title=plan.title,
        language=source.language,
        as_of=source.edition.as_of,
        start=morning(schedule.start),
        finish=last,
        deadline=schedule.deadline,
        week_days=plan.week_days,
        kept=_kept_of_plan(source),
        calendars=calendars.made(
            min((task.start.date() for task in tasks), default=plan.start), last.date()
        ),
        tasks=tasks,
        resources=resources,
        assignments=_assignments(source, rows, tasks, resources),
    )


class _Made(Struct):
    """What a row is made from: all rows, where they stand now and by the plan, their numbers."""

    rows: Rows
    stands: Stands
    planned: Stands
    uids: list[int]
    calendars: CalendarBook


def _task(source: Source, made: _Made, at: int) -> ProjectTask:
    rows, stands, uids = made.rows, made.stands, made.uids
    row, stand = rows.rows[at], stands.stands[at]
    meant = made.planned.by_key.get(row.key, stand)
    links = links_of(rows, at)
    progress = progress_of(source.status, row)
    begins, ends = progress.begun or stand.start, progress.done or stand.finish
    return ProjectTask(
        uid=uids[at],
        level=row.level,
        number=row.number,
        name=row.title,
        summary=row.summary,
        start=begins,
        finish=ends,
        days=stand.days,
        calendar=None if row.summary or row.timing is None else made.calendars.uid(row.timing, row),
        constraint=stands.constraints[at],
        deadline=row.deadline,
        progress=progress,
        baseline=Baseline(meant.start, meant.finish, meant.days),
        links=tuple(ProjectLink(uids[link.row], link.type, link.lag) for link in links),
        kept=_kept(row, rows, _form(row, (begins, ends), meant.days)),
        recurring=row.recurring,
        priority=500 if row.task.priority is None else max(0, min(1000, row.task.priority)),
        note=row.task.note if row.first else None,
    )


def _form(row: Row, stands: tuple[datetime, datetime], days: int) -> str:
    """What a row is, and what stood in the file when it was written: to be told from changes."""
    words = [row.form]
    if row.timing is not None and not row.summary:
        if row.task.calendar is None and row.task.plan_calendar is None:
            words.append("no-calendar")
        words.append(f"w={stands[0].date()}..{stands[1].date()} d={days}")
        start = written_start(row)
        words += [] if start is None else [f"s={start}"]
    if row.recurring and row.timing is not None and row.timing.occurrences:
        nominal = [each.nominal for each in row.timing.occurrences]
        words.append(f"n={min(nominal)}..{max(nominal)}")
    return " ".join(words)


def _kept(row: Row, rows: Rows, form: str) -> tuple[tuple[Kept, str], ...]:
    task = row.task
    pairs: list[tuple[Kept, str | None]] = [("path", task.path), ("form", form)]
    if row.first:
        same = [rows.schedule.plan.tasks[link.task].path for link in task.links if link.same]
        pairs += [
            ("no", task.no),
            ("owner", task.owner),
            ("lead", task.lead),
            ("participants", " ".join(task.participants)),
            ("each", task.each),
            ("same", " ".join(same)),
            ("repeat", row.repeat),
            ("deliverable", task.deliverable),
            ("accept", task.accept),
            ("place", task.place),
            ("time", _clock(task)),
            ("target", f"{task.target.count} {task.target.unit}" if task.target else None),
            ("weight", None if task.weight is None else f"{float(task.weight):.10g}"),
            ("tags", ", ".join(task.tags)),
            (
                "complete-at",
                None if task.complete_at == 1 else f"{float(task.complete_at * 100):.10g}%",
            ),
        ]
    return tuple((key, value) for key, value in pairs if value)


def _clock(task: Task) -> str | None:
    if task.time is None:
        return None
    end = "" if task.time.end is None else f"-{task.time.end:%H:%M}"
    return f"{task.time.begin:%H:%M}{end}"


def _kept_of_plan(source: Source) -> tuple[tuple[str, str], ...]:
    plan = source.schedule.plan
    goal = None if plan.goal is None else plan.tasks[plan.goal].path
    pairs = (("timezone", plan.timezone), ("language", plan.language), ("goal", goal))
    return tuple((key, value) for key, value in pairs if value)


def _assignments(
    source: Source,
    rows: Rows,
    tasks: tuple[ProjectTask, ...],
    resources: tuple[ProjectResource, ...],
) -> tuple[ProjectAssignment, ...]:
    """The units of a fan-out, else the owner; of a row that recurs, at the row around."""
    uid_of = {resource.owner.id: resource.uid for resource in resources}
    found: list[ProjectAssignment] = []
    for row, task in zip(rows.rows, tasks, strict=True):
        for owner in row.carriers:
            if owner in uid_of:
                percent = _percent_of(source, row, owner, task.progress.percent)
                found.append(ProjectAssignment(len(found) + 1, task, uid_of[owner], percent))
    return tuple(found)


def _percent_of(source: Source, row: Row, owner: str, of_task: int) -> int:
    if source.status is None or not row.units or row.recurring:
        return of_task
    unit = source.status.rows[row.task.index].units.get(owner)
    return of_task if unit is None else int(unit.share * 100)

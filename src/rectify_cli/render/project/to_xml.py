"""Project → MS Project XML, the form that Microsoft Project and its kin open and save.

The order of elements is that of Microsoft's schema (mspdi_pj12), which the program insists on.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from uuid import UUID, uuid5

from rectify_cli.render.office.texts import office_text
from rectify_cli.render.project.calendars import calendars, resource_name
from rectify_cli.render.project.elements import leaf
from rectify_cli.render.project.fields import FIELDS, OWNER_FIELDS
from rectify_cli.report.project import Project, ProjectAssignment, ProjectResource, ProjectTask
from rectify_cli.report.project_holds import ConstraintKind

_NAMESPACE = UUID("6f5cfc7e-6c0c-5d0b-9c5e-2a5a6f0a7c11")
_LINK_TYPES = {"FF": 0, "FS": 1, "SF": 2, "SS": 3}
_CONSTRAINTS: dict[ConstraintKind, int] = {"must-start": 2, "must-finish": 3, "not-before": 4}
_HOURS = 8
_MINUTES = 60 * _HOURS
_NAME, _TEXT, _NOTE = 255, 255, 32_000


def to_xml(project: Project) -> Iterator[str]:
    """The file's text, in parts."""
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    yield '<Project xmlns="http://schemas.microsoft.com/project">\n'
    yield "".join(_head(project))
    yield "<ExtendedAttributes>\n"
    yield "".join(_fields(FIELDS))
    yield "".join(_fields(OWNER_FIELDS))
    yield "</ExtendedAttributes>\n"
    yield from calendars(project.calendars, project.resources)
    yield "<Tasks>\n"
    yield "".join(_whole(project))
    for number, task in enumerate(project.tasks, 1):
        yield "".join(_task(task, number))
    yield "</Tasks>\n<Resources>\n"
    for resource in project.resources:
        yield "".join(_resource(resource, len(project.calendars)))
    yield "</Resources>\n<Assignments>\n"
    for assignment in project.assignments:
        yield "".join(_assignment(assignment))
    yield "</Assignments>\n</Project>\n"


def _head(project: Project) -> Iterator[str]:
    yield leaf("SaveVersion", 14)
    yield leaf("Title", office_text(project.title, 2 * _NAME))
    yield leaf("ScheduleFromStart", 1)
    yield leaf("StartDate", project.start)
    yield leaf("FinishDate", project.finish)
    yield leaf("CriticalSlackLimit", 0)
    yield leaf("CalendarUID", 1)
    yield leaf("DefaultStartTime", "08:00:00")
    yield leaf("DefaultFinishTime", "17:00:00")
    yield leaf("MinutesPerDay", _MINUTES)
    yield leaf("MinutesPerWeek", _MINUTES * project.week_days)
    yield leaf("DaysPerMonth", 20)
    yield leaf("DefaultTaskType", 1)
    yield leaf("DurationFormat", 7)
    yield leaf("WorkFormat", 2)
    yield leaf("HonorConstraints", 1)
    yield leaf("WeekStartDay", 1)
    yield leaf("StatusDate", datetime.combine(project.as_of, time(17)))
    yield leaf("NewTasksAreManual", 0)


def _fields(fields: dict[str, tuple[int, str, str]]) -> Iterator[str]:
    for number, name, alias in fields.values():
        yield "<ExtendedAttribute>"
        yield leaf("FieldID", number) + leaf("FieldName", name) + leaf("Alias", alias)
        yield "</ExtendedAttribute>\n"


def _kept(kept: tuple[tuple[str, str], ...], fields: dict[str, tuple[int, str, str]]) -> str:
    return "".join(
        "<ExtendedAttribute>"
        + leaf("FieldID", fields[key][0])
        + leaf("Value", office_text(value, _TEXT))
        + "</ExtendedAttribute>"
        for key, value in kept
    )


def _whole(project: Project) -> Iterator[str]:
    """The row of the whole project, which has no place in the outline; it has the deadline."""
    yield "<Task>"
    yield leaf("UID", 0) + leaf("ID", 0)
    yield leaf("Name", office_text(project.title, _NAME))
    yield leaf("Type", 1) + leaf("IsNull", 0) + leaf("OutlineNumber", "0") + leaf("OutlineLevel", 0)
    yield leaf("Start", project.start) + leaf("Finish", project.finish)
    yield leaf("Summary", 1)
    if project.deadline is not None:
        yield leaf("Deadline", _evening(project.deadline))
    yield _kept(project.kept, FIELDS)
    yield "</Task>\n"


def _task(task: ProjectTask, number: int) -> Iterator[str]:
    yield "<Task>"
    yield leaf("UID", task.uid) + leaf("GUID", str(uuid5(_NAMESPACE, str(task.uid))).upper())
    yield leaf("ID", number) + leaf("Name", office_text(task.name, _NAME))
    yield leaf("Active", 1) + leaf("Manual", 0) + leaf("Type", 1) + leaf("IsNull", 0)
    yield leaf("WBS", task.number) + leaf("OutlineNumber", task.number)
    yield leaf("OutlineLevel", task.level) + leaf("Priority", task.priority)
    yield leaf("Start", task.start) + leaf("Finish", task.finish)
    yield from _length(task)
    yield from _progress(task)
    yield from _bounds(task)
    if task.note:
        yield leaf("Notes", office_text(task.note, _NOTE))
    yield from _links(task)
    yield _kept(task.kept, FIELDS)
    yield "<Baseline>" + leaf("Number", 0)
    yield leaf("Start", task.baseline.start) + leaf("Finish", task.baseline.finish)
    yield leaf("Duration", _hours(task.baseline.days)) + leaf("DurationFormat", 7)
    yield "</Baseline></Task>\n"


def _length(task: ProjectTask) -> Iterator[str]:
    if not task.summary:
        yield leaf("Duration", _hours(task.days))
    yield leaf("DurationFormat", 7) + leaf("EffortDriven", 0)
    yield leaf("Recurring", task.recurring) + leaf("Estimated", 0)
    yield leaf("Milestone", task.milestone) + leaf("Summary", task.summary)


def _progress(task: ProjectTask) -> Iterator[str]:
    percent, begun, done = task.progress
    yield leaf("PercentComplete", percent)
    if task.summary:
        return
    if begun is not None:
        yield leaf("ActualStart", begun)
    if done is not None:
        yield leaf("ActualFinish", done)
    minutes = task.days * _MINUTES
    actual = minutes if done is not None else minutes * percent // 100
    yield leaf("ActualDuration", _minutes(actual if begun is not None else 0))
    yield leaf("RemainingDuration", _minutes(minutes - (actual if begun is not None else 0)))


def _bounds(task: ProjectTask) -> Iterator[str]:
    held = task.constraint
    yield leaf("ConstraintType", 0 if held is None else _CONSTRAINTS[held.kind])
    yield leaf("CalendarUID", -1 if task.calendar is None else task.calendar)
    if held is not None:
        yield leaf("ConstraintDate", held.at)
    if task.deadline is not None:
        yield leaf("Deadline", _evening(task.deadline))
    yield leaf("IgnoreResourceCalendar", task.calendar is not None)


def _links(task: ProjectTask) -> Iterator[str]:
    for link in task.links:
        minutes = link.lag.days * (24 * 60 if link.lag.elapsed else _MINUTES)
        yield "<PredecessorLink>" + leaf("PredecessorUID", link.uid)
        yield leaf("Type", _LINK_TYPES[link.type]) + leaf("CrossProject", 0)
        yield leaf("LinkLag", minutes * 10)
        yield leaf("LagFormat", 8 if link.lag.elapsed else 7) + "</PredecessorLink>"


def _resource(resource: ProjectResource, calendars_before: int) -> Iterator[str]:
    owner = resource.owner
    name = resource_name(owner.title)
    yield "<Resource>" + leaf("UID", resource.uid) + leaf("ID", resource.uid)
    yield leaf("Name", office_text(name, _NAME)) + leaf("Type", 1) + leaf("IsNull", 0)
    yield leaf("Code", office_text(owner.id, _NAME)) + leaf("Group", office_text(owner.kind, _NAME))
    if owner.email:
        yield leaf("EmailAddress", office_text(owner.email, _NAME))
    yield leaf("MaxUnits", 1) + leaf("CalendarUID", calendars_before + resource.uid)
    kept = (
        ("parent", owner.parent),
        ("lead", owner.lead),
        ("groups", " ".join(resource.groups)),
        ("title", None if name == owner.title else owner.title),
    )
    yield _kept(tuple((key, value) for key, value in kept if value), OWNER_FIELDS)
    yield "</Resource>\n"


def _assignment(assignment: ProjectAssignment) -> Iterator[str]:
    task = assignment.task
    yield "<Assignment>" + leaf("UID", assignment.uid) + leaf("TaskUID", task.uid)
    yield leaf("ResourceUID", assignment.resource)
    yield leaf("PercentWorkComplete", assignment.percent)
    yield leaf("Finish", task.finish)
    yield leaf("Start", task.start) + leaf("Units", 1)
    yield leaf("Work", _hours(0 if task.summary else task.days)) + "</Assignment>\n"


def _hours(days: int) -> str:
    return f"PT{days * _HOURS}H0M0S"


def _minutes(minutes: int) -> str:
    return f"PT{minutes // 60}H{minutes % 60}M0S"


def _evening(day: date) -> datetime:
    return datetime.combine(day, time(17))

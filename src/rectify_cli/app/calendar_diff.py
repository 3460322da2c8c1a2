"""What the installed library would change: its days against the frozen files, and the schedule."""

from rectify_cli.app.here import Here
from rectify_cli.app.national import national_from
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import CalendarSpec, FrozenCalendar, Plan
from rectify_cli.report.calendar_changes import (
    CalendarChanges,
    FileChanges,
    changes_record,
    changes_table,
)
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report
from rectify_cli.schedule.build import build_schedule
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.calendars import Calendars, National
from rectify_cli.workdays.compare import compare_days
from rectify_cli.workdays.national import NationalDays, UnknownPlace


class NotCompared(Struct):
    """Why there is nothing to compare."""

    why: Message


def calendar_changes(was: Schedule, here: Here) -> CalendarChanges | NotCompared:
    """The frozen files against the library, and the schedule against the one without them."""
    plan = was.plan
    national = national_from(here.cache, plan.language)
    files: dict[str, FileChanges] = {}
    for spec in (plan.calendar, *(task.calendar for task in plan.tasks)):
        if spec is None or spec.frozen is None or spec.frozen.path in files:
            continue
        changes = _changes(spec, spec.frozen, national)
        if isinstance(changes, NotCompared):
            return changes
        files[spec.frozen.path] = changes
    if not files:
        return NotCompared(
            say("the plan has no frozen calendar\nwrite one with  rectify calendar freeze")
        )
    unfrozen = _unfrozen(plan)
    now, _ = build_schedule(unfrozen, Calendars(plan.start, national).of)
    return CalendarChanges(tuple(files.values()), was, now)


def changes_report(changes: CalendarChanges, language: str) -> Report:
    """The view of them."""
    return changes_table(changes, language)


def changes_as_record(changes: CalendarChanges) -> Record:
    """The same for machines."""
    return changes_record(changes)


def _changes(
    spec: CalendarSpec, frozen: FrozenCalendar, national: National
) -> FileChanges | NotCompared:
    country, subdivision = _place(spec, frozen)
    if country is None:
        return NotCompared(
            say("{path} names no country: write country: beside frozen: {path}", path=frozen.path)
        )
    kept = NationalDays(frozen.days_off, frozen.workdays, frozen.source)
    years = {*frozen.years, *(day.year for day in (*kept.days_off, *kept.workdays))}
    if not years:
        return FileChanges(frozen.path, frozen.source, frozen.source, ())
    days = national(country, subdivision, min(years), max(years))
    if isinstance(days, UnknownPlace):
        return NotCompared(say("there is no {what} '{name}'", what=days.what, name=days.name))
    return FileChanges(frozen.path, kept.source, days.source, tuple(compare_days(kept, days)))


def _unfrozen(plan: Plan) -> Plan:
    """The plan as if no file stood in for the library."""
    tasks = tuple(
        task if task.calendar is None else task._replace(calendar=_live(task.calendar))
        for task in plan.tasks
    )
    return plan._replace(calendar=_live(plan.calendar), tasks=tasks)


def _live(spec: CalendarSpec) -> CalendarSpec:
    if spec.frozen is None:
        return spec
    country, subdivision = _place(spec, spec.frozen)
    return spec._replace(country=country, subdivision=subdivision, frozen=None)


def _place(spec: CalendarSpec, frozen: FrozenCalendar) -> tuple[str | None, str | None]:
    """The country that a plan names, else the one that its frozen file does."""
    if spec.country is not None:
        return spec.country, spec.subdivision
    return frozen.country, frozen.subdivision

"""The flat table of a schedule: a row for every workday and what is on, for spreadsheets."""

from collections.abc import Iterator

from rectify_cli.report.agenda_notes import what_the_day_holds
from rectify_cli.report.day_rows import item_owner
from rectify_cli.report.headline import headline
from rectify_cli.report.names import clock, owner_title, owner_titles
from rectify_cli.report.selection import Selection, Shown, lead_of, shown
from rectify_cli.report.table import Cell, Column, ColumnKind, Report, Row, Section
from rectify_cli.report.words import Words
from rectify_cli.schedule.expand import expand
from rectify_cli.schedule.model import Day, DayItem, Schedule

_COLUMNS: tuple[tuple[str, ColumnKind], ...] = (
    ("phase", "text"),
    ("no", "text"),
    ("task", "key"),
    ("title", "text"),
    ("kind", "text"),
    ("day", "number"),
    ("of", "number"),
    ("text", "text"),
    ("unit-count", "number"),
    ("unit", "text"),
    ("owner", "text"),
    ("lead", "text"),
    ("participants", "text"),
    ("time", "text"),
    ("place", "text"),
    ("task-deadline", "date"),
    ("deliverable", "text"),
    ("tags", "text"),
)


def timetable(schedule: Schedule, selection: Selection, language: str) -> Report:
    """The table of the days that a selection leaves, made while it is read."""
    words = Words(language)
    return Report(
        title=schedule.plan.title,
        language=language,
        facts=headline(schedule, selection, words),
        group=(
            Column("date", words("date"), "date"),
            Column("weekday", words("weekday")),
            Column("number", words("number"), "number"),
        ),
        columns=tuple(Column(key, words(key), kind) for key, kind in _COLUMNS),
        sections=_sections(schedule, selection, words),
    )


def _sections(schedule: Schedule, selection: Selection, words: Words) -> Iterator[Section]:
    left = shown(schedule, selection)
    for day in expand(schedule, selection.first, selection.last):
        rows = tuple(
            Row(_cells(schedule, item, left, words)) for item in day.items if left.has(item)
        )
        if rows:
            yield Section((words.full(day.date),), rows, _head(day, words))


def _head(day: Day, words: Words) -> tuple[Cell, ...]:
    return (day.date, words.weekday(day.date), day.number)


def _cells(schedule: Schedule, item: DayItem, left: Shown, words: Words) -> tuple[Cell, ...]:
    plan, timing = schedule.plan, item.timing
    task = schedule.task_of(timing)
    phase = plan.phase_of(task)
    units = left.units_of(timing)
    return (
        "" if phase is None else phase.title,
        task.no,
        task.path,
        task.title,
        words(f"kind-{item.kind}"),
        item.day or None,
        item.of or None,
        what_the_day_holds(schedule, item),
        len(units) if timing.units is not None else None,
        owner_title(plan, units[0]) if len(units) == 1 else "",
        owner_title(plan, item_owner(task, item) or task.owner),
        owner_title(plan, lead_of(task, timing)),
        owner_titles(plan, task.participants, words),
        clock(task.time),
        owner_title(plan, task.place),
        timing.deadline,
        task.deliverable,
        words.listed(task.tags),
    )

"""The timetable for a spreadsheet that people print: what each workday holds, phase by phase."""

from collections.abc import Iterator

from rectify_cli.report.agenda_notes import title_of, what_the_day_holds
from rectify_cli.report.day_rows import item_owner, what_is_on
from rectify_cli.report.headline import headline
from rectify_cli.report.names import bearer, clock, owner_title, owner_titles
from rectify_cli.report.selection import Shown, lead_of, shown
from rectify_cli.report.source import Source
from rectify_cli.report.table import Cell, Column, ColumnKind, Report, Row, Section, Tone
from rectify_cli.report.words import Words
from rectify_cli.schedule.expand import expand
from rectify_cli.schedule.model import DayItem, Schedule

_COLUMNS: tuple[tuple[str, ColumnKind], ...] = (
    ("phase", "text"),
    ("no", "text"),
    ("task", "key"),
    ("title", "text"),
    ("what", "text"),
    ("text", "text"),
    ("owner", "text"),
    ("lead", "text"),
    ("participants", "text"),
    ("time", "text"),
    ("place", "text"),
    ("task-deadline", "date"),
    ("deliverable", "text"),
)
_TONES: dict[str, Tone] = {"due": "notice", "milestone": "strong"}


def timetable_sheets(source: Source) -> Report:
    """A row for every workday and what is on, made while it is read; a sheet a phase."""
    schedule, words = source.schedule, Words(source.language)
    return Report(
        title=schedule.plan.title,
        language=source.language,
        facts=headline(schedule, source.selection, words),
        group=(
            Column("date", words("date"), "date"),
            Column("weekday", words("weekday")),
            Column("number", words("sheet-workday"), "number"),
        ),
        columns=tuple(Column(key, words(key), kind) for key, kind in _COLUMNS),
        sections=_sections(source, words),
        edition=source.edition,
        split_by="phase",
    )


def _sections(source: Source, words: Words) -> Iterator[Section]:
    schedule, selection = source.schedule, source.selection
    left = shown(schedule, selection)
    for day in expand(schedule, selection.first, selection.last):
        rows = tuple(
            Row(_cells(schedule, item, left, words), _TONES.get(item.kind, "plain"))
            for item in day.items
            if left.has(item)
        )
        if rows:
            yield Section((), rows, (day.date, words.weekday(day.date), day.number))


def _cells(schedule: Schedule, item: DayItem, left: Shown, words: Words) -> tuple[Cell, ...]:
    plan, timing = schedule.plan, item.timing
    task = schedule.task_of(timing)
    phase = plan.phase_of(task)
    own = item_owner(task, item)
    return (
        "" if phase is None else phase.title,
        task.no,
        task.path,
        task.title if item.kind == "item" else title_of(item, task, words),
        what_is_on(item, words),
        what_the_day_holds(schedule, item),
        bearer(plan, own or task.owner, () if own else left.units_of(timing), words),
        owner_title(plan, lead_of(task, timing)),
        owner_titles(plan, task.participants, words),
        clock(task.time),
        owner_title(plan, task.place),
        timing.deadline,
        task.deliverable,
    )

"""The ledger (台账): every task with its state as of a day, and every unit's part in every task."""

from collections.abc import Iterator

from rectify_cli.plan.model import Task
from rectify_cli.progress.status import Facts, Status, TaskStatus
from rectify_cli.report.attention import LAMP_TONES
from rectify_cli.report.names import owner_title, owner_titles
from rectify_cli.report.selection import Selection, owners_below, shown
from rectify_cli.report.sheet_fields import link_text
from rectify_cli.report.source import Source
from rectify_cli.report.status_choice import Choice
from rectify_cli.report.status_sheet import status_sheet
from rectify_cli.report.table import Cell, Column, ColumnKind, Report, Row, Section, Tone, Workbook
from rectify_cli.report.words import Words

_MORE: tuple[tuple[str, str, ColumnKind], ...] = (
    ("participants", "participants", "text"),
    ("deliverable", "deliverable", "text"),
    # What a plan could be made from again; nobody prints it.
    ("duration", "duration", "key"),
    ("after", "after", "key"),
    ("fan-out", "fan-out", "key"),
)
_UNIT: tuple[tuple[str, str, ColumnKind], ...] = (
    ("unit", "unit", "text"),
    ("no", "no", "text"),
    ("task", "task", "key"),
    ("title", "title", "text"),
    ("occurrence", "ledger-occurrence", "date"),
    ("state", "state", "text"),
    ("due", "ledger-due", "date"),
    ("overdue", "ledger-overdue", "text"),
    ("done-on", "ledger-done-on", "date"),
    ("count", "ledger-count", "number"),
    ("note", "note", "text"),
    ("reporter", "ledger-said-by", "text"),
)
_TASK_COLUMN = 1
_OVER = frozenset({"done", "dropped", "reported"})


def ledger(source: Source) -> Workbook:
    """The tasks, then the units' parts."""
    words = Words(source.language)
    sheets = [(words("ledger-tasks"), ledger_tasks(source))]
    units = _units(source, words)
    if units.sections:
        sheets.append((words("ledger-units"), units))
    return Workbook(tuple(sheets))


def ledger_tasks(source: Source) -> Report:
    """A row for every task: what it is, how it stands, and what a plan says of it besides."""
    words, status = Words(source.language), _status(source)
    chosen = Choice(owner=source.selection.owner)
    made = status_sheet(status, chosen, source.language, source.edition)
    kept = {source.schedule.plan.tasks[index].path: index for index in _tasks(source)}
    sections = []
    for section in made.sections:
        rows = tuple(
            row._replace(cells=(*row.cells, *_more(source, kept[path], words)))
            for row in section.rows
            if (path := str(row.cells[_TASK_COLUMN])) in kept
        )
        if rows:
            sections.append(section._replace(rows=rows))
    columns = (*made.columns, *(Column(key, words(label), kind) for key, label, kind in _MORE))
    title = words("ledger-of", plan=made.title)
    return made._replace(title=title, columns=columns, sections=sections)


def _status(source: Source) -> Status:
    if source.status is None:
        raise AssertionError("a ledger is made from a status")
    return source.status


def _tasks(source: Source) -> list[int]:
    """The tasks that a selection leaves, in the plan's order."""
    selection = Selection(owner=source.selection.owner, phase=source.selection.phase)
    if selection.is_everything:
        return [task.index for task in source.schedule.plan.tasks if task.kind == "task"]
    left = shown(source.schedule, selection)
    return sorted(
        {
            timing.task
            for timing in source.schedule.timings
            if timing.index in left.units or timing.index in left.items
        }
    )


def _more(source: Source, index: int, words: Words) -> tuple[Cell, ...]:
    plan = source.schedule.plan
    task = plan.tasks[index]
    timings = source.schedule.by_task[index]
    longest = max((timing.duration for timing in timings), default=None)
    return (
        owner_titles(plan, task.participants, words),
        task.deliverable,
        None if longest is None or task.repeat is not None else f"{longest}d",
        words.listed(link_text(plan, link) for link in task.links),
        task.each,
    )


def _units(source: Source, words: Words) -> Report:
    status = _status(source)
    plan = source.schedule.plan
    below = owners_below(plan, source.selection.owner)
    sections = []
    for index in _tasks(source):
        task, row = plan.tasks[index], status.rows[index]
        if task.units is None or row.state == "dropped":
            continue
        mine = below is None or task.owner in below or task.lead in below
        rows = tuple(
            each for unit, each in _parts(source, task, row, words) if mine or unit in (below or ())
        )
        if rows:
            sections.append(Section((task.title,), rows, (_phase(source, task),)))
    return Report(
        title=words("ledger-of", plan=plan.title),
        language=source.language,
        group=(Column("phase", words("phase")),),
        columns=tuple(Column(key, words(label), kind) for key, label, kind in _UNIT),
        sections=sections,
        edition=source.edition,
    )


def _phase(source: Source, task: Task) -> str:
    phase = source.schedule.plan.phase_of(task)
    return "" if phase is None else phase.title


def _parts(source: Source, task: Task, row: TaskStatus, words: Words) -> Iterator[tuple[str, Row]]:
    """A unit and its row, for each of its parts."""
    if row.occurrences:
        yield from _occurrences(source, task, row, words)
        return
    for unit, part in row.units.items():
        late = part.counts and part.state not in _OVER and part.due < source.edition.as_of
        standing = (None, words(f"state-{part.state}"), part.due, _late(words, is_late=late))
        title = owner_title(source.schedule.plan, unit)
        yield unit, _row(title, task, standing, part.facts, is_late=late)


def _occurrences(
    source: Source, task: Task, row: TaskStatus, words: Words
) -> Iterator[tuple[str, Row]]:
    """A row for each occurrence that has come; what lies ahead is nobody's debt."""
    as_of = source.edition.as_of
    for each in row.occurrences:
        missing = frozenset(each.missing)
        for unit, facts in each.facts.items() if each.day <= as_of else ():
            if unit is not None:
                late = unit in missing and each.day < as_of
                state = words("ledger-open" if unit in missing else "state-done")
                standing = (each.day, state, each.day, _late(words, is_late=late))
                title = owner_title(source.schedule.plan, unit)
                yield unit, _row(title, task, standing, facts, is_late=late)


def _late(words: Words, *, is_late: bool) -> str:
    return words("ledger-late") if is_late else ""


def _row(unit: str, task: Task, standing: tuple[Cell, ...], facts: Facts, *, is_late: bool) -> Row:
    tone: Tone = LAMP_TONES["red"] if is_late else "plain"
    note = facts.notes[-1].note if facts.notes else None
    said = (facts.complete_on, facts.count, note, facts.said_by)
    return Row((unit, task.no, task.path, task.title, *standing, *said), tone)

"""The plan as a table: a row a task, everything as it is written, so that it can be imported again.

Beside the tasks stand what the plan says of itself, its phases, and all its owners. Plans that are
included stay files of their own.
"""

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from rectify_cli.plan.as_written import labelled_days, listed, written_fields
from rectify_cli.plan.model import Owner, Plan, Task
from rectify_cli.report.selection import shown
from rectify_cli.report.source import Source
from rectify_cli.report.table import Cell, Column, ColumnKind, Report, Row, Section, Workbook
from rectify_cli.report.words import Words

_COLUMNS = (
    "no", "id", "phase", "title", "owner", "lead", "participants", "on", "start", "finish",
    "duration", "after", "deadline", "deliverable",
)  # fmt: skip
_WHERE_USED = ("each", "except", "complete_at", "time", "place", "target", "tags")
_FOLDED = (
    "overrides", "repeat", "on_day_off", "schedule", "calendar", "uses", "accept", "report_every",
    "checklist", "days", "document", "links", "estimate", "weight", "priority", "was",
)  # fmt: skip
"""What is seldom changed in a table: a sheet has these columns out of sight, so that it can be
printed; a plan is made of them all the same."""
_DATES = frozenset({"on", "start", "finish", "deadline"})
_OWNER = (
    "id", "title", "kind", "parent", "lead", "email", "capacity", "days_off", "joined", "left",
    "tags", "was",
)  # fmt: skip
_FROM_FILES = frozenset({"owners_from"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


def plan_table(source: Source) -> Workbook:
    """The tasks, the plan's own keys, its phases, its owners: a sheet each."""
    words = Words(source.language)
    plan = source.schedule.plan
    sheets = [(words("plan-table-tasks"), plan_table_tasks(source))]
    sheets.append((words("plan-table-plan"), _own(plan, source, words)))
    phases = [task for task in plan.tasks if _is_own(plan, task) and task.kind == "phase"]
    if phases:
        sheets.append((words("plan-table-phases"), _phases(phases, source)))
    if plan.owners:
        sheets.append((words("plan-table-owners"), _owners(plan, source)))
    return Workbook(tuple(sheets))


def plan_table_tasks(source: Source) -> Report:
    """A row for every task and summary."""
    words, plan = Words(source.language), source.schedule.plan
    kept = _kept(source)
    tasks = [
        task
        for task in plan.tasks
        if task.kind != "phase" and _is_own(plan, task) and (kept is None or task.index in kept)
    ]
    said = {task.index: written_fields(task.where) for task in tasks}
    used = {key for fields in said.values() for key in fields}
    more = (key for key in _WHERE_USED if key in used)
    keys = (*_COLUMNS, *more, "note", *(key for key in _FOLDED if key in used))
    rows = tuple(Row(tuple(_cells(plan, task, said[task.index], keys))) for task in tasks)
    columns = tuple(Column(key, words(f"written-{key}"), _kind(key)) for key in keys)
    return _report(source, columns, rows)


def _report(source: Source, columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Report:
    return Report(
        title=source.schedule.plan.title,
        language=source.language,
        columns=columns,
        sections=(Section((), rows),),
        edition=source.edition,
    )


def _kind(key: str) -> ColumnKind:
    if key in _FOLDED:
        return "key"
    return "date" if key in _DATES else "text"


def _is_own(plan: Plan, task: Task) -> bool:
    """Whether a task stands in the plan's own file, and not in one that it includes."""
    return task.where.source.path == plan.path


def _kept(source: Source) -> frozenset[int] | None:
    """The tasks that are asked for; None: all of them, those too that have no dates."""
    if source.selection.owner is None and source.selection.phase is None:
        return None
    left = shown(source.schedule, source.selection)
    timings = source.schedule.timings
    return frozenset(timings[index].task for index in (*left.units, *left.items))


def _cells(plan: Plan, task: Task, said: dict[str, str], keys: Iterable[str]) -> Iterable[Cell]:
    phase = plan.phase_of(task)
    for key in keys:
        if key == "id":
            yield task.path
        elif key == "phase":
            yield None if phase is None else phase.title
        else:
            yield _cell(key, said.get(key))


def _cell(key: str, text: str | None) -> Cell:
    if text is None:
        return None
    if (key in _DATES or key in {"joined", "left"}) and _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return int(text) if key == "no" and _NUMBER.fullmatch(text) else text


def _own(plan: Plan, source: Source, words: Words) -> Report:
    """What the plan's file says of itself, by the keys of the language."""
    rows = tuple(
        Row((key, _cell(key, text)))
        for key, text in written_fields(plan.where, names_apart=False).items()
        if key not in _FROM_FILES
    )
    columns = (Column("key", words("written-key")), Column("value", words("written-value")))
    return _report(source, columns, rows)


def _phases(phases: list[Task], source: Source) -> Report:
    said = [written_fields(task.where, names_apart=False) for task in phases]
    keys = tuple(dict.fromkeys(["title", *(key for fields in said for key in fields)]))
    rows = tuple(
        Row((task.path, *(_cell(key, fields.get(key)) for key in keys)))
        for task, fields in zip(phases, said, strict=True)
    )
    return _report(source, _keyed(("id", *keys)), rows)


def _keyed(keys: tuple[str, ...]) -> tuple[Column, ...]:
    """Columns that are headed by the language's keys, which no reader of words is to translate."""
    return tuple(Column(key, key, _kind(key)) for key in keys)


def _owners(plan: Plan, source: Source) -> Report:
    included = {task.where.source.path for task in plan.tasks} - {plan.path}
    rows = tuple(
        Row(_owner(owner))
        for owner in plan.owners.values()
        if owner.where.source.path not in included
    )
    return _report(source, _keyed(_OWNER), rows)


def _owner(owner: Owner) -> tuple[Cell, ...]:
    return (
        owner.id,
        owner.title,
        owner.kind,
        owner.parent,
        owner.lead,
        owner.email,
        _amount(owner.capacity),
        labelled_days(owner.days_off) if owner.days_off else None,
        owner.joined,
        owner.left,
        listed(owner.tags),
        listed(owner.was),
    )


def _amount(amount: Fraction | None) -> Cell:
    if amount is None:
        return None
    return int(amount) if amount.denominator == 1 else str(float(amount))

"""A row of a project file as a task: its dates, links, calendar, and what a fan-out is made of."""

from datetime import date

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.draft import DraftMap, DraftTask, More, Value
from rectify_cli.intake.project_dates import RowDates, nominal_days, row_dates, row_deadline
from rectify_cli.intake.project_days import FileDays, days_of, task_calendar
from rectify_cli.intake.project_file import FileTask, ProjectFile
from rectify_cli.intake.project_links import links_of
from rectify_cli.intake.project_owners import Owners
from rectify_cli.intake.project_tree import Node, Tree


class Reading(Struct):
    """What a row is read with."""

    file: ProjectFile
    tree: Tree
    owners: Owners
    days: FileDays
    start: date
    left: list[Message]


def leaf(reading: Reading, node: Node, draft: DraftTask) -> DraftTask:
    """A task: what it says beside its dates is there already."""
    rows = _rows(node)
    base = next((row for row in rows if not _own(row)), rows[0])
    days = _days(reading, base)
    dates = row_dates(base, days, reading.start)
    after, left = links_of(reading.file, reading.tree, node, rows, days)
    reading.left.extend((*left, *dates.left))
    if "each" not in node.row.kept:
        rest = reading.owners.carriers.get(node.row.uid, ())
        others = tuple(each for each in rest if each not in {draft.owner, *draft.participants})
        draft = draft._replace(participants=(*draft.participants, *others))
    calendar = () if _is_without_calendar(base) else task_calendar(days, reading.days)
    draft = draft._replace(
        on=dates.on,
        start=dates.start,
        finish=dates.finish,
        duration=dates.duration,
        deadline=row_deadline(base),
        after=after,
        more=(*draft.more, *dates.more, *calendar),
    )
    if "repeat" in node.row.kept or "repeat" in base.kept.get("form", "").split():
        draft = _repeat(node, base, rows, draft)
    return _fan_out(reading, node, rows, base, draft) if "each" in node.row.kept else draft


def _rows(node: Node) -> list[FileTask]:
    """The rows that a task's dates are in: its own, or the parts of its fan-out."""
    parts = [row for row in node.parts if row.kept.get("form", "").startswith("part")]
    return parts if "fan-out" in node.words and parts else [node.row]


def _own(row: FileTask) -> bool:
    words = row.kept.get("form", "").split()
    return "own-dates" in words or "own-deadline" in words


def _days(reading: Reading, row: FileTask) -> FileDays:
    if row.elapsed and row.minutes:
        return FileDays.every_day()
    if row.calendar in {-1, reading.file.calendar} or row.calendar not in reading.file.calendars:
        return reading.days
    return days_of(reading.file.calendars, row.calendar)[0]


def _is_without_calendar(row: FileTask) -> bool:
    return "no-calendar" in row.kept.get("form", "").split()


def _repeat(node: Node, base: FileTask, rows: list[FileTask], draft: DraftTask) -> DraftTask:
    """A task that repeats: its rule, from the first day that the rule names to the last."""
    words = base.kept.get("form", "").split()
    named = [nominal_days(row) for row in rows]
    firsts = [first for first, _ in named if first is not None]
    lasts = [last for _, last in named if last is not None]
    more: More = (("repeat", base.kept.get("repeat", node.row.kept.get("repeat", ""))),)
    for way in ("later", "skip"):
        more = (*more, ("on_day_off", way)) if way in words else more
    return draft._replace(
        on=None,
        start=min(firsts, default=draft.start),
        finish=max(lasts, default=draft.finish),
        duration=None,
        more=(*draft.more, *more),
    )


def _fan_out(
    reading: Reading, node: Node, rows: list[FileTask], base: FileTask, draft: DraftTask
) -> DraftTask:
    groups = tuple(
        name for name in node.row.kept["each"].split(", ") if name in reading.owners.known
    )
    units = {unit for row in rows for unit in reading.owners.carriers.get(row.uid, ())}
    members: dict[str, None] = {}
    for name in groups:
        members.update(dict.fromkeys(reading.owners.groups.get(name, (name,))))
    if not groups or not units:
        reading.left.append(say("{row}: nobody of its fan-out is assigned", row=node.row.name))
        return draft
    overrides = [
        (unit, DraftMap(entries))
        for row in rows
        if (entries := _override(reading, row, base, draft))
        for unit in reading.owners.carriers.get(row.uid, ())
    ]
    more = (("overrides", DraftMap(tuple(overrides))),) if overrides else ()
    return draft._replace(
        each=groups,
        except_=tuple(each for each in members if each not in units),
        complete_at=node.row.kept.get("complete-at"),
        more=(*draft.more, *more),
    )


def _override(
    reading: Reading, row: FileTask, base: FileTask, draft: DraftTask
) -> tuple[tuple[str, Value], ...]:
    """What is different for the units of a part."""
    if row is base:
        return ()
    entries: list[tuple[str, Value]] = []
    if "own-dates" in row.kept.get("form", "").split():
        entries += _dates_entries(row_dates(row, _days(reading, row), reading.start))
    deadline = row_deadline(row)
    if deadline is not None and deadline != draft.deadline:
        entries.append(("deadline", deadline))
    return tuple(entries)


def _dates_entries(dates: RowDates) -> list[tuple[str, Value]]:
    pairs = (
        ("on", dates.on),
        ("start", dates.start),
        ("finish", dates.finish),
        ("duration", dates.duration),
    )
    return [(key, value) for key, value in pairs if value is not None]

"""MS Project XML → the draft of a plan: rows of the outline, calendars, links, resources.

Files that rectify wrote come back with their ids, fan-outs and leaders, which it kept in them;
those of other programs are read by what every one of them says. What a plan cannot say is named.
"""

from datetime import date
from typing import NamedTuple

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.intake.draft import (
    DraftMap,
    DraftPhase,
    DraftPlan,
    DraftTask,
    More,
    Value,
)
from rectify_cli.intake.grid import Remark
from rectify_cli.intake.project_dates import (
    RowDates,
    nominal_days,
    row_dates,
    row_deadline,
)
from rectify_cli.intake.project_days import FileDays, days_of, draft_calendar, task_calendar
from rectify_cli.intake.project_file import FileTask, ProjectFile, read_project_file
from rectify_cli.intake.project_links import links_of
from rectify_cli.intake.project_owners import Owners, owners_of
from rectify_cli.intake.project_tree import Node, Tree, tree_of

_SNET = 4


PROJECT_FIELDS = frozenset(
    {
        "title", "phase", "owner", "participants", "on", "start", "finish", "duration", "deadline",
        "after", "note",
    }
)  # fmt: skip
"""What every project file says of a task."""


class ReadProject(NamedTuple):
    """The draft of a plan and how many tasks it has, None where the file cannot be read.

    `remarks` name what was not taken over.
    """

    draft: DraftPlan | None
    findings: list[Finding]
    tasks: int = 0
    remarks: tuple[Remark, ...] = ()


class _Reading(NamedTuple):
    """What a row is read with."""

    file: ProjectFile
    tree: Tree
    owners: Owners
    days: FileDays
    start: date
    left: list[Message]


def read_project(path: str, data: bytes) -> ReadProject:
    """The plan that a project file tells."""
    file, findings = read_project_file(path, data)
    if file is None or file.start is None:
        return ReadProject(None, findings)
    owners, left = owners_of(file)
    days, unread = days_of(file.calendars, file.calendar)
    reading = _Reading(file, tree_of(file.tasks), owners, days, file.start.date(), left)
    if unread:
        left.append(say("exceptions of the calendar that recur by a pattern"))
    draft = _plan(reading)
    inactive = sum(not row.active for row in file.tasks)
    if inactive:
        left.append(say("rows that are inactive: {n}", n=inactive))
    remarks = [Remark(message) for message in dict.fromkeys(left)]
    if any(row.percent > 0 for row in file.tasks):
        said = say("progress: what is done is reported, with  rectify done  and the others")
        remarks.append(Remark(said, lost=False))
    tasks = sum(not node.children for node in reading.tree.nodes)
    return ReadProject(draft, findings, tasks, tuple(remarks))


def _plan(reading: _Reading) -> DraftPlan:
    made: dict[int, DraftTask] = {}
    phases: list[DraftPhase] = []
    tasks: list[DraftTask] = []
    # Those inside come after what is around them.
    for node in reversed(reading.tree.nodes):
        children = tuple(made.pop(id(child)) for child in node.children)
        draft = _summary(reading, node, children) if children else _leaf(reading, node)
        if node.parent is not None:
            made[id(node)] = draft
        elif children and "summary" not in node.words:
            phases.append(_phase(draft))
        else:
            tasks.append(draft)
    whole = reading.tree.whole
    kept = {} if whole is None else whole.kept
    title = (whole.name if whole is not None else "") or reading.file.title
    return DraftPlan(
        title=title or "Project",
        start=reading.start,
        deadline=None if whole is None else row_deadline(whole),
        calendar=draft_calendar(reading.days),
        timezone=kept.get("timezone"),
        language=kept.get("language"),
        owners=reading.owners.drafts,
        phases=tuple(reversed(phases)),
        tasks=tuple(reversed(tasks)),
        more=(*_goal(reading, kept.get("goal")), *reading.owners.groups_value()),
    )


def _goal(reading: _Reading, path: str | None) -> More:
    """The goal that was kept, where its row is still there."""
    for node in reading.tree.nodes:
        if path is not None and node.row.kept.get("path") == path:
            return (("goal", node.path),)
    return ()


def _phase(task: DraftTask) -> DraftPhase:
    return DraftPhase(
        id=task.id,
        title=task.title,
        no=task.no,
        start=task.start,
        deadline=task.deadline,
        after=task.after,
        owner=task.owner,
        lead=task.lead,
        tags=task.tags,
        note=task.note,
        more=task.more,
        tasks=task.children,
    )


def _summary(reading: _Reading, node: Node, children: tuple[DraftTask, ...]) -> DraftTask:
    at = node.row.constraint_at if node.row.constraint == _SNET else None
    after, left = links_of(reading.file, reading.tree, node, [node.row])
    reading.left.extend(left)
    draft = _said(reading, node)
    return draft._replace(
        start=None if at is None else at.date(),
        deadline=row_deadline(node.row),
        after=after,
        children=children,
    )


def _said(reading: _Reading, node: Node) -> DraftTask:
    """What a row says beside its dates."""
    kept = node.row.kept
    known = reading.owners.known
    lead = kept.get("lead")
    return DraftTask(
        id=node.id,
        title=node.row.name or None,
        no=kept.get("no"),
        owner=_owner(reading, node),
        lead=lead if lead in known else None,
        participants=tuple(each for each in kept.get("participants", "").split() if each in known),
        deliverable=kept.get("deliverable"),
        tags=tuple(filter(None, kept.get("tags", "").split(", "))),
        note=node.row.note or None,
        more=(("priority", str(node.row.priority)),) if node.row.priority != 500 else (),
    )


def _owner(reading: _Reading, node: Node) -> str | None:
    """The owner that was kept, where nobody else was assigned since; else the first assigned."""
    kept = node.row.kept.get("owner")
    assigned = reading.owners.carriers.get(node.row.uid, ())
    is_kept = kept in reading.owners.ids.values()
    if is_kept and (not assigned or kept in assigned or "each" in node.row.kept):
        return kept
    return assigned[0] if assigned and "each" not in node.row.kept else None


def _leaf(reading: _Reading, node: Node) -> DraftTask:
    rows = _rows(node)
    base = next((row for row in rows if not _own(row)), rows[0])
    days = _days(reading, base)
    dates = row_dates(base, days, reading.start)
    after, left = links_of(reading.file, reading.tree, node, rows)
    reading.left.extend((*left, *dates.left))
    draft = _said(reading, node)
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


def _days(reading: _Reading, row: FileTask) -> FileDays:
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
    reading: _Reading, node: Node, rows: list[FileTask], base: FileTask, draft: DraftTask
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
    reading: _Reading, row: FileTask, base: FileTask, draft: DraftTask
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

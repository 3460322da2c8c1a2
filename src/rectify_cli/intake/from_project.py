"""MS Project XML → the draft of a plan: rows of the outline, calendars, links, resources.

Files that rectify wrote come back with their ids, fan-outs and leaders, which it kept in them;
those of other programs are read by what every one of them says. What a plan cannot say is named.
"""

from collections.abc import Iterator

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.draft import (
    DraftMap,
    DraftPhase,
    DraftPlan,
    DraftTask,
    More,
    Value,
)
from rectify_cli.intake.grid import Remark
from rectify_cli.intake.known import Known
from rectify_cli.intake.project_dates import (
    row_deadline,
)
from rectify_cli.intake.project_days import days_of, draft_calendar
from rectify_cli.intake.project_file import FileTask, read_project_file
from rectify_cli.intake.project_leaf import Reading, leaf
from rectify_cli.intake.project_links import links_of
from rectify_cli.intake.project_match import Places
from rectify_cli.intake.project_owners import owners_of
from rectify_cli.intake.project_tree import Node, tree_of

_SNET = 4
_NOTHING = Known()

PROJECT_FIELDS = frozenset(
    {
        "title", "phase", "owner", "participants", "on", "start", "finish", "duration", "deadline",
        "after", "note",
    }
)  # fmt: skip
"""What every project file says of a task."""


class ReadProject(Struct):
    """The draft of a plan and how many tasks it has, None where the file cannot be read.

    `remarks` name what was not taken over.
    """

    draft: DraftPlan | None
    findings: list[Finding]
    tasks: int = 0
    remarks: tuple[Remark, ...] = ()


def read_project(path: str, data: bytes, known: Known = _NOTHING) -> ReadProject:
    """The plan that a project file tells; `known` is what the plan has that it goes into."""
    file, findings = read_project_file(path, data)
    if file is None or file.start is None:
        return ReadProject(None, findings)
    owners, left = owners_of(file, known.owners)
    places = Places((*known.phases, *known.tasks))
    days, unread = days_of(file.calendars, file.calendar)
    reading = Reading(file, tree_of(file.tasks, places), owners, days, file.start.date(), left)
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


def _plan(reading: Reading) -> DraftPlan:
    made: dict[int, DraftTask] = {}
    phases: list[DraftPhase] = []
    tasks: list[DraftTask] = []
    # Those inside come after what is around them.
    for node in reversed(reading.tree.nodes):
        children = tuple(made.pop(id(child)) for child in node.children)
        draft = (
            _summary(reading, node, children)
            if children
            else leaf(reading, node, _said(reading, node))
        )
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


def _goal(reading: Reading, path: str | None) -> More:
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


def _summary(reading: Reading, node: Node, children: tuple[DraftTask, ...]) -> DraftTask:
    at = node.row.constraint_at if node.row.constraint == _SNET else None
    after, left = links_of(reading.file, reading.tree, node, [node.row], reading.days)
    reading.left.extend(left)
    draft = _said(reading, node)
    return draft._replace(
        start=None if at is None else at.date(),
        deadline=row_deadline(node.row),
        after=after,
        children=children,
    )


def _said(reading: Reading, node: Node) -> DraftTask:
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
        more=tuple(_more(node.row, known)),
        known=node.known,
    )


def _more(row: FileTask, known: frozenset[str]) -> Iterator[tuple[str, Value]]:
    """What rectify kept for whoever reads it back, where it still has its form."""
    if row.priority != 500:
        yield "priority", row.priority
    if (accept := row.kept.get("accept")) in known and accept is not None:
        yield "accept", accept
    for key in ("place", "time", "weight"):
        if text := row.kept.get(key):
            yield key, text
    count, _, unit = row.kept.get("target", "").partition(" ")
    if count.isdecimal() and len(count) < 10 and unit:
        yield "target", DraftMap((("count", int(count)), ("unit", unit)))


def _owner(reading: Reading, node: Node) -> str | None:
    """The owner that was kept, where nobody else was assigned since; else the first assigned."""
    kept = node.row.kept.get("owner")
    assigned = reading.owners.carriers.get(node.row.uid, ())
    is_kept = kept in reading.owners.ids.values()
    if is_kept and (not assigned or kept in assigned or "each" in node.row.kept):
        return kept
    return assigned[0] if assigned and "each" not in node.row.kept else None

"""`rectify plan import FILE --into PLAN`: what a file says otherwise goes into a plan's text.

Rows are matched with tasks by id, title and number. Everything else in the plan's file stays as it
is, comments too; tasks that have no row stay, and are named, unless they are to go.
"""

import codecs
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from rectify_cli.app.fix import FixedFile, Unwritten, write_fixed
from rectify_cli.app.here import Here
from rectify_cli.app.inputs import printed_path
from rectify_cli.app.into_base import as_project_file
from rectify_cli.app.into_edits import Change, Edits, draft_tasks
from rectify_cli.app.into_prune import pruned, with_empty_parents
from rectify_cli.app.load import Unread
from rectify_cli.app.plan_diff import diff_of
from rectify_cli.app.plan_import import NotImported, Options, is_project, read_draft
from rectify_cli.app.reports import read_reports
from rectify_cli.app.schedule import Scheduled, load_and_schedule
from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.draft import DraftOwner, DraftPlan, DraftTask
from rectify_cli.intake.grid import Remark
from rectify_cli.intake.known import Known, Named
from rectify_cli.intake.table_draft import PLAN_SHEET, Drafted
from rectify_cli.plan.model import Plan, Task
from rectify_cli.report.plan_diff import PlanDiff
from rectify_cli.store.read import Unreadable, read_file


class Kept(Struct):
    """A task without a row; `reports`: how many there are of it; `goes`: it is taken out."""

    task: Task
    reports: int
    goes: bool = False


class Into(Struct):
    """What a file does to a plan. `errors` are those that the plan would have then.

    `diff` is what becomes of its dates, None where nothing changes or there are errors.
    """

    plan: Plan
    file: FixedFile
    changed: tuple[Change, ...]
    added: tuple[DraftTask, ...]
    kept: tuple[Kept, ...]
    rows: int
    remarks: tuple[Remark, ...]
    errors: tuple[Finding, ...]
    diff: PlanDiff | None = None

    @property
    def is_whole(self) -> bool:
        """Whether everything could be taken over."""
        return not self.errors and not any(each.lost for each in self.remarks)


class _Plan(Struct):
    """The plan that a file goes into, as it is: its path, its bytes, its dates."""

    path: Path
    shown: str
    data: bytes
    scheduled: Scheduled
    plan: Plan

    def as_bytes(self, text: str) -> bytes:
        """A text as bytes, with the mark that the file begins with."""
        mark = codecs.BOM_UTF8 if self.data.startswith(codecs.BOM_UTF8) else b""
        return mark + text.encode("utf-8")


def import_into(
    name: str, path: Path, here: Here, options: Options, *, prune: bool = False
) -> Into | NotImported:
    """What a file changes in the plan at a path; nothing is written.

    Args:
        name: The file, relative to the working folder.
        path: The plan.
        here: The working folder.
        options: How the file is read.
        prune: Whether tasks without a row and without reports go.
    """
    # What a cache keeps of a plan is less than its text says.
    here = here._replace(cache=None)
    old = _read(path, here)
    if isinstance(old, NotImported):
        return old
    known = _known(old.plan)
    start = options.start or old.plan.start
    drafted = read_draft(name, here, options._replace(known=known, start=start))
    if isinstance(drafted, NotImported):
        return drafted
    edits = _edits(name, old, drafted, known)
    kept = tuple(_kept(old.plan, edits.seen, here, prune=prune))
    new, after = _after(old, edits, here, kept)
    errors = tuple(each for each in new.findings if each.is_error)
    same = errors or after == old.data
    return Into(
        old.plan,
        FixedFile(old.shown, old.data, after),
        tuple(edits.changed),
        tuple(edits.added),
        kept,
        drafted.tasks,
        (*drafted.remarks, *edits.remarks),
        errors,
        None if same else diff_of(old.scheduled, new),
    )


def write_into(into: Into, here: Here) -> Unwritten | None:
    """Write the plan, unless it has changed meanwhile; None where that went well."""
    return next(iter(write_fixed([into.file], here)), None)


def _read(path: Path, here: Here) -> _Plan | NotImported:
    data = read_file(here.folder / path)
    scheduled = load_and_schedule(path, here)
    if isinstance(data, Unreadable) or isinstance(scheduled, Unread):
        why = data.why if isinstance(data, Unreadable) else say("it cannot be read")
        return NotImported(say("{path} cannot be read: {why}", path=path, why=why))
    plan = scheduled.loaded.plan
    if plan is None or scheduled.has_errors:
        return NotImported(
            say("{path} has errors; mend them first:  rectify check {path}", path=path)
        )
    return _Plan(path, printed_path(path), data, scheduled, plan)


def _edits(name: str, old: _Plan, drafted: Drafted, known: Known) -> Edits:
    base: DraftPlan | None = None
    tasks: dict[str, DraftTask] | None = None
    owners: dict[str, DraftOwner] | None = None
    if is_project(name) and old.scheduled.schedule is not None:
        base = as_project_file(old.scheduled.schedule, known)
        tasks = {".".join(path): task for path, task in draft_tasks(base)}
        owners = {owner.id: owner for owner in base.owners}
    edits = Edits(old.plan, old.shown, tasks, owners)
    edits.take(drafted.draft)
    edits.take_owners(drafted.draft)
    if base is not None or PLAN_SHEET in drafted.fields:
        edits.take_plan(drafted.draft, base)
    return edits


def _after(old: _Plan, edits: Edits, here: Here, kept: Sequence[Kept]) -> tuple[Scheduled, bytes]:
    """The plan with everything in it, and its bytes."""
    after = old.as_bytes(edits.patched())
    new = old.scheduled if after == old.data else _again(old, after, here)
    plan = new.loaded.plan
    gone = [each.task.path for each in kept if each.goes]
    if not gone or plan is None or new.has_errors:
        return new, after
    stay = {*edits.seen, *(each.task.path for each in kept if not each.goes)}
    text = pruned(plan, with_empty_parents(plan, gone, stay))
    if text is None:
        why = say("tasks without a row cannot be taken out here; do it by hand")
        edits.remarks.append(Remark(why, None, old.shown))
        return new, after
    after = old.as_bytes(text)
    return _again(old, after, here), after


def _again(old: _Plan, after: bytes, here: Here) -> Scheduled:
    found = load_and_schedule(old.path, here, {old.shown: after})
    assert not isinstance(found, Unread)  # noqa: S101 - its text is given
    return found


def _known(plan: Plan) -> Known:
    tasks = tuple(
        Named(tuple(task.path.split(".")), task.title, task.no, task.was)
        for task in plan.tasks
        if task.kind != "phase"
    )
    phases = tuple(
        Named((task.path,), task.title, None, task.was)
        for task in plan.tasks
        if task.kind == "phase" and task.parent is None
    )
    owners = tuple(DraftOwner(owner.id, owner.title) for owner in plan.owners.values())
    return Known(owners, tuple(plan.groups), tasks, phases, is_plan=True)


def _kept(plan: Plan, seen: Collection[str], here: Here, *, prune: bool) -> Iterable[Kept]:
    """The tasks without a row, in the plan's order."""
    gone = [
        task
        for task in plan.tasks
        if task.kind == "task" and task.path not in seen and task.where.source.path == plan.path
    ]
    counts: dict[str, int] = {}
    for stored in read_reports(plan, here.folder).stored if gone else ():
        if stored.event.task is not None:
            counts[stored.event.task] = counts.get(stored.event.task, 0) + 1
    for task in gone:
        reports = sum(counts.get(path, 0) for path in (task.path, *task.was))
        yield Kept(task, reports, prune and not reports)

"""`rectify plan import FILE --into PLAN`: what a table says otherwise goes into a plan's text.

Rows are matched with tasks by id, number, then title. Everything else in the file stays as it is,
comments too; tasks that have no row stay, and are named.
"""

import codecs
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from rectify_cli.app.fix import FixedFile, Unwritten, write_fixed
from rectify_cli.app.here import Here
from rectify_cli.app.inputs import printed_path
from rectify_cli.app.into_changes import KeyChange, changes_of
from rectify_cli.app.load import Unread
from rectify_cli.app.plan_import import NotImported, Options, read_draft
from rectify_cli.app.reports import read_reports
from rectify_cli.app.schedule import load_and_schedule
from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.intake.draft import DraftOwner, DraftPhase, DraftPlan, DraftTask
from rectify_cli.intake.grid import Remark
from rectify_cli.intake.table_draft import PLAN_SHEET
from rectify_cli.intake.table_names import Named
from rectify_cli.intake.table_names import Path as TaskPath
from rectify_cli.intake.table_tasks import Known
from rectify_cli.intake.write_plan import owner_line, phase_lines, task_lines
from rectify_cli.plan.as_written import written_fields
from rectify_cli.plan.model import Plan, Task
from rectify_cli.store.read import Unreadable, read_file
from rectify_cli.syntax.node import Mapping
from rectify_cli.syntax.patch import Edit, Patch
from rectify_cli.syntax.splice import (
    add_keys,
    append_lines,
    append_section,
    drop_key,
    set_value,
)


class TaskChange(NamedTuple):
    """A task of the plan that the table says otherwise, key by key."""

    task: Task
    keys: tuple[KeyChange, ...]


class Kept(NamedTuple):
    """A task without a row, which stays; `reports`: how many reports there are of it."""

    task: Task
    reports: int


class Into(NamedTuple):
    """What a table does to a plan. `errors` are those that the plan would have then."""

    plan: Plan
    file: FixedFile
    changed: tuple[TaskChange, ...]
    added: tuple[DraftTask, ...]
    kept: tuple[Kept, ...]
    rows: int
    remarks: tuple[Remark, ...]
    errors: tuple[Finding, ...]

    @property
    def is_whole(self) -> bool:
        """Whether everything could be taken over."""
        return not self.errors and not any(each.lost for each in self.remarks)


def import_into(name: str, path: Path, here: Here, options: Options) -> Into | NotImported:
    """What the table in a file changes in the plan at a path; nothing is written."""
    shown = printed_path(path)
    # What a cache keeps of a plan is less than its text says.
    here = here._replace(cache=None)
    before = read_file(here.folder / path)
    scheduled = load_and_schedule(path, here)
    if isinstance(before, Unreadable) or isinstance(scheduled, Unread):
        why = before.why if isinstance(before, Unreadable) else say("it cannot be read")
        return NotImported(say("{path} cannot be read: {why}", path=path, why=why))
    plan = scheduled.loaded.plan
    if plan is None or scheduled.has_errors:
        return NotImported(
            say("{path} has errors; mend them first:  rectify check {path}", path=path)
        )
    drafted = read_draft(name, here, _knowing(options, plan))
    if isinstance(drafted, NotImported):
        return drafted
    work = _Work(plan, shown)
    work.take(drafted.draft)
    work.look_at_owners(drafted.draft)
    if PLAN_SHEET in drafted.fields:
        work.look_at_plan(drafted.draft)
    text = work.patched()
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    after = mark + text.encode("utf-8")
    errors: tuple[Finding, ...] = ()
    if after != before:
        verdict = load_and_schedule(path, here, {shown: after})
        assert not isinstance(verdict, Unread)  # noqa: S101 - its text is given
        errors = tuple(each for each in verdict.findings if each.is_error)
    return Into(
        plan,
        FixedFile(shown, before, after),
        tuple(work.changed),
        tuple(work.added),
        tuple(_kept(plan, work.seen, here)),
        drafted.tasks,
        (*drafted.remarks, *work.remarks),
        errors,
    )


def write_into(into: Into, here: Here) -> Unwritten | None:
    """Write the plan, unless it has changed meanwhile; None where that went well."""
    return next(iter(write_fixed([into.file], here)), None)


def _knowing(options: Options, plan: Plan) -> Options:
    tasks = tuple(
        Named(tuple(task.path.split(".")), task.title, task.no)
        for task in plan.tasks
        if task.kind != "phase"
    )
    phases = tuple(
        Named((task.path,), task.title)
        for task in plan.tasks
        if task.kind == "phase" and task.parent is None
    )
    owners = tuple(DraftOwner(owner.id, owner.title) for owner in plan.owners.values())
    known = Known(owners, tuple(plan.groups), tasks, phases, is_plan=True)
    return options._replace(known=known, start=options.start or plan.start)


def _kept(plan: Plan, seen: set[str], here: Here) -> Iterable[Kept]:
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
    return [Kept(task, counts.get(task.path, 0)) for task in gone]


def _as_task(phase: DraftPhase) -> DraftTask:
    """What a table says of a phase, as that of a task is compared."""
    return DraftTask(
        phase.id, phase.title, phase.no, phase.owner, phase.lead, start=phase.start,
        deadline=phase.deadline, after=phase.after, tags=phase.tags, note=phase.note,
        more=phase.more,
    )  # fmt: skip


class _Work:
    """The edits of one plan's text, as they are gathered."""

    def __init__(self, plan: Plan, shown: str) -> None:
        self.changed: list[TaskChange] = []
        self.added: list[DraftTask] = []
        self.seen: set[str] = set()
        self.remarks: list[Remark] = []
        self._plan = plan
        self._shown = shown
        self._by_path = {task.path: task for task in plan.tasks}
        self._edits: list[Edit] = []

    def take(self, draft: DraftPlan) -> None:
        """Everything that a draft says otherwise."""
        top = [(phase.id,) for phase in draft.phases]
        for phase, path in zip(draft.phases, top, strict=True):
            there = self._by_path.get(path[0])
            if there is not None:
                self._change(there, _as_task(phase))
                self._take_tasks(phase.tasks, path)
            elif phase.tasks:
                self._section("phases", self._plan.where, phase_lines(phase))
                self.added += phase.tasks
        self._take_tasks(draft.tasks, ())
        new = [owner for owner in draft.owners if owner.id not in self._plan.owners]
        if new:
            self._section("owners", self._plan.where, [owner_line(each) for each in new])

    def look_at_owners(self, draft: DraftPlan) -> None:
        """Name what a table says otherwise of an owner, which may stand in a table of its own."""
        for owner in draft.owners:
            there = self._plan.owners.get(owner.id)
            for key in ("title", "kind", "parent", "lead", "email"):
                new = getattr(owner, key)
                if there is not None and new is not None and new != getattr(there, key):
                    self._by_hand(f"owners.{owner.id}.{key}", new)

    def look_at_plan(self, draft: DraftPlan) -> None:
        """Name what a workbook's sheet of the plan says otherwise."""
        said = {"title": draft.title, "start": draft.start, "deadline": draft.deadline}
        there = written_fields(self._plan.where)
        for key, new in said.items():
            if new is not None and str(new) != there.get(key):
                self._by_hand(key, str(new))

    def _by_hand(self, key: str, new: str) -> None:
        why = say("'{key}' is '{new}' in the table; change it by hand", key=key, new=new)
        self.remarks.append(Remark(why, None, self._shown))

    def patched(self) -> str:
        """The plan's text with the edits."""
        text = self._plan.where.source.text
        return Patch(text, tuple(dict.fromkeys(self._edits))).text

    def _take_tasks(self, tasks: tuple[DraftTask, ...], inside: TaskPath) -> None:
        """Tasks of one phase or summary, and all in them."""
        waiting = [(task, inside) for task in reversed(tasks)]
        new: dict[TaskPath, list[DraftTask]] = {}
        while waiting:
            task, around = waiting.pop()
            path = (*around, task.id)
            there = self._by_path.get(".".join(path))
            if there is None:
                new.setdefault(around, []).append(task)
                continue
            self.seen.add(there.path)
            self._change(there, task)
            waiting += [(child, path) for child in reversed(task.children)]
        for around, added in new.items():
            self._add(around, added)

    def _change(self, there: Task, draft: DraftTask) -> None:
        found = changes_of(self._plan, there, draft)
        if not found:
            return
        if there.where.source.path != self._plan.path:
            self._refuse(there, say("it stands in an included plan, and is not changed"))
            return
        new = [(each.key, each.new) for each in found if each.new and each.old is None]
        edits: list[Edit | None] = []
        for each in found:
            if each.old is not None and each.new is not None:
                edits.append(set_value(there.where, each.key, each.new))
            elif each.new is None:
                edits.append(drop_key(there.where, each.key))
        if new:
            edits.append(add_keys(there.where, new))
        safe = sorted(edit for edit in edits if edit is not None)
        overlaps = any(second.start < first.end for first, second in pairwise(safe))
        if len(safe) < len(edits) or overlaps:
            self._refuse(there, say("it is laid out so that no edit is safe; change it by hand"))
            return
        self._edits += safe
        self.changed.append(TaskChange(there, tuple(found)))

    def _refuse(self, task: Task, why: Message) -> None:
        place = f"{self._shown}:{task.where.span.line}"
        self.remarks.append(Remark(say("'{task}': {why}", task=task.path, why=why), None, place))

    def _add(self, around: TaskPath, tasks: list[DraftTask]) -> None:
        where = self._by_path[".".join(around)].where if around else self._plan.where
        lines = [line for task in tasks for line in task_lines(task, 0)]
        if self._section("tasks", where, lines):
            self.added += tasks

    def _section(self, key: str, where: Mapping, lines: list[str]) -> bool:
        """Lines at the end of what stands under a key, which is made if it is not there."""
        below = where.values.get(key)
        edit: Edit | None = None
        if isinstance(below, Mapping):
            edit = append_lines(below, lines)
        elif below is None and where is self._plan.where:
            edit = append_section(where.source.text, key, lines)
        elif below is None:
            edit = append_lines(where, [f"{key}:", *(f"  {line}" for line in lines)])
        if edit is None:
            place = f"{self._shown}:{where.span.line}"
            why = say("nothing can be added to {key} here; write it over several lines", key=key)
            self.remarks.append(Remark(why, None, place))
            return False
        self._edits.append(edit)
        return True

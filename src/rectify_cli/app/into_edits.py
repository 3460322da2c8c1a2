"""What a file says otherwise → edits of a plan's text, each of them safe, and what is not named."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from rectify_cli.app.into_changes import KeyChange, changes_of
from rectify_cli.app.into_others import owner_changes, plan_changes
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.draft import DraftOwner, DraftPhase, DraftPlan, DraftTask
from rectify_cli.intake.grid import Remark
from rectify_cli.intake.known import Path as TaskPath
from rectify_cli.intake.write_plan import owner_line, phase_lines, task_lines
from rectify_cli.plan.model import Plan, Task
from rectify_cli.syntax.node import Mapping as Node
from rectify_cli.syntax.patch import Edit, Patch
from rectify_cli.syntax.splice import (
    add_keys,
    append_lines,
    append_section,
    drop_key,
    set_value,
)

_BY_HAND = frozenset({"each", "except", "complete_at", "overrides", "repeat", "calendar", "uses"})
"""What a project file tells in a form of its own: a change of it is named, and made by hand."""


class Change(Struct):
    """A thing of the plan that a file says otherwise, key by key; `task` None: no task."""

    name: str
    keys: tuple[KeyChange, ...]
    task: Task | None = None


def draft_tasks(draft: DraftPlan) -> Iterable[tuple[TaskPath, DraftTask]]:
    """Every task of a draft, phases too, with its path; what is around comes first."""
    waiting: list[tuple[TaskPath, DraftTask]] = [((), task) for task in reversed(draft.tasks)]
    waiting += [((), as_task(phase)) for phase in reversed(draft.phases)]
    while waiting:
        around, task = waiting.pop()
        path = path_of(task, around)
        yield path, task
        waiting += [(path, child) for child in reversed(task.children)]


def as_task(phase: DraftPhase) -> DraftTask:
    """What a file says of a phase, as that of a task is compared."""
    return DraftTask(
        phase.id, phase.title, phase.no, phase.owner, phase.lead, start=phase.start,
        deadline=phase.deadline, after=phase.after, tags=phase.tags, note=phase.note,
        more=phase.more, children=phase.tasks,
    )  # fmt: skip


def path_of(task: DraftTask, around: TaskPath) -> TaskPath:
    """Where a task stands in the plan, else where it is to stand."""
    return (*around, task.id) if task.known is None else tuple(task.known.split("."))


class Edits:
    """The edits of one plan's text, as they are gathered.

    `base` is what a project file of the plan would say of its tasks and owners, by path and id,
    where the file is one.
    """

    def __init__(
        self,
        plan: Plan,
        shown: str,
        base: Mapping[str, DraftTask] | None = None,
        base_owners: Mapping[str, DraftOwner] | None = None,
    ) -> None:
        self.changed: list[Change] = []
        self.added: list[DraftTask] = []
        self.seen: set[str] = set()
        self.remarks: list[Remark] = []
        self._plan = plan
        self._shown = shown
        self._base = base
        self._base_owners = base_owners
        self._by_path = {task.path: task for task in plan.tasks}
        self._edits: list[Edit] = []

    def take(self, draft: DraftPlan) -> None:
        """The tasks that a draft says otherwise, new ones, and new owners."""
        for phase in draft.phases:
            there = self._by_path.get(phase.id)
            if there is not None:
                self.seen |= {there.path} if phase.tasks else set()
                self._change(there, as_task(phase))
                self._take_tasks(phase.tasks, (phase.id,))
            else:
                alone, known = _new_only(as_task(phase))
                self._take_tasks(known, (phase.id,))
                self._new_phase(phase._replace(tasks=alone.children))
        self._take_tasks(draft.tasks, ())
        new = [owner for owner in draft.owners if owner.id not in self._plan.owners]
        if new:
            self._section("owners", self._plan.where, [owner_line(each) for each in new])

    def take_owners(self, draft: DraftPlan) -> None:
        """What a draft says otherwise of the owners, which may stand in a table of their own."""
        nodes = self._plan.where.values.get("owners")
        for owner in draft.owners:
            there = self._plan.owners.get(owner.id)
            base = None if self._base_owners is None else self._base_owners.get(owner.id)
            if there is None or (self._base_owners is not None and base is None):
                continue
            found = list(owner_changes(there, owner, base))
            node = nodes.values.get(owner.id) if isinstance(nodes, Node) else None
            if found and isinstance(node, Node) and node.source.path == self._plan.path:
                self._apply(node, Change(there.title, tuple(found)))
            else:
                self._by_hand(f"owners.{owner.id}", found)

    def take_plan(self, draft: DraftPlan, base: DraftPlan | None = None) -> None:
        """What a draft says otherwise of the plan itself."""
        found = list(plan_changes(self._plan, draft, base))
        if found:
            self._apply(self._plan.where, Change(self._plan.title, tuple(found)))

    def patched(self) -> str:
        """The plan's text with the edits."""
        text = self._plan.where.source.text
        return Patch(text, tuple(dict.fromkeys(self._edits))).text

    def _by_hand(self, name: str, found: Iterable[KeyChange]) -> None:
        for each in found:
            key = f"{name}.{each.key}"
            why = say("'{key}' is '{new}' in the file; change it by hand", key=key,
                      new=each.new or "-")  # fmt: skip
            self.remarks.append(Remark(why, None, self._shown))

    def _take_tasks(self, tasks: tuple[DraftTask, ...], inside: TaskPath) -> None:
        """Tasks of one phase or summary, and all in them."""
        waiting = [(task, inside) for task in reversed(tasks)]
        new: dict[TaskPath, list[DraftTask]] = {}
        while waiting:
            task, around = waiting.pop()
            path = path_of(task, around)
            there = self._by_path.get(".".join(path))
            if there is None:
                alone, known = _new_only(task)
                waiting += [(child, path) for child in reversed(known)]
                if alone.children or not task.children:
                    new.setdefault(around, []).append(alone)
                continue
            self.seen.add(there.path)
            if path[:-1] != around:
                why = say("it stands elsewhere in the file; move it by hand")
                self._refuse(there, why)
            self._change(there, task)
            waiting += [(child, path) for child in reversed(task.children)]
        for around, added in new.items():
            self._add(around, added)

    def _change(self, there: Task, draft: DraftTask) -> None:
        base = None
        if self._base is not None:
            base = self._base.get(there.path)
            if base is None:
                return
        found = changes_of(self._plan, there, draft, base)
        if there.kind != "task":
            found = [each for each in found if each.key not in {"duration", "schedule", "on"}]
        if base is not None:
            told = [each for each in found if each.key in _BY_HAND]
            self._by_hand(there.path, told)
            found = [each for each in found if each.key not in _BY_HAND]
        if found and there.where.source.path != self._plan.path:
            self._refuse(there, say("it stands in an included plan, and is not changed"))
        elif found:
            name = f"{there.no}  {there.title}" if there.no else there.title
            self._apply(there.where, Change(name, tuple(found), there))

    def _apply(self, where: Node, change: Change) -> None:
        """The edits of one mapping, all of them or none."""
        new = [(each.key, each.new) for each in change.keys if each.new and each.old is None]
        edits: list[Edit | None] = []
        for each in change.keys:
            if each.old is not None and each.new is not None:
                edits.append(set_value(where, each.key, each.new))
            elif each.new is None:
                edits.append(drop_key(where, each.key))
        if new:
            edits.append(add_keys(where, new))
        safe = sorted(edit for edit in edits if edit is not None)
        overlaps = any(second.start < first.end for first, second in pairwise(safe))
        if len(safe) < len(edits) or overlaps:
            place = f"{self._shown}:{where.span.line}"
            why = say("it is laid out so that no edit is safe; change it by hand")
            name = change.name if change.task is None else change.task.path
            self.remarks.append(Remark(say("'{task}': {why}", task=name, why=why), None, place))
            return
        self._edits += safe
        self.changed.append(change)

    def _refuse(self, task: Task, why: Message) -> None:
        place = f"{self._shown}:{task.where.span.line}"
        self.remarks.append(Remark(say("'{task}': {why}", task=task.path, why=why), None, place))

    def _new_phase(self, phase: DraftPhase) -> None:
        if phase.tasks and self._section("phases", self._plan.where, phase_lines(phase)):
            self.added += phase.tasks

    def _add(self, around: TaskPath, tasks: list[DraftTask]) -> None:
        above = self._by_path.get(".".join(around))
        if around and above is None:
            return
        where = self._plan.where if above is None else above.where
        lines = [line for task in tasks for line in task_lines(task, 0)]
        if self._section("tasks", where, lines):
            self.added += tasks

    def _section(self, key: str, where: Node, lines: list[str]) -> bool:
        """Lines at the end of what stands under a key, which is made if it is not there."""
        below = where.values.get(key)
        edit: Edit | None = None
        if isinstance(below, Node):
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


def _new_only(task: DraftTask) -> tuple[DraftTask, tuple[DraftTask, ...]]:
    """A new task with what is new in it; and the plan's own tasks that the file puts there."""
    order = [task]
    for each in order:
        order += [child for child in each.children if each is task or each.known is None]
    made: dict[int, DraftTask] = {}
    for each in reversed(order):
        inside = (made[id(child)] for child in each.children if id(child) in made)
        if each is task or each.known is None:
            made[id(each)] = each._replace(children=tuple(inside))
    return made[id(task)], tuple(each for each in order[1:] if each.known is not None)

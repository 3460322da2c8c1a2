"""Tasks that a file has no row for, taken out of a plan's text with what waits for them."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from rectify_cli.intake.flow_value import value_of
from rectify_cli.intake.write_plan import inline
from rectify_cli.plan.model import Plan, Task
from rectify_cli.syntax.node import Mapping, Sequence
from rectify_cli.syntax.patch import Edit, Patch
from rectify_cli.syntax.splice import drop_entry, drop_key, set_value


def with_empty_parents(plan: Plan, gone: Collection[str], kept: Collection[str]) -> frozenset[str]:
    """The paths that go: those given, and what around them would hold nothing any more.

    `kept` are the paths that stay all the same, since the file has them or they have reports.
    """
    going = set(gone)
    for task in reversed(plan.tasks):
        inside = [plan.tasks[child].path for child in task.children]
        if inside and task.path not in kept and going.issuperset(inside):
            going.add(task.path)
    return frozenset(going)


def pruned(plan: Plan, going: Collection[str]) -> str | None:
    """The plan's text without these tasks and the links to them; None: no edit of it is safe."""
    edits = [*_entries(plan, going), *_links(plan, going)]
    safe = sorted(edit for edit in edits if edit is not None)
    if len(safe) < len(edits) or any(b.start < a.end for a, b in pairwise(safe)):
        return None
    return Patch(plan.where.source.text, tuple(safe)).text


def _entries(plan: Plan, going: Collection[str]) -> Iterator[Edit | None]:
    """The outermost of those that go, each; a list of tasks that would be empty as a whole."""
    removed: dict[int | None, list[Task]] = {}
    for task in plan.tasks:
        above = None if task.parent is None else plan.tasks[task.parent].path
        if task.path in going and above not in going:
            removed.setdefault(task.parent, []).append(task)
    for parent, tasks in removed.items():
        where = plan.where if parent is None else plan.tasks[parent].where
        for key in ("phases", "tasks"):
            below = where.values.get(key)
            if isinstance(below, Mapping):
                names = [each.id for each in tasks if each.id in below.values]
                whole = len(names) == len(below.values)
                yield from [drop_entry(where, key)] if whole else _each(below, names)


def _each(below: Mapping, names: list[str]) -> Iterator[Edit | None]:
    for name in names:
        yield drop_entry(below, name)


def _links(plan: Plan, going: Collection[str]) -> Iterator[Edit | None]:
    """`after` of what stays, without links to what goes."""
    for task in plan.tasks:
        node = task.where.values.get("after")
        left = [link for link in task.links if plan.tasks[link.task].path not in going]
        is_own = task.where.source.path == plan.path
        if node is None or not is_own or len(left) == len(task.links) or task.path in going:
            continue
        values = [value_of(link.where) for link in left] if isinstance(node, Sequence) else []
        written = tuple(value for value in values if value is not None)
        if not written:
            yield drop_key(task.where, "after")
        else:
            yield set_value(
                task.where, "after", inline(written if len(written) > 1 else written[0])
            )

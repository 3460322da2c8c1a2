"""Where a task's reports are kept, and what they call it: the file that defines it, its path there.

A plan that is included keeps its reports beside itself, so that every plan that includes it reads
the same ones; its path there lacks the phases that mount it.
"""

from collections.abc import Mapping

from rectify_cli.plan.model import Plan, Task


def plan_file(task: Task) -> str:
    """The file that defines a task, as findings name it; an included plan's phase is its own."""
    return task.where.span.path


def local_path(plan: Plan, task: Task) -> str:
    """A task's path within the file that defines it; empty for an included plan as a whole."""
    mount = _mount_of(plan, task)
    if mount is None:
        return task.path
    return task.path[len(mount.path) + 1 :]


def tasks_by_place(plan: Plan) -> Mapping[tuple[str, str], tuple[int, ...]]:
    """The tasks that a report may name, by file and by each path that it has or had there.

    Former paths (`was`) yield to present ones. A file that is mounted twice gives two tasks.
    """
    present: dict[tuple[str, str], tuple[int, ...]] = {}
    former: dict[tuple[str, str], tuple[int, ...]] = {}
    mounts: dict[int, str] = {}
    for task in plan.tasks:
        file = plan_file(task)
        outer = None if task.parent is None else plan.tasks[task.parent]
        around = plan.path if outer is None else plan_file(outer)
        prefix = "" if outer is None else mounts[outer.index]
        if file != around:
            prefix = task.path + "."
        mounts[task.index] = prefix
        path = task.path[len(prefix) :]
        present[file, path] = (*present.get((file, path), ()), task.index)
        for old in task.was:
            former[file, old] = (*former.get((file, old), ()), task.index)
    _add_below_renamed(plan, former)
    return former | present


def _add_below_renamed(plan: Plan, former: dict[tuple[str, str], tuple[int, ...]]) -> None:
    """What stands in a phase or a summary that was renamed had a path with its old name."""
    old_names: dict[int, tuple[str, ...]] = {}
    for task in plan.tasks:
        above = () if task.parent is None else old_names.get(task.parent, ())
        own = (*task.was, *(f"{old}.{task.id}" for old in above))
        if own:
            old_names[task.index] = own
        file = plan_file(task)
        for old in own:
            known = former.get((file, old), ())
            if task.index not in known:
                former[file, old] = (*known, task.index)


def _mount_of(plan: Plan, task: Task) -> Task | None:
    """The phase as which the file that defines a task is included; None in the top plan."""
    file = plan_file(task)
    at = task
    while at.parent is not None and plan_file(plan.tasks[at.parent]) == file:
        at = plan.tasks[at.parent]
    return None if at.parent is None and file == plan.path else at

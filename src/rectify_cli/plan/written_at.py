"""Where a plan's text names a task, and where it lists tasks: the places that findings point to."""

from rectify_cli.foundation.source import Span
from rectify_cli.plan.model import Plan, Task
from rectify_cli.syntax.node import Mapping


def id_of(task: Task, plan: Plan) -> Span:
    """Where a task's id is written; for an included plan that is mounted, where it begins."""
    outer = plan.where if task.parent is None else plan.tasks[task.parent].where
    for key in ("phases", "tasks"):
        inner = outer.values.get(key)
        if isinstance(inner, Mapping) and task.id in inner.keys:
            return inner.at_key(task.id)
    return task.where.span


def list_in(where: Mapping) -> Span:
    """The key under which a plan, a phase or a summary lists its tasks, else where it begins."""
    for key in ("tasks", "phases"):
        if key in where.keys:
            return where.at_key(key)
    return where.span

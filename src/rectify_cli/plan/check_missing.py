"""`no-owner`, `no-deadline`, and the deadline that a `to-deadline` task cannot do without."""

from collections.abc import Iterator

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.plan.model import Plan, Task

_ADD_OWNER = say("add owner: here, or to the phase")
_ADD_DEADLINE = say("add deadline: here, to the phase or to the plan")


def check_owners(plan: Plan) -> Iterator[Finding]:
    """A finding for each leaf that nobody is responsible for; a fan-out's units are."""
    return (
        Finding(
            "no-owner",
            task.where.span,
            say("nobody is responsible for '{path}'", path=task.path),
            _ADD_OWNER,
        )
        for task in plan.tasks
        if task.kind == "task"
        and task.owner is None
        and task.units is None
        and task.dropped.isdisjoint({"owner", "each"})
    )


def check_deadlines(plan: Plan) -> Iterator[Finding]:
    """A finding for each leaf that nothing caps: neither it, nor what is around it, nor the plan.

    A task that works to its deadline has to have one: for it the finding is an error.
    """
    if plan.deadline is not None or "deadline" in plan.dropped:
        return
    capped = [False] * len(plan.tasks)
    for task in plan.tasks:
        around = task.parent is not None and capped[task.parent]
        capped[task.index] = around or task.deadline is not None or "deadline" in task.dropped
        if task.kind == "task" and not capped[task.index]:
            yield _uncapped(task)


def _uncapped(task: Task) -> Finding:
    if task.dates.to_deadline:
        message = say("'{path}' works to its deadline, and has none", path=task.path)
        fix = say("add deadline: here, to the phase or to the plan; or write a duration such as 3d")
        return Finding("missing-key", task.where.span, message, fix)
    message = say("nothing says by when '{path}' must be done", path=task.path)
    return Finding("no-deadline", task.where.span, message, _ADD_DEADLINE)

"""The task and the owner that a command line names; what is meant by several is listed."""

from rectify_cli.app.find_owner import NoOwner, find_owner
from rectify_cli.app.find_task import NoTask, find_task
from rectify_cli.cli.stop import Stop
from rectify_cli.plan.model import Owner, Plan, Task

_MANY = 20


def chosen_task(plan: Plan, word: str) -> Task:
    """The task that a word means; ends the command (2) where it means none or several."""
    found = find_task(plan, word)
    if isinstance(found, NoTask):
        raise _none(str(found.why), [(task.path, task.title) for task in found.several])
    return found


def chosen_owner(plan: Plan, word: str) -> Owner:
    """The owner that a word means; ends the command (2) where it means none or several."""
    found = find_owner(plan, word)
    if isinstance(found, NoOwner):
        raise _none(str(found.why), [(owner.id, owner.title) for owner in found.several])
    return found


def _none(why: str, several: list[tuple[str, str]]) -> Stop:
    lines = [why, *(f"  {name}  {title}" for name, title in several[:_MANY])]
    if len(several) > _MANY:
        lines.append(f"  and {len(several) - _MANY} more")
    return Stop("\n".join(lines))

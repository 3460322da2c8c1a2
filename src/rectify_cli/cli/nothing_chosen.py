"""The end of a command that names a task or an owner that is none, or may be several."""

from rectify_cli.app.find_owner import NoOwner
from rectify_cli.app.find_task import NoTask
from rectify_cli.cli.stop import Stop

_MANY = 20


def nothing_chosen(found: NoTask | NoOwner) -> Stop:
    """Why nothing was taken, and what it could be."""
    if isinstance(found, NoTask):
        several = [(task.path, task.title) for task in found.several]
    else:
        several = [(owner.id, owner.title) for owner in found.several]
    lines = [str(found.why), *(f"  {name}  {title}" for name, title in several[:_MANY])]
    if len(several) > _MANY:
        lines.append(f"  and {len(several) - _MANY} more")
    return Stop("\n".join(lines))

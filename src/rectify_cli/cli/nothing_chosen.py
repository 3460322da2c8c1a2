"""The end of a command that names a task or an owner that is none, or may be several."""

from rectify_cli.app.find_owner import NoOwner
from rectify_cli.app.find_task import NoTask
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import Message, say

_MANY = 20


def nothing_chosen(found: NoTask | NoOwner, language: str) -> Stop:
    """Why nothing was taken, and what it could be, in the language of the screen."""
    if isinstance(found, NoTask):
        several = [(task.path, task.title) for task in found.several]
    else:
        several = [(owner.id, owner.title) for owner in found.several]
    lines: list[Message | str] = [f"  {name}  {title}" for name, title in several[:_MANY]]
    if len(several) > _MANY:
        lines.append(say("  and {n} more", n=len(several) - _MANY))
    return Stop(found.why, *lines, language=language)

"""The text of the implementation plan that a task links, for whoever prints it."""

from pathlib import Path

from rectify_cli.plan.model import Plan, Task
from rectify_cli.store.read import Unreadable, read_inside

_LIMIT = 1_000_000
"""More bytes are no text that somebody wrote for a task book."""


def document_text(plan: Plan, task: Task, folder: Path) -> str | None:
    """The text, in UTF-8 or GB18030; None where there is none, or it cannot be read.

    Args:
        plan: The plan; its paths are relative to `folder`.
        task: The task, whose document is relative to the file that defines it.
        folder: The working folder.
    """
    if task.document is None:
        return None
    beside = (folder / task.where.source.path).parent
    found = read_inside(beside / task.document, (folder / plan.path).parent, limit=_LIMIT)
    if isinstance(found, Unreadable):
        return None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return found.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    return None

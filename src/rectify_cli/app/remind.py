"""Reminders for units or leaders: as words, as mail in a folder, as slips for what is overdue."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from rectify_cli.app.forms import failed_to_write, safe_name
from rectify_cli.foundation.finding import Message
from rectify_cli.render.reminder.to_eml import to_eml
from rectify_cli.report.reminders import Reminder, overdue_only
from rectify_cli.store.folder import make_folder
from rectify_cli.store.replace import replace_file


class NotWrittenThere(NamedTuple):
    """Why not all of it was written."""

    why: Message


def write_messages(
    found: Sequence[Reminder], folder: Path, shown: str, language: str
) -> NotWrittenThere | int:
    """A message for each reminder into a folder, which is made if need be; how many there are."""
    try:
        make_folder(folder)
    except OSError as error:
        return NotWrittenThere(failed_to_write(shown, error))
    taken: set[str] = set()
    for reminder in found:
        name = safe_name(reminder.name) or reminder.recipient
        if name.casefold() in taken:
            name = f"{name} ({reminder.recipient})"
        taken.add(name.casefold())
        try:
            replace_file(folder / f"{name}.eml", to_eml(reminder, language))
        except (OSError, ValueError) as error:
            return NotWrittenThere(failed_to_write(f"{name}.eml", error))
    return len(found)


def write_slips(
    found: Sequence[Reminder], path: Path, shown: str, language: str
) -> NotWrittenThere | int:
    """The slips for what is overdue, a page each, as one document; how many there are."""
    from rectify_cli.render.reminder.to_docx import to_docx  # noqa: PLC0415 - few ask for it

    late = overdue_only(found)
    try:
        replace_file(path, to_docx(late, language))
    except (OSError, ValueError) as error:
        return NotWrittenThere(failed_to_write(shown, error))
    return len(late)

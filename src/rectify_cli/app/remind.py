"""Reminders for units or leaders: as words, as mail in a folder, as slips for what is overdue."""

from collections.abc import Sequence
from pathlib import Path

from rectify_cli.app.forms import failed_to_write, safe_name
from rectify_cli.app.write_file import Template
from rectify_cli.foundation.finding import Message
from rectify_cli.foundation.struct import Struct
from rectify_cli.render.reminder.to_eml import to_eml
from rectify_cli.report.edition import Edition
from rectify_cli.report.reminders import (
    Reminder,
    overdue_only,
    reminder_record,
    reminder_text,
    reminders,
)
from rectify_cli.report.words import Words
from rectify_cli.store.folder import make_folder
from rectify_cli.store.replace import replace_file

__all__ = [
    "NotWrittenThere", "Reminder", "reminder_record", "reminders", "reminders_said",
    "write_messages", "write_slips", "written_said",
]  # fmt: skip


class NotWrittenThere(Struct):
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
    found: Sequence[Reminder],
    path: Path,
    shown: str,
    language: str,
    *,
    edition: Edition,
    template: Template | None,
) -> NotWrittenThere | int:
    """The slips for what is overdue, a page each, as one document; how many there are."""
    from rectify_cli.render.reminder.to_docx import to_docx  # noqa: PLC0415 - few ask for it

    late = overdue_only(found)
    under = None if template is None else template.data
    try:
        replace_file(path, to_docx(late, language, edition, under))
    except (OSError, ValueError) as error:
        return NotWrittenThere(failed_to_write(shown, error))
    return len(late)


def reminders_said(found: Sequence[Reminder], language: str) -> str:
    """The words of every reminder, an empty line between them."""
    if not found:
        return Words(language)("remind-nobody") + "\n"
    return "\n".join(reminder_text(each, language) + "\n" for each in found)


def written_said(messages: int | None, name: str, language: str) -> str:
    """What was written: so many messages into a folder, or (None) one document."""
    words = Words(language)
    if messages is None:
        return words("wrote", file=name)
    return words("remind-eml", n=messages, folder=name)

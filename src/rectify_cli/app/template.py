"""A letterhead: the Word file of the user's that lies under what is written."""

from pathlib import Path

from rectify_cli.app.write_file import NotWritten, Template
from rectify_cli.foundation.finding import say
from rectify_cli.intake.workbook import archive_problem
from rectify_cli.store.read import Unreadable, read_file

_LIMIT = 20_000_000


def read_template(name: str, folder: Path) -> Template | NotWritten:
    """The file, which is relative to the working folder; or why nothing can lie on it."""
    data = read_file(folder / name, limit=_LIMIT)
    if isinstance(data, Unreadable):
        return NotWritten(say("{path} cannot be read: {why}", path=name, why=data.why))
    # A Word file is an archive as a workbook is, and may unpack to as much.
    if archive_problem(data) is None:
        from rectify_cli.render.word.document import is_document  # noqa: PLC0415 - few ask for it

        if is_document(data):
            return Template(name, data)
    return NotWritten(
        say("{name} is no Word document: save it as .docx in Word or WPS first", name=name)
    )

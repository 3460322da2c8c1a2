"""`--units-from`: the bytes of a list, from a file or pasted, become its lines."""

from rectify_cli.app.here import Here
from rectify_cli.foundation.finding import Finding, say
from rectify_cli.progress.list_line import Line
from rectify_cli.progress.report_request import Refusal
from rectify_cli.store.read import Unreadable, read_file

PIPED = "-"
MAX_PASTED = 4 * 1024 * 1024
"""So many bytes are taken from a pipe; a chat is far shorter."""


def read_list_file(name: str, here: Here) -> tuple[Line, ...] | Refusal:
    """The lines of the file of that name, or why it cannot be read."""
    data = read_file(here.folder / name)
    if isinstance(data, Unreadable):
        return Refusal(say("{path} cannot be read: {why}", path=name, why=data.why))
    return read_pasted(data, name)


def read_pasted(data: bytes, name: str = PIPED) -> tuple[Line, ...] | Refusal:
    """The lines of a list whose bytes are there."""
    from rectify_cli.intake.units_list import read_list  # noqa: PLC0415 - few reports have a list

    if name == PIPED and len(data) > MAX_PASTED:
        return Refusal(say("the list is longer than {n} MiB", n=MAX_PASTED >> 20))
    lines = read_list(name, data)
    if isinstance(lines, Finding):
        return Refusal(say("{path} cannot be read: {why}", path=name, why=lines.message))
    return lines

"""Records on stdout, written while they are made."""

from rectify_cli.cli.session import Session
from rectify_cli.render.record.to_json import Record, to_json

_AT_ONCE = 1 << 16
"""So many characters are written together: each write checks its text."""


def put_record(record: Record, session: Session) -> None:
    """Write a record as JSON."""
    gathered: list[str] = []
    length = 0
    for text in to_json(record):
        gathered.append(text)
        length += len(text)
        if length >= _AT_ONCE:
            session.console.put_json("".join(gathered))
            gathered, length = [], 0
    session.console.put_json("".join(gathered))

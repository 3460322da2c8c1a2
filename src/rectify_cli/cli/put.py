"""Records on stdout, written while they are made."""

from rectify_cli.cli.session import Session
from rectify_cli.render.record.to_json import Record, to_json


def put_record(record: Record, session: Session) -> None:
    """Write a record as JSON."""
    for text in to_json(record):
        session.console.put_json(text)

"""`-o FILE` of every command that shows a view: written instead of the screen."""

from collections.abc import Sequence
from typing import Annotated

import typer

from rectify_cli.app.hints import written_hint
from rectify_cli.app.write_file import NotWritten, Writable, unknown_ending, write_file
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop

Files = Annotated[
    list[str] | None,
    typer.Option("-o", metavar="FILE", help="Write to .json, .csv or .md; repeatable."),
]


def check_endings(files: Sequence[str] | None) -> None:
    """End the command (2) where a file has another ending, before anything is read."""
    refused = unknown_ending(files or ())
    if refused is not None:
        raise Stop(refused.why)


def put_files(files: Sequence[str] | None, view: Writable, session: Session, language: str) -> None:
    """Write each file and say so; ends the command (2) where one cannot be written."""
    for name in files or ():
        failed = write_file(view, name, session.here.folder)
        if isinstance(failed, NotWritten):
            raise Stop(failed.why, language=language)
        session.console.tell(written_hint(name, language))

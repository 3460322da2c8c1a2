"""`--template FILE.docx`: an office's letterhead under the Word files that a command writes."""

from typing import Annotated

import typer

from rectify_cli.app.template import read_template
from rectify_cli.app.write_file import NotWritten, Template
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import say

Letterhead = Annotated[
    str | None,
    typer.Option(
        "--template", metavar="FILE.docx", help="A letterhead that lies under .docx files."
    ),
]


def letterhead(session: Session, name: str | None, documents: object) -> Template | None:
    """The letterhead that was named; ends the command (2) where it cannot lie under anything.

    `documents` is true where a Word file is asked for.
    """
    if name is None:
        return None
    if not documents:
        raise Stop(say("--template is for .docx files: name one with  -o FILE.docx"))
    found = read_template(name, session.here.folder)
    if isinstance(found, NotWritten):
        raise Stop(found.why)
    return found

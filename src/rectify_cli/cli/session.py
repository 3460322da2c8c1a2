"""What a command function is handed (as `ctx.obj`): the screen, the surroundings, the options."""

import typer

from rectify_cli.app.here import Here
from rectify_cli.cli.console import Console
from rectify_cli.foundation.struct import Struct


class Session(Struct):
    """One run of the program. `as_of` and `language` are as typed, None where they were not."""

    console: Console
    here: Here
    as_of: str | None = None
    language: str | None = None


def session_of(context: typer.Context) -> Session:
    """The session of a command that runs."""
    session = context.find_root().obj
    assert isinstance(session, Session)  # noqa: S101 - main hands nothing else over
    return session

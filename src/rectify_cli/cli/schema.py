"""`rectify plan schema`."""

import typer

from rectify_cli.app.schema import schema_text
from rectify_cli.cli.session import session_of
from rectify_cli.foundation.finding import say
from rectify_cli.render.spoken import spoken

_NEXT = say("Save it, and begin a plan with  # yaml-language-server: $schema=rectify.schema.json")


def schema(context: typer.Context) -> None:
    """Print the JSON Schema of the plan language."""
    session = session_of(context)
    screen = session.console
    screen.put_json(schema_text())
    screen.hint(spoken(_NEXT, session.language or "en"))

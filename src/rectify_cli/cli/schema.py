"""`rectify plan schema`."""

import typer

from rectify_cli.app.schema import schema_text
from rectify_cli.cli.session import session_of


def schema(context: typer.Context) -> None:
    """Print the JSON Schema of the plan language."""
    screen = session_of(context).console
    screen.put_json(schema_text())
    screen.hint(
        "Save it, and begin a plan with  # yaml-language-server: $schema=rectify.schema.json"
    )

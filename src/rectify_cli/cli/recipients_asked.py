"""`--unit` and `--group` of the commands that write to units: forms and reminders."""

from typing import Annotated

import typer

from rectify_cli.app.assess import Told
from rectify_cli.app.recipients import NoRecipient, recipients
from rectify_cli.cli.stop import Stop

Units = Annotated[
    list[str] | None, typer.Option("--unit", metavar="UNIT", help="Only this unit; repeatable.")
]
Groups = Annotated[
    list[str] | None,
    typer.Option("--group", metavar="GROUP", help="Only a group's units; repeatable."),
]


def recipients_asked(
    told: Told, units: list[str] | None, groups: list[str] | None, language: str
) -> list[str] | None:
    """The owners that are named, None for all; ends the command (2) where one is unknown."""
    wanted = recipients(told.schedule.plan, units or (), groups or ())
    if isinstance(wanted, NoRecipient):
        raise Stop(wanted.why, language=language)
    return wanted

"""The arguments and options of the commands, as Typer knows them."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer

from rectify_cli.cli.commands import COMMANDS


def parameters(name: str) -> Sequence[Any]:
    """The arguments and options of a command, as Typer reads them off its function."""
    module, _, function = COMMANDS[name].function.partition(":")
    app = typer.Typer(add_completion=False)
    app.command()(getattr(import_module(f"rectify_cli.cli.{module}"), function))
    return tuple(typer.main.get_command(app).params)

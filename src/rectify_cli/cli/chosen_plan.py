"""The plan that a command works on, loaded and dated, with its findings said where they belong."""

from pathlib import Path

from rectify_cli.app.which_plan import NoPlan, which_plan
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop


def chosen_plan(session: Session, argument: str | None) -> Path:
    """The path of the one plan that is meant; ends the command (2) where there is none."""
    found = which_plan(argument, session.here)
    if isinstance(found, NoPlan):
        raise no_plan(found)
    return found


def no_plan(found: NoPlan) -> Stop:
    """The end of a command that has no plan: why, the plans there are, what to type."""
    lines = [str(found.why)]
    if found.several:
        lines += [f"  --plan {path}" for path in found.several]
    else:
        lines.append("Write one with  rectify init  or name one with  --plan FILE")
    return Stop("\n".join(lines))

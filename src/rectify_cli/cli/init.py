"""`rectify init [DIR]`."""

from pathlib import Path
from typing import Annotated

import typer

from rectify_cli.app.dates import plain_clock
from rectify_cli.app.init import STARTER, TEMPLATES, NotStarted, write_starter
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.typed_day import typed_day
from rectify_cli.foundation.ids import did_you_mean


def init(
    context: typer.Context,
    *,
    folder: Annotated[
        str, typer.Argument(metavar="[DIR]", help="Where plan.yaml is written.")
    ] = ".",
    template: Annotated[
        str, typer.Option(metavar="|".join(TEMPLATES), help="What the plan is about.")
    ] = STARTER,
    start: Annotated[
        str | None, typer.Option(metavar="DATE", help="Its first day; else next Monday.")
    ] = None,
) -> None:
    """Write a commented starter plan; what is there already is never overwritten."""
    session = session_of(context)
    if template not in TEMPLATES:
        near = did_you_mean(template, TEMPLATES)
        mend = f"; did you mean '{near}'?" if near is not None else ""
        raise Stop(f"there is no template '{template}'{mend}\nthere are: {', '.join(TEMPLATES)}")
    language = session.language or "en"
    first = None if start is None else typed_day(start, plain_clock(session.here), session)
    written = write_starter(Path(folder), template, language, first, session.here)
    if isinstance(written, NotStarted):
        raise Stop(str(written.why))
    session.console.put(f"{written.path} written, starting {written.start:%a %Y-%m-%d}.\n")
    _say_next(session, written.path)


def _say_next(session: Session, path: Path) -> None:
    plan = "" if path == Path("plan.yaml") else f" {path}"
    session.console.hint(f"Next:  rectify check{plan}    rectify plan build{plan}")

"""`rectify init [DIR]`."""

from pathlib import Path
from typing import Annotated

import typer

from rectify_cli.app.dates import plain_clock
from rectify_cli.app.hints import spoken_day
from rectify_cli.app.init import STARTER, TEMPLATES, NotStarted, write_starter
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.typed_day import typed_day
from rectify_cli.foundation.finding import say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.render.spoken import spoken


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
        raise _no_template(template)
    language = session.language or "en"
    first = (
        None if start is None else typed_day(start, plain_clock(session.here), session, language)
    )
    written = write_starter(Path(folder), template, language, first, session.here)
    if isinstance(written, NotStarted):
        raise Stop(written.why)
    day = spoken_day(written.start, language)
    said = say("{path} written, starting {day}.", path=written.path, day=day)
    session.console.put(spoken(said, language) + "\n")
    _say_next(session, written.path, language)


def _no_template(name: str) -> Stop:
    near = did_you_mean(name, TEMPLATES)
    said = say("there is no template '{name}'", name=name)
    if near is not None:
        said = say("there is no template '{name}'; did you mean '{near}'?", name=name, near=near)
    return Stop(said, say("there are: {names}", names=", ".join(TEMPLATES)))


def _say_next(session: Session, path: Path, language: str) -> None:
    plan = "" if path == Path("plan.yaml") else f" {path}"
    said = say("Next:  rectify check{plan}    rectify plan build{plan}", plan=plan)
    session.console.hint("\n" + spoken(said, language))

"""`rectify init [DIR]`."""

from pathlib import Path
from typing import Annotated

import typer

from rectify_cli.app.clock import plain_clock
from rectify_cli.app.hints import spoken_day
from rectify_cli.app.init import PLAN_FILE, STARTER, TEMPLATES, NotStarted, write_starter
from rectify_cli.app.init_from import init_from_plan, init_from_table, is_plan_file
from rectify_cli.app.plan_import import NotImported
from rectify_cli.cli.plan_import import asked, tell_findings, tell_import
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
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="A table (.xlsx, .csv), or an old plan."),
    ] = None,
) -> int:
    """Write a commented starter plan; what is there already is never overwritten."""
    session = session_of(context)
    if source is not None:
        return _from(session, source, Path(folder), start)
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
    return 0


def _from(session: Session, source: str, folder: Path, start: str | None) -> int:
    """A plan of a table or of an old plan; exit 1 where something was lost, or is not in order."""
    options = asked(session, None, start, None, None)
    if is_plan_file(source):
        made = init_from_plan(source, folder, session.here, options.start)
        if isinstance(made, NotImported):
            raise Stop(made.why)
        language = session.language or made.language or "en"
        tell_findings(session, made, language)
        is_whole = not any(finding.is_error for finding in made.findings)
    else:
        imported = init_from_table(source, folder, session.here, options)
        if isinstance(imported, NotImported):
            raise Stop(imported.why)
        language = session.language or imported.drafted.draft.language or "en"
        tell_import(session, source, imported, language)
        is_whole = imported.is_whole
    path = folder / PLAN_FILE
    session.console.put(spoken(say("{path} written", path=path), language) + "\n")
    _say_next(session, path, language)
    return 0 if is_whole else 1


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

"""`rectify undo [ID]`: take a report back, else the writer's latest command."""

from typing import Annotated

import typer

from rectify_cli.app.record_events import NotRecorded, signals_held
from rectify_cli.app.reports import read_reports
from rectify_cli.app.undo import NothingUndone, record_undo
from rectify_cli.app.undo import undo as take_back
from rectify_cli.app.who import NoWriter, writer
from rectify_cli.cli.acknowledge import acknowledge
from rectify_cli.cli.chosen_plan import chosen_plan, dated, language_of
from rectify_cli.cli.session import session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.told_plan import told_of
from rectify_cli.foundation.finding import say
from rectify_cli.render.spoken import spoken


def undo(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A report's name; else your latest.")
    ] = None,
    *,
    by: Annotated[
        str | None, typer.Option("--by", metavar="WHO", help="Who takes it back.")
    ] = None,
) -> int:
    """Annul a report on every as-of day; an undo can itself be undone."""
    session = session_of(context)
    scheduled = dated(session, chosen_plan(session, None))
    language = language_of(session, scheduled)
    told = told_of(session, scheduled, None)
    if told is None:
        raise Stop(say("the plan cannot be dated; rectify check says why"), language=language)
    who = writer(by, session.here)
    if isinstance(who, NoWriter):
        raise Stop(who.why, language=language)
    reports = read_reports(told.schedule.plan, session.here.folder)
    found = take_back(name, who, reports, told.ledger, session.here)
    if isinstance(found, NothingUndone):
        raise Stop(found.why, language=language)
    with signals_held():
        answer = record_undo(found, session.here)
        if isinstance(answer, NotRecorded):
            raise Stop(answer.why, language=language)
        said = say("reports taken back by {by}: {n}", n=len(found.reports), by=who)
        acknowledge(spoken(said, language) + "\n", said, session, language)
    return 0

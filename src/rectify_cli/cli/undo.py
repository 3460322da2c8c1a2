"""`rectify undo [ID]`: take a report back, else the writer's latest command."""

from typing import Annotated

import typer

from rectify_cli.app.record_events import NotRecorded, signals_held
from rectify_cli.app.undo import NothingUndone, record_undo, undo_record, undo_text
from rectify_cli.app.undo import undo as take_back
from rectify_cli.cli.acknowledge import acknowledging
from rectify_cli.cli.put import put_record
from rectify_cli.cli.session import session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.to_record import to_record, who_writes
from rectify_cli.cli.told_plan import AsJson


def undo(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="A report's or a command's name; else your latest."),
    ] = None,
    *,
    by: Annotated[
        str | None, typer.Option("--by", metavar="WHO", help="Who takes it back.")
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be taken back, and record nothing.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Annul a report on every as-of day; an undo can itself be undone."""
    session = session_of(context)
    _, told, language = to_record(session)
    who = who_writes(session, by, language)
    found = take_back(name, who, told.ledger, session.here, note)
    if isinstance(found, NothingUndone):
        raise Stop(found.why, *found.said(told.ledger), language=language)
    text, recorded = undo_text(found, told.ledger, language, dry_run=dry_run)
    with signals_held():
        if not dry_run:
            answer = record_undo(found, session.here)
            if isinstance(answer, NotRecorded):
                raise Stop(answer.why, language=language)
        with acknowledging(recorded, session, language):
            if as_json:
                put_record(undo_record(found, told.ledger, text, dry_run=dry_run), session)
            else:
                session.console.put(text)
    return 0

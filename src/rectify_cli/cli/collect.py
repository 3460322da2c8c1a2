"""`rectify collect FILE…|DIR`: the returns that came back become reports, each once."""

from typing import Annotated

import typer

from rectify_cli.app.assess import Told, assess_told
from rectify_cli.app.clock import clock_in
from rectify_cli.app.collect import Collection, collect, files_to_collect, signed_by
from rectify_cli.app.collect_view import collection_view
from rectify_cli.app.forms import asked_units
from rectify_cli.app.record_events import NotRecorded, record, signals_held
from rectify_cli.app.stamp import stamp
from rectify_cli.cli.acknowledge import acknowledging
from rectify_cli.cli.counting_up import counting_up
from rectify_cli.cli.put import put_record
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.to_record import to_record, who_writes
from rectify_cli.cli.told_plan import AsJson
from rectify_cli.foundation.finding import Message, say


def collect_returns(
    context: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE|DIR...", help="Returns, or folders of them.")
    ],
    *,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="WHO", help="Who collects; else RECTIFY_BY, git's e-mail."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Take all of a file or nothing of it; exit 1 if one has errors, 2 if nothing was written."""
    session = session_of(context)
    scheduled, told, language = to_record(session)
    names = files_to_collect(files, session.here.folder)
    if isinstance(names, Message):
        raise Stop(names, language=language)
    clock = clock_in(scheduled, session.here, backward=True)
    show = counting_up(session, len(names))
    found = collect(names, session.here.folder, told, clock, show)
    view = collection_view(
        found,
        told.schedule.plan,
        asked_units(assess_told(told, clock.today), None),
        language,
        dry_run=dry_run,
        recorded=not dry_run,
    )
    with signals_held():
        if not dry_run:
            _record(found, told, by, session, language)
        recorded = say("reports recorded: {n}", n=0 if dry_run else len(found.reports))
        with acknowledging(recorded, session, language):
            if as_json:
                put_record(view.record, session)
            else:
                put_report(view.report, session.console)
    return 1 if found.fated("wrong") else 0


def _record(found: Collection, told: Told, by: str | None, session: Session, language: str) -> None:
    """Write what can be taken, in one file beside each plan file."""
    reports = found.reports
    if not reports:
        return
    who = who_writes(session, by, language)
    moment = stamp(1, who, told.ledger.events.values(), session.here).at
    answer = record(signed_by(reports, who, moment), session.here)
    if isinstance(answer, NotRecorded):
        raise Stop(answer.why, language=language)

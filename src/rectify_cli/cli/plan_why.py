"""`rectify plan why TASK`: why a task is on its days."""

from typing import Annotated

import typer

from rectify_cli.app.assess import assess_told
from rectify_cli.app.find_owner import NoOwner
from rectify_cli.app.find_task import NoTask
from rectify_cli.app.hints import show_hint
from rectify_cli.app.why import NoDates, explain_dates, explain_lateness
from rectify_cli.cli.chosen_plan import (
    chosen_plan,
    dated,
    exit_code_of,
    language_of,
    named_again,
)
from rectify_cli.cli.nothing_chosen import nothing_chosen
from rectify_cli.cli.put import put_record
from rectify_cli.cli.put_files import Files, check_endings, put_files
from rectify_cli.cli.session import session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.told_plan import code_of, told_of
from rectify_cli.cli.typed_day import as_of_day
from rectify_cli.render.table.to_screen import to_screen


def why(
    context: typer.Context,
    task: Annotated[
        str, typer.Argument(metavar="TASK", help="Its path, #number, last part, or title.")
    ],
    unit: Annotated[
        str | None, typer.Option(metavar="UNIT", help="Of a fan-out; else those that end last.")
    ] = None,
    *,
    forecast: Annotated[
        bool,
        typer.Option("--forecast", help="Why it is late: of the days now to be expected."),
    ] = False,
    files: Files = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same for machines.")] = False,
) -> int:
    """Show the chain back to a fixed date, the days off skipped, the float, what does not bind."""
    session = session_of(context)
    check_endings(files)
    screen = session.console
    scheduled = dated(session, chosen_plan(session, None))
    told = told_of(session, scheduled, None) if forecast else None
    if scheduled.schedule is not None:
        language = language_of(session, scheduled)
        if told is None:
            view = explain_dates(scheduled.schedule, task, unit, language)
        else:
            status = assess_told(told, as_of_day(session, scheduled))
            view = explain_lateness(status, task, unit, language)
        if isinstance(view, NoTask | NoOwner):
            raise nothing_chosen(view, language)
        if isinstance(view, NoDates):
            code = exit_code_of(session, scheduled) or 2
            raise Stop(view.why, code=code, language=language)
        put_files(files, view.files, session, language, scheduled=scheduled)
        if as_json:
            put_record(view.record, session)
        elif not files:
            screen.put_lines(to_screen(view.report, width=screen.width, colour=screen.colour))
            screen.hint("\n" + show_hint(view.path + named_again(session), language))
    return code_of(session, scheduled, told)

"""`rectify log [TASK]`: what was reported, by whom and when."""

from typing import Annotated

import typer

from rectify_cli.app.clock import clock_in
from rectify_cli.app.log import log_view
from rectify_cli.cli.chosen_plan import chosen_plan, dated, language_of
from rectify_cli.cli.put import put_record
from rectify_cli.cli.put_files import Files, check_endings, put_files
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.told_plan import AsJson, code_of, told_of
from rectify_cli.cli.typed_day import as_of_day, typed_day
from rectify_cli.foundation.finding import Message, say

_DAY_OR_DAYS = say("--on names one day; --from and --to name several: give one or the other")


def log(
    context: typer.Context,
    task: Annotated[
        str | None, typer.Argument(metavar="[TASK]", help="Only the reports of this task.")
    ] = None,
    *,
    unit: Annotated[str | None, typer.Option(metavar="UNIT", help="Only of this unit.")] = None,
    by: Annotated[str | None, typer.Option(metavar="WHO", help="Only by this writer.")] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Only true of this day.")
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="True of this day or later.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="True of this day or earlier.")
    ] = None,
    files: Files = None,
    as_json: AsJson = False,
) -> int:
    """Show the reports, the newest last; exit 1 if some are damaged or name nothing."""
    session = session_of(context)
    check_endings(files)
    scheduled = dated(session, chosen_plan(session, None))
    language = language_of(session, scheduled)
    told = told_of(session, scheduled, None)
    if told is None:
        return code_of(session, scheduled, told)
    clock = clock_in(scheduled, session.here, backward=True)
    if on is not None and (first, last) != (None, None):
        raise Stop(_DAY_OR_DAYS, language=language)
    begin, end = (
        None if word is None else typed_day(word, clock, session, language)
        for word in ((first, last) if on is None else (on, None))
    )
    if on is not None:
        end = begin
    if session.as_of is not None:
        evening = as_of_day(session, scheduled)
        end = evening if end is None else min(end, evening)
    days = (begin, end)
    view = log_view(told, task, unit, by, days, language)
    if isinstance(view, Message):
        raise Stop(view, language=language)
    put_files(files, view.files, session, language, scheduled=scheduled)
    if as_json:
        put_record(view.record, session)
    elif not files:
        put_report(view.report, session.console)
    return code_of(session, scheduled, told)

"""`rectify brief`: the digest of a period, for leaders."""

from typing import Annotated

import typer

from rectify_cli.app.brief import make_brief, period
from rectify_cli.cli.chosen_plan import chosen_plan, dated, language_of
from rectify_cli.cli.days_asked import days_asked
from rectify_cli.cli.letterhead import Letterhead, letterhead
from rectify_cli.cli.put import put_record
from rectify_cli.cli.put_files import Files, check_endings, put_files
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.told_plan import AsJson, KnownBy, Plan, code_of, told_of
from rectify_cli.cli.typed_day import as_of_day
from rectify_cli.foundation.finding import say


def brief(
    context: typer.Context,
    plan: Plan = None,
    *,
    first: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="The first day; else a week is told of."),
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="The last day; else today.")
    ] = None,
    known_by: KnownBy = None,
    files: Files = None,
    template: Letterhead = None,
    as_json: AsJson = False,
) -> int:
    """Show what was done in a period, who is late, what is due next, counters and their pace."""
    session = session_of(context)
    under = letterhead(session, template, [f for f in check_endings(files) if f.template])
    scheduled = dated(session, chosen_plan(session, plan))
    told = told_of(session, scheduled, known_by)
    if told is not None:
        language = language_of(session, scheduled)
        begin, end = period(
            *days_asked(session, scheduled, first, last), as_of_day(session, scheduled)
        )
        if begin > end:
            said = say("--from {begin} is after {end}, the day looked from", begin=begin, end=end)
            raise Stop(said, language=language)
        view = make_brief(told, begin, end, language)
        put_files(files, view.files, session, language, scheduled=scheduled, template=under)
        if as_json:
            put_record(view.record, session)
        elif not files:
            put_report(view.report, session.console)
    return code_of(session, scheduled, told)

"""`rectify plan show TASK`: one task whole."""

from typing import Annotated

import typer

from rectify_cli.app.hints import why_hint
from rectify_cli.app.show import show_record, show_report
from rectify_cli.cli.chosen_plan import chosen_plan, dated, exit_code_of, language_of
from rectify_cli.cli.chosen_things import chosen_task
from rectify_cli.cli.put import put_record
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import session_of


def show(
    context: typer.Context,
    task: Annotated[
        str, typer.Argument(metavar="TASK", help="Its path, #number, last part, or title.")
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="The same for machines.")] = False,
) -> int:
    """Show every field of a task that is set, its dates, floats, units, checklist and days."""
    session = session_of(context)
    scheduled = dated(session, chosen_plan(session, None))
    plan, schedule = scheduled.loaded.plan, scheduled.schedule
    if plan is not None and schedule is not None:
        chosen = chosen_task(plan, task)
        language = language_of(session, scheduled)
        if as_json:
            put_record(show_record(schedule, chosen), session)
        else:
            put_report(show_report(schedule, chosen, language), session.console)
            session.console.hint("\n" + why_hint(chosen.path, language))
    return exit_code_of(session, scheduled)
